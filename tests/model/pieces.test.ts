import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf, type Target } from '../../utils/model/annotation.ts';
import { addPiece, createTarget, pieceKeyOf, piecesOf, removePiece } from '../../utils/model/pieces.ts';
import type { Selector } from '../../utils/model/selector.ts';

function selectorsOf(exact: string, start: number): Selector[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    { type: 'TextPositionSelector', start, end: start + exact.length },
  ];
}

const whole: Target = { source: 'https://harbour.example/levy', selector: selectorsOf('We will pay', 40) };
const wordsOf = (target: Target): string[] =>
  piecesOf(target).map(({ selector }) => pieceKeyOf(selector).exact);

describe('addPiece', () => {
  it('puts pieces into reading order, whatever the order they were chosen in', () => {
    const later = addPiece(whole, selectorsOf('but not in January', 90));
    const all = addPiece(later, selectorsOf('The boats', 3));
    expect(wordsOf(all)).toEqual(['The boats', 'We will pay', 'but not in January']);
    expect(all.selector).toEqual(selectorsOf('The boats', 3));
    expect(quoteOf({ target: all })).toBe('The boats […] We will pay […] but not in January');
  });

  it('adds no piece twice', () => {
    const twice = addPiece(whole, selectorsOf('We will pay', 40));
    expect(twice).toBe(whole);
    expect(wordsOf(addPiece(whole, selectorsOf('We will pay', 400)))).toHaveLength(2);
  });
});

describe('removePiece', () => {
  const two = addPiece(whole, selectorsOf('but not in January', 90));

  it('makes one passage of two pieces, as it was before', () => {
    expect(removePiece(two, { exact: 'but not in January', start: 90 })).toEqual(whole);
  });

  it('lets the second take the place of the first', () => {
    const rest = removePiece(two, { exact: 'We will pay', start: 40 });
    expect(rest).toEqual({ ...whole, selector: selectorsOf('but not in January', 90) });
  });

  it('never takes the last one, and none that is not there', () => {
    expect(removePiece(whole, { exact: 'We will pay', start: 40 })).toBe(whole);
    expect(removePiece(two, { exact: 'We will pay', start: 41 })).toEqual(two);
  });
});

describe('createTarget', () => {
  it('comes back to what it was when what was added is removed', () => {
    const pieces = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(pieces, ([first = 0, last = 1, ...others]) => {
        const piece = (start: number): { selector: Selector[] } => ({ selector: selectorsOf('x', start) });
        const target = createTarget('https://a.example/', selectorsOf('x', first), others.map(piece));
        const added = addPiece(target, selectorsOf('x', last));
        expect(removePiece(added, { exact: 'x', start: last })).toEqual(target);
        const starts = piecesOf(added).map(({ selector }) => pieceKeyOf(selector).start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
