import { isCapital } from '../tagger/shape.ts';
import type { Phrases } from '../phrases.ts';
import { proposeGivenNames } from './given-names.ts';
import type { RuleSpan, RuleText, Sentence } from './types.ts';
import {
  commonAcronyms,
  namedAfterPeople,
  numbered,
  readVocabulary,
  vietnameseSyllable,
  type Vocabulary,
} from './vietnamese-words.ts';

/**
 * Proposals for Vietnamese, with stretches of no confidence where words are surely no names. A word there is several syllables written apart, names have no ending, and class words
 * say what a name is: "tỉnh", "Công ty", "ông". So a name is read from what opens it, longest words first.
 */
export function proposeVietnamese(text: RuleText, countries: Phrases): RuleSpan[] {
  const vocabulary = readVocabulary();
  const spans: RuleSpan[] = [];
  const { sentences } = text.tokens;
  for (let at = 0; at < sentences.length; at += 2) {
    const sentence = { from: sentences[at] ?? 0, to: sentences[at + 1] ?? 0 };
    if (!isLoud(text, sentence))
      spans.push(...new Reader(text, sentence, { ...vocabulary, countries }).read());
  }
  return [...spans, ...proposeGivenNames(text, spans)].toSorted((a, b) => a.from - b.from);
}

/** In a line of capitals nothing tells a name. */
function isLoud({ shapes }: RuleText, { from, to }: Sentence): boolean {
  let loud = 0;
  let quiet = 0;
  for (let i = from; i < to; i++) {
    if (shapes[i] === 'XX') loud++;
    else if (shapes[i] === 'xx') quiet++;
  }
  return loud > 3 && loud > quiet;
}

/** Nouns that laws and news write with a capital. */
const neverNames =
  /^(?:thuế|luật|bộ|nghị|chỉ|quỹ|sở|ban|cục|vụ|viện|trường|tòa|toà|hội|đội|phòng|covid|trưởng|phó|bí|nhân)$/u;

class Reader {
  private readonly text: RuleText;
  private readonly sentence: Sentence;
  private readonly v: Vocabulary & { readonly countries: Phrases };
  private readonly spans: RuleSpan[] = [];

  constructor(text: RuleText, sentence: Sentence, v: Vocabulary & { readonly countries: Phrases }) {
    this.text = text;
    this.sentence = sentence;
    this.v = v;
  }

  read(): RuleSpan[] {
    for (let i = this.sentence.from; i < this.sentence.to;) {
      const span =
        this.readEvent(i) ??
        this.readWork(i) ??
        this.readOrganisation(i) ??
        this.readPlace(i) ??
        this.readTitled(i) ??
        this.readListed(i) ??
        this.skipCommon(i) ??
        this.readRun(i);
      if (span === null) i++;
      else {
        this.spans.push(span);
        i = Math.max(span.to, i + 1);
      }
    }
    return this.spans;
  }

  private isCapital(i: number): boolean {
    return i < this.sentence.to && i >= this.sentence.from && isCapital(this.text.shapes[i] ?? '');
  }

  private phrase(table: Phrases, i: number): number {
    const n = table.lengthAt(this.text.lowers, i);
    return i + n > this.sentence.to ? 0 : n;
  }

  /** The end of the capitalised words from `i` on. */
  private runEnd(i: number): number {
    let end = i;
    while (this.isCapital(end) && this.text.shapes[end] !== 'X.') end++;
    return end;
  }

  /** A listed place at `i`: as many words, all of them with capitals; 0 for none. */
  private placeAt(i: number): number {
    const n = Math.max(this.phrase(this.v.places, i), this.phrase(this.v.countries, i));
    if (n === 0) return 0;
    if (this.isCapital(i)) {
      const isEnough = n === 1 || this.isCapital(i + n - 1);
      return isEnough ? n : 0;
    }
    return n > 1 && /^(?:miền|châu|xứ)$/u.test(this.text.lowers[i] ?? '') && this.isCapital(i + 1) ? n : 0;
  }

  private isPersonAt(i: number): boolean {
    const n = this.phrase(this.v.surnames, i);
    return n > 0 && this.isCapital(i) && this.isCapital(i + n) && this.placeAt(i) === 0;
  }

