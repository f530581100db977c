// @vitest-environment node
import { existsSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startSite, type Site } from '../support/site.ts';
import { pageFiles } from '../support/site-pages.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.close());

async function load(pagePath: string): Promise<string> {
  const response = await fetch(site.url(pagePath));
  return response.text();
}

describe('startSite', () => {
  it.each([...pageFiles.keys()])('serves %s as HTML', async (pagePath) => {
    const response = await fetch(site.url(pagePath));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).not.toContain('<!-- story -->');
  });

  it('serves the same page under two host names, each as its own canonical address', async () => {
    const address = site.url(site.sampleArticlePath, 'localhost');
    const response = await fetch(address);
    expect(await response.text()).toContain(`<link rel="canonical" href="${address}">`);
    expect(await load(site.sampleArticlePath)).toContain(
      `<link rel="canonical" href="${site.url(site.sampleArticlePath)}">`,
    );
  });

  it('answers 404 with a page for what it does not have', async () => {
    const response = await fetch(site.url('/2026/11/gull-census'));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('We cannot find that page');
  });

  it('keeps image requests inside the images folder', async () => {
    const response = await fetch(site.url('/images/%2e%2e%2fpages%2fsecret.svg'));
    expect(response.status).toBe(404);
  });

  it.each([
    ['/images/harbour-dusk.svg', 'image/svg+xml', '<svg'],
    ['/images/photo.svg?seed=lamp', 'image/svg+xml', '<svg'],
    ['/images/any.png?w=8&h=4', 'image/png', '\u0089PNG'],
    ['/favicon.ico', 'image/png', '\u0089PNG'],
    ['/pdf', 'application/pdf', '%PDF-1.4'],
  ])('serves %s as %s', async (imagePath, type, start) => {
    const response = await fetch(site.url(imagePath));
    expect(response.headers.get('content-type')).toBe(type);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1').startsWith(start)).toBe(true);
  });

  it('generates a page with exactly as many elements as asked', async () => {
    const page = await load('/generated/huge?elements=5003');
    expect(page.match(/<[a-z]/gu)).toHaveLength(5003);
  });

  it('generates a page that nests its article as deep as asked', async () => {
    expect(await load('/generated/deep?depth=700')).toContain('level < 700;');
  });

  it('serves the story of a live page to its script alone', async () => {
    const sentence = 'There are 4,690 sheets.';
    expect(await load('/live/tide-gauge')).not.toContain(sentence);
    expect(await load('/live/tide-gauge?story=1')).toContain(sentence);
  });
});

describe('setEdition', () => {
  const sentence = 'Smaller boats will pay less, but they will pay.';

  it('changes the text at an unchanged address from the next load on', async () => {
    site.setEdition(site.sampleArticlePath, 'cut');
    expect(await load(site.sampleArticlePath)).not.toContain(sentence);
    site.setEdition(site.sampleArticlePath, 'original');
    expect(await load(site.sampleArticlePath)).toContain(sentence);
  });

  it('gives way to an edition in the address', async () => {
    site.setEdition(site.sampleArticlePath, 'cut');
    expect(await load(`${site.sampleArticlePath}?edition=original`)).toContain(sentence);
    site.setEdition(site.sampleArticlePath, 'original');
  });

  it('edits the story that a live page fetches', async () => {
    site.setEdition('/live/tide-gauge', 'reworded');
    expect(await load('/live/tide-gauge?story=1')).toContain('There are 4,690 sheets, and most are');
    site.setEdition('/live/tide-gauge', 'original');
  });

  it('leaves the canonical address alone, however the page was edited', async () => {
    const canonical = `<link rel="canonical" href="${site.url(site.sampleArticlePath)}">`;
    const page = await load(`${site.sampleArticlePath}?edition=typography&utm_source=mail`);
    expect(page).toContain(canonical);
  });

  it('says which editions there are when an address asks for another', async () => {
    expect(await load('/search?edition=evening')).toContain('got evening');
  });
});

describe('expectations', () => {
  it('tells what a reader finds in the sample article', async () => {
    const expected = await site.expectations(site.sampleArticlePath);
    expect(expected?.authors).toEqual(['Hester Quill', 'Tomasz Arden']);
  });

  it('is null for a page that is no article', async () => {
    expect(await site.expectations('/')).toBeNull();
    expect(await site.expectations('/search')).toBeNull();
  });
});

describe('seedArticle', () => {
  const seedFile = path.join(import.meta.dirname, '../../../shared/seed/article.vi.txt');

  it('serves the seed where the checkout has one beside it, and is null elsewhere', async () => {
    const seed = await site.seedArticle();
    const page = seed === null ? null : await load(seed.path);
    expect(page?.includes('<html lang="vi">') ?? null).toBe(existsSync(seedFile) ? true : null);
  });
});
