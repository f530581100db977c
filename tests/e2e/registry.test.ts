import { it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { chooseOption, fillField, pressButton, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, openActive } from './scene.ts';

const person = 'Imogen Tarrant';
const office = 'The council leader';

/** The words that an entity's card lists, in its order. */
async function waitForPassages(surface: Surface, words: readonly string[]): Promise<void> {
  await surface.waitFor(
    (wanted: string) =>
      [...document.querySelectorAll('.registry-passages li')].map((one) => one.textContent).join('|') ===
      wanted,
    [words.join('|')],
    { what: `the passages ${words.join(', ')}` },
  );
}

async function waitForTitle(surface: Surface, title: string): Promise<void> {
  await surface.waitFor(
    (wanted: string) => document.querySelector('.registry h1')?.textContent === wanted,
    [title],
    {
      what: `the card of ${title}`,
    },
  );
}

describeInBrowsers('the registry of entities', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let registry: Surface;

  it('offers to mark every other mention after one was named, and does it in one step', async () => {
    page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText('Tarrant');
    await scene.browser.pressOurButton(page, 'Entity');
    await scene.browser.pressOurButton(page, 'Find or name…');
    const namer = await scene.browser.frameIn(page, 'card.html');
    await namer.waitFor(() => document.activeElement?.matches('[role=combobox]') === true, [], {
      what: 'the focus in the name',
    });
    await fillField(namer, '[role=combobox]', person);
    await chooseOption(namer, 'select[name=type]', 'person');
    await namer.press('Enter');
    await scene.browser.waitForOurText(page, 'Entity saved');
    await scene.browser.pressOurButton(page, 'Mark all 2 other mentions');
    await scene.browser.waitForOurText(page, '2 mentions marked.');
    await waitForPainted(page, ['TarrantTarrantTarrant']);
    await scene.browser.pressOurButton(page, 'Undo');
    await waitForPainted(page, ['Tarrant']);
  });

  it('offers the same in the popup', async () => {
    const popup = await scene.openPopup(page);
    await waitForKept(popup, 1);
    await pressButton(popup, 'Edit');
    await pressButton(popup, 'Mark all 2 other mentions');
    await waitForText(popup, '2 mentions marked.');
    await waitForKept(popup, 3);
    await scene.browser.closePopup(popup);
  });

  it('shows everything kept of a name, from the popup and by a link', async () => {
    const popup = await scene.openPopup(page);
    await waitForKept(popup, 3);
    await pressButton(popup, person);
    await waitForTitle(popup, person);
    await waitForPassages(popup, ['Tarrant', 'Tarrant', 'Tarrant']);
    await pressButton(popup, 'Back');
    await waitForKept(popup, 3);
    await scene.browser.closePopup(popup);
    await page.selectText('eleven of them below the waterline');
    await scene.withPopup(page, async (other) => {
      await waitForText(other, 'below the waterline');
      await pressButton(other, 'Entity');
      await fillField(other, '.selection input', office);
      await chooseOption(other, '.selection select', 'person');
      await pressButton(other, 'Tag entity');
      await waitForKept(other, 4);
    });
    registry = await scene.browser.openExtensionPage('sidepanel.html#names');
    await fillField(registry, '[name=entity-filter]', 'leader');
    await pressButton(registry, office);
    await waitForTitle(registry, office);
  });

  it('joins two names, and parts them again', async () => {
    await pressButton(registry, 'Join with another');
    await fillField(registry, '[name=other]', 'tarr');
    await registry.press('Enter');
    await pressButton(registry, `Join “${office}” into “${person}”`);
    await waitForTitle(registry, person);
    await waitForText(registry, office);
    await registry.waitFor(() => document.querySelectorAll('.registry-passages li').length === 4, [], {
      what: 'the mentions of both',
    });
    await pressButton(registry, 'Undo');
    await waitForTitle(registry, office);
    await waitForPassages(registry, ['eleven of them below the waterline']);
  });

  it('is renamed and noted, and goes back by the keys', async () => {
    await pressButton(registry, 'Edit');
    await fillField(registry, '[name=entity-name]', 'The leader');
    await fillField(registry, '[name=entity-aliases]', 'Council leader');
    await fillField(registry, '[name=entity-note]', 'Ask *her* in May');
    await pressButton(registry, 'Save');
    await waitForTitle(registry, 'The leader');
    await waitForText(registry, 'Ask her in May');
    await registry.press('Control+z');
    await waitForTitle(registry, office);
  });

  it('says so when Wikidata does not answer, and changes nothing', async () => {
    await scene.browser.approveSite('https://www.wikidata.org');
    await registry.bringToFront();
    await pressButton(registry, 'Look up at wikidata.org');
    await registry.waitFor(
      () => document.querySelector('[role=alert]')?.textContent?.includes('Wikidata'),
      [],
      {
        what: 'a sentence about Wikidata',
        timeoutMs: 20_000,
      },
    );
    await registry.close();
  });

  it('is reached from the card of a mention', async () => {
    await page.bringToFront();
    await scene.browser.runCommand('next-annotation', page);
    await scene.browser.waitForOurText(page, '1 of 4');
    await page.press('Enter');
    const card = await scene.browser.frameIn(page, 'card.html');
    await card.waitFor(() => document.querySelector('.registry-name') !== null, [], { what: 'the name' });
    await card.evaluate(() => document.querySelector<HTMLElement>('.registry-name')?.click());
    await waitForTitle(card, person);
    await waitForPassages(card, ['Tarrant', 'Tarrant', 'Tarrant']);
    await page.close();
  });
});
