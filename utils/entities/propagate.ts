import { findMentions } from './mentions.ts';
import { groupMentions, type GroupableMention, type MentionGroup } from './groups.ts';
import { nameOf } from './memory.ts';
import type { Suggestion } from './types.ts';
import { commonWords, organisationHeads } from './vocabulary/vietnamese.ts';

/** Another mention of a tagged name: ticked when it is surely the same, offered when it may be. */
export type OtherMention = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isSure: boolean;
};

/** The mention that the reader tagged, its type, and other names that the reader keeps for the same thing. */
export type TaggedMention = {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly aliases?: readonly string[];
};

/**
 * The other mentions in a text of what the reader tagged once: the same words, and short and long forms of them.
 * `proposals` are those of the text, which tell where longer names and names of others are.
 */
export function findOtherMentions(
  text: string,
  tagged: TaggedMention,
  { lang, proposals }: { readonly lang: string; readonly proposals: readonly Suggestion[] },
): OtherMention[] {
  const { start: ownStart, end: ownEnd, type } = tagged;
  const near = proposals.filter(
    (other) =>
      (other.end <= ownStart || other.start >= ownEnd) && (other.type === type || other.type === 'other'),
  );
  const candidates = [tagged, ...near].map(({ start, end }) => ({ start, end, type }));
  const groups = groupMentions(text, candidates, { lang });
  const isOwn = ({ mentions }: MentionGroup<GroupableMention>): boolean =>
    mentions.some(({ start }) => start === ownStart);
  const own = groups.find(isOwn);
  const written = nameOf(text.slice(ownStart, ownEnd));
  const sure = new Set([written, ...(tagged.aliases ?? [])]);
  const full = [...sure, ...(own?.names ?? [])];
  const isVietnamese = /^vi(?:-|$)/u.test(lang);
  const names = new Set([...full, ...full.flatMap((name) => shortFormsOf(name, type, isVietnamese))]);
  const others = groups.filter((group) => !isOwn(group)).flatMap((group) => group.names);
  const rivals = type === 'person' ? others.filter((name) => !names.has(name)) : [];
  // A short form that others share is theirs as well, so only those mentions count that were told apart.
  const isShared = (name: string): boolean =>
    others.some((other) => other === name || other.endsWith(` ${name}`));
  const found = findMentions(text, [...names, ...rivals, ...(isVietnamese ? longerWords(written) : [])]);
  const outer = found.filter(({ isNested }) => !isNested);
  return found.flatMap(({ start, end, name, isNested }) => {
    if (!names.has(name) || (start < ownEnd && ownStart < end)) return [];
    const around = isNested
      ? outer.find((mention) => mention.start <= start && end <= mention.end)
      : undefined;
    if (around !== undefined && (names.has(around.name) || type === 'person' || !/\s/u.test(name))) return [];
    const isTold = own?.mentions.some((mention) => mention.start <= start && end <= mention.end) === true;
    if (!full.includes(name) && isShared(name) && !isTold) return [];
    return [{ start, end, name, isSure: sure.has(name) && !isNested }];
  });
}

/** The short forms by which the press calls a thing again: surname or given name, head of an office, acronym. */
function shortFormsOf(name: string, type: string, isVietnamese: boolean): string[] {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  if (words.length < 2) return [];
  if (type === 'person') {
    // A Vietnamese given name is a syllable of many words, so it is taken from proposals only.
    if (isVietnamese) return [];
    return [last, first].filter((word) => /^\p{Lu}\p{Ll}{2,}/u.test(word));
  }
  if (type === 'organisation') {
    const letters = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0));
    const acronym = letters.length > 2 ? [letters.join('')] : [];
    if (isVietnamese)
      return [
        ...acronym,
        ...(words.length > 2 && /^\p{Ll}/u.test(words[1] ?? '') ? [words.slice(0, 2).join(' ')] : []),
      ];
    return [...acronym, ...(legalForm.test(last) ? [words.slice(0, -1).join(' ')] : [])];
  }
  const isClassed = isVietnamese && /^\p{Ll}/u.test(first);
  return type === 'place' && isClassed ? [words.filter((word) => !/^\p{Ll}/u.test(word)).join(' ')] : [];
}

const legalForm =
  /^(?:Inc\.?|Corp\.?|Ltd\.?|Co\.?|LLC|plc|PLC|AG|GmbH|SE|Group|Holdings|Company|Corporation|Limited|University|Airlines|Motors|Bank)$/u;

/** Vietnamese words that begin with the tagged syllable are other words: "Đảng bộ", "Đảng viên" are not "Đảng". */
function longerWords(name: string): string[] {
  if (/\s/u.test(name)) return [];
  const syllable = `${name.toLowerCase()} `;
  return `${organisationHeads}|${commonWords}`
    .split('|')
    .filter((word) => word.startsWith(syllable))
    .map((word) => name + word.slice(name.length));
}
