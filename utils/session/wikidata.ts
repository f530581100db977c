import { browser } from 'wxt/browser';
import type { WikidataEntry } from '../model/entity.ts';
import { Failure } from '../model/failure.ts';

/** The one address that is asked, and the permission to ask it. */
const wikidata = {
  api: 'https://www.wikidata.org/w/api.php',
  pattern: 'https://www.wikidata.org/*',
} as const;

/** Match patterns that the reader allowed for looking names up: no sites to show highlights on. */
export const lookupPatterns: readonly string[] = [wikidata.pattern];

/** Asks the browser to ask the reader whether Wikidata may be asked. Must be called from a press. */
export async function allowLookup(): Promise<boolean> {
  return await browser.permissions.request({ origins: [wikidata.pattern] });
}

export type LookupQuestion = {
  readonly name: string;
  /** The reader's language, in which names and descriptions come back. */
  readonly lang: string;
};

export type LookupOptions = {
  /** Another address, for tests. */
  readonly api?: string;
  readonly isAllowed?: () => Promise<boolean>;
};

/** As many as one can look through. */
const mostEntries = 7;
const patienceMs = 10_000;
/** What comes back is shown in a line or two. */
const longestLine = 300;

/**
 * What Wikidata has by that name, the likeliest first. The name is sent, and the language; nothing else is.
 * @throws {Failure} `lookupRefused` without the reader's permission, `lookupFailed` when no answer comes that is one.
 */
export async function searchWikidata(
  { name, lang }: LookupQuestion,
  { api = wikidata.api, isAllowed = isLookupAllowed }: LookupOptions = {},
): Promise<WikidataEntry[]> {
  if (!(await isAllowed())) throw new Failure('lookupRefused');
  const [language = 'en'] = lang.split('-');
  const url = new URL(api);
  url.search = new URLSearchParams({
    action: 'wbsearchentities',
    search: name,
    language,
    uselang: language,
    type: 'item',
    limit: String(mostEntries),
    format: 'json',
    origin: '*',
  }).toString();
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) throw new Error(`expected an answer, got status ${response.status}`);
    return readEntries(await response.json());
  } catch (error) {
    throw new Failure('lookupFailed', { cause: error });
  }
}

async function isLookupAllowed(): Promise<boolean> {
  return await browser.permissions.contains({ origins: [wikidata.pattern] });
}

/** @throws when the answer has no list */
function readEntries(answer: unknown): WikidataEntry[] {
  const { search } = Object(answer) as { search?: unknown };
  if (!Array.isArray(search)) throw new Error('expected a list of what was found');
  return search.slice(0, mostEntries).flatMap((found: unknown) => {
    const { id, label, description } = Object(found) as Record<string, unknown>;
    if (typeof id !== 'string' || !/^Q\d{1,15}$/u.test(id)) return [];
    return [{ id, label: readLine(label) || id, description: readLine(description) }];
  });
}

function readLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim().slice(0, longestLine) : '';
}
