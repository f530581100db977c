import type { JSX } from 'preact';
import { nameOfAct, showKey } from '../../../components/options/key-names.ts';
import { KeyTable } from '../../../components/options/KeyTable.tsx';
import { Told } from '../../../components/options/told.tsx';
import { useColourName } from '../../../components/settings.ts';
import { useText } from '../../../components/text.ts';
import { chooseKey } from '../../../utils/model/key-press.ts';
import { assignKey, defaultPageKeys, pageActs, type PageAct } from '../../../utils/model/page-keys.ts';
import { useSettingsActs } from '../settings-acts.ts';

/** The single keys of the keyboard walk: each can be another or none (WCAG 2.1.4). */
export function Keys(): JSX.Element {
  const text = useText();
  const { t } = text;
  const nameOfColour = useColourName();
  const { settings, acts, change } = useSettingsActs();
  const { keys } = settings;
  const nameOf = (act: PageAct): string => nameOfAct(act, text, (colour) => nameOfColour(colour, 'within'));

  function assign(act: PageAct, key: string): void {
    if (key === keys[act]) return acts.tell(({ t }) => t('keyKept'));
    const patch = assignKey(keys, act, key);
    const loser = pageActs.find((one) => one !== act && patch[one] === '');
    change(
      { keys: patch },
      ({ t }) => {
        if (key === '') return t('keySwitchedOff', nameOf(act));
        if (loser === undefined) return t('keyChanged', nameOf(act), showKey(key));
        return t('keyTaken', nameOf(act), showKey(key), nameOf(loser));
      },
      { keys },
    );
  }

  return (
    <>
      <h3>{t('optionsKeys')}</h3>
      <p class="hint">{t('optionsKeysHint')}</p>
      <KeyTable
        rows={pageActs.map((act) => ({ id: act, act: nameOf(act), keys: showKey(keys[act]) }))}
        changing={{
          choose: chooseKey,
          onChosen(id, key) {
            const act = pageActs.find((one) => one === id);
            if (act !== undefined) assign(act, key);
          },
          onRefused: (reason) => acts.tell(({ t }) => t(`keyRefused_${reason}`)),
          onCancelled: () => acts.tell(({ t }) => t('keyKept')),
        }}
      />
      <p>
        <button
          type="button"
          class="button"
          onClick={() => change({ keys: defaultPageKeys }, ({ t }) => t('optionsKeysAreUsual'), { keys })}
        >
          {t('optionsKeysReset')}
        </button>
      </p>
      <Told acts={acts} />
    </>
  );
}
