import type { LearnedRows } from '../db/learned.ts';
import { createFileName } from '../export/file-name.ts';
import type { ExportedNotes } from './export-notes.ts';

/** What was learned as a file: names with their counts, decisions by article, weights by language. */
export function exportLearned(rows: LearnedRows): ExportedNotes {
  return {
    // Typed arrays would become objects with a key for each number.
    text: JSON.stringify(
      { format: 'pressmark-learned', version: 1, rows },
      (_, value: unknown) =>
        value instanceof Int32Array || value instanceof Float32Array ? Array.from(value) : value,
      1,
    ),
    fileName: createFileName('Pressmark learned', 'json'),
    mediaType: 'application/json',
  };
}
