import type { Phrases } from '../phrases.ts';
import { isCapital } from '../tagger/shape.ts';
import type { RuleSpan, RuleText, Sentence } from './types.ts';
import type { Vocabulary } from './vietnamese-words.ts';

/** A sentence of Vietnamese as its rules read it: words against the vocabulary, and what was found so far. */
export class VietnameseSentence {
  readonly text: RuleText;
  readonly sentence: Sentence;
  readonly v: Vocabulary & { readonly countries: Phrases };
  readonly spans: RuleSpan[] = [];

  constructor(text: RuleText, sentence: Sentence, v: Vocabulary & { readonly countries: Phrases }) {
    this.text = text;
    this.sentence = sentence;
    this.v = v;
  }

  /** Whether a token of the sentence begins with a capital. */
  isCapital(i: number): boolean {
    return i < this.sentence.to && i >= this.sentence.from && isCapital(this.text.shapes[i] ?? '');
  }

  /** The number of words of the longest phrase of a table at `i`; 0 for none. */
  phrase(table: Phrases, i: number): number {
    const n = table.lengthAt(this.text.lowers, i);
    return i + n > this.sentence.to ? 0 : n;
  }

  /** The end of the capitalised words from `i` on. */
  runEnd(i: number): number {
    let end = i;
    while (this.isCapital(end) && this.text.shapes[end] !== 'X.') end++;
    return end;
  }

  /** A listed place at `i`: as many words, all of them with capitals; 0 for none. */
  placeAt(i: number): number {
    const n = Math.max(this.phrase(this.v.places, i), this.phrase(this.v.countries, i));
    if (n === 0) return 0;
    if (this.isCapital(i)) {
      const isEnough = n === 1 || this.isCapital(i + n - 1);
      return isEnough ? n : 0;
    }
    return n > 1 && /^(?:miền|châu|xứ)$/u.test(this.text.lowers[i] ?? '') && this.isCapital(i + 1) ? n : 0;
  }

  /** Whether a surname with more behind it stands at `i`. */
  isPersonAt(i: number): boolean {
    const n = this.phrase(this.v.surnames, i);
    return n > 0 && this.isCapital(i) && this.isCapital(i + n) && this.placeAt(i) === 0;
  }
}
