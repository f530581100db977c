import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../backup/index.ts';
import { callExtension } from '../messaging/send.ts';
import type { Safety } from '../model/safety.ts';

/** How the library is kept safe, asked once and whenever `refresh` is called; `null` until it is known. */
export function useSafety(): { readonly safety: Safety | null; readonly refresh: () => Promise<void> } {
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
  const url = URL.createObjectURL(new Blob([fromBase64(gzip)], { type: 'application/gzip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'pressmark-remains.ndjson.gz';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
