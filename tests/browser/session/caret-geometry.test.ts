import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  edgeOfLine,
  firstVisibleOffset,
  isRightToLeft,
  offsetAtPoint,
  offsetInNextLine,
  rectOfCaret,
} from '../../../utils/session/caret-geometry.ts';
import { buildPageText } from '../../../utils/text/index.ts';
import type { PageText } from '../../../utils/text/types.ts';

beforeEach(() => {
  document.documentElement.style.font = '20px/30px monospace';
});

afterEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});

function show(html: string): PageText {
  document.body.innerHTML = html;
  return buildPageText(document);
}

const at = (pageText: PageText, words: string): number => pageText.raw.indexOf(words);
const wrapped =
  '<p style="width:12ch">The bridge is closed again today.</p><p style="width:12ch">Nobody knows.</p>';

/** What stands behind an offset. */
const from = (pageText: PageText, offset: number): string => pageText.raw.slice(offset, offset + 6);

describe('rectOfCaret', () => {
  it('stands before the character, and behind the last one of a line', () => {
    const pageText = show(wrapped);
    const b = rectOfCaret(pageText, at(pageText, 'bridge'));
    const r = rectOfCaret(pageText, at(pageText, 'ridge'));
    expect(b?.width).toBe(0);
    expect(r?.x).toBeGreaterThan(b?.x ?? Infinity);
    expect(r?.y).toBe(b?.y);
    const behind = rectOfCaret(pageText, at(pageText, ' is closed'));
    expect(behind?.y).toBe(b?.y);
    expect(behind?.x).toBeGreaterThan(r?.x ?? Infinity);
  });

  it('stands at the right of what runs to the left', () => {
    const pageText = show('<p dir="rtl" lang="ar">ارتفع منسوب المياه</p>');
    const start = rectOfCaret(pageText, 0);
    const next = rectOfCaret(pageText, 2);
    expect(isRightToLeft(pageText, 0)).toBe(true);
    expect(next?.x).toBeLessThan(start?.x ?? -Infinity);
  });

  it('is null where the page shows nothing of it any more', () => {
    const pageText = show(wrapped);
    document.body.replaceChildren();
    expect(rectOfCaret(pageText, 4)).toBeNull();
  });
});

describe('offsetInNextLine', () => {
  it('goes straight down and up again, also over the end of a paragraph', () => {
    const pageText = show(wrapped);
    const start = at(pageText, 'bridge');
    const x = rectOfCaret(pageText, start)?.x ?? 0;
    const places = [start];
    for (let line = 0; line < 4; line++) {
      places.push(offsetInNextLine(pageText, places.at(-1) ?? 0, 'forward', x));
    }
    const xs = places.map((place) => Math.round(rectOfCaret(pageText, place)?.x ?? -1));
    expect(new Set(xs.slice(0, 3)).size).toBe(1);
    const ys = places.map((place) => rectOfCaret(pageText, place)?.y ?? -1);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
    expect(new Set(ys).size).toBe(5);
    expect(offsetInNextLine(pageText, places[1] ?? 0, 'backward', x)).toBe(start);
  });

  it('goes to the end in the last line, and to the beginning in the first', () => {
    const pageText = show('<p>One line.</p>');
    expect(offsetInNextLine(pageText, 3, 'forward', 0)).toBe(9);
    expect(offsetInNextLine(pageText, 3, 'backward', 0)).toBe(0);
  });

  it('goes on at the top of the next column', () => {
    const pageText = show(
      '<div style="columns:2;column-fill:auto;height:60px"><p style="margin:0">One<br>two<br>three<br>four</p></div>',
    );
    const next = offsetInNextLine(pageText, at(pageText, 'two'), 'forward', 0);
    expect(from(pageText, next)).toBe('three\n');
  });
});

describe('edgeOfLine', () => {
  it('stays in the line that is shown', () => {
    const pageText = show(wrapped);
    const start = edgeOfLine(pageText, at(pageText, 'ridge'), 'start');
    const end = edgeOfLine(pageText, at(pageText, 'ridge'), 'end');
    expect(pageText.raw.slice(start, end)).toBe('The bridge');
  });
});

describe('offsetAtPoint', () => {
  it('is the place in the text under a point', () => {
    const pageText = show(wrapped);
    const rect = rectOfCaret(pageText, at(pageText, 'idge'));
    const point = { x: (rect?.x ?? 0) + 1, y: (rect?.y ?? 0) + 10 };
    expect(offsetAtPoint(document, pageText, point)).toBe(at(pageText, 'idge'));
  });

  it('is null over what is none of the page’s text', () => {
    show(wrapped);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:white';
    cover.attachShadow({ mode: 'closed' }).innerHTML = '<p>Ours</p>';
    document.documentElement.append(cover);
    const pageText = buildPageText(document, { isOurs: (element) => element === cover });
    expect(offsetAtPoint(document, pageText, { x: 30, y: 30 })).toBeNull();
    cover.remove();
  });
});

describe('firstVisibleOffset', () => {
  it('is the first line wholly in the window', () => {
    const lines = Array.from({ length: 80 }, (_, index) => `line ${index}`).join('<br>');
    const pageText = show(`<p style="margin:0">${lines}</p>`);
    scrollTo(0, 40 * 30 + 10);
    const offset = firstVisibleOffset(pageText, { start: 0, end: pageText.raw.length });
    expect(rectOfCaret(pageText, offset ?? 0)?.top).toBeGreaterThanOrEqual(0);
    expect(rectOfCaret(pageText, offset ?? 0)?.top).toBeLessThan(60);
  });

  it('is null when all of it is elsewhere', () => {
    const pageText = show('<p>Above</p><div style="height:4000px"></div><p>Below</p>');
    scrollTo(0, 2000);
    expect(firstVisibleOffset(pageText, { start: 0, end: pageText.raw.length })).toBeNull();
  });
});
