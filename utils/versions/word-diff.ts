import { diffWords } from 'diff';
import { foldText } from '../text/fold.ts';

/** A stretch of two versions of a passage: in both, only in the old one, or only in the new one. */
export type WordChange = { readonly text: string; readonly change: 'kept' | 'removed' | 'added' };

/** Longer passages are shown whole, old and new: nobody reads a diff of pages, and it would take seconds. */
const longest = 20_000;

/**
 * What changed between two versions of a passage, word by word as the language parts them, in reading order: what
 * was removed comes before what was added in its place. Joined without what was added it gives the old version, and
 * without what was removed the new one, but for white space, and for typography in what was kept, which is no change
 * and shown as it is now.
 */
export function diffPassage(before: string, after: string, lang: string | null): WordChange[] {
  if (before.length + after.length > longest) {
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  }
  const [old, now] = [createReader(before), createReader(after)];
  const changes = diffWords(old.folded, now.folded, { intlSegmenter: segmenterFor(lang) });
  return changes.map(({ value, added, removed }) => {
    const gone = added ? '' : old.take(value);
    if (removed) return { text: gone, change: 'removed' };
    return { text: now.take(value), change: added ? 'added' : 'kept' };
  });
}

type Reader = {
  readonly folded: string;
  /** The next stretch of the folded text as it stands in the text. */
  readonly take: (value: string) => string;
};

/** Reads a text by its folded stretches; white space may lie on either side of a change, so the rest is counted. */
function createReader(raw: string): Reader {
  const { text: folded, toRaw } = foldText(raw);
  const places = Array.from(folded.matchAll(/\S/gu), ({ index, 0: { length } }) => ({ index, length }));
  let taken = 0;
  return {
    folded,
    take(value) {
      const first = places[taken];
      taken += Array.from(value.matchAll(/\S/gu)).length;
      const last = places[taken - 1];
      if (first === undefined || last === undefined || last.index < first.index) return value;
      const start = first.index - (/^\s/u.test(value) ? 1 : 0);
      const end = last.index + last.length + (/\s$/u.test(value) ? 1 : 0);
      const span = toRaw({ start: Math.max(0, start), end });
      return raw.slice(span.start, span.end);
    },
  };
}

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch {
    // A page may claim a language that is no language tag.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
