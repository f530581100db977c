/**
 * A binary range coder with probabilities that adapt, as LZMA has one (https://www.7-zip.org/sdk.html, specification of
 * LZMA): bits that are mostly alike take little room, which Gzip's Huffman codes cannot do below one bit each.
 */
const probabilityBits = 11;
const even = 2 ** (probabilityBits - 1);
/** How fast probabilities follow: higher is slower and closer where what is coded is alike throughout. */
const inertia = 6;
const top = 2 ** 24;

/** Probabilities of zero for so many contexts. */
export function startProbabilities(count: number): Uint16Array {
  return new Uint16Array(count).fill(even);
}

/** Writes bits, each in a context whose probability adapts. */
export class RangeEncoder {
  private readonly bytes: number[] = [];
  private low = 0;
  private range = 2 ** 32 - 1;

  encode(bit: number, probabilities: Uint16Array, context: number): void {
    const probability = probabilities[context] ?? even;
    const bound = (this.range >>> probabilityBits) * probability;
    if (bit === 0) {
      this.range = bound;
      probabilities[context] = probability + ((2 ** probabilityBits - probability) >> inertia);
    } else {
      this.low += bound;
      this.range -= bound;
      probabilities[context] = probability - (probability >> inertia);
    }
    if (this.low >= 2 ** 32) this.carry();
    while (this.range < top) {
      this.range *= 256;
      this.shift();
    }
  }

  /** All bytes. Nothing can be written after. */
  finish(): Uint8Array {
    for (let i = 0; i < 4; i++) this.shift();
    return Uint8Array.from(this.bytes);
  }

  private shift(): void {
    this.bytes.push(Math.floor(this.low / top));
    this.low = (this.low % top) * 256;
  }

  private carry(): void {
    this.low -= 2 ** 32;
    let i = this.bytes.length - 1;
    for (; this.bytes[i] === 255; i--) this.bytes[i] = 0;
    this.bytes[i] = (this.bytes[i] ?? 0) + 1;
  }
}

/** Reads the bits that an encoder wrote, asked for with the same contexts in the same order. */
export class RangeDecoder {
  private readonly bytes: Uint8Array;
  private at = 0;
  private code = 0;
  private range = 2 ** 32 - 1;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    for (let i = 0; i < 4; i++) this.code = this.code * 256 + this.next();
  }

  /** Whether more was read than there is, by more than the coder looks ahead. */
  get isExhausted(): boolean {
    return this.at > this.bytes.length;
  }

  decode(probabilities: Uint16Array, context: number): number {
    const probability = probabilities[context] ?? even;
    const bound = (this.range >>> probabilityBits) * probability;
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      probabilities[context] = probability + ((2 ** probabilityBits - probability) >> inertia);
    } else {
      this.code -= bound;
      this.range -= bound;
      probabilities[context] = probability - (probability >> inertia);
      bit = 1;
    }
    while (this.range < top) {
      this.range *= 256;
      this.code = this.code * 256 + this.next();
    }
    return bit;
  }

  private next(): number {
    return this.bytes[this.at++] ?? 0;
  }
}
