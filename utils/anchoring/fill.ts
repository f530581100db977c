import { isSpelledAlike, plainOf } from './likeness.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';
import { readToken } from './tokens.ts';

/** What became of a token: it is not there, it is spelled otherwise, it is the same. */
export const gone = 0;
export const respelled = 1;
export const same = 2;

/** A stretch of the query and the stretch of the page it is compared with. */
export type Gap = {
  readonly queryStart: number;
  readonly queryEnd: number;
  readonly pageStart: number;
  readonly pageEnd: number;
  /** Whether words of the page before the first or behind the last equal token cost nothing. */
  readonly isOpenAtStart: boolean;
  readonly isOpenAtEnd: boolean;
};

/** Called for each token that found its like. */
export type OnPair = (query: number, page: number, outcome: typeof respelled | typeof same) => void;

const stepCost = 1;
const fromPair = 1;
const fromQuery = 2;
const fromPage = 3;

/** Used for one gap after the other: gaps are many and small. */
const room = { scores: new Float32Array(), steps: new Uint8Array(), outcomes: new Uint8Array() };

function makeRoom(cells: number): void {
  if (room.steps.length >= cells) return;
  room.scores = new Float32Array(cells);
  room.steps = new Uint8Array(cells);
  room.outcomes = new Uint8Array(cells);
}

/**
 * Aligns two short stretches token by token (Needleman and Wunsch 1970): a pair is worth its bits, a respelled one
 * half of them, and a token left alone or paired with another word costs one.
 */
export function fillGap(index: PageIndex, query: Query, gap: Gap, onPair: OnPair): void {
  const rows = gap.queryEnd - gap.queryStart;
  const columns = gap.pageEnd - gap.pageStart;
  if (rows <= 0 || columns <= 0) return;
  const width = columns + 1;
  makeRoom((rows + 1) * width);
  const { scores, steps, outcomes } = room;
  scores[0] = 0;
  for (let column = 1; column <= columns; column++) {
    scores[column] = gap.isOpenAtStart ? 0 : -column * stepCost;
    steps[column] = fromPage;
  }
  for (let row = 1; row <= rows; row++) {
    const token = gap.queryStart + row - 1;
    const bits = query.bits[token] ?? 0;
    const pageCost = row === rows && gap.isOpenAtEnd ? 0 : stepCost;
    scores[row * width] = -row * stepCost;
    steps[row * width] = fromQuery;
    for (let column = 1; column <= columns; column++) {
      const cell = row * width + column;
      const outcome = compare(index, query, token, gap.pageStart + column - 1);
      let score = (scores[cell - width - 1] ?? 0) + (outcome === gone ? -stepCost : (bits * outcome) / same);
      let step = fromPair;
      const skipQuery = (scores[cell - width] ?? 0) - stepCost;
      if (skipQuery > score) {
        score = skipQuery;
        step = fromQuery;
      }
      const skipPage = (scores[cell - 1] ?? 0) - pageCost;
      if (skipPage > score) {
        score = skipPage;
        step = fromPage;
      }
      scores[cell] = score;
      steps[cell] = step;
      outcomes[cell] = outcome;
    }
  }
  let row = rows;
  let column = columns;
  while (row > 0 && column > 0) {
    const cell = row * width + column;
    const step = steps[cell];
    const outcome = outcomes[cell];
    if (step === fromPair && (outcome === same || outcome === respelled)) {
      onPair(gap.queryStart + row - 1, gap.pageStart + column - 1, outcome);
    }
    if (step !== fromPage) row--;
    if (step !== fromQuery) column--;
  }
}

function compare(index: PageIndex, query: Query, token: number, page: number): number {
  if (query.words[token] === index.words[page]) return same;
  const ownLength = (query.tokens.ends[token] ?? 0) - (query.tokens.starts[token] ?? 0);
  const pageLength = (index.tokens.ends[page] ?? 0) - (index.tokens.starts[page] ?? 0);
  // Most pairs are told apart by length alone, which spares cutting the words out.
  if (ownLength < 2 || pageLength < 2 || Math.abs(ownLength - pageLength) > 3) return gone;
  const own = (query.plain[token] ??= plainOf(readToken(query.tokens, token)));
  const other = (index.plain[index.words[page] ?? 0] ??= plainOf(readToken(index.tokens, page)));
  return isSpelledAlike(own, other) ? respelled : gone;
}
