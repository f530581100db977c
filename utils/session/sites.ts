import { browser, type Browser } from 'wxt/browser';

const scriptId = 'annotator';

/** The match pattern of a page's site, `null` for addresses that are no web page. */
export function sitePatternOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  // Match patterns have no ports; a pattern without one stands for all of them.
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

/** Whether the reader's highlights show by themselves on the site. */
export async function isSiteAllowed(pattern: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [pattern] });
}

/** Asks the browser to ask the reader. Must be called from a click. False when the reader says no. */
export async function allowSite(pattern: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [pattern] });
}

/** Takes the site's permission back. */
export async function forgetSite(pattern: string): Promise<boolean> {
  return await browser.permissions.remove({ origins: [pattern] });
}

/** The sites that the reader allowed, as match patterns. */
export async function listAllowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.toSorted();
}

/** Makes the page side run by itself on exactly the allowed sites. */
export async function syncAllowedSites(): Promise<void> {
  const matches = await listAllowedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script: Browser.scripting.RegisteredContentScript = {
    id: scriptId,
    js: ['content-scripts/annotator.js'],
    matches,
    runAt: 'document_idle',
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
