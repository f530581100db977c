import type { JSX } from 'preact';
import { LearnedFacts } from '../../../components/options/LearnedFacts.tsx';
import { Switches } from '../../../components/options/Switches.tsx';
import { Told } from '../../../components/options/told.tsx';
import { FailureNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../components/text.ts';
import type { Library } from '../../../utils/db/database.ts';
import { withStorageFailures } from '../../../utils/db/failures.ts';
import { forgetLearned, readLearned, recallLearned, summariseLearned } from '../../../utils/db/learned.ts';
import { callExtension } from '../../../utils/messaging/send.ts';
import type { NamedEntity } from '../../../utils/model/view.ts';
import { saveFile } from '../../../utils/store/deliver.ts';
import { exportLearned } from '../../../utils/store/export-learned.ts';
import { useLive } from '../../../utils/store/use-live.ts';
import { sayUndone, useSettingsActs } from '../settings-acts.ts';
import { ModelSwitch } from './ModelSwitch.tsx';

/** What was learned of what the reader kept and rejected. */
export function Learned({ library }: { readonly library: Library }): JSX.Element {
  const { t } = useText();
  const { settings, acts, change } = useSettingsActs();
  const learned = useLive(
    async () => ({ ...(await summariseLearned(library)), rows: await library.learned.count() }),
    [],
  );

  const allow =
    ({ name, type }: NamedEntity, isAllowed: boolean) =>
    async (): Promise<unknown> =>
      await callExtension('allowName', { name, type, isAllowed });

  function forget(): void {
    // Gone from the disk at once; the way back is as long as this page is open.
    let forgotten: Parameters<typeof recallLearned>[1] = [];
    void acts.run(
      async () => {
        forgotten = await withStorageFailures(async () => await forgetLearned(library));
      },
      ({ t }) => t('learnedForgotten'),
      {
        work: async () => await withStorageFailures(async () => await recallLearned(library, forgotten)),
        say: sayUndone,
      },
    );
  }

  return (
    <>
      <p class="hint">{t('optionsLearnedHint')}</p>
      <Switches
        names={['learns']}
        settings={settings}
        onSwitch={(name, isOn) =>
          change({ [name]: isOn }, ({ t }) => t(isOn ? 'settingOn' : 'settingOff', t(`setting_${name}`)))
        }
      />
      <ModelSwitch settings={settings} acts={acts} change={change} />
      {learned.state === 'failed' && <FailureNotice code={learned.code} />}
      {learned.state === 'ready' && (
        <LearnedFacts
          count={learned.value.count}
          silenced={learned.value.silenced}
          hasAny={learned.value.rows > 0}
          onAllow={(one) =>
            void acts.run(allow(one, true), ({ t }) => t('learnedAllowed', one.name), {
              work: allow(one, false),
              say: sayUndone,
            })
          }
          onForget={forget}
          onExport={() =>
            void acts.run(
              async () => saveFile(exportLearned(await readLearned(library))),
              ({ t }) => t('learnedExported'),
            )
          }
        />
      )}
      <Told acts={acts} />
    </>
  );
}
