import { foldText } from '../text/index.ts';

/** An occurrence of a name in a text: `[start, end)` in UTF-16 code units, and which name it is. */
export type Mention = { readonly start: number; readonly end: number; readonly name: string };

/** Scripts that write words without spaces between them: any place in them is a word boundary. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const mark = /\p{M}/u;

/**
 * Every occurrence of the names in the text, in order and without overlap: where names overlap the longest
 * wins, so that a name inside a longer one stays apart. Spelling variants that folding knows count as equal;
 * case does not.
 */
export function findMentions(text: string, names: readonly string[]): Mention[] {
  const folded = foldText(text);
  const found: Mention[] = [];
  for (const name of new Set(names)) {
    const needle = foldText(name).text.trim();
    if (needle === '') continue;
    let at = folded.text.indexOf(needle);
    while (at !== -1) {
      const end = at + needle.length;
      if (isWordEdge(folded.text, at) && isWordEdge(folded.text, end)) {
        found.push({ ...folded.toRaw({ start: at, end }), name });
      }
      at = folded.text.indexOf(needle, at + 1);
    }
  }
  return keepLongest(found);
}

function isWordEdge(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  // A mark belongs to the letter before it, in scripts without spaces too.
  if (mark.test(after)) return false;
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return true;
  return spaceless.test(before) || spaceless.test(after);
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return String.fromCodePoint(text.codePointAt(isLowSurrogate ? at - 2 : at - 1) ?? 0x20);
}

function keepLongest(mentions: readonly Mention[]): Mention[] {
  const ordered = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of ordered) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
