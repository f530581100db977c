// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { ProposedQuotes, type ProposedQuoteView } from '../../components/ProposedQuotes.tsx';
import { clear, find, show } from './stage.tsx';

afterEach(clear);

const quotes: readonly ProposedQuoteView[] = [
  { key: 'a', words: 'We can wait.', speaker: 'Marta Lindqvist', isVerbatim: true },
  { key: 'b', words: 'Nobody asked us.', speaker: '', isVerbatim: true },
  { key: 'c', words: 'the crane would go', speaker: 'Marta Lindqvist', isVerbatim: false },
  { key: 'd', words: 'It has to go.', speaker: '', isVerbatim: true },
];

function stage(part: { quotes?: readonly ProposedQuoteView[]; isBusy?: boolean } = {}): {
  root: HTMLElement;
  did: string[];
} {
  const did: string[] = [];
  const root = show(
    <ProposedQuotes
      quotes={quotes}
      lang="en"
      knownNames={['Marta Lindqvist']}
      isBusy={false}
      isOpenAtFirst
      onKeep={(key, speaker) => did.push(`keep ${key} by ${speaker}`)}
      onKeepAllBy={(speaker) => did.push(`keep all by ${speaker}`)}
      onShow={(key) => did.push(`show ${key}`)}
      {...part}
    />,
  );
  return { root, did };
}

const press = (name: string): void => void act(() => find('button', name).click());

describe('ProposedQuotes', () => {
  it('keeps a quote with the speaker it was found with, by one press', () => {
    const { did } = stage();
    press('Keep quote: We can wait.');
    press('Keep quote: Nobody asked us.');
    expect(did).toEqual(['keep a by Marta Lindqvist', 'keep b by ']);
  });

  it('keeps it with another speaker, by two', () => {
    const { root, did } = stage();
    void act(() => root.querySelector<HTMLElement>('[aria-label="Correct the speaker"]')?.click());
    const field = root.querySelector<HTMLInputElement>('form input');
    if (field === null) throw new Error('expected a field');
    expect(field.value).toBe('Marta Lindqvist');
    void act(() => {
      field.value = 'Desmond Achterberg';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    void act(() => field.form?.requestSubmit());
    expect(did).toEqual(['keep a by Desmond Achterberg']);
  });

  it('gives up the correction with Escape', () => {
    const { root, did } = stage();
    void act(() => root.querySelector<HTMLElement>('[aria-label="Correct the speaker"]')?.click());
    void act(() => {
      root
        .querySelector('form input')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    });
    expect([root.querySelector('form'), did]).toEqual([null, []]);
  });

  it('offers all quotes of a speaker with the first of them', () => {
    const { root, did } = stage();
    press('Keep all 2 quotes by Marta Lindqvist');
    expect(did).toEqual(['keep all by Marta Lindqvist']);
    expect(root.textContent.match(/Keep all/gu)).toHaveLength(1);
  });

  it('shows three at first, and the others on demand', () => {
    const { root } = stage();
    expect(root.querySelectorAll('li')).toHaveLength(3);
    press('Show 1 more');
    expect(root.querySelectorAll('li')).toHaveLength(4);
  });

  it('says what is not known, and what is not word for word', () => {
    const { root } = stage();
    const lines = [...root.querySelectorAll('.proposal-speaker')].map(({ textContent }) => textContent);
    expect(lines).toEqual(['Marta Lindqvist', 'Speaker not found', 'Marta Lindqvistnot word for word']);
  });

  it('shows nothing where nothing was found', () => {
    expect(stage({ quotes: [] }).root.textContent).toBe('');
  });
});
