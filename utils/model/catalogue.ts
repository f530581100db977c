/** A message catalogue as it lies in `_locales`. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;
