import type { JSX } from 'preact';
import { ExportPanel } from '../../../components/ExportPanel.tsx';
import { FailureNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../components/text.ts';
import type { Library } from '../../../utils/db/database.ts';
import { useExport } from '../../../utils/store/use-export.ts';

/** Takes everything along. */
export function Notes({ library }: { readonly library: Library }): JSX.Element {
  const text = useText();
  const { message, failure, save, copy } = useExport(library, null, text);
  return (
    <>
      <p class="hint">{text.t('optionsExportHint')}</p>
      <ExportPanel
        hasArticle={false}
        onSave={(choice) => void save(choice)}
        onCopy={(choice) => void copy(choice)}
      />
      {failure !== null && <FailureNotice code={failure} />}
      <div class="told">
        <p role="status">{message}</p>
      </div>
    </>
  );
}
