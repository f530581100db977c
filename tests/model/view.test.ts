import { describe, expect, it } from 'vitest';
import { editAnnotation, type Annotation, type AnnotationEdit } from '../../utils/model/annotation.ts';
import { createEntity } from '../../utils/model/entity.ts';
import { draftKeyOf, parseAnnotationDraft, viewAnnotation } from '../../utils/model/view.ts';

const at = '2026-11-19T07:00:00.000Z';
const mayor = createEntity('mayor', { name: 'Trần Văn Bình', type: 'person' }, at);
const harbour = createEntity('harbour', { name: 'Cảng Đông', type: 'place' }, at);
const entities = new Map([mayor, harbour].map((entity) => [entity.id, entity]));

function annotate(edit: AnnotationEdit): Annotation {
  const blank: Annotation = {
    id: 'one',
    pageId: 'page',
    kind: 'highlight',
    motivation: 'highlighting',
    colour: 'yellow',
    target: {
      source: 'https://harbour.example/levy',
      selector: [{ type: 'TextQuoteSelector', exact: 'phí tăng gấp đôi', prefix: '', suffix: '' }],
    },
    body: [],
    created: at,
    modified: at,
    deleted: null,
  };
  return editAnnotation(blank, edit, at);
}

describe('viewAnnotation', () => {
  it('puts names in the place of entities', () => {
    const annotation = annotate({
      kind: 'quote',
      colour: 'blue',
      note: 'nói ở cuộc họp',
      tags: ['phí'],
      speaker: { type: 'entity', entityId: 'mayor' },
      entityId: 'harbour',
    });
    expect(viewAnnotation(annotation, entities)).toEqual({
      id: 'one',
      kind: 'quote',
      colour: 'blue',
      quote: 'phí tăng gấp đôi',
      note: 'nói ở cuộc họp',
      tags: ['phí'],
      speaker: 'Trần Văn Bình',
      speakerId: 'mayor',
      subjectId: 'harbour',
      subject: { name: 'Cảng Đông', type: 'place' },
      draft: null,
    });
  });

  it('shows a speaker that is mere text', () => {
    const annotation = annotate({ speaker: { type: 'text', name: 'a docker' } });
    expect(viewAnnotation(annotation, entities).speaker).toBe('a docker');
  });

  it('leaves the place of an entity that is gone empty', () => {
    const annotation = annotate({ speaker: { type: 'entity', entityId: 'gone' }, entityId: 'gone too' });
    expect(viewAnnotation(annotation, entities)).toMatchObject({ speaker: '', subject: null });
  });

  it('hands on what was typed and not saved', () => {
    const draft = { note: 'half a sent', tags: '', speaker: '', subject: '' };
    expect(viewAnnotation(annotate({}), entities, draft).draft).toEqual(draft);
  });
});

describe('parseAnnotationDraft', () => {
  it('reads what was written', () => {
    const draft = { note: 'đang viết dở', tags: 'cảng, phí', speaker: 'Bình', subject: '' };
    expect(parseAnnotationDraft(JSON.stringify(draft))).toEqual(draft);
  });

  const refused: Record<string, string | null> = {
    'nothing stored': null,
    'broken JSON': '{"note":"half',
    'an empty string': '',
    'a bare string': '"note"',
    'a null': 'null',
    'a list': '["note","tags","speaker","subject"]',
    'a missing field': '{"note":"","tags":"","speaker":""}',
    'a field of another type': '{"note":"","tags":[],"speaker":"","subject":""}',
  };
  it.each(Object.entries(refused))('answers with null for %s', (_, value) => {
    expect(parseAnnotationDraft(value)).toBeNull();
  });
});

describe('draftKeyOf', () => {
  it('keeps annotations apart', () => {
    expect(draftKeyOf('a')).not.toBe(draftKeyOf('b'));
  });
});