  private readEvent(i: number): RuleSpan | null {
    const n = this.phrase(this.v.events, i);
    if (n === 0 || !this.isCapital(i)) return null;
    let end = i + n;
    for (let at = end; at < this.sentence.to;) {
      const lower = this.text.lowers[at] ?? '';
      const inner =
        this.phrase(this.v.inner, at) || this.phrase(this.v.levels, at) || this.phrase(this.v.events, at);
      if (lower === 'lần' && this.text.lowers[at + 1] === 'thứ')
        end = at = Math.min(at + 3, this.sentence.to);
      else if (this.isCapital(at) || numbered.test(this.text.tokens.words[at] ?? '')) end = ++at;
      else if (/^(?:đảng|bộ|công|nghiệp|khóa)$/u.test(lower)) at++;
      else if (inner > 0) at += inner;
      else break;
    }
    const last = this.text.lowers[end - 1] ?? '';
    const isNamed = end > i + n && (numbered.test(last.toUpperCase()) || this.isCapital(end - 1));
    return isNamed ? { from: i, to: end, type: 'event', confidence: 0.6 } : null;
  }

  private readWork(i: number): RuleSpan | null {
    const n = this.phrase(this.v.works, i);
    if (n === 0 || !this.isCapital(i)) return null;
    let end = i + n;
    if (this.text.lowers[end] === 'số') end++;
    if (!/^\d/u.test(this.text.tokens.words[end] ?? '')) return null;
    while (
      end < this.sentence.to &&
      this.text.tokens.isSpaced[end + 1] === 0 &&
      /^[\p{L}\d/-]/u.test(this.text.tokens.words[end + 1] ?? '')
    )
      end++;
    return { from: i, to: Math.min(end + 1, this.sentence.to), type: 'work', confidence: 0.6 };
  }

  private readOrganisation(i: number): RuleSpan | null {
    const n = this.phrase(this.v.heads, i);
    if (n === 0) return null;
    const head = this.text.lowers.slice(i, i + n).join(' ');
    const isCapitalHead = this.isCapital(i);
    // "hãng Sony": the class word stays outside when it is a common noun there.
    const isLoose = !isCapitalHead && this.v.looseHeads.has(head);
    const end = this.organisationEnd(i + n, head);
    if (end === 0) {
      const isListed = isCapitalHead && this.v.organisations.lengthAt(this.text.lowers, i) > 0;
      return isListed ? null : this.skipCapitalHead(i, n);
    }
    return {
      from: isLoose ? i + n : i,
      to: end,
      type: 'organisation',
      confidence: isCapitalHead ? 0.75 : 0.6,
    };
  }

  /** "Công an" or "Trung tâm" alone with a capital is no run to guess from. */
  private skipCapitalHead(i: number, n: number): RuleSpan | null {
    const isPlainCapital = this.isCapital(i) && !this.isCapital(i + n) && n > 1;
    return isPlainCapital ? { from: i, to: i + n, type: 'organisation', confidence: 0 } : null;
  }

  private organisationEnd(start: number, head: string): number {
    const mayBePerson = namedAfterPeople.test(head);
    let end = 0;
    let at = start;
    while (at < this.sentence.to && at - start < 24) {
      const inner = this.phrase(this.v.inner, at);
      const place = this.placeAt(at);
      const level = this.phrase(this.v.levels, at) || this.phrase(this.v.heads, at);
      const head = this.phrase(this.v.heads, at);
      if (!mayBePerson && this.isPersonAt(at)) break;
      if (place === 0 && head > 1 && this.isCapital(at)) end = at += head;
      else if (/^(?:lần|khóa|khoá|nhiệm)$/u.test(this.text.lowers[at] ?? '') && end > 0)
        return this.ordinalEnd(at, end);
      else if (place > 0) {
        end = at += place;
        if (/^(?:lần|khóa|khoá)$/u.test(this.text.lowers[at] ?? '')) return this.ordinalEnd(at, end);
        if (this.isPersonAt(at) || !this.isCapital(at)) break;
      } else if (inner > 0) {
        at += inner;
        if (this.isCapital(at - inner)) end = at;
      } else if (this.isCapital(at)) end = ++at;
      else if (level > 0 && at + level < this.sentence.to && this.isCapital(at + level)) at += level;
      else if (level > 0 && /^(?:lần|khóa|khoá)$/u.test(this.text.lowers[at + level] ?? '')) at += level;
      else if (level > 0 && /^\d+$/u.test(this.text.lowers[at + level] ?? '')) end = at += level + 1;
      else if (/^[-–&]$/u.test(this.text.lowers[at] ?? '') && this.isCapital(at + 1) && at > start) at++;
      else if (end > 0 && /^\d{1,3}$/u.test(this.text.lowers[at] ?? '')) return at + 1;
      else break;
    }
    return end;
  }

