import { browser, type Browser } from 'wxt/browser';
import { lookupPatterns } from './wikidata.ts';

const scriptId = 'annotator';

/** The match pattern of a page's site, `null` for addresses that are no web page. */
export function sitePatternOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  // Match patterns have no ports; a pattern without one stands for all of them.
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

/** A site as a reader knows it, with the match patterns by which it is allowed. */
export type Site = {
  /** `*` for all of them. */
  readonly host: string;
  readonly patterns: readonly string[];
};

/** The sites of match patterns, one for each host: with and without encryption it is the same site. */
export function groupSites(patterns: readonly string[]): Site[] {
  const byHost = Map.groupBy(patterns, (pattern) =>
    pattern === '<all_urls>' ? '*' : pattern.replace(/^[a-z*]*:\/\//u, '').replace(/\/.*$/u, ''),
  );
  return Array.from(byHost, ([host, patterns]) => ({ host, patterns }));
}

/**
 * The site that a typed address names, `null` when it names none. Without `http://` or `https://` in front both are
 * meant.
 */
export function readSite(address: string): Site | null {
  const typed = address.trim();
  const isWhole = /^https?:\/\//iu.test(typed);
  // A mere name is a word before it is a site: what is typed must have a dot, as the address bar asks too.
  if (!isWhole && !/^[^\s/:@]+\.[^\s/:@.]+(?:[/:?#]|$)/u.test(typed)) return null;
  const addresses = isWhole ? [typed] : [`https://${typed}`, `http://${typed}`];
  const patterns = addresses.flatMap((url) => sitePatternOf(url) ?? []);
  return groupSites(patterns)[0] ?? null;
}

/** Whether the reader's highlights show by themselves on the site. */
export async function isSiteAllowed(pattern: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [pattern] });
}

/** Asks the browser to ask the reader. Must be called from a click. False when the reader says no. */
export async function allowSite(...patterns: readonly string[]): Promise<boolean> {
  return await browser.permissions.request({ origins: [...patterns] });
}

/** Takes the site's permission back. */
export async function forgetSite(...patterns: readonly string[]): Promise<boolean> {
  return await browser.permissions.remove({ origins: [...patterns] });
}

/** The sites that the reader allowed, as match patterns. */
export async function listAllowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !lookupPatterns.includes(pattern)).toSorted();
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
