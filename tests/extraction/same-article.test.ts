import { describe, expect, it } from 'vitest';
import { recognisePage, type KnownPage } from '../../utils/extraction/same-article.ts';
import { sketchOf } from '../../utils/extraction/sketch.ts';

const site = 'https://ledger.example';
const nouns = 'harbour levy council ferry owner mayor pier winter tide meeting ledger boat'.split(' ');
const acts = 'asked refused counted moved repaired painted measured sold opened closed'.split(' ');

/** A text of so many sentences, which has no four words in a row with the text of another seed in common. */
function tell(sentences: number, seed: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    const pick = (list: readonly string[], step: number): string =>
      list[(index * step + seed) % list.length] ?? '';
    return `The ${pick(nouns, 5)}${seed} ${pick(acts, 3)} ${index} ${pick(nouns, 7)}s of ${seed * 100 + index}.`;
  }).join(' ');
}

const levy = { title: 'Levy to double', text: tell(40, 1) };
const ferry = { title: 'A cat crosses twice a day', text: tell(40, 2) };

function known(part: Partial<KnownPage>): KnownPage {
  return { id: 'levy', urls: [`${site}/levy`], article: levy, apart: [], ...part };
}

describe('recognisePage', () => {
  it('knows a page by its own address, whatever it says now', () => {
    const page = { urls: [`${site}/levy`], article: ferry };
    expect(recognisePage(page, [known({})])).toEqual({ id: 'levy', doubt: null });
  });

  it('believes a claimed address when the texts agree, also after an edit', () => {
    const edited = { title: 'Levy to triple', text: `${levy.text} ${tell(10, 9)}` };
    const page = { urls: [`${site}/m/levy`, `${site}/levy`], article: edited };
    expect(recognisePage(page, [known({})])).toEqual({ id: 'levy', doubt: null });
  });

  it('doubts nothing and believes nothing when the texts differ', () => {
    const page = { urls: [`${site}/cat`, `${site}/levy`], article: ferry };
    expect(recognisePage(page, [known({})])).toEqual({ id: null, doubt: null });
  });

  it('asks when a claimed address has other words under the same headline', () => {
    const page = { urls: [`${site}/live-2`, `${site}/levy`], article: { ...levy, text: ferry.text } };
    expect(recognisePage(page, [known({})])).toEqual({ id: null, doubt: 'levy' });
  });

  it('takes the second page of an article for a part of it', () => {
    const page = { urls: [`${site}/levy/2`, `${site}/levy`], article: { ...levy, text: ferry.text } };
    expect(recognisePage(page, [known({})])).toEqual({ id: 'levy', doubt: null });
  });

  it('keeps one article together that has two addresses which do not name each other', () => {
    const page = { urls: [`https://m.ledger.example/story/77`], article: levy };
    expect(recognisePage(page, [known({})])).toEqual({ id: 'levy', doubt: null });
  });

  it('asks when another host of the site has the same words: it may be another owner’s', () => {
    const page = { urls: ['https://mirror.ledger.example/levy'], article: levy };
    expect(recognisePage(page, [known({})])).toEqual({ id: null, doubt: 'levy' });
  });

  it('asks when the same words stand under another headline', () => {
    const page = { urls: [`${site}/other`], article: { ...levy, title: 'What the levy means' } };
    expect(recognisePage(page, [known({})])).toEqual({ id: null, doubt: 'levy' });
  });

  it('keeps what two publishers print apart', () => {
    const page = { urls: ['https://courier.example/levy'], article: levy };
    expect(recognisePage(page, [known({})])).toEqual({ id: null, doubt: null });
  });

  it('never joins two kept pages by itself', () => {
    const pages = [known({}), known({ id: 'print', urls: [`${site}/print-77`] })];
    const page = { urls: [`${site}/print-77`, `${site}/levy`], article: levy };
    expect(recognisePage(page, pages)).toEqual({ id: 'print', doubt: 'levy' });
  });

  it('asks no more about pages that the reader told apart', () => {
    const page = { urls: [`${site}/print-77`, `${site}/levy`], article: levy };
    const print = { id: 'print', urls: [`${site}/print-77`] };
    for (const pages of [
      [known({ apart: ['print'] }), known(print)],
      [known({}), known({ ...print, apart: ['levy'] })],
    ]) {
      expect(recognisePage(page, pages)).toEqual({ id: 'print', doubt: null });
    }
  });

  it('goes by the address alone while the article is loading', () => {
    const page = { urls: [`${site}/levy`, `${site}/cat`], article: null };
    expect(recognisePage(page, [known({}), known({ id: 'cat', urls: [`${site}/cat`] })])).toEqual({
      id: 'levy',
      doubt: null,
    });
  });
});

describe('sketchOf', () => {
  const shared = (a: string, b: string): number => {
    const numbers = new Set(sketchOf(a));
    return sketchOf(b).filter((number) => numbers.has(number)).length;
  };

  it('shares most numbers with an edited version, and none with another text', () => {
    expect(sketchOf(levy.text)).toHaveLength(16);
    expect(shared(levy.text, `${levy.text} ${tell(6, 9)}`)).toBeGreaterThanOrEqual(10);
    expect(shared(levy.text, ferry.text)).toBe(0);
  });

  it('minds neither typography nor case', () => {
    const text = `${levy.text} The owner said “no” — twice.`;
    expect(sketchOf(text.toUpperCase().replaceAll('“', '"').replaceAll('—', '-'))).toEqual(sketchOf(text));
  });

  it('is empty for a text too short to tell', () => {
    expect(sketchOf('Cảng Đông đóng cửa hôm nay.')).toEqual([]);
    expect(sketchOf('')).toEqual([]);
  });
});
