import { closes, isSingle, type Mark, scanMarks } from './marks.ts';
import type { Paragraph } from './paragraphs.ts';
import type { QuoteSpan } from './types.ts';

/** A stretch between marks, marks included, not inside of another one. */
export type MarkedSpan = QuoteSpan & {
  /** Index of the paragraph that it stands in: a speech over several paragraphs is a span in each. */
  readonly paragraph: number;
  readonly sign: string;
  /** False when no mark closes it, so that its end is a guess. */
  readonly isClosed: boolean;
  /** True when the speech goes on in the next span. */
  readonly isContinued: boolean;
};

type Open = { readonly mark: Mark; readonly index: number };
type Line = {
  readonly spans: MarkedSpan[];
  /** What is still open at the end of the paragraph. */
  dangling: Mark | null;
  /** A closing mark that nothing opened, when it is the first mark of the paragraph. */
  orphan: Mark | null;
  first: Mark | null;
};

/** How many paragraphs a speech may go on without being opened anew in each. */
const longestUnopened = 4;
/** Pictures in a row between two paragraphs. */
const mostCaptions = 6;

/**
 * What stands between quotation marks, in order, the outermost only. Pairing never leaves a paragraph, so a mark
 * too few or too many does no harm beyond it; speech that goes on is put together afterwards. Linear in the text.
 */
export function pairMarks(text: string, paragraphs: readonly Paragraph[]): MarkedSpan[] {
  const marks = scanMarks(text);
  let at = 0;
  const lines = paragraphs.map((paragraph, index): Line => {
    while (at < marks.length && (marks[at]?.start ?? 0) < paragraph.start) at++;
    const from = at;
    while (at < marks.length && (marks[at]?.end ?? 0) <= paragraph.end) at++;
    return pairLine({ text, marks: marks.slice(from, at), index });
  });
  joinLines(text, paragraphs, lines);
  return lines.flatMap(({ spans }) => outermost(spans));
}

type Place = { readonly text: string; readonly marks: readonly Mark[]; readonly index: number };

function pairLine(place: Place): Line {
  const { text, marks, index: paragraph } = place;
  const line: Line = { spans: [], dangling: null, orphan: null, first: marks[0] ?? null };
  const countSurplus = surplusCounter(marks);
  const stack: Open[] = [];
  for (const [index, mark] of marks.entries()) {
    const closed = findOpened(stack, mark);
    const opened = stack[closed];
    if (opened !== undefined) {
      if (isNoClose({ text, mark, surplus: countSurplus(opened.mark.sign, index) })) continue;
      stack.length = closed;
      line.spans.push({
        start: opened.mark.start,
        end: mark.end,
        paragraph,
        sign: opened.mark.sign,
        isClosed: true,
        isContinued: false,
      });
      continue;
    }
    if (mark.facing === 'close' || (mark.facing === 'either' && isAfterDigit(text, mark))) {
      if (index === 0) line.orphan = mark;
      continue;
    }
    const top = stack.at(-1);
    // The same mark again: a quote within the quote when enough closing marks follow, else a close was forgotten.
    if (top?.mark.sign === mark.sign && countSurplus(mark.sign, index) < 2) stack.pop();
    // No writer goes deeper; hostile text would.
    if (stack.length < 8) stack.push({ mark, index });
  }
  line.dangling = stack.find(({ mark }) => !isSingle(mark.sign))?.mark ?? stack[0]?.mark ?? null;
  return line;
}

/** Where in the stack the mark stands that this one closes, -1 for none. An apostrophe closes nothing across “ ”. */
function findOpened(stack: readonly Open[], mark: Mark): number {
  if (mark.facing === 'open') return -1;
  const found = stack.findLastIndex(({ mark: { sign } }) => closes(sign, mark.sign));
  const isCrossing = isSingle(mark.sign) && stack.some((open, at) => at > found && !isSingle(open.mark.sign));
  return isCrossing ? -1 : found;
}

