import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Surface } from '../support/driver.ts';
import { readKept, waitForKept } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

declare const chrome: typeof extensionApi;

const path = '/2026/11/harbour-levy';
const count = 60;

describeInBrowsers('many entities kept at once', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let words: string[];

  it('are kept by one call though they overlap in one paragraph', async () => {
    page = await scene.open(path);
    words = await scene.withPopup(page, (popup) => popup.evaluate(keepPairs, count));
    expect(words).toHaveLength(count);
    const popup = await scene.openPopup(page);
    await waitForKept(popup, count);
    expect((await readKept(popup)).kept).toEqual(words);
    await scene.browser.closePopup(popup);
  });

  it('are found again in order after a reload', async () => {
    await page.reload();
    const popup = await scene.openPopup(page);
    await waitForKept(popup, count);
    expect(await readKept(popup)).toEqual({ kept: words, lost: [] });
    await scene.browser.closePopup(popup);
  });

  it('go by one step', async () => {
    const popup = await scene.openPopup(page);
    await waitForKept(popup, count);
    await popup.press('Control+z');
    await waitForKept(popup, 0);
    await scene.browser.closePopup(popup);
    await page.close();
  });
});

/** In the popup: keeps word and next word from each word of the longest paragraphs on; answers the words. */
async function keepPairs(count: number): Promise<string[]> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const ask = async (call: string, input: unknown): Promise<unknown> => {
    const answer: unknown = await chrome.tabs.sendMessage(tab?.id ?? 0, { call, input }, { frameId: 0 });
    const { ok, value } = answer as { ok: boolean; value: unknown };
    if (!ok) throw new Error(`expected ${call} to be answered: ${JSON.stringify(answer)}`);
    return value;
  };
  const { blocks } = (await ask('readArticle', null)) as { blocks: { start: number; text: string }[] };
  const [block] = blocks.toSorted((a, b) => b.text.length - a.text.length);
  const found = [...(block?.text.matchAll(/\S+/gu) ?? [])];
  const pieces = found.slice(0, -1).flatMap((match, index) => {
    const next = found[index + 1];
    if (block === undefined || next === undefined || index >= count) return [];
    const text = block.text.slice(match.index, next.index + next[0].length);
    const start = block.start + match.index;
    return [[{ start, end: start + text.length, words: text.replace(/\s+/gu, ' ') }]];
  });
  const choice = { kind: 'entity', colour: 'green', subject: { name: '', type: 'other' } };
  await ask('keepSpans', { choice, passages: pieces });
  return pieces.map(([piece]) => piece?.words ?? '');
}
