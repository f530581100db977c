import { describe, expect, it } from 'vitest';
import { firstOf, stepSpan, type Step } from '../../utils/reader/index.ts';
import { blocksOf } from './articles.ts';

const lines = ['“Ships go there,” she said. Nobody laughed.', 'Others want a firmer promise.'];
const raw = lines.join('\n');
const blocks = blocksOf(lines);

function after(words: string, ...steps: Step[]): string {
  const start = raw.indexOf(words);
  let span = { start, end: start + words.length };
  for (const step of steps) span = stepSpan(blocks, span, { step, lang: 'en' });
  return raw.slice(span.start, span.end);
}

const end = (unit: Step['unit'], isForward = true): Step => ({ end: 'end', unit, isForward });
const start = (unit: Step['unit'], isForward = true): Step => ({ end: 'start', unit, isForward });

describe('firstOf', () => {
  const [first] = blocksOf(['“Ships go there,” she said. Nobody laughed.']);
  const wordsOf = (span: { start: number; end: number } | null | undefined): string =>
    span ? raw.slice(span.start, span.end) : '';

  it('is the first word or sentence of a block', () => {
    expect(wordsOf(first && firstOf(first, 'word'))).toBe('Ships');
    expect(wordsOf(first && firstOf(first, 'sentence', 'en'))).toBe('“Ships go there,” she said.');
  });

  it('does without a language that is none', () => {
    expect(wordsOf(first && firstOf(first, 'word', '??'))).toBe('Ships');
  });
});

describe('stepSpan', () => {
  it.each([
    ['takes in a word', 'Ships', [end('word')], 'Ships go'],
    ['lets the last word go', 'Ships go', [end('word', false)], 'Ships'],
    ['leaves at least one word', 'Ships', [end('word', false)], 'Ships'],
    ['takes in the rest of a sentence', 'Nobody', [end('sentence')], 'Nobody laughed.'],
    ['goes on into the next block', 'laughed', [end('word')], 'laughed.\nOthers'],
    ['goes back into the block before', 'Others', [start('word', false)], 'laughed.\nOthers'],
    ['begins a word later', 'Ships go', [start('word')], 'go'],
    ['stays at the end of the article', 'promise.', [end('word'), end('sentence')], 'promise.'],
    ['stays at its beginning', 'Ships', [start('word', false)], 'Ships'],
  ] as const)('%s', (_, words, steps, expected) => {
    expect(after(words, ...steps)).toBe(expected);
  });
});
