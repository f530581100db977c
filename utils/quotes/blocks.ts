import type { MarkedSpan } from './pair.ts';
import type { Paragraph } from './paragraphs.ts';

const dash = /^[—–―-]/u;
const colon = /[:：]$/u;

/**
 * Block quotes that carry no marks: speech when the line before ends with a colon or a signature follows. Others are
 * teasers that repeat what the article says anyway.
 */
export function findBlockQuotes(text: string, paragraphs: readonly Paragraph[]): MarkedSpan[] {
  return paragraphs.flatMap(({ role, start, end }, index): MarkedSpan[] => {
    if (role !== 'quote' || dash.test(text.slice(start, end))) return [];
    const before = paragraphs[index - 1];
    const after = paragraphs[index + 1];
    const isIntroduced = before !== undefined && colon.test(text.slice(before.start, before.end).slice(-1));
    const isSigned = after !== undefined && dash.test(text.slice(after.start, after.start + 1));
    if (!isIntroduced && !isSigned) return [];
    return [{ paragraph: index, start, end, sign: '¶', isClosed: true, isContinued: false }];
  });
}
