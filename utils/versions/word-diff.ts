import { diffWords } from 'diff';

/** A stretch of two versions of a passage: in both, only in the old one, or only in the new one. */
export type WordChange = { readonly text: string; readonly change: 'kept' | 'removed' | 'added' };

/** Longer passages are shown whole, old and new: nobody reads a diff of pages, and it would take seconds. */
const longest = 20_000;

/**
 * What changed between two versions of a passage, word by word as the language parts them, in reading order: what
 * was removed comes before what was added in its place. Joined without what was added it gives the old version, and
 * without what was removed the new one, but for white space.
 */
export function diffPassage(before: string, after: string, lang: string | null): WordChange[] {
  if (before.length + after.length > longest) {
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  }
  const changes = diffWords(before, after, { intlSegmenter: segmenterFor(lang) });
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'kept',
  }));
}

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch {
    // A page may claim a language that is no language tag.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
