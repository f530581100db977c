import { describe, expect, it } from 'vitest';
import type { ReadArticle, ReadMark } from '../../utils/model/read-article.ts';
import { checkEntities } from '../../utils/proposals/check.ts';
import { proposeEntities, type EntityKnowledge } from '../../utils/proposals/entities.ts';
import { spotOf } from '../../utils/proposals/spots.ts';

const lines = [
  'Bộ trưởng Tô Lâm thăm Bắc Ninh',
  'Ngày 25/9/2020, Bộ trưởng Công an Tô Lâm làm việc với Tỉnh ủy Bắc Ninh.',
  'Ông Tô Lâm cho biết Bắc Ninh cần 1.500 tỷ đồng.',
];

/** The article as the page has it: a headline and paragraphs, with other words of the page between them. */
function articleOf(texts: readonly string[], marks: readonly ReadMark[] = []): ReadArticle {
  let start = 100;
  const blocks = texts.map((text, index) => {
    const block = {
      kind: index === 0 ? ('headline' as const) : ('paragraph' as const),
      start,
      end: start + text.length,
      text,
      rank: 0,
      isApart: false,
    };
    start = block.end + 10;
    return block;
  });
  return { state: 'article', lang: 'vi', dir: 'ltr', blocks, marks, isCut: false };
}

function look(article: ReadArticle, part: Partial<EntityKnowledge> = {}): ReturnType<typeof proposeEntities> {
  return proposeEntities(article, {
    known: [],
    memory: { surfaces: [] },
    rejected: { names: [], spots: [] },
    ...part,
  });
}

const article = articleOf(lines);
const named = (found: ReturnType<typeof look>): string[] => found.map(({ name }) => name);

describe('proposeEntities', () => {
  it('puts all mentions of a person together, under the fullest name', () => {
    const found = look(article).find(({ name }) => name.endsWith('Tô Lâm'));
    expect(found?.type).toBe('person');
    expect(found?.mentions).toHaveLength(3);
  });

  it('tells where each mention stands on the page, in words that the page has there', () => {
    for (const entity of look(article)) {
      for (const { pieces, words, line } of entity.mentions) {
        const [piece] = pieces;
        const block = article.blocks.find(
          ({ start, end }) => start <= (piece?.start ?? 0) && (piece?.end ?? 0) <= end,
        );
        expect(block?.text.slice((piece?.start ?? 0) - block.start, (piece?.end ?? 0) - block.start)).toBe(
          words,
        );
        expect(line.text.slice(line.start, line.end)).toBe(words);
      }
    }
  });

  it('names days and amounts by their value, and says how they are written', () => {
    const found = look(article);
    expect(found.find(({ type }) => type === 'date')).toMatchObject({ name: '2020-09-25' });
    expect(found.find(({ type }) => type === 'date')?.words).toContain('25/9/2020');
    expect(found.filter(({ type }) => type === 'amount')).toHaveLength(1);
  });

  it('proposes what is known before the rest of its type, by the name that the reader gave', () => {
    const known = [{ name: 'Tỉnh Bắc Ninh', type: 'place', aliases: ['Bắc Ninh'] }];
    const place = look(article, { known }).find(({ type }) => type === 'place');
    expect(place).toMatchObject({ name: 'Tỉnh Bắc Ninh', isKnown: true });
  });

  it('leaves out mentions that are kept, and keeps the others', () => {
    const [, second] = article.blocks;
    const start = (second?.start ?? 0) + (lines[1] ?? '').indexOf('Tô Lâm');
    const mark = { id: 'a', kind: 'entity', colour: 'green', start, end: start + 6 } as const;
    const found = look(articleOf(lines, [mark])).find(({ name }) => name.endsWith('Tô Lâm'));
    expect(found?.mentions).toHaveLength(2);
  });

  it('takes a highlight over the words for no tag', () => {
    const [first] = article.blocks;
    const mark = { id: 'a', kind: 'highlight', colour: 'yellow', start: 100, end: first?.end ?? 0 } as const;
    expect(named(look(articleOf(lines, [mark])))).toEqual(named(look(article)));
  });

  it('leaves out what was rejected here: a name everywhere, a mention where it stands', () => {
    const all = look(article);
    const person = all.find(({ name }) => name.endsWith('Tô Lâm'));
    const names = person?.mentions.map(({ named }) => named) ?? [];
    expect(named(look(article, { rejected: { names, spots: [] } }))).not.toContain(person?.name);
    const spots = (person?.mentions ?? []).slice(2).map(({ line }) => spotOf(line));
    const rest = look(article, { rejected: { names: [], spots } });
    expect(rest.find(({ name }) => name.endsWith('Tô Lâm'))?.mentions).toHaveLength(2);
  });

  it('proposes a silenced name no more', () => {
    const names = new Set(look(article).flatMap(({ mentions }) => mentions.map(({ named }) => named.name)));
    const surfaces = [...names].map((name) => ({
      name,
      type: 'person',
      accepted: 0,
      rejected: 2,
      passed: 0,
      streak: 2,
    }));
    expect(look(article, { memory: { surfaces } }).filter(({ type }) => type === 'person')).toEqual([]);
  });

  it('orders by type, days and amounts last', () => {
    const types = [...new Set(look(article).map(({ type }) => type))];
    const order = ['person', 'organisation', 'place', 'event', 'work', 'other', 'date', 'amount'];
    expect(types).toEqual(order.filter((type) => types.includes(type)));
  });
});

describe('checkEntities', () => {
  it('keeps only mentions whose words stand in the article', () => {
    const found = look(article);
    expect(checkEntities(found, article.blocks)).toEqual(found);
    // oxlint-disable-next-line oxc/no-map-spread -- what was found stays as it is
    const moved = found.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((mention) => ({
        ...mention,
        pieces: mention.pieces.map((piece) => ({ ...piece, words: 'Hoàng Lan' })),
      })),
    }));
    expect(checkEntities(moved, article.blocks)).toEqual([]);
  });
});
