import type { RuleSpan } from './types.ts';
import type { VietnameseSentence } from './vietnamese-sentence.ts';
import { commonAcronyms, numbered, vietnameseSyllable } from './vietnamese-words.ts';

/** Nouns that laws and news write with a capital. */
const neverNames =
  /^(?:thuế|luật|bộ|nghị|chỉ|quỹ|sở|ban|cục|vụ|viện|trường|tòa|toà|hội|đội|phòng|covid|trưởng|phó|bí|nhân)$/u;

/** A place at `i`, by its class word: "tỉnh", "đường". */
export function readPlace(r: VietnameseSentence, i: number): RuleSpan | null {
  const n = r.phrase(r.v.placeClasses, i);
  if (n === 0) return null;
  const start = i + n;
  const type = 'place';
  const listed = r.placeAt(start);
  const word = r.text.tokens.words[start] ?? '';
  const isNumbered =
    /^\d{1,3}[A-Z]?$/u.test(word) &&
    /^(?:quận|q\.|phường|p\.|quốc lộ|ql|khu phố|tỉnh lộ|ấp|thôn|tổ)/u.test(r.text.lowers[i] ?? '');
  let end = listed > 0 ? start + listed : isNumbered ? start + 1 : r.runEnd(start);
  if (listed > 0 && r.isCapital(end) && !r.isPersonAt(end)) end = r.runEnd(end);
  if (end === start || end > r.sentence.to) return null;
  if (/^[-–]$/u.test(r.text.lowers[end] ?? '') && r.isCapital(end + 1) && r.text.tokens.isSpaced[end] === 0)
    end = r.runEnd(end + 1);
  const isOuter = r.v.outerClasses.has(r.text.lowers.slice(i, start).join(' '));
  // "Anh" after "hồ" or a sentence's first "Cầu": a class word with a capital in front of one more is a name itself.
  if (
    n === 1 &&
    r.isCapital(i) &&
    r.text.tokens.isInitial[i] === 0 &&
    !/^(?:tp|tp\.|q\.|p\.|tx\.?|tt\.?|ql|kcn)$/u.test(r.text.lowers[i] ?? '')
  )
    return null;
  return { from: isOuter ? start : i, to: end, type, confidence: isNumbered ? 0.7 : 0.85 };
}

/** A person at `i`, by the title before the name. */
export function readTitled(r: VietnameseSentence, i: number): RuleSpan | null {
  const n = r.phrase(r.v.titles, i);
  if (n === 0) return null;
  let start = i + n;
  // Degrees: "BS. CK2 Cao Thị Hạnh".
  while (r.text.shapes[start] === 'Xd' && r.isCapital(start + 1)) start++;
  if (
    !r.isCapital(start) ||
    (n === 1 && r.isCapital(i) && r.text.tokens.isInitial[i] === 0 && r.isCapital(i - 1))
  )
    return null;
  if (r.phrase(r.v.titles, start) > 0 && r.phrase(r.v.surnames, start) === 0) return null;
  if (isOtherName(r, start)) return null;
  const end = r.runEnd(start);
  if (end === start) return null;
  const isShort = end - start === 1;
  return { from: start, to: Math.min(end, start + 6), type: 'person', confidence: isShort ? 0.7 : 0.9 };
}

function isOtherName(r: VietnameseSentence, i: number): boolean {
  const place = r.placeAt(i);
  const isPlace = place > 0 && !(r.phrase(r.v.surnames, i) > 0 && r.isCapital(i + place));
  const isField = r.phrase(r.v.inner, i) > 1 && !r.isCapital(i + 1);
  return isPlace || isField || r.phrase(r.v.organisations, i) > 0 || headIsNamed(r, i);
}

function headIsNamed(r: VietnameseSentence, i: number): boolean {
  const n = r.phrase(r.v.heads, i);
  return n > 1 || (n === 1 && r.phrase(r.v.surnames, i) === 0);
}

/** A place or an organisation of the vocabulary at `i`. */
export function readListed(r: VietnameseSentence, i: number): RuleSpan | null {
  if (r.isCapital(i - 1) && r.spans.at(-1)?.to !== i) return null;
  const organisation = r.isCapital(i) ? r.phrase(r.v.organisations, i) : 0;
  const place = r.placeAt(i);
  const n = Math.max(organisation, place);
  if (n === 0) return null;
  const isCut = r.isCapital(i + n) && !r.isPersonAt(i + n);
  const isInitial = r.text.tokens.isInitial[i] === 1;
  if (isCut && (n === 1 || r.phrase(r.v.surnames, i) > 0)) return null;
  if (
    n === 1 &&
    /^(?:anh|áo|ý|đức|vinh|real|inter|is|rt|mb|đảng)$/u.test(r.text.lowers[i] ?? '') &&
    isInitial &&
    r.text.lowers[i] !== 'đảng'
  )
    return null;
  if (organisation >= place) return { from: i, to: i + n, type: 'organisation', confidence: 0.7 };
  return { from: i, to: i + n, type: 'place', confidence: n === 1 ? 0.7 : 0.8 };
}

/** "Bí thư" or "Nhân dân" with a capital out of respect, or at the start of a sentence. */
export function skipCommon(r: VietnameseSentence, i: number): RuleSpan | null {
  let n = r.phrase(r.v.common, i);
  for (let k = 1; k < n; k++) if (r.isCapital(i + k) && r.text.lowers[i] !== 'phó') n = k;
  const isFollowed = r.isCapital(i + 1) && r.phrase(r.v.heads, i + 1) < 2;
  const isNoun = neverNames.test(r.text.lowers[i] ?? '') && !isFollowed;
  if (isNoun) n = Math.max(n, 1);
  const isWord = r.isCapital(i) && (n > 1 || isNoun || (n === 1 && r.text.tokens.isInitial[i] === 1));
  return isWord ? { from: i, to: i + n, type: 'other', confidence: 0 } : null;
}

/** A guess at the capitalised words at `i`. */
export function readRun(r: VietnameseSentence, i: number): RuleSpan | null {
  if (!r.isCapital(i)) return null;
  let end = r.runEnd(i);
  if (end === i) return null;
  // "Trưởng Trung tâm …": an office begins inside of the run.
  for (let k = end - 1; k > i; k--) if (r.phrase(r.v.heads, k) > 1) end = k;
  const length = end - i;
  const span = (type: RuleSpan['type'], confidence: number): RuleSpan => ({
    from: i,
    to: end,
    type,
    confidence,
  });
  const skip: RuleSpan = span('other', 0);
  const isInitial = r.text.tokens.isInitial[i] === 1;
  const isCued = r.phrase(r.v.placeCues, i - 1) > 0;
  const speaks = r.phrase(r.v.speechCues, end) > 0;
  const hasSurname = r.phrase(r.v.surnames, i) > 0;
  if (length === 1) return readSingle(r, i, { isInitial, isCued, speaks }) ?? skip;
  if (hasSurname && length <= 5) return span('person', isCued && length === 2 && !speaks ? 0.5 : 0.8);
  if (isCued && !speaks) return span('place', 0.5);
  if (isInitial && length === 2 && r.text.tokens.words[i]?.length === 1) return skip;
  return span('person', speaks ? 0.6 : 0.45);
}

function readSingle(
  r: VietnameseSentence,
  i: number,
  { isInitial, isCued, speaks }: { isInitial: boolean; isCued: boolean; speaks: boolean },
): RuleSpan | null {
  const word = r.text.tokens.words[i] ?? '';
  const shape = r.text.shapes[i] ?? '';
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
