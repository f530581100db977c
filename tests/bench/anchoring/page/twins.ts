import type { FlatPage, Stretch } from './tracked.ts';

/** Letters and signs on each side that tell a passage from its copies: a reader would look no farther. */
const reach = 100;

/** What stands on the changed page that nothing but its offset tells from a passage of the old one. */
export type Twins = {
  /**
   * Whether the passage has twins: places where its words stand between the very words it stood between.
   * `elsewhere` when the passage itself has lost them and a twin has kept them: nobody could know that.
   */
  readonly standFor: (passage: Stretch, truth: Stretch | null) => boolean | 'elsewhere';
};

export function createTwins(before: FlatPage, after: FlatPage): Twins {
  const old = withoutBlanks(before);
  const now = withoutBlanks(after);
  return {
    standFor(passage, truth) {
      const start = old.placeOf(passage.start);
      const from = Math.max(0, start - reach);
      const words = old.text.slice(from, old.placeOf(passage.end) + reach);
      const places: number[] = [];
      for (let at = now.text.indexOf(words); at !== -1; at = now.text.indexOf(words, at + 1)) {
        places.push(at + start - from);
      }
      // Of two copies that adjoin, one is left, whichever was taken away.
      if (truth === null && isDoubled(old, passage)) return 'elsewhere';
      if (places.length === 0) return false;
      if (truth !== null && places.includes(now.placeOf(truth.start))) return places.length > 1;
      return 'elsewhere';
    },
  };
}

type Dense = { readonly text: string; readonly placeOf: (offset: number) => number };

function isDoubled({ text, placeOf }: Dense, passage: Stretch): boolean {
  const start = placeOf(passage.start);
  const end = placeOf(passage.end);
  const words = text.slice(start, end);
  return text.startsWith(words, end) || text.slice(0, start).endsWith(words);
}

function withoutBlanks({ text }: FlatPage): Dense {
  const places = new Int32Array(text.length + 1);
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = kept;
    if (!/\s/u.test(text.charAt(at))) kept++;
  }
  places[text.length] = kept;
  return { text: text.replace(/\s+/gu, ''), placeOf: (offset) => places[offset] ?? kept };
}
