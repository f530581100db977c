export const builtInEntityTypes = [
  'person',
  'organisation',
  'place',
  'event',
  'work',
  'date',
  'amount',
  'other',
] as const;
export type BuiltInEntityType = (typeof builtInEntityTypes)[number];

/** What Wikidata knows somebody or something as, as the reader chose it. */
export type WikidataEntry = {
  /** As in `Q42`. */
  readonly id: string;
  /** Name and description in the language that it was looked up in. */
  readonly label: string;
  readonly description: string;
};

/** What a reader changes in an entity, each field by itself. */
export type EntityFields = {
  readonly name: string;
  /** A built-in type, or the name of a type that the reader added. */
  readonly type: string;
  /** Other names it goes by, in the reader's order; none of them is `name`. */
  readonly aliases: readonly string[];
  /** The reader's note as Markdown; empty when there is none. */
  readonly note: string;
  readonly wikidata: WikidataEntry | null;
  /** The entity that stands for this one since the two were made one. */
  readonly mergedInto: string | null;
  readonly deleted: string | null;
};

/** Somebody or something that the reader follows across articles. Times are ISO 8601 UTC strings. */
export type Entity = EntityFields & {
  readonly id: string;
  readonly created: string;
  readonly modified: string;
};

/** A new entity that has a name and nothing else. */
export function createEntity(
  id: string,
  { name, type }: { readonly name: string; readonly type: string },
  now: string,
): Entity {
  const blank = { aliases: [], note: '', wikidata: null, mergedInto: null, deleted: null };
  return { id, name: normaliseName(name), type, ...blank, created: now, modified: now };
}

/** More names are no help to anyone, and a name is no text. */
export const entityLimits = { name: 200, aliases: 100 } as const;

/** Other names than `name`, as they are stored: each once, whatever its case. */
export function normaliseAliases(aliases: readonly string[], name: string): string[] {
  const seen = new Set([entityKeyOf(name), '']);
  const kept = aliases.map(normaliseName).filter((alias) => {
    const key = entityKeyOf(alias);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, entityLimits.aliases);
}

/** The names that an entity is found by, folded. */
export function entityKeysOf({ name, aliases }: Pick<EntityFields, 'name' | 'aliases'>): string[] {
  return [...new Set([name, ...aliases].map(entityKeyOf))];
}

/** Tells a built-in type from one that the reader added. */
export function isBuiltInEntityType(type: string): type is BuiltInEntityType {
  return builtInEntityTypes.some((known) => known === type);
}

/** The form under which two spellings of a name count as one: NFC, one space, no case. */
export function entityKeyOf(name: string): string {
  return normaliseName(name).toLocaleLowerCase();
}

/** A name as it is stored: NFC, one space between words, no space around. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/gu, (run) => (/\s/u.test(run) ? ' ' : ''))
    .trim();
}
