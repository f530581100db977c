import { describe, expect, it } from 'vitest';
import type { Caller } from '../../utils/messaging/handle.ts';
import type { ExtensionCalls } from '../../utils/messaging/protocol.ts';
import { extensionGate } from '../../utils/messaging/schemas.ts';
import type { InputOf } from '../../utils/messaging/wire.ts';
import { Failure } from '../../utils/model/failure.ts';
import { createArticle } from '../support/articles.ts';

const id = '0193a6f0-1c2d-7a3b-8c4d-5e6f70819203';
const popup: Caller = { from: 'extension', tabId: null };
const page: Caller = { from: 'page', tabId: 4, url: 'https://harbour.example/levy' };

const draft: InputOf<ExtensionCalls, 'createAnnotations'> = {
  page: {
    canonicalUrl: 'https://harbour.example/levy',
    alternateUrls: ['https://m.harbour.example/levy'],
    article: createArticle({
      title: 'Phí cảng tăng gấp đôi',
      publisher: null,
      authors: ['Lê Thu Hà'],
      published: '2026-11-19T08:00:00+07:00',
      modified: null,
      lang: 'vi',
      wordCount: 640,
      readingMinutes: 3,
      text: 'Tàu vào Cảng Đông lúc rạng sáng.',
      sources: { title: 'json-ld', lang: 'text' },
    }),
    version: { visit: id, blocks: [{ role: 'paragraph', text: 'Tàu vào Cảng Đông lúc rạng sáng.' }] },
  },
  annotations: [
    {
      id,
      kind: 'entity',
      colour: 'green',
      subject: { name: 'Cảng Đông', type: 'place' },
      selector: [
        { type: 'TextQuoteSelector', exact: 'Cảng Đông', prefix: 'tàu vào ', suffix: ' lúc rạng sáng' },
        { type: 'TextPositionSelector', start: 120, end: 129 },
      ],
      pieces: [{ selector: [{ type: 'TextQuoteSelector', exact: 'lúc rạng sáng', prefix: '', suffix: '' }] }],
    },
  ],
};
const [passage] = draft.annotations;

