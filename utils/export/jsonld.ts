import { entityIdOf, type Annotation, type Body, type Colour, type Target } from '../model/annotation.ts';
import type { Entity } from '../model/entity.ts';
import type { Page } from '../model/page.ts';
import { piecesOf } from '../model/pieces.ts';
import type { Selector } from '../model/selector.ts';
import type { ArticleNotes, Notes } from './notes.ts';

/** Terms that the W3C vocabulary has no word for, under a name of ours that other readers pass over. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    pressmark: 'urn:pressmark:',
    kind: 'pressmark:kind',
    role: 'pressmark:role',
    entityType: 'pressmark:entityType',
    // What the reader wrote about an entity, as Markdown.
    entityNote: 'pressmark:entityNote',
    // Text positions count UTF-16 code units of the page text, which other readers need to know.
    positionUnit: 'pressmark:positionUnit',
    // Our refinement of the selectors, which other readers pass over.
    PressmarkTextSelector: 'pressmark:TextSelector',
  },
] as const;

type Json = { readonly [key: string]: unknown };

/**
 * Notes as a W3C Web Annotation collection (REC 2017-02-23), one page that holds all items in reading
 * order. The order of keys is fixed, so equal notes give equal bytes.
 */
export function formatJsonLd(notes: Notes): string {
  const items = notes.articles.flatMap((article) =>
    article.annotations.map((annotation) => formatAnnotation(annotation, article, notes)),
  );
  const collection: Json = {
    '@context': context,
    id: 'urn:pressmark:collection',
    type: 'AnnotationCollection',
    label: 'Pressmark',
    total: items.length,
    first: {
      id: 'urn:pressmark:collection:1',
      type: 'AnnotationPage',
      partOf: 'urn:pressmark:collection',
      startIndex: 0,
      items,
    },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function formatAnnotation(annotation: Annotation, { page }: ArticleNotes, { entities }: Notes): Json {
  const body = annotation.body.flatMap((one) => formatBody(one, entities));
  return {
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: annotation.motivation,
    kind: annotation.kind,
    created: annotation.created,
    modified: annotation.modified,
    ...(body.length === 0 ? {} : { body }),
    target: formatTargets(annotation.target, annotation.colour, page),
  };
}

/**
 * A passage of several pieces has several targets. An `oa:Composite` would say more exactly that they are one, but it
 * was taken out of the model before that became a recommendation, and no reader we know follows it: with a plain list
 * each finds at least the first piece. Positions tell the order.
 */
function formatTargets(target: Target, colour: Colour, page: Page): Json | Json[] {
  const targets = piecesOf(target).map(({ selector }) => formatTarget(target.source, selector, colour, page));
  return targets.length === 1 ? (targets[0] ?? {}) : targets;
}

function formatTarget(source: string, selectors: readonly Selector[], colour: Colour, page: Page): Json {
  return {
    type: 'SpecificResource',
    source: {
      id: source,
      type: 'Text',
      format: 'text/html',
      ...(page.article.title === '' ? {} : { 'dc:title': page.article.title }),
      ...(page.article.lang === null ? {} : { language: page.article.lang }),
    },
    styleClass: `pressmark-${colour}`,
    selector: selectors.map((selector) =>
      selector.type === 'TextPositionSelector' ? { ...selector, positionUnit: 'utf-16' } : selector,
    ),
  };
}

function formatBody(body: Body, entities: ReadonlyMap<string, Entity>): Json[] {
  if (body.purpose === 'identifying') {
    const entity = entities.get(entityIdOf(body));
    if (entity === undefined) return [];
    return [
      {
        type: 'SpecificResource',
        purpose: 'identifying',
        role: body.role,
        source: describeEntity(body.source, entity),
      },
      // Readers that know no entities still see the name.
      { type: 'TextualBody', purpose: 'identifying', role: body.role, value: entity.name },
    ];
  }
  return [{ ...body }];
}

/** The entity with what the reader knows of it; what they left empty is left out. */
function describeEntity(id: string, { name, type, aliases, note, wikidata }: Entity): Json {
  return {
    id,
    'schema:name': name,
    ...(aliases.length === 0 ? {} : { 'schema:alternateName': aliases }),
    entityType: type,
    ...(note === '' ? {} : { entityNote: note }),
    ...(wikidata === null
      ? {}
      : { 'schema:sameAs': { id: `http://www.wikidata.org/entity/${wikidata.id}` } }),
  };
}
