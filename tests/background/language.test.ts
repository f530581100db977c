import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import vietnamese from '../../public/_locales/vi/messages.json';
import { createSpeech } from '../../entrypoints/background/language.ts';

/** Answers of the extension's own files, in the order in which they were asked for. */
let answers: ((catalogue: unknown) => void)[];

beforeEach(() => {
  answers = [];
  Object.assign(fakeBrowser, {
    action: { setTitle: async () => await Promise.resolve() },
    i18n: { getMessage: (key: string) => (key === 'catalogueLocale' ? 'en' : `browser: ${key}`) },
  });
  vi.stubGlobal(
    'fetch',
    async () =>
      await new Promise((resolve) => {
        answers.push((catalogue) => resolve({ json: async () => await Promise.resolve(catalogue) }));
      }),
  );
});

describe('createSpeech', () => {
  it('speaks the language that was chosen, once it is read', async () => {
    const onChanged = vi.fn<() => void>();
    const { text, speak } = createSpeech(onChanged);
    expect(text.t('menuQuote')).toBe('browser: menuQuote');
    const spoken = speak('vi');
    answers[0]?.(vietnamese);
    await spoken;
    expect(text.t('menuQuote')).toBe(vietnamese.menuQuote.message);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('does not go back to a language that the reader has left meanwhile', async () => {
    const { text, speak } = createSpeech(() => {});
    const late = speak('vi');
    await speak('browser');
    answers[0]?.(vietnamese);
    await late;
    expect(text.t('menuQuote')).toBe('browser: menuQuote');
  });
});
