import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { pressButton, pressButtonOf, readKept, waitForKept, readPainted, waitForText } from './reading.ts';
import { poll } from '../support/poll.ts';
import { describeInBrowsers } from './scene.ts';

const person = 'Giang Đỗ Khắc Triều';
const rejected = 'Lương Thị Ngàn';

/** Opens the list of names and answers them as they are shown. */
async function openNames(popup: Surface): Promise<string[]> {
  await popup.waitFor(() => document.querySelector('.found-names summary') !== null, [], { what: 'names' });
  await popup.click('.found-names summary');
  await popup.waitFor(() => document.querySelector<HTMLDetailsElement>('.found-names')?.open === true, [], {
    what: 'the open list',
  });
  return await popup.evaluate(() =>
    [...document.querySelectorAll('.found-name bdi')].map((one) => one.textContent ?? ''),
  );
}

async function waitForNoName(popup: Surface, name: string): Promise<void> {
  await popup.waitFor(
    (name: string) =>
      ![...document.querySelectorAll('.found-name bdi')].some((one) => one.textContent === name),
    [name],
    { what: `${name} to leave the list` },
  );
}

describeInBrowsers('names found in the article', ['chromium', 'firefox'], (scene) => {
  it('are kept with all their mentions by one press, and taken back by one', async () => {
    const page = await scene.open(scene.site.vietnameseArticlePath);
    const popup = await scene.openPopup(page);
    expect(await openNames(popup)).toEqual(expect.arrayContaining([person, rejected]));
    await pressButton(popup, `Keep ${person}`);
    await waitForKept(popup, 5);
    await waitForText(popup, `${person} kept, with 5 mentions.`);
    await waitForNoName(popup, person);
    expect((await readPainted(page)).join(' ')).toContain(person);
    await pressButton(popup, 'Undo');
    await waitForKept(popup, 0);
    await popup.waitFor(
      (name: string) =>
        [...document.querySelectorAll('.found-name bdi')].some((one) => one.textContent === name),
      [person],
      { what: `${person} to be proposed again` },
    );
    await scene.browser.closePopup(popup);
    await page.close();
  });

  it('are kept one mention at a time, as something else, and by key', async () => {
    const page = await scene.open(scene.site.vietnameseArticlePath);
    const popup = await scene.openPopup(page);
    await openNames(popup);
    await pressButton(popup, person);
    await pressButtonOf(popup, 'mentions', 'Keep only this mention');
    await waitForKept(popup, 1);
    await waitForText(popup, 'known to you');
    await pressButton(popup, 'Phùng Văn Lớn');
    await popup.press('k');
    await waitForKept(popup, 4);
    expect((await readKept(popup)).kept.filter((words) => words.includes('Lớn'))).toHaveLength(3);
    await scene.browser.closePopup(popup);
    await page.close();
  });

  it('are silenced by the second article in which they are rejected, and listed until allowed again', async () => {
    const path = scene.site.vietnameseArticlePath;
    for (const address of [path, `/copy${path}`, `/copy${path}?id=3`]) {
      const page = await scene.open(address);
      const popup = await scene.openPopup(page);
      const found = await openNames(popup);
      expect(found.includes(rejected)).toBe(!address.endsWith('3'));
      if (!address.endsWith('3')) {
        await pressButton(popup, `Reject ${rejected}`);
        await waitForText(popup, `${rejected} is not proposed here any more.`);
        await waitForNoName(popup, rejected);
      }
      await scene.browser.closePopup(popup);
      await page.close();
    }
    const options = await scene.browser.openExtensionPage('options.html');
    await pressButton(options, `Allow again: ${rejected}`);
    await waitForText(options, `${rejected} may be proposed again.`);
    await pressButton(options, 'Forget all');
    await waitForText(options, 'All that was learned is forgotten.');
    await waitForText(options, 'No names learned yet.');
    await options.close();
  });

  it('are drawn on the page where the reader wants that, and nothing of them is kept', async () => {
    const options = await scene.browser.openExtensionPage('options.html');
    await options.waitFor(() => document.querySelector('[name=showsProposals]') !== null, [], {
      what: 'the switch',
    });
    await options.click('[name=showsProposals]');
    await waitForText(options, 'Names and quotes that could be kept: on');
    await options.close();
    const page = await scene.open(`/copy${scene.site.vietnameseArticlePath}?id=4`);
    const before = await page.evaluate(() => document.body.outerHTML);
    const popup = await scene.openPopup(page);
    await poll(async () => (await readPainted(page)).join(' ').includes('Trịnh Hoài Bão'), {
      what: 'a name to be drawn',
    });
    expect((await readKept(popup)).kept).not.toContain('Trịnh Hoài Bão');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await scene.browser.closePopup(popup);
    await page.close();
  });
});
