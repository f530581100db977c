// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPageText, isGraphemeBoundary } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';
import { langAt } from '../../utils/text/stretch.ts';
import {
  caretAt,
  spanOfCaret,
  stopNear,
  unitAt,
  walkCaret,
  type CaretStep,
} from '../../utils/text/walk-caret.ts';

function textOf(html: string): PageText {
  return buildPageText(new DOMParser().parseFromString(html, 'text/html'));
}

/** The texts that the caret goes over, step by step, until it stays. */
function walk(pageText: PageText, unit: CaretStep['unit'], to: CaretStep['to'], from?: number): string[] {
  let caret = caretAt(from ?? (to === 'forward' ? (stopNear(pageText, 0) ?? 0) : pageText.raw.length));
  const passed: string[] = [];
  for (let step = 0; step < 200; step++) {
    const next = walkCaret(pageText, caret, { unit, to }, false);
    if (next.focus === caret.focus) return passed;
    const { start, end } = spanOfCaret({ anchor: caret.focus, focus: next.focus });
    passed.push(pageText.raw.slice(start, end));
    caret = next;
  }
  throw new Error('expected the walk to end');
}

const forward = (html: string, unit: CaretStep['unit']): string[] => walk(textOf(html), unit, 'forward');
const family = '👩‍👩‍👧';

