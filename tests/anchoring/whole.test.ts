// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan, readSpan } from '../../utils/anchoring/index.ts';
import { isSentenceBorder } from '../../utils/anchoring/whole.ts';
import { buildPageText } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(text: string): PageText {
  document.body.innerHTML = text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
  return buildPageText(document);
}

/** What becomes of words of one page on another: the status and the words. */
function follow(words: string, before: string, after: string): string[] {
  const old = show(before);
  const start = old.raw.indexOf(words);
  const selectors = describeSpan(old, { start, end: start + words.length });
  const now = show(after);
  const [anchoring] = anchorAll(now, [selectors]);
  if (anchoring === undefined) throw new Error('expected one answer for one target');
  return anchoring.status === 'orphan' ? ['orphan'] : [anchoring.status, readSpan(now, anchoring)];
}

const meeting = 'The harbour council met on Monday evening to settle who will pay for the broken sea wall.';
const vote =
  'Councillors voted by twenty-three to seventeen to charge every vessel over fifty tonnes a levy.';
const ferry = 'The ferry company called the decision a tax on islanders and will appeal against it.';
const page = `${meeting} ${vote} ${ferry}`;

describe('widenToSentences', () => {
  it('takes in a clause that was put before a whole sentence', () => {
    const now = `After four hours of debate and two recounts, ${vote}`;
    expect(follow(vote, page, page.replace(vote, now))).toEqual(['altered', now]);
  });

  it('takes in a clause that replaced the first words of a sentence', () => {
    const now = vote.replace('Councillors voted', 'In the end a narrow majority of the members agreed');
    expect(follow(vote, page, page.replace(vote, now))).toEqual(['altered', now]);
  });

  it('takes in a clause that was put behind its last word', () => {
    const now = vote.replace('a levy.', 'a levy, which the port will collect from the first of March.');
    expect(follow(vote, page, page.replace(vote, now))).toEqual(['altered', now]);
  });

  it('leaves a word or two before a sentence where they are', () => {
    const now = page.replace(vote, `Live: ${vote}`);
    expect(follow(vote, page, now)).toEqual(['moved', vote]);
  });

  it('leaves a part of a sentence what it was', () => {
    const words = 'charge every vessel over fifty tonnes';
    const now = page.replace(words, `consider at its very next meeting whether to ${words}`);
    expect(follow(words, page, now)).toEqual(['moved', words]);
  });

  it('does not reach into the block above', () => {
    const before = `${meeting}\n${vote}\n${ferry}`;
    const after = `${meeting}\nWhat the members decided on Monday\n${vote}\n${ferry}`;
    expect(follow(vote, before, after)).toEqual(['moved', vote]);
  });
});

describe('isSentenceBorder', () => {
  it.each([
    ['a point', 'It rained. ', true],
    ['a quotation mark that closes behind one', '"It rained." ', true],
    ['the full stop of a script without spaces', '下雨了。', true],
    ['the point of a number', 'It fell by 3.', false],
    ['a comma', 'It rained, ', false],
    ['nothing', '', false],
  ])('knows what ends with %s', (_, text, expected) => {
    expect(isSentenceBorder(text, text.length)).toBe(expected);
  });
});