/** A right input of each call. */
const right: { [Name in keyof ExtensionCalls]: InputOf<ExtensionCalls, Name> } = {
  findPage: { canonicalUrl: null, alternateUrls: [], article: { title: 'Phí cảng', text: '' } },
  keepPage: draft.page,
  correctArticle: { pageId: id, corrections: { title: 'Phí cảng', authors: [], published: null } },
  mergePages: { pageId: id, intoId: id },
  splitPage: { pageId: id, url: 'https://harbour.example/levy' },
  keepApart: { pageId: id, otherId: id },
  createAnnotations: draft,
  reportVersion: {
    pageId: id,
    version: { visit: id, blocks: [{ role: 'headline', text: 'Phí cảng tăng gấp đôi' }] },
  },
  noteVersion: { versionId: id, isNoted: true },
  retargetAnnotation: { id, selector: passage?.selector ?? [] },
  addPiece: { id, selector: passage?.selector ?? [] },
  removePiece: { id, piece: { exact: 'Cảng Đông', start: 120 } },
  deleteAnnotation: { id },
  restoreAnnotation: { id },
  undoAct: { actId: 12 },
  loadPageUi: null,
  reportPlacement: { placed: 3, lost: 1 },
  readSettings: null,
  changeSettings: {
    language: 'vi',
    theme: 'dark',
    colourNames: { pink: 'hỏi lại' },
    keys: { keepQuote: 'k', copy: '' },
    snapsToWords: false,
    showsStrip: true,
    showsBadge: false,
  },
  readAnnotation: { id },
  editAnnotation: {
    id,
    note: 'Ask again.',
    tags: ['port'],
    speaker: '',
    subject: { name: 'x', type: 'other' },
  },
  saveDraft: { key: `annotation:${id}`, value: '{}' },
  discardDraft: { key: `annotation:${id}` },
  learn: {
    url: 'https://harbour.example/levy',
    lang: 'vi',
    rejected: [
      { name: 'Cảng Đông', type: 'place', spot: null, line: { text: 'Cảng Đông', start: 0, end: 9 } },
      { name: 'Cảng Đông', type: 'place', spot: '|Cảng Đông| lúc', line: null },
    ],
    offered: [{ name: 'Hoàng Lan', type: 'person' }],
  },
  takeRejectionBack: {
    url: 'https://harbour.example/levy',
    rejected: [{ name: 'Cảng Đông', type: 'place', spot: null }],
  },
  allowName: { name: 'Cảng Đông', type: 'place', isAllowed: true },
  listEntityNames: null,
  listKnownEntities: null,
  readEntity: { id },
  editEntity: {
    id,
    name: 'Hoàng Lan',
    type: 'person',
    aliases: ['bà Lan'],
    note: 'Chủ tàu.',
    wikidata: { id: 'Q42', label: 'Hoàng Lan', description: '' },
  },
  mergeEntities: { id, intoId: id },
  splitEntity: { id, newId: id, name: 'Lan (Hải Phòng)', annotationIds: [id] },
  deleteEntity: { id },
  takeOverSpeakers: { id },
  lookUpEntity: { name: 'Hoàng Lan', lang: 'vi' },
  countMentions: { id, tabId: null },
  markMentions: { id, tabId: 4 },
  listEntityTypes: null,
  addEntityType: { name: 'Tàu' },
  removeEntityType: { name: 'Tàu' },
  resizeCard: { id, height: 320.5 },
  closeCard: { id, done: 'changed', receipt: { actId: 3 } },
  readPlacement: { id },
  stepCard: { id, to: 'next', receipt: { actId: 3 } },
  readPassage: null,
  keepNamed: { subject: { name: 'Cảng Đông', type: 'place' } },
  changePassage: { id },
  moveCaret: {
    id,
    turn: 3,
    acts: [
      { do: 'look' },
      { do: 'walk', move: { unit: 'line', to: 'forward' }, isSelecting: true },
      { do: 'keep', choice: { kind: 'highlight', colour: 'pink' }, opensCard: false },
      { do: 'edge', edge: 'start', move: { unit: 'word', to: 'left' } },
      { do: 'tell', done: 'deleted', receipt: { actId: 3 } },
    ],
  },
};
const calls = Object.keys(right) as (keyof ExtensionCalls)[];

/** What a script of ours inside a web page may ask for; written out here on purpose. */
const forPages: ReadonlySet<string> = new Set([
  'findPage',
  'keepPage',
  'createAnnotations',
  'reportVersion',
  'retargetAnnotation',
  'addPiece',
  'undoAct',
  'loadPageUi',
  'reportPlacement',
  'readSettings',
  'listEntityTypes',
  'countMentions',
  'markMentions',
]);

/** The draft with another passage. */
const keeping = (part: object) => ({ ...draft, annotations: [{ ...passage, ...part }] });
const block = (text: string) => ({ role: 'paragraph', text });

function refusalOf(call: string, input: unknown, caller = popup): string {
  try {
    extensionGate.admit(call, input, caller);
    return 'admitted';
  } catch (error) {
    return error instanceof Failure ? error.code : 'threw something else';
  }
}

