import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { fillField, pressButton, waitForKept, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

describeInBrowsers('accessibility', ['chromium'], (scene) => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`finds nothing wrong in the popup, in ${scheme} colours`, async () => {
      const page = await scene.open(scene.site.sampleArticlePath);
      const words = scheme === 'light' ? 'Ships go where the cargo is,' : 'Others want a firmer promise.';
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await popup.setColorScheme(scheme);
        await waitForText(popup, words);
        await pressButton(popup, 'Entity');
        expect(await listViolations(popup)).toEqual([]);
        await pressButton(popup, 'Quote');
        await fillField(popup, '.panel input', 'Amara Nwosu-Finch');
        await pressButton(popup, 'Keep quote');
        await waitForKept(popup, scheme === 'light' ? 1 : 2);
        await pressButton(popup, 'Edit');
        await pressButton(popup, 'Export');
        expect(await listViolations(popup)).toEqual([]);
      });
      await page.close();
    });

    it(`finds nothing wrong in the settings, in ${scheme} colours`, async () => {
      const page = await scene.browser.openExtensionPage('options.html');
      await page.setColorScheme(scheme);
      await waitForText(page, 'Keyboard shortcuts');
      await pressButton(page, 'What is stored');
      await pressButton(page, 'Change the key for: Keep as quote');
      expect(await listViolations(page)).toEqual([]);
      await page.close();
    });

    it(`finds nothing wrong in the practice article, in ${scheme} colours`, async () => {
      const page = await scene.browser.openExtensionPage('welcome.html');
      await page.setColorScheme(scheme);
      await page.selectText('The county council voted 19 to 8');
      await scene.browser.pressOurButton(page, 'Quote');
      await page.waitFor(() => document.querySelector('.practice-card') !== null);
      expect(await listViolations(page)).toEqual([]);
      await page.close();
    });
  }

  it.each([
    ['the settings', 'options.html', 'Keyboard shortcuts'],
    ['the practice article', 'welcome.html', 'Start over'],
    ['the list of names', 'sidepanel.html#names', 'People and names'],
  ])('fits %s into 320 pixels without scrolling sideways', async (_, path, words) => {
    const page = await scene.browser.openExtensionPage(path);
    await page.setViewport({ width: 320, height: 640 });
    await waitForText(page, words);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});

/** What axe finds against WCAG 2.2 A and AA, a line each. */
async function listViolations(surface: Surface): Promise<string[]> {
  const source = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  const violations = await surface.evaluate(async (source: string) => {
    // The extension's policy forbids code made of text; the driver's own evaluation is not bound by it.
    // oxlint-disable-next-line no-eval
    if (!('axe' in window)) (0, eval)(source);
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  }, source);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}
