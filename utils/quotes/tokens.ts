import type { Paragraph } from './paragraphs.ts';
import type { MarkedSpan } from './pair.ts';
import type { QuoteSpan } from './types.ts';

/** A word, a mark of punctuation, or a whole marked span, which counts as one. */
export type Token = QuoteSpan & {
  readonly kind: 'word' | 'point' | 'marked';
  /** The word in lower case with straight apostrophes, or the sign. */
  readonly lower: string;
  readonly isCapital: boolean;
  /** Index of the marked span, -1 for all others. */
  readonly marked: number;
  /** True when a sentence ends behind this token. */
  isLast: boolean;
};

const wholePieces = /[\p{L}\p{M}\p{N}$€£%]+(?:[.'’‑-][\p{L}\p{M}\p{N}]+)*['’]?|\.\.\.|[^\s]/gu;
/** "l'" + "avocat", "a" + "t" + "il"; "aujourd'hui" and "porte-parole" stay whole. */
const elidedPieces =
  /(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=\p{L})|-(?:t-)?(?=(?:ils?|elles?|on|je|nous|vous|tu|ce)(?!\p{L}))|[\p{L}\p{M}\p{N}$€£%]+(?:(?:[.'’‑]|-(?!(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu|ce|t)(?!\p{L})))[\p{L}\p{M}\p{N}]+)*|\.\.\.|[^\s]/giu;
const clitic = /^-(?:t-)?$/i;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const capital = /^\p{Lu}|^\p{Lt}/u;
const wordy = /^[\p{L}\p{M}\p{N}$€£%]/u;

/** The paragraph as tokens; text inside of marks is not looked at. */
export function readTokens(options: {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly spans: readonly MarkedSpan[];
  /** Index of the first of the spans among all spans. */
  readonly firstSpan: number;
  /** True for languages that write small words together with others: "l'avocat", "dit-il". */
  readonly elides: boolean;
}): Token[] {
  const { text, paragraph, spans, firstSpan } = options;
  const pieces = options.elides ? elidedPieces : wholePieces;
  const tokens: Token[] = [];
  let at = paragraph.start;
  for (const [index, span] of spans.entries()) {
    pushPieces(tokens, { text, start: at, end: span.start, pieces });
    const marked = firstSpan + index;
    const { start, end } = span;
    tokens.push({ kind: 'marked', start, end, lower: '“”', isCapital: false, marked, isLast: false });
    at = span.end;
  }
  pushPieces(tokens, { text, start: at, end: paragraph.end, pieces });
  endSentences(text, tokens);
  return tokens;
}

type Stretch = QuoteSpan & { readonly text: string; readonly pieces: RegExp };

function pushPieces(tokens: Token[], { text, start, end, pieces }: Stretch): void {
  for (const match of text.slice(start, end).matchAll(pieces)) {
    const at = start + match.index;
    // The hyphen of "dit-il" and "a-t-il" is no token.
    if (match[0].length > 0 && pieces === elidedPieces && clitic.test(match[0])) continue;
    const lower = match[0].toLowerCase().replaceAll('’', "'").normalize('NFC');
    const kind = wordy.test(match[0]) ? 'word' : 'point';
    const isCapital = capital.test(match[0]);
    tokens.push({ kind, start: at, end: at + match[0].length, lower, isCapital, marked: -1, isLast: false });
  }
}

/** Words that end with a full stop in the middle of a sentence, in the languages of the tables. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st sen rep gov gen lt col sgt capt maj adm cmdr jr sr rev hon pres supt det insp no vs etc ' +
    'inc ltd co corp dept ave blvd jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn ' +
    'del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis ' +
    'wyo u.s u.n u.k u.s.a e.u n.y n.j n.c s.c n.h n.m n.d s.d r.i d.c w.va a.m p.m ph.d e.g i.e ' +
    'z.b d.h u.a bzw ca nr abs art bd inkl evtl ggf str hr fr dipl ing phil jur med rer nat mio mrd ' +
    'ts ths gs pgs tp q p tt m mm mme mlle me av sra srta ee.uu lic ing dra sres'
  ).split(' '),
);
const monthLike = /^\d{1,2}$/;

function endSentences(text: string, tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined) token.isLast = true;
    else if (token.kind === 'point') token.isLast = isSentenceEnd(text, tokens, index);
    else if (token.kind === 'marked') token.isLast = endsInside(text, token, next);
  }
}

function isSentenceEnd(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  if (token === undefined || next === undefined) return true;
  if (/[。！？]/.test(token.lower)) return true;
  if (!/^(?:[.!?…]|\.\.\.)$/.test(token.lower)) return false;
  if (next.start === token.end && next.kind !== 'marked') return false;
  const isLowered = next.kind === 'word' && !next.isCapital && !/^\d/.test(next.lower);
  if (isLowered && !ideographs.test(next.lower)) return false;
  if (token.lower !== '.' || before?.kind !== 'word') return true;
  // An initial, an abbreviation, and in German the number of a day.
  if (/^\p{Lu}$/u.test(text.slice(before.start, before.end))) return false;
  if (abbreviations.has(before.lower)) return next.kind === 'marked';
  return !(
    monthLike.test(before.lower) &&
    next.kind === 'word' &&
    /^(?:\p{L}{3,9})$/u.test(next.lower) &&
    isMonth(next.lower)
  );
}

const months = new Set(
  'januar februar märz april mai juni juli august september oktober november dezember jahrhundert'.split(' '),
);

function isMonth(lower: string): boolean {
  return months.has(lower);
}

/** Whether the sentence ends with the marked text: its own full stop ends it unless it visibly goes on. */
function endsInside(text: string, token: Token, next: Token): boolean {
  const inner = text
    .slice(Math.max(token.start, token.end - 6), token.end)
    .replace(/['’"”“»«›‹」』″\s]+$/u, '');
  if (!/[.!?…。！？]$/u.test(inner)) return false;
  if (next.kind === 'marked') return true;
  if (next.kind === 'point') return /[([—–-]/.test(next.lower) && /[.]$/u.test(inner);
  return next.isCapital || /^\d/.test(next.lower) || ideographs.test(next.lower);
}

/** Whether the marked text ends with a question, an exclamation or an ellipsis, after which "she asked" may follow. */
export function mayBeFollowed(text: string, token: Token): boolean {
  return /[!?…,！？，]\s*['’"”“»«›‹」』″]*$/u.test(
    text.slice(Math.max(token.start, token.end - 8), token.end),
  );
}
