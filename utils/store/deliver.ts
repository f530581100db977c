import { Failure } from '../model/failure.ts';
import type { ExportedNotes } from './export-notes.ts';

/** Hands an export to the browser's download. */
export function saveFile({ text, fileName, mediaType }: ExportedNotes): void {
  saveBlob(new Blob([text], { type: `${mediaType};charset=utf-8` }), fileName);
}

/** Hands anything to the browser's download, which needs no permission from a page of ours. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken its own hold of the blob once the click's task is over; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Copies an export.
 * @throws {Failure} `clipboard` when the browser refuses.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    throw new Failure('clipboard', { cause: error });
  }
}
