import { browser } from '#imports';
import { allTypes, nameOfType } from '../../utils/i18n/names.ts';
import { listOwnEntityTypes } from '../../utils/db/settings.ts';
import type { Library } from '../../utils/db/database.ts';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { KeepChoice } from '../../utils/messaging/protocol.ts';
import { defaultColours } from '../../utils/model/annotation.ts';
import { keepAndTell, tellFrame } from './keep.ts';

const entityId = 'entity';
const typePrefix = 'entity:';

/**
 * The context menu of a selection. A chosen entry grants `activeTab`, so it works on pages where Pressmark
 * was not asked for yet. Returns what makes the menu anew when the reader's own entity types have changed.
 */
export function registerMenus(library: Library, text: Translator): () => void {
  // One after the other: two rebuilds at once would both add every entry.
  let rebuilding = Promise.resolve();
  const rebuild = (): void => {
    rebuilding = rebuilding
      .then(() => rebuildMenus(library, text))
      .catch((error: unknown) => console.error(error));
  };
  browser.runtime.onInstalled.addListener(rebuild);
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    const choice = choiceOf(String(menuItemId));
    if (choice === null || tab?.id === undefined) return;
    // The page side runs in the main frame; what is selected there is not what the reader meant.
    if (frameId === 0) void keepAndTell(tab.id, choice, text);
    else void tellFrame(tab.id, text);
  });
  return rebuild;
}

async function rebuildMenus(library: Library, text: Translator): Promise<void> {
  const ownTypes = await listOwnEntityTypes(library);
  await browser.contextMenus.removeAll();
  const contexts: ['selection'] = ['selection'];
  // Not in frames of our own: what is selected in a note is no passage.
  const documentUrlPatterns = ['http://*/*', 'https://*/*', 'file:///*'];
  browser.contextMenus.create({
    id: 'highlight',
    title: text.t('menuHighlight'),
    contexts,
    documentUrlPatterns,
  });
  browser.contextMenus.create({ id: 'quote', title: text.t('menuQuote'), contexts, documentUrlPatterns });
  browser.contextMenus.create({ id: entityId, title: text.t('menuEntity'), contexts, documentUrlPatterns });
  for (const type of allTypes(ownTypes)) {
    browser.contextMenus.create({
      id: typePrefix + type,
      parentId: entityId,
      // An ampersand marks an access key in menus.
      title: nameOfType(type, text).replaceAll('&', '&&'),
      contexts,
      documentUrlPatterns,
    });
  }
}

function choiceOf(id: string): KeepChoice | null {
  if (id === 'highlight' || id === 'quote') return { kind: id, colour: defaultColours[id] };
  if (!id.startsWith(typePrefix)) return null;
  const type = id.slice(typePrefix.length);
  return { kind: 'entity', colour: defaultColours.entity, subject: { name: '', type } };
}
