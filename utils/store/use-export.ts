import { useState } from 'preact/hooks';
import type { Library } from '../db/database.ts';
import { withStorageFailures } from '../db/failures.ts';
import type { ExportChoice } from '../export/choice.ts';
import type { Translator } from '../i18n/translator.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';
import { copyText, saveFile } from './deliver.ts';
import { exportNotes, type ExportedNotes } from './export-notes.ts';

/** Takes notes out of the library, to a file or the clipboard. */
export type Exporter = {
  /** What came of the last export, as a sentence; empty before. */
  readonly message: string;
  readonly failure: FailureCode | null;
  readonly save: (choice: ExportChoice) => Promise<void>;
  readonly copy: (choice: ExportChoice) => Promise<void>;
};

/** Exports notes to a file or to the clipboard and tells how it went. */
export function useExport(library: Library, pageId: string | null, translator: Translator): Exporter {
  const [message, setMessage] = useState('');
  const [failure, setFailure] = useState<FailureCode | null>(null);

  async function deliver(
    choice: ExportChoice,
    hand: (notes: ExportedNotes) => Promise<string> | string,
  ): Promise<void> {
    setFailure(null);
    setMessage('');
    try {
      const notes = await withStorageFailures(() => exportNotes(library, { ...choice, pageId }, translator));
      setMessage(notes === null ? translator.t('exportEmpty') : await hand(notes));
    } catch (error) {
      setFailure(failureCodeOf(error));
    }
  }

  return {
    message,
    failure,
    save: async (choice) =>
      await deliver(choice, (notes) => {
        saveFile(notes);
        return translator.t('exportSaved', notes.fileName);
      }),
    copy: async (choice) =>
      await deliver(choice, async (notes) => {
        await copyText(notes.text);
        return translator.t('exportCopied');
      }),
  };
}
