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

/** Somebody or something that the reader follows across articles. Times are ISO 8601 UTC strings. */
export type Entity = {
  readonly id: string;
  readonly name: string;
  /** A built-in type, or the name of a type that the reader added. */
  readonly type: string;
  readonly created: string;
  readonly modified: string;
};

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
