import { fromBase64, toBase64 } from './codec.ts';

/** Text, compressed, with the SHA-256 of the compressed bytes: both in base64, so that every store takes it. */
export type Packed = { readonly sum: string; readonly data: string };

/** Said of a packed text that is not what was packed. */
export class DamagedCopy extends Error {
  override readonly name = 'DamagedCopy';
}

/** Compresses a text and seals it. */
export async function pack(text: string): Promise<Packed> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return { sum: await sumOf(bytes), data: toBase64(bytes) };
}

/** The text again. @throws {DamagedCopy} when it is not what was packed, down to the bit. */
export async function unpack(packed: unknown): Promise<string> {
  if (!isPacked(packed)) throw new DamagedCopy('nothing of a copy where one should be');
  try {
    const bytes = fromBase64(packed.data);
    if ((await sumOf(bytes)) !== packed.sum) throw new DamagedCopy('a copy differs from its checksum');
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await new Response(stream).text();
  } catch (error) {
    if (error instanceof DamagedCopy) throw error;
    throw new DamagedCopy('a copy cannot be read', { cause: error });
  }
}

async function sumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Whether a value has the shape of what `pack` makes. */
export function isPacked(value: unknown): value is Packed {
  if (typeof value !== 'object' || value === null || !('sum' in value) || !('data' in value)) return false;
  return typeof value.sum === 'string' && typeof value.data === 'string';
}
