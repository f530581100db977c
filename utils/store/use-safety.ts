import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../backup/index.ts';
import { callExtension } from '../messaging/send.ts';
import type { Safety } from '../model/safety.ts';
import { saveBlob } from './deliver.ts';

/** How the library is kept safe, `null` until it is known, and what asks anew. */
export type SafetyWatch = { readonly safety: Safety | null; readonly refresh: () => Promise<void> };

/** How the library is kept safe, asked once and whenever `refresh` is called. */
export function useSafety(): SafetyWatch {
  const [safety, setSafety] = useState<Safety | null>(null);
  async function refresh(): Promise<void> {
    setSafety(await callExtension('readSafety', null));
  }
  useEffect(() => {
    // Without an answer nothing is said of it: everything else on the page says what is wrong by itself.
    refresh().catch((error: unknown) => console.warn(error));
  }, []);
  return { safety, refresh };
}

/** What was left of a damaged library, as a file of the browser's downloads: one row a line, compressed. */
export async function saveRemains(): Promise<void> {
  const { gzip } = await callExtension('readRemains', null);
  if (gzip === null) return;
  saveBlob(new Blob([fromBase64(gzip)], { type: 'application/gzip' }), 'pressmark-remains.ndjson.gz');
}
