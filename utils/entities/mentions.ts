import { foldText } from '../text/fold.ts';
import { buildNameIndex, type NameIndex } from './name-index.ts';
import { cutUnits } from './units.ts';

/** An occurrence of a name in a text: `[start, end)` in UTF-16 code units, and which name it is. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Whether it stands inside of a longer name that was found: "Bắc Ninh" in "Tỉnh ủy Bắc Ninh". */
  readonly isNested: boolean;
};

/**
 * Every occurrence of the names in the text as whole words, in order, a longer one before those inside of it.
 * Where names overlap the longest wins; what lies all inside of it is a mention of its own, marked as nested.
 * Spelling variants that folding knows count as equal; case does not. Pass an index when the same names are looked
 * for in several texts.
 */
export function findMentions(text: string, names: readonly string[] | NameIndex): Mention[] {
  const index = 'scan' in names ? names : buildNameIndex(names);
  const folded = foldText(text);
  const units = cutUnits(folded.text);
  const found: Found[] = [];
  index.scan(units, (from, to, name) => found.push({ from, to, name }));
  const offsetOf = (unit: number): number => units.starts[unit] ?? folded.text.length;
  return keepLongest(found, units.words.length).map(({ from, to, name, isNested }) => {
    const { start, end } = folded.toRaw({ start: offsetOf(from), end: offsetOf(to) });
    return { start, end, name, isNested };
  });
}

type Found = { readonly from: number; readonly to: number; readonly name: string };

/** The longest take their units first; what comes later must lie in free units, or inside of one taker. */
function keepLongest(found: readonly Found[], unitCount: number): (Found & { isNested: boolean })[] {
  const takers = new Int32Array(unitCount);
  const kept: (Found & { isNested: boolean })[] = [];
  for (const mention of found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const { from, to } = mention;
    const taker = takers[from];
    if (taker !== takers[to - 1]) continue;
    const isNested = taker !== 0;
    kept.push({ ...mention, isNested });
    if (!isNested) takers.fill(kept.length, from, to);
  }
  return kept.toSorted((a, b) => a.from - b.from || b.to - a.to);
}
