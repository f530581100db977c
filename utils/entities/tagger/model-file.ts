import type { Weights } from './chain.ts';
import { labelCount } from './labels.ts';
import { RangeDecoder, RangeEncoder, startProbabilities } from './range-coder.ts';

/** `PME` and the version of the format. */
const magic = 0x02454d50;
const headerLength = 12;
/** Weights are kept in steps from -15 to 15. */
const magnitudeBits = 4;
const highest = 2 ** magnitudeBits - 1;

/** Contexts of the coder: whether a weight is zero, its sign, and the bits of its size, each after those before. */
const isUsed = 0;
const isNegative = 1;
const sizeBits = 2;
const contextCount = sizeBits + 2 ** magnitudeBits;

/**
 * Weights as bytes. Each weight is the sign times the root of its share of the largest, in 15 steps: small weights
 * are many and matter, and cutting off large ones costs accuracy. Most are zero, so a range coder packs them closer
 * than gaps between them would be.
 */
export function encodeModel({ weights, steps }: Weights): Uint8Array {
  const top = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 1e-6);
  const coder = new RangeEncoder();
  const contexts = startProbabilities(contextCount);
  for (const weight of weights) {
    const size = Math.round(Math.sqrt(Math.abs(weight) / top) * highest);
    coder.encode(size === 0 ? 0 : 1, contexts, isUsed);
    if (size === 0) continue;
    coder.encode(weight < 0 ? 1 : 0, contexts, isNegative);
    for (let node = 1, bit = magnitudeBits - 1; bit >= 0; bit--) {
      const value = (size >> bit) & 1;
      coder.encode(value, contexts, sizeBits + node);
      node = node * 2 + value;
    }
  }
  const coded = coder.finish();
  const bytes = new Uint8Array(headerLength + steps.length * 4 + coded.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, Math.log2(weights.length), true);
  view.setFloat32(8, top, true);
  for (const [i, step] of steps.entries()) view.setFloat32(headerLength + i * 4, step, true);
  bytes.set(coded, headerLength + steps.length * 4);
  return bytes;
}

/** Weights from their bytes. @throws RangeError when the bytes are no model of this version, or cut short. */
export function decodeModel(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stepCount = (labelCount + 1) * labelCount;
  const start = headerLength + stepCount * 4;
  if (bytes.length < start || view.getUint32(0, true) !== magic)
    throw new RangeError('expected a model of names');
  const bits = view.getUint32(4, true);
  if (bits > 24) throw new RangeError(`expected a table of at most 2^24 weights, got 2^${bits}`);
  const top = view.getFloat32(8, true);
  const steps = Float32Array.from({ length: stepCount }, (_, i) =>
    view.getFloat32(headerLength + i * 4, true),
  );
  const weights = new Float32Array(2 ** bits);
  const coder = new RangeDecoder(bytes.subarray(start));
  const contexts = startProbabilities(contextCount);
  for (let i = 0; i < weights.length; i++) {
    if (coder.decode(contexts, isUsed) === 0) continue;
    const sign = coder.decode(contexts, isNegative) === 1 ? -1 : 1;
    let node = 1;
    for (let bit = 0; bit < magnitudeBits; bit++) node = node * 2 + coder.decode(contexts, sizeBits + node);
    const share = (node - 2 ** magnitudeBits) / highest;
    weights[i] = sign * share * share * top;
    if (coder.isExhausted) throw new RangeError('expected a whole model of names');
  }
  if (coder.isExhausted) throw new RangeError('expected a whole model of names');
  return { weights, steps, labelCount };
}
