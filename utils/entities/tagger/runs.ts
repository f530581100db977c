import type { Tokens } from '../tokens.ts';
import { isCapital } from './shape.ts';

const joins = new Set(['-', "'", '&', '.', '’', "'s"]);
const separators = new Set([',', 'and', '&', 'or', ';', 'und', 'và', '/']);

/** Runs of capitalised words as columns: of each token the run around it, `[start, end)`; -1 outside of runs. */
export type Runs = { readonly runStarts: Int32Array; readonly runEnds: Int32Array };

/** The same for runs with the small words that join them to long names. */
export type WideRuns = { readonly wideStarts: Int32Array; readonly wideEnds: Int32Array };

const links = new Set([
  'of',
  'and',
  'for',
  'the',
  'in',
  'de',
  'del',
  'la',
  'du',
  'des',
  'di',
  'da',
  'von',
  'der',
  'van',
  '&',
  ',',
]);

/** The runs with what small words join to them. */
export function widenRuns({ count, words, sentences }: Tokens, { runStarts, runEnds }: Runs): WideRuns {
  const wideStarts = new Int32Array(count).fill(-1);
  const wideEnds = new Int32Array(count);
  for (let at = 0; at < sentences.length; at += 2) {
    const to = sentences[at + 1] ?? 0;
    for (let i = sentences[at] ?? 0; i < to; i++) {
      if ((runStarts[i] ?? -1) < 0) continue;
      let end = runEnds[i] ?? i + 1;
      for (;;) {
        let next = end;
        while (next < to && next - end < 2 && links.has(words[next] ?? '')) next++;
        if (next === end || next >= to || (runStarts[next] ?? -1) < 0) break;
        end = runEnds[next] ?? next + 1;
      }
      wideStarts.fill(i, i, end);
      wideEnds.fill(end, i, end);
      i = end - 1;
    }
  }
  return { wideStarts, wideEnds };
}

/** The runs of capitalised words, leaving out lines of capitals. */
export function readRuns(
  { count, words, sentences, isSpaced }: Tokens,
  written: readonly string[],
  isLoud: Uint8Array,
): Runs {
  const runStarts = new Int32Array(count).fill(-1);
  const runEnds = new Int32Array(count);
  const isPart = (i: number): boolean => isCapital(written[i] ?? '') && isLoud[i] === 0;
  for (let at = 0; at < sentences.length; at += 2) {
    const to = sentences[at + 1] ?? 0;
    for (let i = sentences[at] ?? 0; i < to; i++) {
      if (!isPart(i)) continue;
      let end = i + 1;
      for (; end < to; end++) {
        if (isPart(end)) continue;
        const isJoin = joins.has(words[end] ?? '') && end + 1 < to && isPart(end + 1);
        if (!isJoin || (isSpaced[end] === 1 && words[end] !== '&')) break;
      }
      runStarts.fill(i, i, end);
      runEnds.fill(end, i, end);
      i = end - 1;
    }
  }
  return { runStarts, runEnds };
}

/** The run of capitals beside that around a token, when only a comma or "and" stands between; -1 for none. */
export function findNeighbour(
  words: readonly string[],
  { runStarts, runEnds }: Runs,
  i: number,
  step: 1 | -1,
): number {
  const border = step === 1 ? (runEnds[i] ?? words.length) : (runStarts[i] ?? 0) - 1;
  let k = border;
  while (separators.has(words[k] ?? '')) k += step;
  return k !== border && (runStarts[k] ?? -1) >= 0 ? k : -1;
}
