import type { Memory } from './memory.ts';
import type { EntityDocument, Suggestion } from './types.ts';

/** Rules below this say what a name may be; the tagger knows better. */
const surely = 0.85;
/** A longer name as sure as this keeps a shorter one that the reader taught from standing inside of it. */
const likely = 0.5;

/**
 * Proposals of several proposers as one list, in order and without overlap. The reader's come first, then what a
 * tagger proposes that has learned enough, in whose presence rules only read dates and amounts; then rules that are sure, then the tagger's, then other rules'; a longer one before a shorter of the same rank. But what was
 * learned as a name is none inside of a longer name: "Bắc Ninh" in "Tỉnh ủy Bắc Ninh". Names
 * that the reader silenced are left out, and what crosses the border of a block.
 */
export function mergeSuggestions(
  { text, blocks }: EntityDocument,
  lists: readonly (readonly Suggestion[])[],
  memory?: Memory,
): Suggestion[] {
  const isLearned = lists.some((list) => list.some(({ by }) => by === 'learned'));
  const taken = new Uint8Array(text.length);
  const ordered = lists
    .flat()
    .filter(
      ({ start, end, name, type, confidence }) =>
        end > start && confidence > 0 && name !== '' && memory?.isSilenced(name, type) !== true,
    )
    .filter(({ by, type }) => !isLearned || by !== 'rules' || type === 'date' || type === 'amount')
    .filter(({ start, end }) => isWhole(text, blocks, start, end))
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        b.end - b.start - (a.end - a.start) ||
        b.confidence - a.confidence ||
        a.start - b.start,
    );
  const merged: Suggestion[] = [];
  for (const suggestion of ordered) {
    const { start, end } = suggestion;
    if (isInsideLonger(suggestion, ordered)) continue;
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    merged.push(suggestion);
  }
  return merged.toSorted((a, b) => a.start - b.start);
}

function isInsideLonger({ start, end, by }: Suggestion, all: readonly Suggestion[]): boolean {
  if (by === 'rules') return false;
  return all.some(
    (other) =>
      other.start <= start &&
      end <= other.end &&
      other.end - other.start > end - start &&
      other.confidence >= likely &&
      (other.by === 'rules' || (by === 'reader' && other.by !== 'reader')),
  );
}

function rankOf({ by, type, confidence }: Suggestion): number {
  if (by === 'reader') return 0;
  if (by === 'rules') return confidence >= surely || type === 'date' || type === 'amount' ? 1 : 3;
  return by === 'learned' ? 1 : 2;
}

// oxlint-disable-next-line eslint/max-params
function isWhole(text: string, blocks: EntityDocument['blocks'], start: number, end: number): boolean {
  if (blocks === undefined) return !/[\n\r]/u.test(text.slice(start, end).trim());
  return blocks.every(
    (block) => block.end <= start || block.start >= end || (block.start <= start && end <= block.end),
  );
}
