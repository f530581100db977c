import type { Tokens } from '../tokens.ts';

const longestEnclosed = 9;

/** 1 where a few words in quotation marks begin, 2 inside of them, 3 in brackets. */
export function readEnclosed({ count, words, sentences }: Tokens): Uint8Array {
  const enclosed = new Uint8Array(count);
  for (let at = 0; at < sentences.length; at += 2) {
    const to = sentences[at + 1] ?? 0;
    for (let i = sentences[at] ?? 0; i < to; i++) {
      const isBracket = /^[([]$/u.test(words[i] ?? '');
      if (!isBracket && !/^["“„«]$/u.test(words[i] ?? '')) continue;
      const closing = isBracket ? /^[)\]]$/u : /^["”“»]$/u;
      let end = i + 1;
      while (end < to && end - i <= longestEnclosed && !closing.test(words[end] ?? '')) end++;
      if (end >= to || end - i > longestEnclosed || end === i + 1) continue;
      enclosed.fill(isBracket ? 3 : 2, i + 1, end);
      if (!isBracket) enclosed[i + 1] = 1;
      i = end;
    }
  }
  return enclosed;
}
