import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showCounts } from '../../entrypoints/background/badge.ts';
import { createCatalogueTranslator, type Lang } from '../components/stage.tsx';

const shown: Record<string, string> = {};

beforeEach(() => {
  const note = (name: string) => async (details: object) => {
    shown[name] = String(Object.entries(details).find(([key]) => key !== 'tabId')?.[1]);
    await Promise.resolve();
  };
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: note('text'),
      setBadgeBackgroundColor: note('colour'),
      setTitle: note('title'),
    },
  });
});

async function show(
  placed: number,
  lost: number,
  { isShown = true, lang = 'en' }: { isShown?: boolean; lang?: Lang } = {},
): Promise<Record<string, string>> {
  await showCounts(4, { placed, lost }, { isShown, text: createCatalogueTranslator(lang) });
  return shown;
}

describe('showCounts', () => {
  it('tells the number, and the same in words', async () => {
    expect(await show(1, 0)).toMatchObject({ text: '1', title: 'Pressmark: 1 annotation on this page' });
    expect(await show(3, 0)).toMatchObject({ text: '3', title: 'Pressmark: 3 annotations on this page' });
    expect(await show(2, 0, { lang: 'vi' })).toMatchObject({
      title: 'Pressmark: 2 chú thích trên trang này',
    });
  });

  it('has another colour only when something is lost, and says that too', async () => {
    const calm = (await show(3, 0))['colour'];
    const face = { ...(await show(2, 1)) };
    expect(face).toMatchObject({
      text: '3',
      title: 'Pressmark: 3 annotations on this page, 1 of them no longer found',
    });
    expect(face['colour']).not.toBe(calm);
  });

  it('shows no number where nothing is kept', async () => {
    expect(await show(0, 0)).toMatchObject({ text: '', title: 'Pressmark: open this article' });
  });

  it('shows no number when the reader wants none; the words stay for whoever asks for them', async () => {
    expect(await show(3, 0, { isShown: false })).toMatchObject({
      text: '',
      title: 'Pressmark: 3 annotations on this page',
    });
  });
});
