type Granularity = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/** The browser's segmenter for a language; for a tag that is none, and without one, the root locale's. */
export function segmenterOf(granularity: Granularity, lang: string | null): Intl.Segmenter {
  const key = `${granularity} ${lang ?? ''}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const made = createSegmenter(granularity, lang);
  segmenters.set(key, made);
  return made;
}

function createSegmenter(granularity: Granularity, lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity });
  } catch {
    // Pages write anything into `lang`: an underscore, a country, a whole word.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
