import { browser } from '#imports';
import type { Shelf } from '../../utils/keeper/shelf.ts';

/**
 * `storage.local` as the shelf: it lies in files of its own, and no browser clears it with the database. Only pages of
 * ours may read it, never the script in a web page, where the browser can be told so.
 */
export function createShelf(): Shelf {
  const { local } = browser.storage;
  // Not in Firefox, which lacks it for this area.
  if ('setAccessLevel' in local) {
    local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }).catch((error: unknown) => console.warn(error));
  }
  return {
    get: async (keys) => await local.get([...keys]),
    set: async (items) => await local.set({ ...items }),
    remove: async (keys) => await local.remove([...keys]),
  };
}
