import { browser } from '#imports';
import type { JSX } from 'preact';
import { KeyTable, type KeyRow } from '../../../components/options/KeyTable.tsx';
import { Told, useActs } from '../../../components/options/told.tsx';
import { useText } from '../../../components/text.ts';
import { nameOfCommand } from '../../../utils/i18n/names.ts';
import { chooseChord } from '../../../utils/model/key-press.ts';
import { useCommands } from '../../../utils/store/use-commands.ts';
import { sayUndone } from '../settings-acts.ts';

/** Firefox lets an extension change its own shortcuts. */
type ChangeableCommands = {
  update(command: { readonly name: string; readonly shortcut: string }): Promise<void>;
  reset(name: string): Promise<void>;
};

const changeable = ((): ChangeableCommands | null =>
  'update' in browser.commands ? (browser.commands as unknown as ChangeableCommands) : null)();

const isMac = navigator.userAgent.includes('Mac OS');

/** The shortcuts that work on every page, which belong to the browser. */
export function Commands(): JSX.Element {
  const text = useText();
  const { t } = text;
  const acts = useActs();
  const { commands: known, reload } = useCommands();
  const commands = known.map(({ id, about, keys }) => ({ id, act: nameOfCommand(id, about, text), keys }));

  function change(
    row: KeyRow,
    shortcut: string,
    commands: ChangeableCommands,
    rows: readonly KeyRow[],
  ): void {
    if (shortcut === row.keys) return acts.tell(({ t }) => t('keyKept'));
    const holder = shortcut === '' ? undefined : rows.find(({ keys }) => keys === shortcut);
    if (holder !== undefined) return acts.tell(({ t }) => t('chordTaken', shortcut, holder.act));
    const set = (shortcut: string) => async (): Promise<void> => {
      await commands.update({ name: row.id, shortcut });
      await reload();
    };
    void set(shortcut)().then(
      () =>
        acts.run(
          async () => {},
          ({ t }) => (shortcut === '' ? t('keySwitchedOff', row.act) : t('keyChanged', row.act, shortcut)),
          { work: set(row.keys), say: sayUndone },
        ),
      (error: unknown) => {
        console.warn(error);
        acts.tell(({ t }) => t('chordFailed', shortcut));
      },
    );
  }

  function reset({ id, act, keys }: KeyRow, commands: ChangeableCommands): void {
    void acts.run(
      async () => {
        await commands.reset(id);
        await reload();
      },
      ({ t }) => `${act}: ${t('optionsKeysAreUsual')}`,
      {
        work: async () => {
          await commands.update({ name: id, shortcut: keys });
          await reload();
        },
        say: sayUndone,
      },
    );
  }

  return (
    <>
      <h3>{t('optionsCommands')}</h3>
      <p class="hint">{t(changeable === null ? 'optionsShortcutsHint' : 'optionsCommandsHint')}</p>
      <KeyTable
        rows={commands}
        {...(changeable === null
          ? {}
          : {
              changing: {
                choose: (press) => chooseChord(press, isMac),
                onChosen(id, shortcut) {
                  const row = commands.find((one) => one.id === id);
                  if (row !== undefined) change(row, shortcut, changeable, commands);
                },
                onRefused: (reason) => acts.tell(({ t }) => t(`chordRefused_${reason}`)),
                onCancelled: () => acts.tell(({ t }) => t('keyKept')),
                renderMore: (row) => (
                  <button
                    type="button"
                    class="button"
                    aria-label={t('shortcutResetName', row.act)}
                    onClick={() => reset(row, changeable)}
                  >
                    {t('shortcutReset')}
                  </button>
                ),
              },
            })}
      />
      {changeable === null && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
          >
            {t('optionsShortcutsOpen')}
          </button>
        </p>
      )}
      <Told acts={acts} />
    </>
  );
}
