import type { Weights } from './chain.ts';
import { labelCount } from './labels.ts';

/** `PME` and the version of the format. */
const magic = 0x01454d50;
const headerLength = 16;
/** Weights are kept in steps from -15 to 15, and only those that are not zero: 5 bits and the gap before. */
const highest = 15;

/**
 * Weights as bytes. Each weight is the sign times the root of its share of the largest, in 15 steps: small weights
 * are many and matter, and cutting off large ones costs accuracy. Gaps and values lie apart, for gzip's sake.
 */
export function encodeModel({ weights, steps }: Weights): Uint8Array {
  const top = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 1e-6);
  const gaps: number[] = [];
  const values: number[] = [];
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const value = Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / top) * highest);
    if (value === 0) continue;
    let gap = i - last - 1;
    for (; gap >= 255; gap -= 255) gaps.push(255);
    gaps.push(gap);
    values.push(value + 128);
    last = i;
  }
  const bytes = new Uint8Array(headerLength + steps.length * 4 + gaps.length + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, Math.log2(weights.length), true);
  view.setFloat32(8, top, true);
  view.setUint32(12, gaps.length, true);
  for (const [i, step] of steps.entries()) view.setFloat32(headerLength + i * 4, step, true);
  bytes.set(gaps, headerLength + steps.length * 4);
  bytes.set(values, headerLength + steps.length * 4 + gaps.length);
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
  const gapCount = view.getUint32(12, true);
  if (bits > 24 || start + gapCount > bytes.length) throw new RangeError('expected a whole model of names');
  const top = view.getFloat32(8, true);
  const steps = Float32Array.from({ length: stepCount }, (_, i) =>
    view.getFloat32(headerLength + i * 4, true),
  );
  const weights = new Float32Array(2 ** bits);
  let at = -1;
  let value = start + gapCount;
  for (let i = start; i < start + gapCount; i++) {
    const gap = bytes[i] ?? 0;
    at += gap;
    if (gap === 255) continue;
    at++;
    const share = ((bytes[value++] ?? 128) - 128) / highest;
    if (at < weights.length) weights[at] = Math.sign(share) * share * share * top;
  }
  return { weights, steps, labelCount };
}
