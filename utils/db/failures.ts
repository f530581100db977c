import { Failure } from '../model/failure.ts';

const namesOfFullDisk = new Set(['QuotaExceededError', 'NS_ERROR_FILE_NO_DEVICE_SPACE']);

/**
 * Runs a piece of storage work and names what went wrong in words a reader can be told.
 * @throws {Failure} `storageFull`, `storageOutdated` or `storageFailed`; a `Failure` passes as it is.
 */
export async function withStorageFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(error);
  }
}

/** The failure to tell a reader about, from anything that storage threw. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const names = namesOf(error);
  if (names.some((name) => namesOfFullDisk.has(name))) return new Failure('storageFull', { cause: error });
  // A database that failed to open answers every later call as closed, with the reason inside; closed without
  // one, it was closed for a newer version.
  const isClosed = names.length > 0 && names.every((name) => name === 'DatabaseClosedError');
  const isOutdated = isClosed || names.includes('VersionError');
  if (isOutdated) return new Failure('storageOutdated', { cause: error });
  console.error(error);
  return new Failure('storageFailed', { cause: error });
}

/** Dexie wraps the browser's error in `inner`; an AbortError hides the quota error there. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && names.length < 5) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}
