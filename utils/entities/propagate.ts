import { findMentions } from './mentions.ts';
import { groupMentions } from './groups.ts';
import { nameOf } from './memory.ts';
import type { Suggestion } from './types.ts';

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
 * `proposals` are those of the text, which tell where longer names and short forms are.
 */
export function findOtherMentions(
  text: string,
  tagged: TaggedMention,
  { lang, proposals }: { readonly lang: string; readonly proposals: readonly Suggestion[] },
): OtherMention[] {
  const own = { start: tagged.start, end: tagged.end, type: tagged.type };
  const near = proposals.filter(
    ({ start, end, type }) =>
      (end <= own.start || start >= own.end) && (type === own.type || type === 'other'),
  );
  const candidates = [own, ...near.map(({ start, end }) => ({ start, end, type: own.type }))];
  const group = groupMentions(text, candidates, { lang }).find(({ mentions }) =>
    mentions.some(({ start }) => start === own.start),
  );
  const written = nameOf(text.slice(own.start, own.end));
  const sure = new Set([written, ...(tagged.aliases ?? [])]);
  const names = new Set([...sure, ...(group?.names ?? [])]);
  const rivals = rivalNames(text, own, near, lang);
  return findMentions(text, [...names, ...rivals]).flatMap(({ start, end, name, isNested }) => {
    if (!names.has(name) || (start < own.end && own.start < end)) return [];
    const isOther = isNested && tagged.type === 'person';
    return isOther ? [] : [{ start, end, name, isSure: sure.has(name) && !isNested }];
  });
}

/** Names of others that hold the tagged one, so that it is not found in them: "Smith" inside of "Anna Smith". */
// oxlint-disable-next-line eslint/max-params
function rivalNames(
  text: string,
  own: { start: number; end: number; type: string },
  near: readonly Suggestion[],
  lang: string,
): string[] {
  if (own.type !== 'person') return [];
  const groups = groupMentions(
    text,
    [own, ...near.map(({ start, end }) => ({ start, end, type: own.type }))],
    { lang },
  );
  return groups
    .filter(({ mentions }) => !mentions.some(({ start }) => start === own.start))
    .flatMap(({ names }) => names);
}