  /** "lần thứ XX", "khóa XX" belong to the name of what was elected. */
  private ordinalEnd(at: number, end: number): number {
    const number = this.text.lowers[at + 1] === 'thứ' ? at + 2 : at + 1;
    return numbered.test(this.text.tokens.words[number] ?? '') && number < this.sentence.to
      ? number + 1
      : end;
  }

  private readPlace(i: number): RuleSpan | null {
    const n = this.phrase(this.v.placeClasses, i);
    if (n === 0) return null;
    const start = i + n;
    const type = 'place';
    const listed = this.placeAt(start);
    const word = this.text.tokens.words[start] ?? '';
    const isNumbered =
      /^\d{1,3}[A-Z]?$/u.test(word) &&
      /^(?:quận|q\.|phường|p\.|quốc lộ|ql|khu phố|tỉnh lộ|ấp|thôn|tổ)/u.test(this.text.lowers[i] ?? '');
    let end = listed > 0 ? start + listed : isNumbered ? start + 1 : this.runEnd(start);
    if (listed > 0 && this.isCapital(end) && !this.isPersonAt(end)) end = this.runEnd(end);
    if (end === start || end > this.sentence.to) return null;
    if (
      /^[-–]$/u.test(this.text.lowers[end] ?? '') &&
      this.isCapital(end + 1) &&
      this.text.tokens.isSpaced[end] === 0
    )
      end = this.runEnd(end + 1);
    const isOuter = this.v.outerClasses.has(this.text.lowers.slice(i, start).join(' '));
    // "Anh" after "hồ" or a sentence's first "Cầu": a class word with a capital in front of one more is a name itself.
    if (
      n === 1 &&
      this.isCapital(i) &&
      this.text.tokens.isInitial[i] === 0 &&
      !/^(?:tp|tp\.|q\.|p\.|tx\.?|tt\.?|ql|kcn)$/u.test(this.text.lowers[i] ?? '')
    )
      return null;
    return { from: isOuter ? start : i, to: end, type, confidence: isNumbered ? 0.7 : 0.85 };
  }

  private readTitled(i: number): RuleSpan | null {
    const n = this.phrase(this.v.titles, i);
    if (n === 0) return null;
    let start = i + n;
    // Degrees: "BS. CK2 Cao Thị Hạnh".
    while (this.text.shapes[start] === 'Xd' && this.isCapital(start + 1)) start++;
    if (
      !this.isCapital(start) ||
      (n === 1 && this.isCapital(i) && this.text.tokens.isInitial[i] === 0 && this.isCapital(i - 1))
    )
      return null;
    if (this.phrase(this.v.titles, start) > 0 && this.phrase(this.v.surnames, start) === 0) return null;
    if (this.isOtherName(start)) return null;
    const end = this.runEnd(start);
    if (end === start) return null;
    const isShort = end - start === 1;
    return { from: start, to: Math.min(end, start + 6), type: 'person', confidence: isShort ? 0.7 : 0.9 };
  }

  private isOtherName(i: number): boolean {
    const place = this.placeAt(i);
    const isPlace = place > 0 && !(this.phrase(this.v.surnames, i) > 0 && this.isCapital(i + place));
    const isField = this.phrase(this.v.inner, i) > 1 && !this.isCapital(i + 1);
    return isPlace || isField || this.phrase(this.v.organisations, i) > 0 || this.headIsNamed(i);
  }

  private headIsNamed(i: number): boolean {
    const n = this.phrase(this.v.heads, i);
    return n > 1 || (n === 1 && this.phrase(this.v.surnames, i) === 0);
  }

