// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { buildPageText } from '../../utils/text/index.ts';
import { growToSentences, snapToWords } from '../../utils/text/snap.ts';
import type { PageText, Span } from '../../utils/text/types.ts';

/** The span between two bars in a text, and the text without them. */
function read(marked: string): { text: string; span: Span } {
  const [before = '', inside = '', after = ''] = marked.split('|');
  return {
    text: before + inside + after,
    span: { start: before.length, end: before.length + inside.length },
  };
}

function mark(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

describe('snapToWords', () => {
  const cases: Record<string, readonly [string, string]> = {
    'both halves of a word that is cut': ['the har|bour le|vy rose', 'the |harbour levy| rose'],
    'Vietnamese syllables': ['nhiều h|ộ dân ch|ưa yên', 'nhiều |hộ dân chưa| yên'],
    'letters with marks of their own': ['Hue\u0302|\u0301 lu|\u0323t to', '|Hue\u0302\u0301 lu\u0323t| to'],
    'Arabic words': ['ارت|فع منس|وب', '|ارتفع منسوب|'],
    'letters beyond the first plane': ['𝐚|𝐛 𝐜|𝐝', '|𝐚𝐛 𝐜𝐝|'],
    'nothing of whole words': ['the |harbour levy| rose', 'the |harbour levy| rose'],
    'nothing at an apostrophe': ['the |council|’s wall', 'the |council|’s wall'],
    'nothing at a hyphen': ['a |well|-known wall', 'a |well|-known wall'],
    'nothing of Japanese': ['東|京都に住|む', '東|京都に住|む'],
    'nothing of Thai': ['น้ำ|ท่วม|บ้าน', 'น้ำ|ท่วม|บ้าน'],
    'nothing of Korean': ['|서울|에서 왔다', '|서울|에서 왔다'],
    'the letters next to another script': ['Nik|on東京', 'Nik|on東京'],
    'nothing of an empty span': ['har||bour', 'har||bour'],
  };
  it.each(Object.entries(cases))('widens by %s', (name, [before, after]) => {
    const { text, span } = name.includes('next to') ? read('Ni|ko|n東京') : read(before);
    const wanted = name.includes('next to') ? '|Nikon|東京' : after;
    expect(mark(text, snapToWords(text, span))).toBe(wanted);
  });

  it('leaves alone what is no word for its length', () => {
    const text = 'x'.repeat(400);
    expect(snapToWords(text, { start: 200, end: 201 })).toEqual({ start: 200, end: 201 });
  });
});

describe('growToSentences', () => {
  const html =
    '<p lang="en">It costs £3.4m. Mr. Adair will pay. Others will not.</p><p>They said so. All of them.</p>';
  const pageText: PageText = buildPageText(new DOMParser().parseFromString(html, 'text/html'));
  const spanOf = (words: string): Span => {
    const start = pageText.raw.indexOf(words);
    return { start, end: start + words.length };
  };
  const words = ({ start, end }: Span): string => pageText.raw.slice(start, end);

  it('takes the whole sentence around a few words, or around a mere caret', () => {
    expect(words(growToSentences(pageText, spanOf('Adair')))).toBe('Mr. Adair will pay.');
    const { start } = spanOf('Adair');
    expect(words(growToSentences(pageText, { start, end: start }))).toBe('Mr. Adair will pay.');
  });

  it('takes the last sentence of a paragraph for a caret at its end', () => {
    const end = spanOf('Others will not.').end;
    expect(words(growToSentences(pageText, { start: end, end }))).toBe('Others will not.');
  });

  it('takes all sentences that the words touch', () => {
    expect(words(growToSentences(pageText, spanOf('Adair will pay. Others')))).toBe(
      'Mr. Adair will pay. Others will not.',
    );
    const over = { start: spanOf('Others').start + 2, end: spanOf('They').end };
    expect(words(growToSentences(pageText, over))).toBe('Others will not.\nThey said so.');
  });

  it('adds the next sentence to whole ones, or the one before', () => {
    const once = spanOf('Mr. Adair will pay.');
    expect(words(growToSentences(pageText, once))).toBe('Mr. Adair will pay. Others will not.');
    expect(words(growToSentences(pageText, once, 'before'))).toBe('It costs £3.4m. Mr. Adair will pay.');
  });

  it('stays where the paragraph ends', () => {
    const last = spanOf('Others will not.');
    expect(growToSentences(pageText, last)).toEqual(last);
    expect(growToSentences(pageText, spanOf('It costs £3.4m.'), 'before')).toEqual(spanOf('It costs £3.4m.'));
  });
});
