import type { JSX } from 'preact';
import { FailureNotice } from '../../../components/Notice.tsx';
import { CopyFacts } from '../../../components/options/CopyFacts.tsx';
import { StorageFacts } from '../../../components/options/StorageFacts.tsx';
import { Told, useActs } from '../../../components/options/told.tsx';
import { countLibrary } from '../../../utils/db/counts.ts';
import type { Library } from '../../../utils/db/database.ts';
import { callExtension } from '../../../utils/messaging/send.ts';
import { useLive } from '../../../utils/store/use-live.ts';
import { useSafety } from '../../../utils/store/use-safety.ts';
import { useStorage } from '../../../utils/store/use-storage.ts';
import { LossView } from '../../../utils/views/LossView.tsx';

/** How much is kept, how much room that takes, and whether it stays. */
export function Storage({ library }: { readonly library: Library }): JSX.Element {
  const acts = useActs();
  const counts = useLive(async () => await countLibrary(library), []);
  const { bytes, isPersistent, persist } = useStorage(counts);

  const { safety, refresh } = useSafety();

  async function ask(): Promise<void> {
    const isKept = await persist();
    acts.tell(({ t }) => t(isKept ? 'optionsStorageAgreed' : 'optionsStorageRefused'));
  }

  async function copy(): Promise<void> {
    await callExtension('makeCopy', null);
    await refresh();
  }

  return (
    <>
      <LossView safety={safety} refresh={refresh} />
      {counts.state === 'failed' && <FailureNotice code={counts.code} />}
      {counts.state === 'ready' && (
        <StorageFacts
          counts={counts.value}
          bytes={bytes}
          isPersistent={isPersistent}
          onPersist={() => void ask()}
        />
      )}
      {safety !== null && (
        <CopyFacts
          safety={safety}
          isBusy={acts.isBusy}
          onCopy={() => void acts.run(copy, ({ t }) => t('copiesMade'))}
        />
      )}
      <Told acts={acts} />
    </>
  );
}
