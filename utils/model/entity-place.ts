/** Where in the registry a view is: at the list of all names, at one entity, or not in it. */
export type EntityPlace = 'names' | { readonly entityId: string } | null;

/** The place that the fragment of an address names; anything unknown is none. */
export function placeOfHash(hash: string): EntityPlace {
  if (hash === '#names') return 'names';
  const [, entityId] = /^#entity=([\da-f-]{36})$/u.exec(hash) ?? [];
  return entityId === undefined ? null : { entityId };
}
