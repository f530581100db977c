// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { applyEdition, editions } from '../support/site-editions.ts';
import { pageFiles, readExpectations, readPage, readStory, type PageFiles } from '../support/site-pages.ts';

const articles = [...pageFiles].filter(([pagePath]) => pagePath !== '/' && pagePath !== '/search');

// No DOM here: one of the pages renames `document.body`, and a parser's document obeys it.
async function readText(files: PageFiles): Promise<string> {
  const { html } = await readPage(files);
  const story = files.story === undefined ? '' : (await readStory(files.story)).html;
  const body = html.slice(html.indexOf('<body')) + (html.includes(story) ? '' : story);
  return body
    .replaceAll(/<(script|style|noscript)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gu, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \n\t]+/gu, ' ');
}

async function readArticle(files: PageFiles) {
  const expected = await readExpectations(files);
  if (expected === null) throw new Error(`Expected expectations beside ${files.file}`);
  return { expected, text: await readText(files) };
}

/** The strings that `text` does not hold behind the ones listed before them. */
function findStrays(text: string, strings: readonly string[]): string[] {
  let at = 0;
  return strings.filter((words) => {
    const start = text.indexOf(words, at);
    if (start !== -1) at = start + 1;
    return start === -1;
  });
}

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}

describe.each(articles)('the fixture at %s', (_, files) => {
  it('holds its expected paragraphs in order', async () => {
    const { expected, text } = await readArticle(files);
    const starts = expected.paragraphs.map(({ first }) => first);
    const ends = expected.paragraphs.map(({ last }) => last);
    expect(findStrays(text, starts)).toEqual([]);
    expect(findStrays(text, ends)).toEqual([]);
  });

  it('holds its quotes in order and between marks', async () => {
    const { expected, text } = await readArticle(files);
    const marked = text.replaceAll('«', '“');
    const quotes = expected.quotes.map((quote) => `“${quote.text}`);
    expect(findStrays(marked, quotes)).toEqual([]);
  });

  it('holds every other expected string', async () => {
    const { expected, text } = await readArticle(files);
    const { title, standfirst, authors, boilerplate, captions, optional, names, quotes } = expected;
    const strings = [title, standfirst, authors, boilerplate, captions, optional].flat();
    const forms = names.flatMap(({ name, aliases }) => [[name], aliases].flat());
    const mentions = quotes.map(({ mention }) => mention);
    const missing = [...strings, ...forms, ...mentions].filter((words) => !text.includes(words ?? ''));
    expect(missing).toEqual([]);
  });

  it('names a known speaker for all that is said and for nothing else', async () => {
    const { expected } = await readArticle(files);
    const people = new Set(expected.names.flatMap(({ name, type }) => (type === 'person' ? name : [])));
    const wrong = expected.quotes.filter(({ kind, speaker }) =>
      speaker === null ? kind !== 'scare' : kind === 'scare' || !people.has(speaker),
    );
    expect(wrong).toEqual([]);
  });

  it('repeats what is said to repeat, and that alone', async () => {
    const { expected, text } = await readArticle(files);
    const counted = expected.repeated.map((repeat) => ({
      text: repeat.text,
      count: countOf(text, repeat.text),
    }));
    expect(counted).toEqual(expected.repeated);
    expect(expected.unique.filter((words) => countOf(text, words) !== 1)).toEqual([]);
  });

  it('has a later edition of each kind', async () => {
    const isFetched = files.file.startsWith('pages/live');
    const page = isFetched ? await readStory(files.story ?? '') : await readPage(files);
    const pages = editions.map((edition) => applyEdition(page.html, edition, page.edits));
    expect(new Set(pages).size).toBe(editions.length);
  });

  it('asks for nothing outside the site', async () => {
    const { html } = await readPage(files);
    expect(html).not.toMatch(/(?:src|srcset|poster)="(?:https?:)?\/\//u);
    expect(html).not.toMatch(/<link[^>]+rel="(?:stylesheet|preload|preconnect)"/u);
    expect(html).not.toMatch(/url\(["']?(?:https?:)?\/\//u);
  });
});
