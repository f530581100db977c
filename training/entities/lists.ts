import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameClasses } from '../../utils/entities/tagger/name-sets.ts';

/** The lists of names that the sets are made of, by class, lower-cased. */
export function readLists(folder = join(import.meta.dirname, 'lists')): Record<string, string[]> {
  const read = (file: string): string[] =>
    readFileSync(join(folder, `${file}.txt`), 'utf8')
      .split('\n')
      .map((line) => line.trim().toLowerCase().normalize('NFC'))
      .filter((line) => line !== '');
  return Object.fromEntries(
    nameClasses.map((name) => [
      name,
      name === 'organisation' ? [...read(name), ...read('organisation-own')] : read(name),
    ]),
  );
}
