import type { Tokens } from '../tokens.ts';
import type { TaggedSpan } from './tagger.ts';

/** What the tagger was this sure of once is the same name wherever the text repeats it. */
const sure = 0.8;
/** A repeated name is a little less sure than the one it repeats. */
const discount = 0.9;
const longest = 8;

/**
 * Spans with the places added where the text repeats a surely tagged name and the tagger saw none: news names a
 * thing again where the words around it tell less.
 */
export function addRepeated({ count, words, sentences }: Tokens, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const names = new Map<string, TaggedSpan>();
  const taken = new Uint8Array(count);
  for (const span of spans) {
    taken.fill(1, span.from, span.to);
    const first = words[span.from] ?? '';
    if (span.confidence < sure || span.type === 'other' || !/^\p{Lu}\p{L}/u.test(first)) continue;
    const name = words.slice(span.from, span.to).join(' ');
    if ((names.get(name)?.confidence ?? 0) < span.confidence) names.set(name, span);
  }
  if (names.size === 0) return [...spans];
  addSurnames(names, words);
  const shorts = addAcronyms(names, words);
  const firsts = new Set([...names.keys()].map((name) => name.split(' ', 1)[0] ?? ''));
  const added: TaggedSpan[] = [];
  for (let at = 0; at < sentences.length; at += 2) {
    const end = sentences[at + 1] ?? 0;
    for (let i = sentences[at] ?? 0; i < end; i++) {
      if (taken[i] === 1 || !firsts.has(words[i] ?? '')) continue;
      for (let n = Math.min(longest, end - i); n > 0; n--) {
        const known = names.get(words.slice(i, i + n).join(' '));
        if (known === undefined || taken.subarray(i, i + n).includes(1)) continue;
        if (/^\p{Lu}/u.test(words[i + n] ?? '') || /^\p{Lu}/u.test(words[i - 1] ?? '')) break;
        added.push({ from: i, to: i + n, type: known.type, confidence: known.confidence * discount });
        taken.fill(1, i, i + n);
        break;
      }
    }
  }
  const kept = spans.map((span) => correctAcronym(correctSurname(span, names, words), shorts, words));
  return [...kept, ...added].toSorted((a, b) => a.from - b.from);
}

/** A last name of somebody named in full is theirs, unless the tagger is surer that it is something else. */
function correctSurname(
  span: TaggedSpan,
  names: ReadonlyMap<string, TaggedSpan>,
  words: readonly string[],
): TaggedSpan {
  const known = span.to - span.from === 1 ? names.get(words[span.from] ?? '') : undefined;
  if (known?.type !== 'person' || span.type === 'person' || known.confidence <= span.confidence) return span;
  return { from: span.from, to: span.to, type: 'person', confidence: span.confidence };
}

/** An acronym of a name that the text gives in full is of the same type. */
function correctAcronym(
  span: TaggedSpan,
  shorts: ReadonlyMap<string, TaggedSpan>,
  words: readonly string[],
): TaggedSpan {
  const known = span.to - span.from === 1 ? shorts.get(words[span.from] ?? '') : undefined;
  return known === undefined || known.confidence < span.confidence ? span : { ...span, type: known.type };
}

/** Names of three words and more are called by their initials: "Broad River Council" by "BRC". */
function addAcronyms(names: Map<string, TaggedSpan>, words: readonly string[]): Map<string, TaggedSpan> {
  const shorts = new Map<string, TaggedSpan>();
  for (const span of new Set(names.values())) {
    if (span.type === 'person') continue;
    const capitals = words.slice(span.from, span.to).filter((word) => /^\p{Lu}/u.test(word));
    if (capitals.length < 3) continue;
    const short = capitals.map((word) => word.charAt(0)).join('');
    shorts.set(short, span);
    if (!names.has(short)) names.set(short, span);
  }
  return shorts;
}

/** People named in full are called by their last names from then on. */
function addSurnames(names: Map<string, TaggedSpan>, words: readonly string[]): void {
  for (const span of new Set(names.values())) {
    const last = words[span.to - 1] ?? '';
    const isFull = span.type === 'person' && span.to - span.from > 1 && /^\p{Lu}\p{Ll}{2,}/u.test(last);
    if (isFull && !names.has(last)) names.set(last, span);
  }
}
