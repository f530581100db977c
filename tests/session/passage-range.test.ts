// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edge } from '../../utils/model/caret-stage.ts';
import { moveEdge } from '../../utils/session/passage-range.ts';
import { buildPageText, isGraphemeBoundary } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';

function textOf(html: string): PageText {
  return buildPageText(new DOMParser().parseFromString(html, 'text/html'));
}

const english = textOf('<p lang="en">The old bridge is closed again.</p><p>Nobody knows why.</p>');

type To = { readonly edge: Edge; readonly to: number | string; readonly byWord?: boolean };

function move(pageText: PageText, words: string, { edge, to, byWord = false }: To): string {
  const start = pageText.raw.indexOf(words);
  const offset = typeof to === 'number' ? to : pageText.raw.indexOf(to);
  const span = moveEdge(pageText, { start, end: start + words.length }, { edge, offset, byWord });
  return pageText.raw.slice(span.start, span.end);
}

describe('moveEdge', () => {
  it('moves an end to a character, or to the border of its word', () => {
    expect(move(english, 'bridge is', { edge: 'end', to: 'osed' })).toBe('bridge is cl');
    expect(move(english, 'bridge is', { edge: 'end', to: 'osed', byWord: true })).toBe('bridge is closed');
    expect(move(english, 'bridge is', { edge: 'start', to: 'ld bridge', byWord: true })).toBe(
      'old bridge is',
    );
  });

  it('leaves no white space at the ends', () => {
    expect(move(english, 'bridge is', { edge: 'end', to: 'closed' })).toBe('bridge is');
    expect(move(english, 'bridge is', { edge: 'start', to: ' bridge' })).toBe('bridge is');
  });

  it('goes over paragraphs', () => {
    expect(move(english, 'closed again.', { edge: 'end', to: ' knows' })).toBe('closed again.\nNobody');
  });

  it('keeps the character, or the word, next to the other end when one would pass it', () => {
    expect(move(english, 'bridge is', { edge: 'end', to: 0 })).toBe('b');
    expect(move(english, 'bridge is', { edge: 'end', to: 0, byWord: true })).toBe('bridge');
    expect(move(english, 'bridge is', { edge: 'start', to: 'again' })).toBe('s');
    expect(move(english, 'bridge is', { edge: 'start', to: 'again', byWord: true })).toBe('is');
  });

  it('finds words in a script without spaces by the dictionary', () => {
    const thai = textOf('<p lang="th">น้ำท่วมบ้านเรือน</p>');
    expect(move(thai, 'น้ำ', { edge: 'end', to: thai.raw.indexOf('ท่วม') + 2, byWord: true })).toBe('น้ำท่วม');
  });

  it('never empties a passage, turns it round or cuts a character, wherever an end is dragged', () => {
    const pageText = textOf('<p>Huê\u0301 👩‍👩‍👧 東京 bridge</p><p> น้ำท่วม \u00ad rose</p>');
    const { length } = pageText.raw;
    const offsets = fc.integer({ min: 0, max: length });
    fc.assert(
      fc.property(offsets, fc.constantFrom<Edge>('start', 'end'), fc.boolean(), (offset, edge, byWord) => {
        const { start, end } = moveEdge(pageText, { start: 5, end: 20 }, { edge, offset, byWord });
        expect(start).toBeLessThan(end);
        expect([start, end].every((at) => isGraphemeBoundary(pageText.raw, at))).toBe(true);
      }),
    );
  });
});
