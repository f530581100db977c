// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { findFoothold, keepFoothold } from '../../utils/text/foothold.ts';
import { buildPageText } from '../../utils/text/index.ts';

afterEach(() => document.body.replaceChildren());

const first = '<p>The bridge is closed. The river rose.</p>';
const second = '<p>The bridge is open. Nobody knows why.</p>';

/** What stands behind the place of some words after the page has changed. */
function behind(words: string, change: () => void): string {
  document.body.innerHTML = first + second;
  const before = buildPageText(document);
  const foothold = keepFoothold(before, before.raw.indexOf(words));
  change();
  const now = buildPageText(document);
  const offset = findFoothold(now, foothold);
  return now.raw.slice(offset, offset + 12);
}

describe('findFoothold', () => {
  const changes: Record<string, { change: () => void; words: string; behind: string }> = {
    'when text comes before it': {
      change: () => document.body.prepend('A new line. '),
      words: 'river',
      behind: 'river rose.',
    },
    'when all nodes are new': {
      change: () => {
        document.body.innerHTML = `<h1>News</h1>${first}${second}`;
      },
      words: 'bridge is open',
      behind: 'bridge is op',
    },
    'when its node was cut in two': {
      change: () => {
        const text = document.querySelector('p')?.firstChild;
        if (text instanceof Text) text.splitText(20);
      },
      words: 'rose',
      behind: 'rose.',
    },
    'when the words before it have changed': {
      change: () => {
        document.body.innerHTML = '<p>All is well. Nobody knows why.</p>';
      },
      words: 'Nobody',
      behind: 'Nobody knows',
    },
  };
  it.each(Object.entries(changes))('finds the place again %s', (_, { change, words, behind: wanted }) => {
    expect(behind(words, change).trim().split('\n')[0]).toBe(wanted);
  });

  it('stays as near as the text reaches when everything is gone', () => {
    expect(behind('Nobody', () => void (document.body.innerHTML = '<p>Gone.</p>'))).toBe('');
    expect(behind('Nobody', () => document.body.replaceChildren())).toBe('');
  });
});