describe('admit', () => {
  it.each(calls)('lets a right %s of our own pages through unchanged', (call) => {
    expect(extensionGate.admit(call, right[call], popup)).toEqual(right[call]);
  });

  it.each(calls)('lets a page make %s only when pages need it', (call) => {
    expect(refusalOf(call, right[call], page)).toBe(forPages.has(call) ? 'admitted' : 'invalidMessage');
  });

  it.each(calls)('refuses every other kind of value for %s', (call) => {
    const kinds: unknown[] = [undefined, true, 0, 'text', [], [right[call]], () => null];
    if (right[call] === null) kinds.push({});
    else kinds.push(null, {});
    expect(kinds.map((input) => refusalOf(call, input))).toEqual(kinds.map(() => 'invalidMessage'));
  });

  const withFields = calls.flatMap((call) => {
    const input = right[call];
    return input === null ? [] : Object.keys(input).map((field) => [call, field] as const);
  });
  it.each(withFields)('refuses %s with a wrong %s', (call, field) => {
    const wrong = [Symbol('wrong'), { wrong: true }, [[]], -1, Number.NaN];
    const outcomes = wrong.map((value) => refusalOf(call, { ...right[call], [field]: value }));
    expect(new Set(outcomes)).toEqual(new Set(['invalidMessage']));
  });

  it.each([
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'findpage',
    'dropEverything',
  ])('refuses the name "%s"', (call) => {
    expect(refusalOf(call, null)).toBe('invalidMessage');
    expect(refusalOf(call, { canonicalUrl: null }, page)).toBe('invalidMessage');
  });

  const { article } = draft.page;
  const overlong: Record<string, [keyof ExtensionCalls, unknown]> = {
    'a title of 1,001 characters': [
      'createAnnotations',
      { ...draft, page: { ...draft.page, article: { ...article, title: 'a'.repeat(1_001) } } },
    ],
    'an article of more than 5 million characters': [
      'createAnnotations',
      { ...draft, page: { ...draft.page, article: { ...article, text: 'a'.repeat(5_000_001) } } },
    ],
    'more than 100 authors': [
      'createAnnotations',
      {
        ...draft,
        page: { ...draft.page, article: { ...article, authors: Array.from({ length: 101 }, () => 'A') } },
      },
    ],
    'a quote of more than a million characters': [
      'createAnnotations',
      keeping({
        selector: [{ type: 'TextQuoteSelector', exact: 'a'.repeat(1_000_001), prefix: '', suffix: '' }],
      }),
    ],
    'an overlong prefix': [
      'createAnnotations',
      keeping({
        selector: [{ type: 'TextQuoteSelector', exact: 'a', prefix: 'a'.repeat(1_001), suffix: '' }],
      }),
    ],
    'eleven selectors': [
      'createAnnotations',
      keeping({
        selector: Array.from({ length: 11 }, () => ({ type: 'TextPositionSelector', start: 0, end: 1 })),
      }),
    ],
    'a speaker of 1,001 characters': ['createAnnotations', keeping({ speaker: 'a'.repeat(1_001) })],
    'a version of more than 3,000 blocks': [
      'reportVersion',
      { pageId: id, version: { visit: id, blocks: Array.from({ length: 3_001 }, () => block('a')) } },
    ],
    'a version of more than a million characters': [
      'reportVersion',
      {
        pageId: id,
        version: { visit: id, blocks: Array.from({ length: 11 }, () => block('a'.repeat(100_000))) },
      },
    ],
    'an overlong entity type': [
      'createAnnotations',
      keeping({ subject: { name: 'Lan', type: 'a'.repeat(101) } }),
    ],
    'an overlong address': ['findPage', { canonicalUrl: `https://harbour.example/${'a'.repeat(8_000)}` }],
    'a note of more than a million characters': ['editAnnotation', { id, note: 'a'.repeat(1_000_001) }],
    'more than 200 tags': [
      'editAnnotation',
      { id, tags: Array.from({ length: 201 }, (_, index) => `t${index}`) },
    ],
    'a draft of more than a million characters': ['saveDraft', { key: 'k', value: 'a'.repeat(1_000_001) }],
    'a draft under an overlong key': ['saveDraft', { key: 'k'.repeat(1_001), value: '' }],
    'a type name of 61 characters': ['addEntityType', { name: 'a'.repeat(61) }],
    'a colour name of 41 characters': ['changeSettings', { colourNames: { pink: 'a'.repeat(41) } }],
    'a name of an entity of 201 characters': ['editEntity', { id, name: 'a'.repeat(201) }],
    'more than 100 aliases': [
      'editEntity',
      { id, aliases: Array.from({ length: 101 }, (_, index) => `a${index}`) },
    ],
    'a card taller than any screen': ['resizeCard', { id, height: 10_001 }],
  };
  it.each(Object.entries(overlong))('refuses %s', (_, [call, input]) => {
    expect(refusalOf(call, input)).toBe('invalidMessage');
  });

  const wrong: Record<string, [keyof ExtensionCalls, unknown]> = {
    'an id that is no UUID': ['deleteAnnotation', { id: '../../pages' }],
    'an address that is none': ['findPage', { canonicalUrl: 'not an address' }],
    'a version of no visit': ['reportVersion', { pageId: id, version: { visit: '', blocks: [block('a')] } }],
    'a version without text': ['reportVersion', { pageId: id, version: { visit: id, blocks: [] } }],
    'a caption in a version': [
      'reportVersion',
      { pageId: id, version: { visit: id, blocks: [{ role: 'caption', text: 'a' }] } },
    ],
    'an annotation without selectors': ['createAnnotations', keeping({ selector: [] })],
    'a quote of no words': [
      'createAnnotations',
      keeping({ selector: [{ type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' }] }),
    ],
    'a selector of an unknown type': [
      'createAnnotations',
      keeping({ selector: [{ type: 'XPathSelector', value: '/html' }] }),
    ],
    'a position before the text': [
      'createAnnotations',
      keeping({ selector: [{ type: 'TextPositionSelector', start: -1, end: 4 }] }),
    ],
    'a position between characters': [
      'createAnnotations',
      keeping({ selector: [{ type: 'TextPositionSelector', start: 0.5, end: 4 }] }),
    ],
    'an unknown kind': ['editAnnotation', { id, kind: 'constructor' }],
    'an unknown colour': ['editAnnotation', { id, colour: 'red;background:url(//evil.example)' }],
    'a colour given as undefined': ['editAnnotation', { id, colour: undefined }],
    'an entity without a type': ['editAnnotation', { id, subject: { name: 'Lan', type: '' } }],
    'a type name of white space': ['addEntityType', { name: '  ' }],
    'a setting that there is none of': ['changeSettings', { sendsEverything: true }],
    'a key for an act that there is none of': ['changeSettings', { keys: { publish: 'p' } }],
    'an entry of Wikidata that is an address': [
      'editEntity',
      { id, wikidata: { id: '../Special:Export', label: '', description: '' } },
    ],
    'a name of an entity that nobody sees': ['editEntity', { id, name: '\u200B' }],
    'a field of an entity that readers do not set': ['editEntity', { id, mergedInto: id }],
    'a split of nothing': ['splitEntity', { id, newId: id, name: 'Lan', annotationIds: [] }],
    'a language that is none': ['lookUpEntity', { name: 'Lan', lang: 'vi&x=1' }],
    'an endless height': ['resizeCard', { id, height: Number.POSITIVE_INFINITY }],
    'a card that changed something and has no receipt': ['closeCard', { id, done: 'changed' }],
    'a card that was left in an unknown way': ['closeCard', { id, done: 'stolen', receipt: { actId: 1 } }],
  };
  it.each(Object.entries(wrong))('refuses %s', (_, [call, input]) => {
    expect(refusalOf(call, input)).toBe('invalidMessage');
  });

  it('drops fields that a call does not have', () => {
    const input = JSON.parse(`{"actId":3,"note":"from the page","__proto__":{"colour":"pink"}}`) as unknown;
    expect(extensionGate.admit('undoAct', input, page)).toEqual({ actId: 3 });
  });

  it('trims the name of a type', () => {
    expect(extensionGate.admit('addEntityType', { name: ' Tàu ' }, popup)).toEqual({ name: 'Tàu' });
  });
});
