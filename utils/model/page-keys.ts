/** What a single key does while the reader walks the page by keyboard, in the order that settings list them. */
export const pageActs = [
  'keepYellow',
  'keepGreen',
  'keepBlue',
  'keepPink',
  'keepPurple',
  'keepQuote',
  'keepEntity',
  'copy',
  'nextAnnotation',
  'previousAnnotation',
  'openAnnotation',
  'editNote',
  'changeRange',
  'deleteAnnotation',
] as const;
export type PageAct = (typeof pageActs)[number];

/** Keys as `KeyboardEvent.key` names them; an empty string is no key. */
export type PageKeys = Readonly<Record<PageAct, string>>;

export const defaultPageKeys: PageKeys = {
  keepYellow: '1',
  keepGreen: '2',
  keepBlue: '3',
  keepPink: '4',
  keepPurple: '5',
  keepQuote: 'q',
  keepEntity: 'e',
  copy: 'c',
  nextAnnotation: ']',
  previousAnnotation: '[',
  openAnnotation: 'Enter',
  editNote: 'n',
  changeRange: 'r',
  deleteAnnotation: 'Delete',
};

/** The act that a key stands for; letters count in either case. `null` when the key has none. */
export function actOfKey(keys: PageKeys, key: string): PageAct | null {
  const wanted = key.toLowerCase();
  return pageActs.find((act) => keys[act] !== '' && keys[act].toLowerCase() === wanted) ?? null;
}

/** What changes when a key is given to an act. One key does one thing: an act that had it before has none then. */
export function assignKey(keys: PageKeys, act: PageAct, key: string): Partial<PageKeys> {
  const loser = key === '' ? null : actOfKey(keys, key);
  return { ...(loser === null ? {} : { [loser]: '' }), [act]: key };
}
