import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What may happen to files while the browser is closed. `profile`: the folder of Chromium's profile. */
export type Damage = {
  readonly name: string;
  /** Whether everything must be back; else no more may be missing than the copies can know. */
  readonly work: (profile: string, extensionId: string) => Promise<void>;
};

function database(profile: string, id: string): string {
  return join(profile, 'Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
}

async function largest(folder: string, ending: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  const sized = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
  );
  const found = sized.toSorted((a, b) => b.size - a.size)[0];
  if (found === undefined) throw new Error(`expected a ${ending} file in ${folder}`);
  return join(folder, found.name);
}

export const damages: readonly Damage[] = [
  {
    name: 'database deleted',
    work: async (profile, id) => await rm(database(profile, id), { recursive: true }),
  },
  {
    name: 'half of the log cut off',
    async work(profile, id) {
      const log = await largest(database(profile, id), '.log');
      await truncate(log, Math.floor((await stat(log)).size / 2));
    },
  },
  {
    name: 'log with flipped bytes',
    async work(profile, id) {
      const log = await largest(database(profile, id), '.log');
      const bytes = await readFile(log);
      for (let at = Math.floor(bytes.length / 3); at < bytes.length; at += 997) {
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      }
      await writeFile(log, bytes);
    },
  },
  {
    name: 'log emptied',
    work: async (profile, id) => await truncate(await largest(database(profile, id), '.log'), 0),
  },
  {
    name: 'manifest of garbage',
    async work(profile, id) {
      const folder = database(profile, id);
      for (const name of await readdir(folder)) {
        if (name.startsWith('MANIFEST')) await writeFile(join(folder, name), 'garbage'.repeat(50));
      }
    },
  },
  {
    name: 'copies deleted, database whole',
    work: async (profile, id) =>
      await rm(join(profile, 'Default', 'Local Extension Settings', id), { recursive: true, force: true }),
  },
];
