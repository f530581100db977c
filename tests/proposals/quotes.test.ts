import { describe, expect, it } from 'vitest';
import type { ReadMark } from '../../utils/model/read-article.ts';
import { proposeQuotes } from '../../utils/proposals/quotes.ts';
import { articleOf } from '../reader/articles.ts';

const council = [
  'The council voted late on Thursday.',
  '“We can wait two more winters,” said Marta Lindqvist, the harbour master.',
  '|Advertisement',
  'Nobody on the quay was surprised.',
];

function propose(
  lines: readonly string[],
  {
    people = [],
    marks = [],
    lang = 'en',
  }: { people?: string[]; marks?: (Partial<ReadMark> & { on: string })[]; lang?: string } = {},
): [string, string][] {
  return proposeQuotes({ ...articleOf(lines, marks), lang }, people).map(({ words, speaker }) => [
    words,
    speaker,
  ]);
}

describe('proposeQuotes', () => {
  it('proposes what was said, without its marks, and who said it', () => {
    expect(propose(council)).toEqual([['We can wait two more winters', 'Marta Lindqvist']]);
  });

  it('gives the pieces by their place in the page text', () => {
    const article = articleOf(council);
    const raw = council.join('\n');
    const pieces = proposeQuotes(article, []).flatMap((proposal) => proposal.pieces);
    expect(pieces.map(({ start, end }) => raw.slice(start, end))).toEqual(['We can wait two more winters']);
  });

  it('leaves out what is kept as a quote, but not what is only highlighted or an entity', () => {
    const on = 'We can wait two more winters';
    expect(propose(council, { marks: [{ on, kind: 'quote' }] })).toEqual([]);
    expect(propose(council, { marks: [{ on, kind: 'highlight' }] })).toHaveLength(1);
    expect(propose(council, { marks: [{ on: 'two more winters', kind: 'entity' }] })).toHaveLength(1);
  });

  it('calls a speaker by the name that the reader knows', () => {
    const lines = ['Đại tướng Tô Văn Lâm cho biết: “Phí cảng sẽ tăng gấp đôi từ tháng Ba.”'];
    expect(propose(lines, { people: ['Tô Văn Lâm', 'Lâm'], lang: 'vi' })).toEqual([
      ['Phí cảng sẽ tăng gấp đôi từ tháng Ba.', 'Tô Văn Lâm'],
    ]);
  });

  it('names nobody where only a pronoun stands that nobody fits', () => {
    expect(propose(['She said: “We can wait two more winters.”'])).toEqual([
      ['We can wait two more winters.', ''],
    ]);
  });

  it('makes one quote of a speech over several paragraphs', () => {
    const lines = [
      'Marta Lindqvist said: “The crane is old.',
      '“It has to go before the winter.”',
      'Nobody disagreed.',
    ];
    expect(propose(lines)).toEqual([
      ['The crane is old.\n“It has to go before the winter.', 'Marta Lindqvist'],
    ]);
  });

  it('proposes nothing of an article without words', () => {
    expect(propose([])).toEqual([]);
  });
});
