import { isAcronymFor, isShortFor, readMention, type Reading } from './name-forms.ts';

/** A mention to be grouped: where it stands and what it is of. */
export type GroupableMention = { readonly start: number; readonly end: number; readonly type: string };

/** Mentions of one thing: the name it is best known by in the text, and the other names it has there. */
export type MentionGroup<M extends GroupableMention> = {
  readonly name: string;
  readonly type: string;
  /** All spellings, the best one first. */
  readonly names: readonly string[];
  /** In the order of the text. */
  readonly mentions: readonly M[];
};

/**
 * Puts mentions of a text together that name the same thing: surname alone, title and name, an acronym in brackets
 * after the name, inflected forms. A short form that fits two longer names joins neither, or the one named last
 * where the language's press writes so; a Vietnamese surname alone is nobody.
 */
export function groupMentions<M extends GroupableMention>(
  text: string,
  mentions: readonly M[],
  { lang }: { readonly lang: string },
): MentionGroup<M>[] {
  const readings = mentions
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((mention) => readMention(text, mention, lang));
  const groups: Group<M>[] = [];
  // Full names first, so that a short one finds them even when it stands before them.
  const ordered = readings
    .map((reading, i) => ({ reading, i }))
    .toSorted((a, b) => b.reading.words.length - a.reading.words.length || a.i - b.i);
  for (const { reading } of ordered) {
    const group = findGroup(groups, reading, lang);
    if (group === null) groups.push({ readings: [reading], names: new Map([[reading.key, reading]]) });
    else {
      group.readings.push(reading);
      if (!group.names.has(reading.key)) group.names.set(reading.key, reading);
    }
  }
  return joinAcronyms(text, groups)
    .map(finishGroup)
    .toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

type Group<M> = { readonly readings: Reading<M>[]; readonly names: Map<string, Reading<M>> };

function findGroup<M extends GroupableMention>(
  groups: readonly Group<M>[],
  reading: Reading<M>,
  lang: string,
): Group<M> | null {
  const exact = groups.find((group) => group.names.has(reading.key) && typesAgree(group, reading));
  if (exact !== undefined) return exact;
  const fits = groups.filter(
    (group) =>
      typesAgree(group, reading) && [...group.names.values()].some((name) => isShortFor(reading, name, lang)),
  );
  if (fits.length === 1) return fits[0] ?? null;
  if (fits.length < 2) return null;
  return nearestBefore(fits, reading);
}

/**
 * Of several who share the short name, the one that was named in full last before it; none when none was. News
 * says "Smith" of the Smith at hand.
 */
function nearestBefore<M extends GroupableMention>(
  groups: readonly Group<M>[],
  { mention }: Reading<M>,
): Group<M> | null {
  let best: Group<M> | null = null;
  let nearest = -1;
  for (const group of groups) {
    for (const reading of group.readings) {
      const isFull = reading.words.length > 1;
      if (isFull && reading.mention.end <= mention.start && reading.mention.end > nearest) {
        nearest = reading.mention.end;
        best = group;
      }
    }
  }
  return best;
}

function typesAgree<M>(group: Group<M>, reading: Reading<M>): boolean {
  const type = group.readings[0]?.type;
  return type === reading.type || type === 'other' || reading.type === 'other';
}

/** Joins groups where the text itself says so: "World Health Organization (WHO)". */
function joinAcronyms<M extends GroupableMention>(text: string, groups: readonly Group<M>[]): Group<M>[] {
  const all = groups
    .flatMap((group) => group.readings.map((reading) => ({ group, reading })))
    .toSorted((a, b) => a.reading.mention.start - b.reading.mention.start);
  const into = new Map<Group<M>, Group<M>>();
  const rootOf = (group: Group<M>): Group<M> => {
    const next = into.get(group);
    return next === undefined ? group : rootOf(next);
  };
  for (const [i, { group, reading }] of all.entries()) {
    const next = all[i + 1];
    if (next === undefined || rootOf(group) === rootOf(next.group) || !typesAgree(group, next.reading))
      continue;
    const between = text.slice(reading.mention.end, next.reading.mention.start);
    const isBracketed =
      /^\s*[（(]\s*$/u.test(between) && /^\s*[)）,;]/u.test(text.slice(next.reading.mention.end));
    const [long, short] =
      reading.name.length > next.reading.name.length ? [reading, next.reading] : [next.reading, reading];
    if (isBracketed && isAcronymFor(short.name, long.words)) into.set(rootOf(next.group), rootOf(group));
  }
  const joined = new Map<Group<M>, Group<M>>();
  for (const group of groups) {
    const root = rootOf(group);
    const known = joined.get(root);
    if (known === undefined) joined.set(root, { readings: [...group.readings], names: new Map(group.names) });
    else {
      known.readings.push(...group.readings);
      for (const [key, reading] of group.names) if (!known.names.has(key)) known.names.set(key, reading);
    }
  }
  return [...joined.values()];
}

function finishGroup<M extends GroupableMention>({ readings, names }: Group<M>): MentionGroup<M> {
  const counts = Map.groupBy(readings, ({ key }) => key);
  const ordered = [...names.values()].toSorted(
    (a, b) =>
      fullness(b) - fullness(a) ||
      (counts.get(b.key)?.length ?? 0) - (counts.get(a.key)?.length ?? 0) ||
      a.mention.start - b.mention.start,
  );
  const types = Map.groupBy(
    readings.filter(({ type }) => type !== 'other'),
    ({ type }) => type,
  );
  const [type] = [...types].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ['other'];
  return {
    name: ordered[0]?.name ?? '',
    type,
    names: ordered.map(({ name }) => name),
    mentions: readings.map(({ mention }) => mention).toSorted((a, b) => a.start - b.start),
  };
}

/** People are known by the fullest name, other things too unless it is a whole clause. */
function fullness<M>({ words }: Reading<M>): number {
  return words.length > 8 ? 0 : words.length;
}
