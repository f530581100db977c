import type { Library } from './database.ts';

/** Runs work in one transaction over everything that an act can change: all of it is stored, or nothing. */
export async function writeAll<T>(library: Library, work: () => Promise<T>): Promise<T> {
  const tables = [library.pages, library.annotations, library.entities, library.acts, library.versions];
  return await library.transaction('rw', tables, work);
}
