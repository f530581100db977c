import { describe, expect, it } from 'vitest';
import {
  compareByPosition,
  editAnnotation,
  entityIdsOf,
  noteOf,
  normaliseTags,
  parseTags,
  quoteOf,
  speakerOf,
  subjectIdOf,
  tagsOf,
  type Annotation,
  type AnnotationEdit,
} from '../../utils/model/annotation.ts';
import type { Selector } from '../../utils/model/selector.ts';

const now = '2026-11-20T07:30:00.000Z';

function annotate(part: Partial<Annotation> = {}): Annotation {
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    pageId: '0193a000-0000-7000-8000-0000000000aa',
    kind: 'highlight',
    motivation: 'highlighting',
    colour: 'yellow',
    target: {
      source: 'https://harbour.example/levy',
      selector: [
        { type: 'TextQuoteSelector', exact: 'The levy doubles in March.', prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: 10, end: 36 },
      ],
    },
    body: [],
    created: '2026-11-19T07:00:00.000Z',
    modified: '2026-11-19T07:00:00.000Z',
    deleted: null,
    ...part,
  };
}

function edit(annotation: Annotation, part: AnnotationEdit): Annotation {
  return editAnnotation(annotation, part, now);
}

describe('editAnnotation', () => {
  it('keeps bodies in one order whatever the order of the edits', () => {
    const steps: AnnotationEdit[] = [
      { entityId: 'entity-2' },
      { speaker: { type: 'entity', entityId: 'entity-1' } },
      { tags: ['cảng', 'phí'] },
      { note: 'Ask the port authority.' },
    ];
    const forwards = steps.reduce(edit, annotate());
    const backwards = steps.toReversed().reduce(edit, annotate());
    expect(forwards.body.map((body) => body.purpose)).toEqual([
      'commenting',
      'tagging',
      'tagging',
      'identifying',
      'identifying',
    ]);
    expect(backwards.body).toEqual(forwards.body);
  });

  it('keeps the fields that the edit does not name', () => {
    const before = edit(annotate(), {
      kind: 'quote',
      colour: 'pink',
      note: 'Bà nói điều này hai lần.',
      tags: ['họp báo'],
      speaker: { type: 'text', name: 'Lê Thu Hà' },
      entityId: 'entity-9',
    });
    const after = edit(before, {});
    expect(after).toEqual({ ...before, modified: now });
  });

  it('replaces the fields that the edit names', () => {
    const before = edit(annotate(), { note: 'first', tags: ['a'], speaker: { type: 'text', name: 'Ann' } });
    const after = edit(before, { note: 'second', tags: ['b', 'c'] });
    expect([noteOf(after), tagsOf(after), speakerOf(after)]).toEqual([
      'second',
      ['b', 'c'],
      { type: 'text', name: 'Ann' },
    ]);
  });

  it('takes note, tags, speaker and subject away when they are emptied', () => {
    const full = edit(annotate(), {
      note: 'x',
      tags: ['y'],
      speaker: { type: 'text', name: 'Ann' },
      entityId: 'z',
    });
    expect(edit(full, { note: ' \n ', tags: [], speaker: null, entityId: null }).body).toEqual([]);
  });

  it('stores a speaker of white space as nobody', () => {
    expect(speakerOf(edit(annotate(), { speaker: { type: 'text', name: '  ' } }))).toBeNull();
  });

  it('stores a speaker as trimmed text, or as the entity it is', () => {
    expect(speakerOf(edit(annotate(), { speaker: { type: 'text', name: ' Trần Văn Bình ' } }))).toEqual({
      type: 'text',
      name: 'Trần Văn Bình',
    });
    const named = edit(annotate(), { speaker: { type: 'entity', entityId: 'entity-1' } });
    expect(speakerOf(named)).toEqual({ type: 'entity', entityId: 'entity-1' });
    expect(named.body).toContainEqual({
      type: 'SpecificResource',
      purpose: 'identifying',
      role: 'speaker',
      source: 'urn:uuid:entity-1',
    });
  });

  it('tells the speaker from the subject', () => {
    const both = edit(annotate(), { speaker: { type: 'entity', entityId: 'who' }, entityId: 'what' });
    expect([speakerOf(both), subjectIdOf(both), entityIdsOf(both)]).toEqual([
      { type: 'entity', entityId: 'who' },
      'what',
      ['who', 'what'],
    ]);
  });

  it.each([
    ['highlight', 'highlighting'],
    ['quote', 'highlighting'],
    ['entity', 'identifying'],
  ] as const)('gives the kind %s the motivation %s', (kind, motivation) => {
    expect(edit(annotate({ kind: 'entity', motivation: 'identifying' }), { kind })).toMatchObject({
      kind,
      motivation,
    });
  });

  it('normalises tags that come in', () => {
    expect(tagsOf(edit(annotate(), { tags: ['#Cảng', ' cảng ', '', 'sea  port'] }))).toEqual([
      'Cảng',
      'sea port',
    ]);
  });

  it('changes neither the annotation that it was given nor its target', () => {
    const before = annotate();
    const copy = structuredClone(before);
    const after = edit(before, { note: 'new', colour: 'blue' });
    expect(before).toEqual(copy);
    expect([after.id, after.pageId, after.target, after.created, after.deleted]).toEqual([
      copy.id,
      copy.pageId,
      copy.target,
      copy.created,
      copy.deleted,
    ]);
    expect(after.modified).toBe(now);
  });
});

