import type { Tokens } from '../tokens.ts';
import type { TaggedSpan } from './tagger.ts';

/** Short words behind a hyphen that make no name: "Quill-era", "Quill-led". */
const noParts = /^(?:era|led|like|style|type|born|run|own|made|free|in|and|or|\p{L}+(?:ed|ing))$/u;

/** People with what a hyphen joins to their names in small letters: "Kim Ha-neul", "Lee Cheuk-yan". */
export function joinHyphenated({ words, isSpaced }: Tokens, spans: readonly TaggedSpan[]): TaggedSpan[] {
  return spans.map((span, i) => {
    const part = words[span.to + 1] ?? '';
    const isJoined =
      span.type === 'person' &&
      words[span.to] === '-' &&
      isSpaced[span.to] === 0 &&
      isSpaced[span.to + 1] === 0 &&
      (spans[i + 1]?.from ?? Infinity) > span.to + 1;
    return isJoined && /^\p{Ll}{1,6}$/u.test(part) && !noParts.test(part)
      ? { ...span, to: span.to + 2 }
      : span;
  });
}
