import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from './poll.ts';

/** The text of a downloaded file, once the browser has given it its name; that it does when all is written. */
export async function readDownload(folder: string, fileName: string): Promise<string> {
  await poll(async () => (await readdir(folder)).includes(fileName), { what: `the download of ${fileName}` });
  // Firefox reserves the name with an empty file before it writes.
  return await poll(() => readFile(join(folder, fileName), 'utf8'), { what: `the contents of ${fileName}` });
}
