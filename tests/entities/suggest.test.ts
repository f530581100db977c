import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createReaderAssist,
  createRulesAssist,
  createTaggerAssist,
  learnTogether,
  suggestTogether,
  type Assist,
} from '../../utils/entities/assist.ts';
import { findOtherMentions } from '../../utils/entities/propagate.ts';
import { Memory } from '../../utils/entities/memory.ts';
import { suggestEntities } from '../../utils/entities/suggest.ts';
import { createBlankTagger } from '../../utils/entities/tagger/tagger.ts';
import { isGraphemeBoundary } from '../../utils/text/graphemes.ts';

function suggest(text: string, lang: string): string[] {
  return suggestEntities(text, { lang }).map(({ name, type }) => `${type}: ${name}`);
}

describe('suggestEntities', () => {
  const cases: Record<string, { lang: string; text: string; found: string[] }> = {
    'reads Vietnamese titles, surnames and class words': {
      lang: 'vi',
      text: 'Chiều qua, ông Trần Văn Hạ ở xã Tân Lúa, huyện Cẩm Vân nói với Công ty Gạo Vàng. Bà Lê Thị Mơ vắng mặt.',
      found: [
        'person: Trần Văn Hạ',
        'place: xã Tân Lúa',
        'place: huyện Cẩm Vân',
        'organisation: Công ty Gạo Vàng',
        'person: Lê Thị Mơ',
      ],
    },
    'proposes no day that is another one in each article': {
      lang: 'en',
      text: 'Yesterday it rained, as on 5 May 2020.',
      found: ['date: 5 May 2020'],
    },
    'ends the name of an office where the name of its head begins': {
      lang: 'vi',
      text: 'Hôm nay Giám đốc Công an Hà Nội Nguyễn Văn Lúa nhận hoa.',
      found: ['organisation: Công an Hà Nội', 'person: Nguyễn Văn Lúa'],
    },
    'takes no title and no common word with a capital for a name': {
      lang: 'vi',
      text: 'Nhân dân mừng vui. Nghị quyết được thông qua. Bí thư về dự.',
      found: [],
    },
    'knows countries in the language of the text': {
      lang: 'fr',
      text: 'Le train vers Allemagne passe la nuit, puis Suisse.',
      found: ['place: Allemagne', 'place: Suisse'],
    },
    'reads titles and legal forms in English without a model': {
      lang: 'en',
      text: 'On the quay Mrs. Ada Quill met the men of Morrow Holdings.',
      found: ['person: Ada Quill', 'organisation: Morrow Holdings'],
    },
    'proposes no German noun': {
      lang: 'de',
      text: 'Gestern fuhr der Kapitän mit dem Boot zum Hafen.',
      found: [],
    },
    'proposes nothing in an empty text': { lang: '', text: '', found: [] },
  };
  it.each(Object.entries(cases))('%s', (_, { lang, text, found }) => {
    expect(suggest(text, lang)).toEqual(found);
  });

  it('puts names that the reader keeps before all others, with their types', () => {
    const found = suggestEntities('Then Mrs. Ada Quill left Tarn.', {
      lang: 'en',
      known: [{ name: 'Tarn', type: 'ship' }],
    });
    expect(found.map(({ name, type, by }) => `${by}: ${name}, ${type}`)).toContain('reader: Tarn, ship');
  });

  it('proposes nothing across the border of a block', () => {
    const text = 'He saw Ada\nQuill boats';
    const blocks = [
      { start: 0, end: 10 },
      { start: 11, end: text.length },
    ];
    for (const { start, end } of suggestEntities(text, { lang: 'en', blocks }))
      expect(start < 10 && end > 11).toBe(false);
  });

  it('never throws, and answers spans in order inside of the text, on graphemes', () => {
    const word = fc.constantFrom(
      'Ông',
      'Tô',
      'Lâm',
      'Bộ trưởng',
      'tỉnh',
      'Hà Nội',
      'Mr.',
      'Ada',
      'U.S.',
      '25/9',
      '$5',
      '5%',
      '👩‍👩‍👧',
      'Đa\u0303',
      '\u200d',
      '王小明',
      '\n',
      '"',
      '(',
      '-',
      '\ud800',
      'e\u0301',
      '1.',
      'II',
      '…',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
    );
    const tagger = createBlankTagger();
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('en', 'vi', 'de', 'ja', 'th', 'ar', '', 'x-klingon', 'zz-@'),
        (text, lang) => {
          const found = suggestEntities(text, {
            lang,
            tagger,
            memory: new Memory(),
            known: [{ name: 'Ada', type: 'person' }],
          });
          let last = 0;
          for (const { start, end, confidence, name } of found) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
            expect(name).not.toBe('');
            last = end;
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    'A'.repeat(50_000),
    'Ông Tô '.repeat(8_000),
    '1/1/'.repeat(12_000),
    '2020-'.repeat(10_000),
    'of '.repeat(15_000),
    'A.'.repeat(20_000),
  ])('takes time in proportion to a hostile text (%#)', (text) => {
    const started = performance.now();
    suggestEntities(text, { lang: 'vi' });
    suggestEntities(text, { lang: 'en' });
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

describe('findOtherMentions', () => {
  const text = 'Mrs. Ada Quill spoke. Ada Quill left. Later Quill wrote to Bert Quill. Quills are feathers.';
  it('ticks the same words and offers short forms', () => {
    const start = text.indexOf('Ada Quill');
    const proposals = suggestEntities(text, {
      lang: 'en',
      known: [
        { name: 'Quill', type: 'person' },
        { name: 'Bert Quill', type: 'person' },
        { name: 'Ada Quill', type: 'person' },
      ],
    });
    const found = findOtherMentions(
      text,
      { start, end: start + 9, type: 'person' },
      { lang: 'en', proposals },
    );
    expect(found.map(({ start, end, isSure }) => `${text.slice(start, end)} ${isSure}`)).toEqual([
      'Ada Quill true',
      'Quill false',
    ]);
  });
});

describe('assists', () => {
  const signal = new AbortController().signal;
  const document = { text: 'Yesterday Mrs. Ada Quill left Tarn.', lang: 'en' };
  it('propose together, and teach one another', async () => {
    const memory = new Memory();
    const reader = createReaderAssist(memory, () => []);
    const rules = createRulesAssist();
    const kept: string[] = [];
    const tagger = createTaggerAssist({
      languages: [],
      load: async () => null,
      keepDelta: async (lang) => void kept.push(lang),
      others: [reader, rules],
    });
    const assists = [reader, rules, tagger];
    const start = document.text.indexOf('Tarn');
    await learnTogether(
      document,
      { decisions: [{ start, end: start + 4, type: 'place', action: 'accepted' }], isDone: false },
      assists,
    );
    const found = await suggestTogether({ text: 'In Tarn all is well.', lang: 'en' }, assists, {
      signal,
      memory,
    });
    expect(found.map(({ name, type }) => `${name}: ${type}`)).toEqual(['Tarn: place']);
    expect(kept).toEqual(['en']);
    await expect(tagger.availability('en')).resolves.toBe('ready');
  });

  it('go on without one that fails', async () => {
    const failing: Assist = {
      id: 'failing',
      availability: async () => 'unavailable',
      suggest: async () => {
        throw new Error('no model');
      },
    };
    const found = await suggestTogether(document, [failing, createRulesAssist()], { signal });
    expect(found.map(({ name }) => name)).toContain('Ada Quill');
  });

  it('stop when they are told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      suggestTogether(document, [createRulesAssist()], { signal: controller.signal }),
    ).rejects.toThrow(/abort/iu);
  });
});
