import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { pressButton, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const sentence = 'Others want a firmer promise.';

describeInBrowsers('text that comes late', ['chromium', 'firefox'], (scene) => {
  let page: Surface;

  it('keeps its highlight in every frame while the page renders its article anew', async () => {
    page = await scene.open(path);
    await page.selectText(sentence);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, sentence);
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    await waitForPainted(page, [sentence]);
    // The card's and the toast's own coming and going is over by then.
    const frames = await page.evaluate(async () => {
      const read = (): string =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight].map((range) => (range as Range).toString()))
          .join('');
      const article = document.querySelector('article') ?? document.body;
      const seen: string[] = [];
      for (let frame = 0; frame < 30; frame++) {
        if (frame === 5) article.innerHTML = `${article.innerHTML}<!-- rendered anew -->`;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // Messages run after the frame's callbacks, when what they changed has been observed.
        await new Promise((resolve) => setTimeout(resolve));
        seen.push(read());
      }
      return seen;
    });
    expect(new Set(frames)).toEqual(new Set([sentence]));
  });

  it('loses its highlight while it is folded away, and has it again when it is unfolded', async () => {
    await page.evaluate((words: string) => {
      document.head.insertAdjacentHTML('beforeend', '<style>.is-folded p{display:none}</style>');
      const paragraph = [...document.querySelectorAll('p')].find((one) => one.textContent.includes(words));
      const box = document.createElement('div');
      paragraph?.before(box);
      if (paragraph !== undefined) box.append(paragraph);
      box.id = 'folding';
      box.className = 'is-folded';
    }, sentence);
    await waitForPainted(page, []);
    await page.evaluate(() => document.querySelector('#folding')?.classList.remove('is-folded'));
    await waitForPainted(page, [sentence]);
  });

  it('has its highlight when the paragraph arrives long after the page', async () => {
    await page.evaluate(() => {
      const box = document.querySelector('#folding');
      document.body.dataset['late'] = box?.innerHTML ?? '';
      box?.remove();
    });
    await waitForPainted(page, []);
    await page.evaluate(() => {
      const late = document.createElement('section');
      late.innerHTML = document.body.dataset['late'] ?? '';
      document.querySelector('article')?.append(late);
    });
    await waitForPainted(page, [sentence]);
    await page.close();
  });
});
