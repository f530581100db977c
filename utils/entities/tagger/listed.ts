import { mix, hashString } from '../hash.ts';
import type { Tokens } from '../tokens.ts';
import { classBit, type NameSets } from './name-sets.ts';
import { isCapital, shapeOf } from './shape.ts';
import type { TaggedSpan } from './tagger.ts';

const organisation = classBit('organisation');
const longest = 5;
/** Names of several words in the list are that organisation; a tagger that is surer of more words knows better. */
const confidence = 0.85;

/**
 * Spans with the organisations of several words that the sets know put in place of what the tagger made of their
 * words: "Linkin Park" is no park. Parts of longer names are left alone.
 */
export function preferListed(tokens: Tokens, names: NameSets, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const listed = findListed(tokens, names);
  if (listed.length === 0) return [...spans];
  const overlaps = (a: TaggedSpan, b: TaggedSpan): boolean => a.from < b.to && b.from < a.to;
  const isLonger = (a: TaggedSpan, b: TaggedSpan): boolean =>
    a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;
  const kept = listed.filter(
    (name) => !spans.some((span) => isLonger(span, name) || (span.type === 'person' && overlaps(span, name))),
  );
  const others = spans.filter((span) => !kept.some((name) => overlaps(span, name)));
  return [...others, ...kept].toSorted((a, b) => a.from - b.from);
}

function findListed({ sentences, words }: Tokens, names: NameSets): TaggedSpan[] {
  const found: TaggedSpan[] = [];
  const isUpper = (i: number): boolean => isCapital(shapeOf(words[i] ?? ''));
  for (let at = 0; at < sentences.length; at += 2) {
    const [start, to] = [sentences[at] ?? 0, sentences[at + 1] ?? 0];
    for (let i = start; i < to; i++) {
      if (!isUpper(i)) continue;
      let key = hashString((words[i] ?? '').toLowerCase());
      let end = 0;
      for (let n = 1; n < longest && i + n < to; n++) {
        if (!/^[\p{L}.'-]/u.test(words[i + n] ?? '')) break;
        key = mix(key, hashString((words[i + n] ?? '').toLowerCase()));
        if (isUpper(i + n) && names.classesOf(key) === organisation) end = i + n + 1;
      }
      const isWhole = !(i > start && isUpper(i - 1)) && !(end < to && isUpper(end));
      if (end > 0 && isWhole) found.push({ from: i, to: end, type: 'organisation', confidence });
      if (end > 0) i = end - 1;
    }
  }
  return found;
}
