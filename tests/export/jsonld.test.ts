import { describe, expect, it } from 'vitest';
import { formatJsonLd } from '../../utils/export/jsonld.ts';
import { gatherNotes } from '../../utils/export/notes.ts';
import type { Annotation } from '../../utils/model/annotation.ts';
import type { Selector } from '../../utils/model/selector.ts';
import { createAnnotation, createEntity, createPage } from './notes.ts';

type Json = Record<string, unknown>;

const lan = createEntity('0193a6f0-1c2d-7a3b-8c4d-5e6f70819201', 'Hoàng Lan', 'person');
const pier = createEntity('0193a6f0-1c2d-7a3b-8c4d-5e6f70819202', 'Pier Four', 'place');
const levy = createPage('levy', {
  title: 'Phí cảng tăng',
  lang: 'vi',
  text: 'Hoàng Lan nói: “Chúng tôi không trả nổi.” Tàu rời Pier Four lúc 5 giờ.',
});
const bare = createPage('bare', { title: '', lang: null, text: 'A bare page. 🌊 It has a wave.' });
const annotations = [
  createAnnotation(levy, 'Chúng tôi không trả nổi.', {
    id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819211',
    kind: 'quote',
    colour: 'blue',
    note: 'Nghe lại **băng ghi âm**.',
    tags: ['phí', 'ngư dân'],
    speaker: { type: 'entity', entityId: lan.id },
  }),
  createAnnotation(levy, 'Pier Four', {
    id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819212',
    kind: 'entity',
    colour: 'green',
    entityId: pier.id,
  }),
  createAnnotation(bare, 'It has a wave.', {
    id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819213',
    speaker: { type: 'text', name: 'nobody' },
  }),
  createAnnotation(bare, 'A bare page.', { id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819214' }),
];
const notes = gatherNotes([levy, bare], annotations, [lan, pier]);
const text = formatJsonLd(notes);

function readItems(json = text): Json[] {
  const { first } = JSON.parse(json) as { first: { items: Json[] } };
  return first.items;
}

function itemOf(annotation: Annotation | undefined): Json {
  return readItems().find(({ id }) => id === `urn:uuid:${annotation?.id}`) ?? {};
}

const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(value);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const xsdDateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );

/** The rules that an annotation breaks, of those that the Web Annotation Data Model says MUST. */
function brokenMusts(item: Json): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string): void => {
    if (!holds) broken.push(rule);
  };
  must(isIri(item['id']), 'id is one IRI');
  must(listOf(item['type']).includes('Annotation'), 'type contains Annotation');
  must(listOf(item['target']).length > 0, 'there is at least one target');
  must(!('body' in item && 'bodyValue' in item), 'body and bodyValue never come together');
  must(!('body' in item) || listOf(item['body']).length > 0, 'a body that is there is not empty');
  for (const key of ['created', 'modified', 'generated']) {
    must(!(key in item) || xsdDateTime.test(String(item[key])), `${key} is a time with a zone`);
  }
  for (const motivation of listOf(item['motivation'])) {
    must(motivations.includes(String(motivation)), 'motivation is one of the model');
  }
  for (const body of listOf(item['body'])) {
    must(isObject(body), 'each body is an object');
    if (!isObject(body)) continue;
    must(!('purpose' in body) || motivations.includes(String(body['purpose'])), 'purpose is a motivation');
    if (body['type'] === 'TextualBody')
      must(typeof body['value'] === 'string', 'a TextualBody has one value');
    if (body['type'] === 'SpecificResource')
      must(listOf(body['source']).length === 1, 'a SpecificResource has one source');
  }
  for (const target of listOf(item['target'])) {
    must(isObject(target) && listOf(target['source']).length === 1, 'a target has one source');
    if (!isObject(target)) continue;
    must(
      isIri(isObject(target['source']) ? target['source']['id'] : target['source']),
      'the source is an IRI',
    );
    for (const selector of listOf(target['selector'])) {
      if (!isObject(selector)) must(false, 'a selector is an object');
      else if (selector['type'] === 'TextQuoteSelector')
        must(typeof selector['exact'] === 'string', 'a quote selector has one exact');
      else if (selector['type'] === 'TextPositionSelector') {
        const { start, end } = selector;
        must(Number.isInteger(start) && Number(start) >= 0, 'start is a non-negative integer');
        must(Number.isInteger(end) && Number(end) >= Number(start), 'end is an integer not before start');
      } else must(false, 'the selector is of a type of the model');
    }
  }
  return broken;
}

describe('brokenMusts', () => {
  it('finds what is wrong with an annotation that breaks the rules', () => {
    const wrong = {
      id: 'no iri',
      type: 'Note',
      created: '2026-11-19T07:00:00',
      body: [],
      target: { source: 'harbour', selector: { type: 'TextPositionSelector', start: 4, end: 1.5 } },
    };
    expect(brokenMusts(wrong)).toEqual([
      'id is one IRI',
      'type contains Annotation',
      'a body that is there is not empty',
      'created is a time with a zone',
      'the source is an IRI',
      'end is an integer not before start',
    ]);
  });
});

