import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RangeDecoder,
  RangeEncoder,
  startProbabilities,
} from '../../../utils/entities/tagger/range-coder.ts';

const contextCount = 3;

function encode(bits: readonly (readonly [number, number])[]): Uint8Array {
  const coder = new RangeEncoder();
  const contexts = startProbabilities(contextCount);
  for (const [bit, context] of bits) coder.encode(bit, contexts, context);
  return coder.finish();
}

function decode(bytes: Uint8Array, contexts: readonly number[]): { bits: number[]; isExhausted: boolean } {
  const coder = new RangeDecoder(bytes);
  const probabilities = startProbabilities(contextCount);
  const bits = contexts.map((context) => coder.decode(probabilities, context));
  return { bits, isExhausted: coder.isExhausted };
}

describe('range coder', () => {
  it('gives back all bits, whatever they are', () => {
    const bit = fc.tuple(fc.constantFrom(0, 1), fc.nat({ max: contextCount - 1 }));
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 4000 }), (bits) => {
        const found = decode(
          encode(bits),
          bits.map(([, context]) => context),
        );
        expect(found).toEqual({ bits: bits.map(([value]) => value), isExhausted: false });
      }),
      { numRuns: 60 },
    );
  });

  it('carries over into the bytes before', () => {
    // Rare ones after a long row of likely zeros push the lower bound over a row of full bytes.
    const bits = Array.from({ length: 60_000 }, (_, i) => [i % 97 === 0 ? 1 : 0, 0] as const);
    const found = decode(
      encode(bits),
      bits.map(([, context]) => context),
    );
    expect(found.bits).toEqual(bits.map(([value]) => value));
  });

  it('takes little room for bits that are mostly alike', () => {
    const bits = Array.from({ length: 80_000 }, (_, i) => [i % 100 === 0 ? 1 : 0, 0] as const);
    // The entropy is 0.081 bits each.
    expect(encode(bits).length).toBeLessThan(80_000 * 0.105 * 0.125);
  });

  it('tells when there is less than was asked for', () => {
    const bits = Array.from({ length: 800 }, (_, i) => [i % 2, 0] as const);
    const bytes = encode(bits);
    expect(
      decode(
        bytes.subarray(0, 40),
        bits.map(() => 0),
      ).isExhausted,
    ).toBe(true);
  });
});
