import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** What the browser says of the storage of this extension; `null` where it does not say. */
export type StorageState = { readonly bytes: number | null; readonly isPersistent: boolean | null };

/** How much room the library takes and whether it stays when the disk gets full. `stamp`: asked anew when it changes. */
export function useStorage(stamp: unknown): StorageState & {
  /** Asks the browser to keep it; answers what the browser says. */
  readonly persist: () => Promise<boolean>;
} {
  const [state, setState] = useState<StorageState>({ bytes: null, isPersistent: null });
  useEffect(() => {
    let isCurrent = true;
    void readStorage().then((state) => isCurrent && setState(state));
    return () => {
      isCurrent = false;
    };
  }, [stamp]);
  return {
    ...state,
    async persist() {
      await navigator.storage.persist();
      const state = await readStorage();
      setState(state);
      return state.isPersistent === true;
    },
  };
}

async function readStorage(): Promise<StorageState> {
  try {
    const [{ usage = null }, isPersistent, isExempt] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
      isExemptFromEviction(),
    ]);
    return { bytes: usage, isPersistent: isPersistent || isExempt };
  } catch (error) {
    // Nothing depends on it but two sentences.
    console.warn(error);
    return { bytes: null, isPersistent: null };
  }
}

/**
 * Chromium never evicts what an extension stores that may store without limit, and says of it that it does not
 * persist all the same; Firefox goes by what it says. Source: `unlimitedStorage`, developer.chrome.com.
 */
async function isExemptFromEviction(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  return await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
}