/** How many more marks close than open after a mark, for one opening sign: counted once for each sign. */
function surplusCounter(marks: readonly Mark[]): (sign: string, index: number) => number {
  const counted = new Map<string, Int32Array>();
  return (sign, index) => {
    let sums = counted.get(sign);
    if (sums === undefined) {
      sums = new Int32Array(marks.length + 1);
      for (let at = marks.length - 1; at >= 0; at--) {
        const mark = marks[at];
        let step = 0;
        if (mark?.facing === 'close' && closes(sign, mark.sign)) step = 1;
        else if (mark?.facing === 'open' && mark.sign === sign) step = -1;
        sums[at] = (sums[at + 1] ?? 0) + step;
      }
      counted.set(sign, sums);
    }
    return sums[index + 1] ?? 0;
  };
}

/**
 * Whether a mark that could close does not: inches and minutes after a figure, the apostrophe of a plural
 * ("the teachers' union"), both only when another mark is left to close what is open.
 */
function isNoClose(at: { readonly text: string; readonly mark: Mark; readonly surplus: number }): boolean {
  const { text, mark, surplus } = at;
  if (surplus < 1) return false;
  if (isAfterDigit(text, mark) && mark.sign !== '”' && mark.sign !== '“') return true;
  return isSingle(mark.sign) && /[szxSZX]['’] ?[\p{L}\p{N}]/u.test(text.slice(mark.start - 1, mark.end + 2));
}

function isAfterDigit(text: string, mark: Mark): boolean {
  return /\d/.test(text.charAt(mark.start - 1)) && /["″'’]/.test(mark.sign);
}

/** Puts speech together that runs over paragraphs, and ends what was never closed. */
function joinLines(text: string, paragraphs: readonly Paragraph[], lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    const { dangling } = line;
    const paragraph = paragraphs[index];
    if (dangling === null || paragraph === undefined) continue;
    const part = { paragraph: index, sign: dangling.sign, isClosed: false };
    const next = nextOfText(paragraphs, index);
    const first = lines[next]?.first?.sign ?? '';
    // Spanish opens the paragraphs that follow with the closing mark.
    const isReopened =
      (first === dangling.sign || (first === '»' && dangling.sign === '«')) &&
      lines[next]?.first?.start === paragraphs[next]?.start;
    if (isReopened) {
      line.spans.push({ ...part, start: dangling.start, end: paragraph.end, isContinued: true });
    } else if (!closeLater({ paragraphs, lines, index, dangling })) {
      const isSpeech =
        !isSingle(dangling.sign) &&
        (dangling.start === paragraph.start ||
          /[:：,]\s*$/u.test(text.slice(dangling.start - 3, dangling.start)));
      // A stray mark swallows nothing: what is well marked behind it counts.
      const isStray = line.spans.some(({ start, sign }) => start > dangling.start && !isSingle(sign));
      if (isSpeech && !isStray)
        line.spans.push({ ...part, start: dangling.start, end: paragraph.end, isContinued: false });
    }
  }
}

/** The index of the next paragraph that is no caption: pictures stand in the middle of speeches. */
function nextOfText(paragraphs: readonly Paragraph[], index: number): number {
  let next = index + 1;
  while (paragraphs[next]?.role === 'caption' && next - index < mostCaptions) next++;
  return next;
}

type Later = {
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly index: number;
  readonly dangling: Mark;
};

/** Ends the speech at the lone closing mark of a paragraph close by, and answers whether there is one. */
function closeLater({ paragraphs, lines, index, dangling }: Later): boolean {
  const between: number[] = [index];
  for (
    let at = nextOfText(paragraphs, index);
    between.length <= longestUnopened;
    at = nextOfText(paragraphs, at)
  ) {
    const line = lines[at];
    const paragraph = paragraphs[at];
    if (line === undefined || paragraph?.role !== 'text') return false;
    if (line.orphan !== null && closes(dangling.sign, line.orphan.sign)) {
      for (const part of between) {
        const start = part === index ? dangling.start : (paragraphs[part]?.start ?? 0);
        const end = paragraphs[part]?.end ?? start;
        const sign = dangling.sign;
        lines[part]?.spans.push({ start, end, paragraph: part, sign, isClosed: false, isContinued: true });
      }
      const { start } = paragraph;
      const end = line.orphan.end;
      line.spans.push({ start, end, paragraph: at, sign: dangling.sign, isClosed: true, isContinued: false });
      return true;
    }
    if (line.first !== null) return false;
    between.push(at);
  }
  return false;
}

/** The spans of a paragraph without those inside of others, in order. */
function outermost(spans: readonly MarkedSpan[]): MarkedSpan[] {
  const kept: MarkedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
