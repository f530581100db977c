import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAt, segmentBlock, showBlocks } from '../../utils/reader/index.ts';
import { articleOf } from './articles.ts';

const line = 'Councillors back a harbour levy worth £3.4m a year.';
const other = 'The ferry owner said that nobody had asked her.';

/** The words of each stretch of all blocks, with the ids of the marks over it, what is painted last first. */
function cut(...[lines, marks]: Parameters<typeof articleOf>): string[][] {
  return showBlocks(articleOf(lines, marks), []).map((shown) =>
    segmentBlock(shown).map(({ text, marks, begins }) => {
      const ids = marks.map(({ id }) => (begins.some((one) => one.id === id) ? `${id}!` : id));
      return ids.length === 0 ? text : `${text}[${ids.join(' ')}]`;
    }),
  );
}

describe('segmentBlock', () => {
  it('leaves a block without marks whole', () => {
    expect(cut([line])).toEqual([[line]]);
  });

  it('cuts where a mark begins and ends', () => {
    expect(cut([line], [{ on: 'harbour levy' }])).toEqual([
      ['Councillors back a ', 'harbour levy[0!]', ' worth £3.4m a year.'],
    ]);
  });

  it('keeps overlapping marks apart', () => {
    expect(cut([line], [{ on: 'back a harbour levy' }, { on: 'levy worth £3.4m' }])).toEqual([
      ['Councillors ', 'back a harbour [0!]', 'levy[1! 0]', ' worth £3.4m[1]', ' a year.'],
    ]);
  });

  it('paints an entity over the quote around it, and a short highlight over a long one', () => {
    const marks = [
      { on: line, id: 'long' },
      { on: 'a harbour levy worth', kind: 'quote', id: 'quote' },
      { on: 'harbour levy', kind: 'entity', id: 'entity' },
      { on: 'a year', id: 'short' },
    ] as const;
    expect(cut([line], marks)).toEqual([
      [
        'Councillors back [long!]',
        'a [quote! long]',
        'harbour levy[entity! quote long]',
        ' worth[quote long]',
        ' £3.4m [long]',
        'a year[short! long]',
        '.[long]',
      ],
    ]);
  });

  it('lets a mark over several blocks begin once', () => {
    expect(cut([line, other], [{ on: 'a year.\nThe ferry owner' }])).toEqual([
      ['Councillors back a harbour levy worth £3.4m ', 'a year.[0!]'],
      ['The ferry owner[0]', ' said that nobody had asked her.'],
    ]);
  });

  it('lets a mark begin in the first block that is shown of it', () => {
    expect(cut([line, '| Advertisement', other], [{ on: 'Advertisement\nThe ferry' }])).toEqual([
      [line],
      ['The ferry[0!]', ' owner said that nobody had asked her.'],
    ]);
  });

  it('loses and doubles no character, whatever lies over each other', () => {
    const marks = fc.array(
      fc.tuple(fc.nat({ max: 110 }), fc.nat({ max: 110 })).map(([start, end]) => ({ on: line, start, end })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(marks, (marks) => {
        const shown = showBlocks(articleOf([line, other], marks), []);
        for (const one of shown) {
          expect(
            segmentBlock(one)
              .map(({ text }) => text)
              .join(''),
          ).toBe(one.block.text);
        }
      }),
    );
  });
});

describe('showBlocks', () => {
  it('answers the same objects for what did not change', () => {
    const before = showBlocks(articleOf([line, other], [{ on: 'ferry' }]), []);
    const after = showBlocks(articleOf([line, other], [{ on: 'ferry' }, { on: 'levy' }]), before);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('keeps the ids when a block comes before', () => {
    const before = showBlocks(articleOf([line, other]), []);
    const after = showBlocks(articleOf(['10:42 The vote is over.', line, other]), before);
    expect(after.map(({ id }) => id)).toEqual([2, 0, 1]);
  });

  it('tells twins apart', () => {
    const before = showBlocks(articleOf([line, line]), []);
    const after = showBlocks(articleOf([line, line, line]), before);
    expect(after.map(({ id }) => id)).toEqual([0, 1, 2]);
  });
});

describe('nextAt', () => {
  const ids = ['0', '1'];

  it.each([
    ['nothing', null, '0'],
    ['another one', 'x', '0'],
    ['the first', '0', '1'],
    ['the last', '1', '0'],
  ])('goes on from %s', (_, open, next) => {
    expect(nextAt(ids, open)).toBe(next);
  });

  it('answers nothing where nothing is kept', () => {
    expect(nextAt([], null)).toBeNull();
  });
});