describe('walkCaret by character', () => {
  const pages: Record<string, { html: string; passed: string[] }> = {
    'Vietnamese with marks of their own': {
      html: '<p>Huê\u0301 lụt</p>',
      passed: ['H', 'u', 'ê\u0301', ' ', 'l', 'ụ', 't'],
    },
    'a family as one': { html: `<p>a${family}b</p>`, passed: ['a', family, 'b'] },
    'Thai with its vowels': { html: '<p lang="th">น้ำท่วม</p>', passed: ['น้ำ', 'ท่', 'ว', 'ม'] },
    'white space as one': { html: '<p>\n  a \n  b  </p>', passed: ['a', ' \n  ', 'b'] },
    'an invisible one with the one before': {
      html: '<p>sea\u00adwall</p>',
      passed: ['s', 'e', 'a\u00ad', 'w', 'a', 'l', 'l'],
    },
    'from paragraph to paragraph': { html: '<p>a</p><p>b</p>', passed: ['a', '\n', 'b'] },
    'over elements': { html: '<p>a<b>b</b><i>c</i></p>', passed: ['a', 'b', 'c'] },
  };
  it.each(Object.entries(pages))('goes over %s', (_, { html, passed }) => {
    expect(forward(html, 'character')).toEqual(passed);
  });

  it('goes back the way it came', () => {
    const pageText = textOf(`<p>Huê\u0301 ${family}</p><p> น้ำ\n x</p>`);
    const there = walk(pageText, 'character', 'forward');
    const back = walk(pageText, 'character', 'backward', pageText.raw.length);
    expect(back.toReversed()).toEqual(there);
  });

  it('lets a selection go at the edge that it goes to', () => {
    const pageText = textOf('<p>The bridge is closed.</p>');
    const caret = { anchor: 4, focus: 10 };
    expect(walkCaret(pageText, caret, { unit: 'character', to: 'forward' }, false)).toEqual(caretAt(10));
    expect(walkCaret(pageText, caret, { unit: 'character', to: 'backward' }, false)).toEqual(caretAt(4));
  });

  it('stands on no half of a character, wherever it goes', () => {
    const words = fc.array(fc.constantFrom('Huê\u0301', family, '東京', ' ', '\u00ad', '🇻🇳🇫🇷', 'น้ำ', '.'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const pageText = textOf(paragraphs.map((words) => `<p>x${words.join('')}x</p>`).join(''));
        for (const unit of ['character', 'word', 'sentence', 'paragraph'] as const) {
          let caret = caretAt(stopNear(pageText, 0) ?? 0);
          for (let step = 0; step < 40; step++) {
            caret = walkCaret(pageText, caret, { unit, to: 'forward' }, step % 2 === 0);
            expect(isGraphemeBoundary(pageText.raw, caret.focus)).toBe(true);
          }
          expect(caret.focus).toBeLessThanOrEqual(pageText.raw.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('walkCaret by word', () => {
  const pages: Record<string, { html: string; passed: string[] }> = {
    English: {
      html: '<p lang="en">It didn’t cost £3.4m, they said.</p>',
      passed: ['It', ' didn’t', ' cost', ' £3.4m', ', they', ' said'],
    },
    'Vietnamese by syllables': {
      html: '<p lang="vi">Nước lên nhanh</p>',
      passed: ['Nước', ' lên', ' nhanh'],
    },
    'Japanese by its dictionary': {
      html: '<p lang="ja">東京都に住む</p>',
      passed: ['東京', '都', 'に', '住む'],
    },
    'Thai by its dictionary': { html: '<p lang="th">น้ำท่วมบ้าน</p>', passed: ['น้ำ', 'ท่วม', 'บ้าน'] },
    Arabic: { html: '<p lang="ar" dir="rtl">ارتفع منسوب المياه</p>', passed: ['ارتفع', ' منسوب', ' المياه'] },
    'into the next paragraph': { html: '<p>one</p><p>two three</p>', passed: ['one', '\ntwo', ' three'] },
  };
  it.each(Object.entries(pages))('goes over %s', (_, { html, passed }) => {
    // Behind the last word a stop is left where something follows it.
    expect(forward(html, 'word').slice(0, passed.length)).toEqual(passed);
  });

  it('goes back to the beginnings of words', () => {
    const pageText = textOf('<p lang="en">One two, three.</p><p>Four</p>');
    expect(walk(pageText, 'word', 'backward')).toEqual(['Four', 'three.\n', 'two, ', 'One ']);
  });
});

describe('walkCaret by sentence and paragraph', () => {
  const html =
    '<h1>Levy</h1><p lang="en">It costs £3.4m a year. Mr. Adair\nwill pay. Others will not.</p><p>They said so.</p>';

  it('goes from beginning to beginning', () => {
    expect(forward(html, 'sentence')).toEqual([
      'Levy\n',
      'It costs £3.4m a year. ',
      'Mr. Adair\nwill pay. ',
      'Others will not.\n',
      'They said so.',
    ]);
    expect(walk(textOf(html), 'sentence', 'backward')[1]).toBe('Others will not.\n');
    expect(forward(html, 'paragraph').map((passed) => passed.slice(0, 8))).toEqual([
      'Levy\n',
      'It costs',
      'They sai',
    ]);
  });

  it('selects to the end of the sentence, then to that of the next', () => {
    const pageText = textOf(html);
    const start = pageText.raw.indexOf('It costs');
    const step: CaretStep = { unit: 'sentence', to: 'forward' };
    const once = walkCaret(pageText, caretAt(start), step, true);
    expect(pageText.raw.slice(once.anchor, once.focus)).toBe('It costs £3.4m a year.');
    const twice = walkCaret(pageText, once, step, true);
    expect(pageText.raw.slice(twice.anchor, twice.focus)).toMatch(/will pay\.$/u);
  });

  it('gives back of a selection what it goes back over', () => {
    const pageText = textOf('<p>One two three</p>');
    const caret = walkCaret(pageText, { anchor: 0, focus: 13 }, { unit: 'word', to: 'backward' }, true);
    expect(caret).toEqual({ anchor: 0, focus: 8 });
  });

  it('parts lines of a verse where they are broken on the page only', () => {
    expect(forward('<p>The sea <br>rose\nand fell</p>', 'sentence')).toEqual([
      'The sea \n',
      'rose\nand fell',
    ]);
  });
});

describe('walkCaret on odd pages', () => {
  it('stays on a page without text', () => {
    const pageText = textOf('<img>');
    expect(stopNear(pageText, 5)).toBeNull();
    expect(walkCaret(pageText, caretAt(0), { unit: 'word', to: 'forward' }, true)).toEqual(caretAt(0));
    expect(walkCaret(pageText, caretAt(0), { unit: 'paragraph', to: 'backward' }, false)).toEqual(caretAt(0));
    expect(unitAt(pageText, 0, 'sentence')).toBeNull();
  });

  it('finds its way through a paragraph without end in moderate time', () => {
    const pageText = textOf(`<p>${'word '.repeat(200_000)}</p>`);
    const begin = performance.now();
    const caret = walkCaret(pageText, caretAt(500_000), { unit: 'word', to: 'forward' }, false);
    expect(caret.focus).toBe(500_004);
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it('asks the language of the innermost element that declares one', () => {
    const pageText = textOf('<html lang="en"><body><p>One</p><p lang="vi">Hai</p><p lang="">Three</p>');
    expect([0, 4, 8].map((offset) => langAt(pageText, offset))).toEqual(['en', 'vi', null]);
  });
});

describe('stopNear', () => {
  it('goes to the beginning of the character, and never into the white space around a block', () => {
    const pageText = textOf(`<p>\n  ${family}b \n</p><p>c</p>`);
    expect(stopNear(pageText, 0)).toBe(3);
    expect(stopNear(pageText, 6)).toBe(3);
    expect(pageText.raw.slice(0, stopNear(pageText, pageText.raw.indexOf('c') - 1) ?? 0).trim()).toBe(
      `${family}b`,
    );
    expect(stopNear(pageText, 999)).toBe(pageText.raw.length);
  });
});
