import type { JSX } from 'preact';
import { ColourNames } from '../../../components/options/ColourNames.tsx';
import { Told } from '../../../components/options/told.tsx';
import { useText } from '../../../components/text.ts';
import { useSettingsActs } from '../settings-acts.ts';

/** The reader's own words for the colours. */
export function Colours(): JSX.Element {
  const { t } = useText();
  const { settings, acts, change } = useSettingsActs();
  return (
    <>
      <p class="hint">{t('optionsColoursHint')}</p>
      <ColourNames
        names={settings.colourNames}
        onName={(colour, name) =>
          change(
            { colourNames: { [colour]: name } },
            ({ t }) =>
              name === ''
                ? t('colourUnnamed', t(`colour_${colour}`))
                : t('colourNamed', t(`colour_${colour}`), name),
            { colourNames: { [colour]: settings.colourNames[colour] ?? '' } },
          )
        }
      />
      <Told acts={acts} />
    </>
  );
}
