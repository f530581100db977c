import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  groupSites,
  listAllowedSites,
  readSite,
  sitePatternOf,
  syncAllowedSites,
} from '../../utils/session/sites.ts';

type Script = { readonly id: string; readonly matches?: string[] };

describe('sitePatternOf', () => {
  const pages: Record<string, [string | null, string | null]> = {
    'a page on the web': ['https://www.harbour.example/levy?x=1#top', 'https://www.harbour.example/*'],
    'a page without encryption': ['http://harbour.example/', 'http://harbour.example/*'],
    'a page on a port': ['http://localhost:8080/levy', 'http://localhost/*'],
    'an address with a name and a password': [
      'https://ann:pw@harbour.example/levy',
      'https://harbour.example/*',
    ],
    'a host in Vietnamese letters': ['https://báo.example/tin', 'https://xn--bo-mia.example/*'],
    'a bare address of the net': ['http://[::1]:3000/', 'http://[::1]/*'],
    'a page of the browser': ['chrome://extensions/', null],
    'a page of an extension': ['moz-extension://0f8c2d1e/popup.html', null],
    'a file': ['file:///home/reader/levy.html', null],
    'an empty tab': ['about:blank', null],
    'a script': ['javascript:alert(1)', null],
    'no address': ['levy', null],
    nothing: [null, null],
  };
  it.each(Object.entries(pages))('knows %s', (_, [url, pattern]) => {
    expect(sitePatternOf(url)).toBe(pattern);
  });
});

describe('groupSites', () => {
  it('makes one site of an address with and without encryption', () => {
    const patterns = ['http://harbour.example/*', 'https://harbour.example/*', 'https://ferry.example/*'];
    expect(groupSites(patterns)).toEqual([
      { host: 'harbour.example', patterns: ['http://harbour.example/*', 'https://harbour.example/*'] },
      { host: 'ferry.example', patterns: ['https://ferry.example/*'] },
    ]);
  });

  it('knows every site by whichever pattern', () => {
    const patterns = ['<all_urls>', '*://*/*', 'https://*/*'];
    expect(groupSites(patterns)).toEqual([{ host: '*', patterns }]);
  });
});

describe('readSite', () => {
  const both = ['https://harbour.example/*', 'http://harbour.example/*'];
  const addresses: Record<string, [string, readonly string[] | null]> = {
    'a mere name': ['harbour.example', both],
    'a name with a path': [' harbour.example/levy?x=1 ', both],
    'a name with a port': ['harbour.example:8080', both],
    'a whole address': ['https://harbour.example/levy', ['https://harbour.example/*']],
    'an address without encryption': ['http://harbour.example', ['http://harbour.example/*']],
    'a name of one part that is given whole': ['http://localhost:8080/', ['http://localhost/*']],
    'a word': ['harbour', null],
    'two words': ['the harbour.example', null],
    'a mail address': ['ann@harbour.example', null],
    'a page of the browser': ['chrome://extensions', null],
    nothing: ['', null],
  };
  it.each(Object.entries(addresses))('reads %s', (_, [address, patterns]) => {
    expect(readSite(address)?.patterns ?? null).toEqual(patterns);
  });
});

describe('syncAllowedSites', () => {
  let origins: string[];
  let registered: Script[];

  beforeEach(() => {
    fakeBrowser.reset();
    origins = [];
    registered = [];
    Object.assign(fakeBrowser.permissions, { getAll: async () => await Promise.resolve({ origins }) });
    Object.assign(fakeBrowser.scripting, {
      getRegisteredContentScripts: async () => await Promise.resolve(registered),
      registerContentScripts: vi.fn<(scripts: Script[]) => Promise<void>>(async (scripts) => {
        if (registered.length > 0) throw new Error('Duplicate script ID');
        registered = scripts;
        await Promise.resolve();
      }),
      updateContentScripts: vi.fn<(scripts: Script[]) => Promise<void>>(async (scripts) => {
        if (registered.length === 0) throw new Error('Nonexistent script ID');
        registered = scripts;
        await Promise.resolve();
      }),
      unregisterContentScripts: vi.fn<() => Promise<void>>(async () => {
        if (registered.length === 0) throw new Error('Nonexistent script ID');
        registered = [];
        await Promise.resolve();
      }),
    });
  });

  const matchesOf = (): (string[] | undefined)[] => registered.map(({ matches }) => matches);

  it('runs on exactly the sites that are allowed, as they come and go', async () => {
    await syncAllowedSites();
    expect(registered).toEqual([]);

    origins = ['https://tide.example/*', 'https://harbour.example/*'];
    await syncAllowedSites();
    expect(matchesOf()).toEqual([['https://harbour.example/*', 'https://tide.example/*']]);

    origins = ['https://tide.example/*'];
    await syncAllowedSites();
    expect(matchesOf()).toEqual([['https://tide.example/*']]);

    origins = [];
    await syncAllowedSites();
    expect(registered).toEqual([]);
  });

  it('lists the allowed sites in one order', async () => {
    origins = ['https://b.example/*', 'https://a.example/*'];
    expect(await listAllowedSites()).toEqual(['https://a.example/*', 'https://b.example/*']);
  });

  it('counts the permission to look names up as no site', async () => {
    origins = ['https://www.wikidata.org/*', 'https://a.example/*'];
    expect(await listAllowedSites()).toEqual(['https://a.example/*']);
  });
});
