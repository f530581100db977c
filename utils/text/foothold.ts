import type { PageText } from './types.ts';
import { stopNear } from './walk-caret.ts';

/** A place in a page text, kept so that it can be found again in the text of the page as it is later. */
export type Foothold = {
  readonly offset: number;
  readonly node: Text | null;
  readonly nodeOffset: number;
  readonly before: string;
  readonly after: string;
};

/** So much of the words on each side is kept. */
const contextLength = 40;
/** What must still stand beside a node's place for it to be the same place. */
const shortContext = 12;

/** The place at an offset. */
export function keepFoothold(pageText: PageText, offset: number): Foothold {
  const place = pageText.placeOf(offset, 'forward') ?? pageText.placeOf(offset, 'backward');
  return {
    offset,
    node: place?.node ?? null,
    nodeOffset: place?.offset ?? 0,
    before: pageText.raw.slice(Math.max(0, offset - contextLength), offset),
    after: pageText.raw.slice(offset, offset + contextLength),
  };
}

/**
 * Where the place is now: in its own node, else where the same words stand nearest to where it was, else as near as
 * the text reaches. Always a place that a caret can stand at; 0 on a page without text.
 */
export function findFoothold(pageText: PageText, foothold: Foothold): number {
  const found = findInNode(pageText, foothold) ?? findByWords(pageText.raw, foothold) ?? foothold.offset;
  return stopNear(pageText, Math.min(found, pageText.raw.length)) ?? 0;
}

function findInNode(pageText: PageText, { node, nodeOffset, before, after }: Foothold): number | null {
  if (node === null || !node.isConnected) return null;
  const span = pageText.spanOf(node);
  if (span === null || span.start + nodeOffset > span.end) return null;
  const offset = span.start + nodeOffset;
  const isSame =
    pageText.raw.startsWith(after.slice(0, shortContext), offset) ||
    pageText.raw.slice(0, offset).endsWith(before.slice(-shortContext));
  return isSame ? offset : null;
}

function findByWords(raw: string, { offset, before, after }: Foothold): number | null {
  const places = [
    { words: before + after, at: before.length },
    { words: after, at: 0 },
    { words: before, at: before.length },
  ];
  for (const { words, at } of places) {
    if (words.trim() === '') continue;
    const nearest = nearestIndexOf(raw, words, offset - at);
    if (nearest !== null) return nearest + at;
  }
  return null;
}

function nearestIndexOf(raw: string, words: string, near: number): number | null {
  const behind = raw.indexOf(words, Math.max(0, near));
  const before = raw.lastIndexOf(words, Math.max(0, near));
  if (behind === -1 && before === -1) return null;
  if (behind === -1) return before;
  if (before === -1) return behind;
  return behind - near < near - before ? behind : before;
}
