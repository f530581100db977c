// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { describeSpan, readSpan } from '../../utils/anchoring/index.ts';
import { positionSelectorOf, quoteSelectorOf, refinementOf, type Rival } from '../../utils/model/selector.ts';
import { buildPageText } from '../../utils/text/index.ts';
import type { PageText, Span } from '../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(html: string): PageText {
  document.body.innerHTML = html;
  return buildPageText(document);
}

function spanOf({ raw }: PageText, words: string): Span {
  const start = raw.indexOf(words);
  if (start === -1) throw new Error(`expected "${words}" in the page`);
  return { start, end: start + words.length };
}

function quoteAt(pageText: PageText, words: string): { exact: string; prefix: string; suffix: string } {
  const quote = quoteSelectorOf(describeSpan(pageText, spanOf(pageText, words)));
  if (quote === null) throw new Error('expected a quote selector');
  return quote;
}

describe('describeSpan', () => {
  it('gives the words with what stands around them on the page', () => {
    const pageText = show('<p>Tàu rời <b>Cảng Đông</b> lúc rạng sáng.</p>');
    expect(quoteAt(pageText, 'Cảng Đông')).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Cảng Đông',
      prefix: 'Tàu rời ',
      suffix: ' lúc rạng sáng.',
    });
  });

  it('gives the offsets of the span', () => {
    const pageText = show('<p>Tàu rời Cảng Đông.</p>');
    const span = spanOf(pageText, 'Cảng Đông');
    expect(positionSelectorOf(describeSpan(pageText, span))).toMatchObject(span);
  });

  it('takes no more of the surroundings than needed', () => {
    const pageText = show(
      `<p>${'Nước lên chậm mỗi ngày. '.repeat(40)}Cầu sập. ${'Nước rút đi. '.repeat(40)}</p>`,
    );
    const { prefix, suffix } = quoteAt(pageText, 'Cầu sập.');
    expect(prefix.length).toBeLessThanOrEqual(40);
    expect(suffix.length).toBeLessThanOrEqual(40);
  });

  it('takes more of the surroundings until they tell twins apart', () => {
    const twin = 'and the levy rises in March, said the clerk who read the paper aloud to all of us';
    const pageText = show(`<p>First, ${twin} in the hall.</p><p>Second, ${twin} in the yard.</p>`);
    const first = quoteAt(pageText, 'rises');
    const second = quoteSelectorOf(
      describeSpan(pageText, {
        start: pageText.raw.lastIndexOf('rises'),
        end: pageText.raw.lastIndexOf('rises') + 5,
      }),
    );
    expect([first.prefix, first.suffix]).not.toEqual([second?.prefix, second?.suffix]);
    expect(first.prefix + first.suffix).toMatch(/First|hall/u);
  });

  it('cuts no character of several units in two', () => {
    const pageText = show(`<p>${'👩‍🚒'.repeat(30)} rời cảng ${'🇻🇳'.repeat(30)}</p>`);
    const { prefix, suffix } = quoteAt(pageText, 'rời cảng');
    expect(prefix.replaceAll('👩‍🚒', '').trim()).toBe('');
    expect(suffix.replaceAll('🇻🇳', '').trim()).toBe('');
  });

  it('stays inside what the gate admits, however often a passage repeats', () => {
    const pageText = show(`<p>${'Xem thêm tin bão. '.repeat(400)}</p>`);
    const { prefix, suffix } = quoteAt(pageText, 'tin bão');
    expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(1_000);
  });
});

describe('describeSpan of a passage with rivals', () => {
  const rivalsOf = (pageText: PageText, words: string): readonly Rival[] =>
    refinementOf(describeSpan(pageText, spanOf(pageText, words)))?.rivals ?? [];

  it('names a lookalike', () => {
    const pageText = show(
      '<p>Hội đồng bỏ phiếu thu thêm phí với mọi tàu trên năm mươi tấn.</p>' +
        '<p>Công ty phà nói quyết định này là đánh thuế vào dân đảo.</p>'.repeat(4) +
        '<p>Hội đồng bỏ phiếu giảm thêm phí với mọi tàu dưới mười tấn.</p>',
    );
    const words = 'Hội đồng bỏ phiếu thu thêm phí với mọi tàu trên năm mươi tấn.';
    const [rival] = rivalsOf(pageText, words);
    expect(rival?.distance).toBe(pageText.folded.text.lastIndexOf('Hội đồng'));
    expect(rival?.likeness).toBeGreaterThan(0.5);
  });

  it('says by which words the surroundings of a twin differ', () => {
    const before =
      '<li>Levy on the larger vessels of the bay doubles in March</li><li>Old lighthouse gets a keeper again after ninety years</li><li>Two boats lost their moorings in the storm of Sunday</li><li>The pier stays closed</li>';
    const behind =
      '<li>Night bus to the lower town returns for the summer</li><li>Library of the harbour school opens late on Fridays</li><li>Ferry tickets can be bought from the machines again</li>';
    const list = `<ul>${before}<li>Fog signal sold</li>${behind}</ul>`;
    const pageText = show(
      `<p>Most read</p>${list}<p>Newest</p>${list.replace('stays closed', 'stays open')}`,
    );
    expect(rivalsOf(pageText, 'Fog signal sold')[0]?.unlike).toContain(-1);
    expect(rivalsOf(pageText, 'Fog signal sold')[0]?.unlike).not.toContain(-2);
  });

  it('says nothing of surroundings that have little in common', () => {
    const pageText = show(
      '<p>The levy doubles in March.</p><p>Nobody knows why the levy doubles at all.</p>',
    );
    expect(rivalsOf(pageText, 'levy doubles')[0]).toMatchObject({ likeness: 1 });
    expect(rivalsOf(pageText, 'levy doubles')[0]?.unlike).toBeUndefined();
  });
});

describe('readSpan', () => {
  const pages: Record<string, { html: string; words: string; read: string }> = {
    'takes runs of white space as one space': {
      html: '<p>The  levy\n   doubles\tin&nbsp;March.</p>',
      words: 'levy\n   doubles\tin\u00a0March',
      read: 'levy doubles in March',
    },
    'keeps paragraphs apart by a line break': {
      html: '<p>Nước lên. </p><p> Cầu sập.</p>',
      words: 'lên. \n Cầu',
      read: 'lên.\nCầu',
    },
    'leaves the page’s own spelling as it is': {
      html: '<p>“So…” – said <em>Hạnh</em></p>',
      words: '“So…” – said Hạnh',
      read: '“So…” – said Hạnh',
    },
  };
  it.each(Object.entries(pages))('%s', (_, { html, words, read }) => {
    const pageText = show(html);
    expect(readSpan(pageText, spanOf(pageText, words))).toBe(read);
  });
});
