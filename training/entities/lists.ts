import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setNames, stemOf } from '../../utils/entities/tagger/name-sets.ts';

/** The lists of names that the sets are made of, by class, lower-cased. */
export function readLists(folder = join(import.meta.dirname, 'lists')): Record<string, string[]> {
  const read = (file: string): string[] =>
    readFileSync(join(folder, `${file}.txt`), 'utf8')
      .split('\n')
      .map((line) => line.trim().toLowerCase().normalize('NFC'))
      .filter((line) => line !== '');
  return Object.fromEntries(
    setNames.map((name) => {
      if (name === 'organisation') return [name, [...read(name), ...read('organisation-own')]];
      return [name, name.startsWith('sense-') ? read(name).map(stemOf) : read(name)];
    }),
  );
}
