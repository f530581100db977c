import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** An entry point of the built extension and the bytes that its scripts and styles come to. */
export type EntrySize = { readonly entry: string; readonly bytes: number; readonly gzipBytes: number };

/** What every annotated page pays: the content script with Readability in it, in bytes. */
export const contentScriptLimit = 60 * 1024;

const entries = [
  'content-scripts/annotator.js',
  'content-scripts/page-ui.js',
  'background.js',
  'proposal-worker.js',
  'popup.html',
  'sidepanel.html',
  'card.html',
  'keys.html',
  'options.html',
];

/** The sizes of every entry point in a build folder, each file compressed by itself with gzip's best level. */
export function readEntrySizes(folder: string): EntrySize[] {
  return entries.map((entry) => {
    const files = entry.endsWith('.html') ? filesOfPage(folder, entry) : [entry];
    const contents = files.map((file) => readFileSync(join(folder, file)));
    return {
      entry,
      bytes: sum(contents.map((content) => content.length)),
      gzipBytes: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
    };
  });
}

/** A page's own file and every script and style it loads, also the scripts that its scripts import. Workers count for themselves. */
function filesOfPage(folder: string, page: string): string[] {
  const files = new Set([page]);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/["'](\.{0,2}\/[\w./-]+\.(?:js|css))["']/gu)) {
      const found = path.startsWith('/') ? path.slice(1) : join(dirname(file), path);
      if (!entries.includes(found)) files.add(found);
    }
  }
  return [...files];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
