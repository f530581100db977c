import { describe, expect, it } from 'vitest';
import { passageLink } from '../../utils/export/passage-link.ts';
import type { Selector } from '../../utils/model/selector.ts';

const url = 'https://harbour.example/levy';
const quote = (exact: string, prefix = '', suffix = ''): Selector[] => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];
/** The directive of a link, decoded but for the signs that it is made of. */
const directiveOf = (link: string): string => decodeURIComponent(link.split(':~:text=')[1] ?? '');

describe('passageLink', () => {
  it('gives a sentence as it is', () => {
    const sentence = 'Others want a firmer promise before the winter comes.';
    expect(passageLink(url, quote(sentence, 'tide money. ', ' The council'))).toBe(
      `${url}#:~:text=${encodeURIComponent(sentence)}`,
    );
  });

  it('encodes what the directive is made of', () => {
    const link = passageLink(url, quote('the twice-daily ferry, 100 % full & late, was not missed'));
    expect(link).toContain('twice%2Ddaily%20ferry%2C%20100%20%25%20full%20%26%20late');
  });

  it('tells a short passage from its likes by the words around it', () => {
    const link = passageLink(url, quote('phí cảng', 'ội đồng họp để bàn về ', ' và cây cầu tàu cũ ở cu'));
    expect(directiveOf(link)).toBe('đồng họp để bàn về-,phí cảng,-và cây cầu tàu cũ');
  });

  it('takes no words around from another block', () => {
    expect(directiveOf(passageLink(url, quote('Levy', 'Home page\n', '\nCouncillors back it')))).toBe('Levy');
  });

  it('gives a passage over several paragraphs by its beginning and end', () => {
    const long = 'The wall was finished in 1894.\nIt was last strengthened in 1978, they say.';
    expect(directiveOf(passageLink(url, quote(long)))).toBe(
      'The wall was finished in,strengthened in 1978, they say.',
    );
  });

  it('completes words that the passage begins or ends in', () => {
    const link = passageLink(url, quote('arbour lev', 'a vote on the h', 'y next spring'));
    expect(directiveOf(link)).toContain('harbour levy');
  });

  it('collapses white space and leaves a fragment of the page’s own before it', () => {
    expect(
      passageLink(`${url}#notes`, quote('Others  want a\u00a0firmer promise of the council in May')),
    ).toBe(`${url}#notes:~:text=Others%20want%20a%20firmer%20promise%20of%20the%20council%20in%20May`);
  });

  it('parts the words of a script without spaces', () => {
    const text = '港の料金は来年の春に上がると市議会が決めた。'.repeat(12);
    expect(directiveOf(passageLink(url, quote(text)))).toBe(
      '港の料金は来年の春に上がると,春に上がると市議会が決めた。',
    );
  });

  it('leads to the page alone when there is nothing to find', () => {
    expect(passageLink(url, [])).toBe(url);
    expect(passageLink('no address', quote('a'))).toBe('no address');
    expect(passageLink(url, quote('\ud800 is half a pair, and the rest of this is long enough'))).toContain(
      '%EF%BF%BD',
    );
  });

  it('leads to every piece of a passage that is made of several', () => {
    const others = [{ selector: quote('and it will not be paid before the summer is over, they say') }];
    const link = passageLink(url, quote('The levy will be paid by everybody who has a boat here'), others);
    expect(
      link
        .split(':~:')[1]
        ?.split('&')
        .map((part) => decodeURIComponent(part)),
    ).toEqual([
      'text=The levy will be paid by everybody who has a boat here',
      'text=and it will not be paid before the summer is over, they say',
    ]);
  });
});
