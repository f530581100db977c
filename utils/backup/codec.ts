/** The kinds of bytes that a row may hold. */
const views = {
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
};

/**
 * A row as JSON. Rows hold plain data; bytes and arrays of numbers, which JSON has no word for, go as base64 behind a
 * key of our own. Two equal rows give equal texts as long as their keys were set in the same order, which stores keep.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof ArrayBuffer) return { [bytesKey]: toBase64(new Uint8Array(part)), as: 'ArrayBuffer' };
    if (!ArrayBuffer.isView(part)) return part;
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    return { [bytesKey]: toBase64(bytes), as: part.constructor.name };
  });
}

/** What `toJson` was given. @throws {SyntaxError} for text that is no JSON. */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || !(bytesKey in part)) return part;
    const { [bytesKey]: bytes, as } = part as Record<string, unknown>;
    if (typeof bytes !== 'string' || typeof as !== 'string') return part;
    const { buffer } = fromBase64(bytes);
    const View = Object.hasOwn(views, as) ? views[as as keyof typeof views] : null;
    return View === null ? buffer : new View(buffer);
  });
}

const bytesKey = '$pressmark-bytes';
/** As many arguments as a call takes in every engine. */
const stretch = 8192;

/** Base64 by the two functions that every supported browser has. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += stretch) {
    binary += String.fromCharCode(...bytes.subarray(at, at + stretch));
  }
  return btoa(binary);
}

/** The bytes behind `toBase64`. @throws {DOMException} for text that is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
}
