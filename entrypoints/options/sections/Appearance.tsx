import type { JSX } from 'preact';
import { AppearanceFields } from '../../../components/options/AppearanceFields.tsx';
import { Told } from '../../../components/options/told.tsx';
import { useSettingsActs } from '../settings-acts.ts';

/** Language and theme, for everything that Pressmark shows. */
export function Appearance(): JSX.Element {
  const { settings, acts, change } = useSettingsActs();
  return (
    <>
      <AppearanceFields
        settings={settings}
        onChange={(patch) => change(patch, ({ t }) => t('optionsSaved'))}
      />
      <Told acts={acts} />
    </>
  );
}
