import { foldText } from '../text/fold.ts';
import { cutUnits, type Units } from './units.ts';

/**
 * Names made ready for being found all at once: a trie over the units of their folded spelling. Building one for
 * 50,000 names takes some tenths of a second; it serves any number of texts.
 */
export type NameIndex = {
  /** Calls `found` with each name that stands in the units: index of its first unit, and after its last one. */
  readonly scan: (units: Units, found: (from: number, to: number, name: string) => void) => void;
};

/** Node and unit as one key: a trie of nested maps would take several times the memory. */
const unitRange = 2 ** 21;

/** The index of names; spellings that fold to the same are one name, and the first stands for them. */
export function buildNameIndex(names: Iterable<string>): NameIndex {
  const unitIds = new Map<string, number>();
  const steps = new Map<number, number>();
  const ends = new Map<number, string>();
  let nodes = 1;
  for (const name of names) {
    const folded = foldText(name).text.trim();
    if (folded === '') continue;
    let node = 0;
    for (const word of cutUnits(folded).words) {
      let id = unitIds.get(word);
      if (id === undefined) unitIds.set(word, (id = unitIds.size));
      const key = node * unitRange + id;
      let next = steps.get(key);
      if (next === undefined) steps.set(key, (next = nodes++));
      node = next;
    }
    if (!ends.has(node)) ends.set(node, name);
  }
  return {
    scan({ words, mayStart, mayEnd }, found) {
      const ids = words.map((word) => unitIds.get(word) ?? -1);
      for (let from = 0; from < ids.length; from++) {
        if (mayStart[from] !== true) continue;
        let node = 0;
        for (let at = from; at < ids.length; at++) {
          const next = steps.get(node * unitRange + (ids[at] ?? -1));
          if (next === undefined || ids[at] === -1) break;
          node = next;
          const name = ends.get(node);
          if (name !== undefined && mayEnd[at] === true) found(from, at + 1, name);
        }
      }
    },
  };
}