  private readListed(i: number): RuleSpan | null {
    if (this.isCapital(i - 1) && this.spans.at(-1)?.to !== i) return null;
    const organisation = this.isCapital(i) ? this.phrase(this.v.organisations, i) : 0;
    const place = this.placeAt(i);
    const n = Math.max(organisation, place);
    if (n === 0) return null;
    const isCut = this.isCapital(i + n) && !this.isPersonAt(i + n);
    const isInitial = this.text.tokens.isInitial[i] === 1;
    if (isCut && (n === 1 || this.phrase(this.v.surnames, i) > 0)) return null;
    if (
      n === 1 &&
      /^(?:anh|áo|ý|đức|vinh|real|inter|is|rt|mb|đảng)$/u.test(this.text.lowers[i] ?? '') &&
      isInitial &&
      this.text.lowers[i] !== 'đảng'
    )
      return null;
    if (organisation >= place) return { from: i, to: i + n, type: 'organisation', confidence: 0.7 };
    return { from: i, to: i + n, type: 'place', confidence: n === 1 ? 0.7 : 0.8 };
  }

  /** "Bí thư" or "Nhân dân" with a capital out of respect, or at the start of a sentence. */
  private skipCommon(i: number): RuleSpan | null {
    let n = this.phrase(this.v.common, i);
    for (let k = 1; k < n; k++) if (this.isCapital(i + k) && this.text.lowers[i] !== 'phó') n = k;
    const isFollowed = this.isCapital(i + 1) && this.phrase(this.v.heads, i + 1) < 2;
    const isNoun = neverNames.test(this.text.lowers[i] ?? '') && !isFollowed;
    if (isNoun) n = Math.max(n, 1);
    const isWord = this.isCapital(i) && (n > 1 || isNoun || (n === 1 && this.text.tokens.isInitial[i] === 1));
    return isWord ? { from: i, to: i + n, type: 'other', confidence: 0 } : null;
  }

  private readRun(i: number): RuleSpan | null {
    if (!this.isCapital(i)) return null;
    let end = this.runEnd(i);
    if (end === i) return null;
    // "Trưởng Trung tâm …": an office begins inside of the run.
    for (let k = end - 1; k > i; k--) if (this.phrase(this.v.heads, k) > 1) end = k;
    const length = end - i;
    const span = (type: RuleSpan['type'], confidence: number): RuleSpan => ({
      from: i,
      to: end,
      type,
      confidence,
    });
    const skip: RuleSpan = span('other', 0);
    const isInitial = this.text.tokens.isInitial[i] === 1;
    const isCued = this.phrase(this.v.placeCues, i - 1) > 0;
    const speaks = this.phrase(this.v.speechCues, end) > 0;
    const hasSurname = this.phrase(this.v.surnames, i) > 0;
    if (length === 1) return this.readSingle(i, { isInitial, isCued, speaks }) ?? skip;
    if (hasSurname && length <= 5) return span('person', isCued && length === 2 && !speaks ? 0.5 : 0.8);
    if (isCued && !speaks) return span('place', 0.5);
    if (isInitial && length === 2 && this.text.tokens.words[i]?.length === 1) return skip;
    return span('person', speaks ? 0.6 : 0.45);
  }

  private readSingle(
    i: number,
    { isInitial, isCued, speaks }: { isInitial: boolean; isCued: boolean; speaks: boolean },
  ): RuleSpan | null {
    const word = this.text.tokens.words[i] ?? '';
    const shape = this.text.shapes[i] ?? '';
    const span = (type: RuleSpan['type'], confidence: number): RuleSpan => ({
      from: i,
      to: i + 1,
      type,
      confidence,
    });
    if (shape === 'XX')
      return commonAcronyms.has(word) || word.length < 2 || numbered.test(word)
        ? null
        : span('organisation', 0.4);
    const isForeign = /^\p{ASCII}{4,}$/u.test(word) && !vietnameseSyllable.test(word.toLowerCase());
    if (shape === 'X' || shape === 'Xd' || shape === 'X.') return null;
    if (isForeign)
      return span(
        isCued && !speaks ? 'place' : speaks ? 'person' : isInitial ? 'person' : 'organisation',
        isInitial && !speaks ? 0.3 : 0.4,
      );
    if (isInitial) return null;
    if (speaks) return span('person', 0.45);
    return isCued ? span('place', 0.4) : span('person', 0.3);
  }
}
