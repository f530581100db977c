import type { JSX } from 'preact';
import { FailureNotice } from '../../../components/Notice.tsx';
import { Told, useActs } from '../../../components/options/told.tsx';
import { TrashList, type TrashRow } from '../../../components/options/TrashList.tsx';
import { listDeleted } from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { readPage } from '../../../utils/db/pages.ts';
import { callExtension } from '../../../utils/messaging/send.ts';
import { quoteOf } from '../../../utils/model/annotation.ts';
import { articleOf } from '../../../utils/model/page.ts';
import { useLive } from '../../../utils/store/use-live.ts';

/** As many as one can look through; older ones come up as these go. */
const trashShown = 200;

/** What was deleted and can still be had back. */
export function Trash({ library }: { readonly library: Library }): JSX.Element {
  const acts = useActs();
  const deleted = useLive(async () => await listTrash(library), []);
  return (
    <>
      {deleted.state === 'failed' && <FailureNotice code={deleted.code} />}
      {deleted.state === 'ready' && (
        <TrashList
          rows={deleted.value}
          onRestore={(id) =>
            void acts.run(
              async () => await callExtension('restoreAnnotation', { id }),
              ({ t }) => t('restored'),
            )
          }
        />
      )}
      <Told acts={acts} />
    </>
  );
}

async function listTrash(library: Library): Promise<TrashRow[]> {
  const annotations = await listDeleted(library, trashShown);
  return await Promise.all(
    annotations.map(async (annotation) => {
      const page = await readPage(library, annotation.pageId);
      const article = page === null ? null : articleOf(page);
      return {
        id: annotation.id,
        quote: quoteOf(annotation),
        lang: article?.lang ?? undefined,
        title: article?.title ?? '',
        deleted: annotation.deleted ?? '',
      };
    }),
  );
}