describe('normaliseTags', () => {
  const cases: Record<string, [string[], string[]]> = {
    'takes number signs and space off the front': [
      ['#port', '## fees', ' # sea'],
      ['port', 'fees', 'sea'],
    ],
    'keeps a number sign inside': [
      ['C#', 'plan #2'],
      ['C#', 'plan #2'],
    ],
    'keeps the first spelling of tags that differ by case': [['Biển', 'BIỂN', 'biển'], ['Biển']],
    'takes composed and decomposed letters as one tag': [['Huế', 'Huế'.normalize('NFD')], ['Huế']],
    'drops what is empty': [['', '  ', '#', '# '], []],
    'takes runs of white space as one space': [['giá\u00a0\tđiện'], ['giá điện']],
    'keeps the order of the reader': [
      ['z', 'a', 'm'],
      ['z', 'a', 'm'],
    ],
  };
  it.each(Object.entries(cases))('%s', (_, [tags, normal]) => {
    expect(normaliseTags(tags)).toEqual(normal);
  });
});

describe('parseTags', () => {
  const cases: Record<string, [string, string[]]> = {
    'parts at commas': ['port, sea fees,Cảng biển', ['port', 'sea fees', 'Cảng biển']],
    'parts at semicolons and line breaks': ['port; fees\nsea', ['port', 'fees', 'sea']],
    'parts hashed words at spaces': ['#port #fees  #giá-điện', ['port', 'fees', 'giá-điện']],
    'keeps spaces when not every word is hashed': ['#port fees', ['port fees']],
    'reads a single hashed word': [' #port ', ['port']],
    'answers with no tags for no input': [' , ;, ', []],
  };
  it.each(Object.entries(cases))('%s', (_, [input, tags]) => {
    expect(parseTags(input)).toEqual(tags);
  });
});

describe('compareByPosition', () => {
  function at(id: string, start: number, end: number, created = '2026-11-19T07:00:00.000Z'): Annotation {
    return annotate({
      id,
      created,
      target: {
        source: 'https://harbour.example/levy',
        selector: [{ type: 'TextPositionSelector', start, end }],
      },
    });
  }

  function orderOf(annotations: readonly Annotation[]): string[] {
    return annotations.toSorted(compareByPosition).map((annotation) => annotation.id);
  }

  it('puts what begins earlier first', () => {
    expect(orderOf([at('late', 9, 12), at('early', 2, 30)])).toEqual(['early', 'late']);
  });

  it('puts the longer first where two begin together', () => {
    expect(orderOf([at('inner', 5, 8), at('outer', 5, 20)])).toEqual(['outer', 'inner']);
  });

  it('puts the older first at one place, and then goes by id', () => {
    const same = [
      at('c', 5, 8, '2026-11-19T09:00:00.000Z'),
      at('b', 5, 8, '2026-11-19T08:00:00.000Z'),
      at('a', 5, 8, '2026-11-19T09:00:00.000Z'),
    ];
    expect(orderOf(same)).toEqual(['b', 'a', 'c']);
  });

  it('counts positions as numbers', () => {
    expect(orderOf([at('hundred', 100, 101), at('nine', 9, 10)])).toEqual(['nine', 'hundred']);
  });
});

describe('quoteOf', () => {
  it('answers with the words as they were kept', () => {
    expect(quoteOf(annotate())).toBe('The levy doubles in March.');
  });

  it('answers with nothing for a target without a quote', () => {
    const selector: Selector[] = [{ type: 'TextPositionSelector', start: 0, end: 3 }];
    expect(quoteOf(annotate({ target: { source: 'https://harbour.example/', selector } }))).toBe('');
  });
});
