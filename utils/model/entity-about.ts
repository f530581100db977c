import type { AnnotationKind, Colour } from './annotation.ts';
import type { Entity } from './entity.ts';

/** Words that are kept of an article and have to do with an entity. */
export type EntityPassage = {
  /** Of the annotation. */
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly words: string;
  /** Leads to the words in their article. */
  readonly href: string;
};

/** An article with what is kept of it of an entity, in reading order. */
export type EntityArticle = {
  readonly pageId: string;
  /** Empty where none is known. */
  readonly title: string;
  readonly publisher: string | null;
  /** ISO 8601, as the publisher wrote it; `null` when it is not known. */
  readonly published: string | null;
  readonly lang: string | null;
  readonly passages: readonly EntityPassage[];
};

/** What was typed of an entity and is not saved; a line for each alias. */
export type EntityDraft = {
  readonly name: string;
  readonly type: string;
  readonly aliases: string;
  readonly note: string;
};

/** The key that what is typed of an entity is kept under. */
export function entityDraftKeyOf(id: string): string {
  return `entity:${id}`;
}

/** Reads a stored draft; `null` when it is none or of an unknown shape. */
export function parseEntityDraft(value: string | null): EntityDraft | null {
  if (value === null) return null;
  try {
    const { name, type, aliases, note } = Object(JSON.parse(value)) as Record<string, unknown>;
    const fields = [name, type, aliases, note];
    if (!fields.every((field) => typeof field === 'string')) return null;
    return { name, type, aliases, note } as EntityDraft;
  } catch {
    // Damaged: what is saved is what counts then.
    return null;
  }
}

/** Everything that the library has of an entity; the articles published last first. */
export type EntityAbout = {
  readonly entity: Entity;
  /** What they said. */
  readonly quotes: readonly EntityArticle[];
  /** Where they are named. */
  readonly mentions: readonly EntityArticle[];
  /** Of all passages, also those beyond the ones that are listed. */
  readonly counts: { readonly quotes: number; readonly mentions: number };
  /** Quotes whose speaker was written down by one of these names and is no entity yet. */
  readonly written: number;
  readonly draft: EntityDraft | null;
};

/** The fields of an entity that a reader sets; those that are not named stay as they are. */
export type EntityPatch = {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly wikidata?: Entity['wikidata'];
};

/** What is to become an entity of its own: another name with what is tagged on just that, or chosen annotations. */
export type EntitySplit = {
  readonly id: string;
  /** Made by the caller, so that a repeated call makes no second one. */
  readonly newId: string;
} & ({ readonly alias: string } | { readonly name: string; readonly annotationIds: readonly string[] });