describe('formatJsonLd', () => {
  it('writes annotations that break none of the rules of the model', () => {
    expect(readItems().map(brokenMusts)).toEqual(annotations.map(() => []));
  });

  it('writes one collection with one page that holds all items', () => {
    const { first, ...collection } = JSON.parse(text) as Json & { first: Json };
    expect(listOf(collection['@context'])).toContain('http://www.w3.org/ns/anno.jsonld');
    expect(collection).toMatchObject({ type: 'AnnotationCollection', label: 'Pressmark', total: 4 });
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: collection['id'], startIndex: 0 });
    expect([collection['id'], first['id']].every(isIri)).toBe(true);
    expect(collection['id']).not.toBe(first['id']);
  });

  it('declares every term of its own in the context', () => {
    const own = new Set(['kind', 'role', 'entityType', 'positionUnit']);
    const { '@context': context } = JSON.parse(text) as Json;
    const declared = Object.keys(listOf(context).find(isObject) ?? {});
    expect([...own].filter((term) => !declared.includes(term))).toEqual([]);
    const known = new Set([
      ...own,
      ...declared,
      ...'@context id type label total first partOf startIndex items motivation created modified body target source format language styleClass selector exact prefix suffix start end purpose value'.split(
        ' ',
      ),
    ]);
    const used = new Set([...text.matchAll(/"([^"\s]+)": /gu)].map(([, key = '']) => key));
    expect([...used].filter((key) => !known.has(key) && !/^(?:dc|schema):/u.test(key))).toEqual([]);
  });

  it('gives every annotation an id of its own', () => {
    const ids = readItems().map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(annotations.map(({ id }) => `urn:uuid:${id}`)));
  });

  it('writes note, tags and speaker as bodies with their purposes', () => {
    expect(itemOf(annotations[0])['body']).toEqual([
      {
        type: 'TextualBody',
        purpose: 'commenting',
        format: 'text/markdown',
        value: 'Nghe lại **băng ghi âm**.',
      },
      { type: 'TextualBody', purpose: 'tagging', value: 'phí' },
      { type: 'TextualBody', purpose: 'tagging', value: 'ngư dân' },
      {
        type: 'SpecificResource',
        purpose: 'identifying',
        role: 'speaker',
        source: { id: `urn:uuid:${lan.id}`, 'schema:name': 'Hoàng Lan', entityType: 'person' },
      },
      { type: 'TextualBody', purpose: 'identifying', role: 'speaker', value: 'Hoàng Lan' },
    ]);
  });

  it('has the motivation of the kind', () => {
    expect(annotations.map((annotation) => itemOf(annotation)['motivation'])).toEqual([
      'highlighting',
      'identifying',
      'highlighting',
      'highlighting',
    ]);
  });

  it('leaves the body out where there is none', () => {
    expect(itemOf(annotations[3])).not.toHaveProperty('body');
  });

  it('points at the address with the words and their place', () => {
    expect(itemOf(annotations[1])['target']).toEqual({
      type: 'SpecificResource',
      source: {
        id: 'https://harbour.example/levy',
        type: 'Text',
        format: 'text/html',
        'dc:title': 'Phí cảng tăng',
        language: 'vi',
      },
      styleClass: 'pressmark-green',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Pier Four', prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: 50, end: 59, positionUnit: 'utf-16' },
      ],
    });
  });

  it('says nothing of title and language where they are not known', () => {
    const { source } = itemOf(annotations[2])['target'] as { source: Json };
    expect(source).toEqual({ id: 'https://harbour.example/bare', type: 'Text', format: 'text/html' });
  });

  it('writes a target for each piece of a passage that is made of several', () => {
    const second: Selector[] = [
      { type: 'TextQuoteSelector', exact: 'Tàu rời', prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start: 42, end: 49 },
    ];
    const quote = createAnnotation(levy, 'Chúng tôi không trả nổi.', {
      id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819215',
      kind: 'quote',
      pieces: [{ selector: second }],
    });
    const [item = {}] = readItems(formatJsonLd(gatherNotes([levy], [quote], [])));
    expect(brokenMusts(item)).toEqual([]);
    const targets = listOf(item['target']) as { selector: { exact: string }[]; source: Json }[];
    expect(targets.map(({ selector }) => selector[0]?.exact)).toEqual([
      'Chúng tôi không trả nổi.',
      'Tàu rời',
    ]);
    expect(targets[1]?.source).toEqual(targets[0]?.source);
  });

  it('leaves an entity out that is no longer there', () => {
    const json = formatJsonLd({ ...notes, entities: new Map() });
    expect(readItems(json).map(brokenMusts)).toEqual(annotations.map(() => []));
    const bodies = readItems(json).flatMap(({ body }) => listOf(body));
    expect(bodies.filter((body) => isObject(body) && body['purpose'] === 'identifying')).toEqual([]);
    expect(bodies).not.toEqual([]);
  });

  it('writes the same bytes in whatever order the library gives its rows', () => {
    const shuffled = gatherNotes([bare, levy], annotations.toReversed(), [pier, lan]);
    expect(formatJsonLd(shuffled)).toBe(text);
  });

  it('writes an empty collection for nothing', () => {
    expect(JSON.parse(formatJsonLd(gatherNotes([], [], [])))).toMatchObject({
      total: 0,
      first: { items: [] },
    });
  });
});

describe('formatJsonLd, of an entity that the reader knows more of', () => {
  it('names it in full: other names, note, and the same at Wikidata', () => {
    const known = createEntity(pier.id, 'Pier Four', 'place', {
      aliases: ['the pier'],
      note: 'Closed in *May*.',
      wikidata: { id: 'Q42', label: 'Pier Four', description: '' },
    });
    const json = formatJsonLd(gatherNotes([levy], annotations.slice(1, 2), [known]));
    expect(listOf(readItems(json)[0]?.['body'])[0]).toEqual({
      type: 'SpecificResource',
      purpose: 'identifying',
      role: 'subject',
      source: {
        id: `urn:uuid:${pier.id}`,
        'schema:name': 'Pier Four',
        'schema:alternateName': ['the pier'],
        entityType: 'place',
        entityNote: 'Closed in *May*.',
        'schema:sameAs': { id: 'http://www.wikidata.org/entity/Q42' },
      },
    });
  });
});
