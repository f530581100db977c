// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { parseLeniently, readLinkedData } from '../../../utils/extraction/metadata/json-ld.ts';

function linkedDataOf(...blocks: string[]) {
  const scripts = blocks.map((block) => `<script type="application/ld+json">${block}</script>`);
  return readLinkedData(new DOMParser().parseFromString(scripts.join(''), 'text/html'));
}

describe('readLinkedData', () => {
  it('finds the article in a graph, behind a breadcrumb, with types in an array', () => {
    const { article } = linkedDataOf(
      '{"@type":"BreadcrumbList"}',
      '{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle","Thing"],"headline":"River rises"}]}',
    );
    expect(article?.['headline']).toBe('River rises');
  });

  it('follows references to authors', () => {
    const { article, resolve } = linkedDataOf(
      '{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"#jane"}},{"@id":"#jane","@type":"Person","name":"Jane Doe"}]}',
    );
    expect(resolve(article?.['author'])).toMatchObject({ name: 'Jane Doe' });
  });

  it('survives what is no object', () => {
    expect(linkedDataOf('null', '[[[]]]', '"text"', '{', '').article).toBeNull();
  });

  it('stops at a depth and a number', () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    expect(linkedDataOf(deep).article).toBeNull();
  });
});

describe('parseLeniently', () => {
  const broken: Record<string, string> = {
    'a trailing comma': '{"headline":"River rises",}',
    'a line break in a string': '{"headline":"River\u0009rises"}'.replace('\u0009', '\n'),
    'an HTML comment around it': '<!-- {"headline":"River rises"} -->',
    'a semicolon behind it': '{"headline":"River rises"};',
    'a comment in it': '{/* ours */"headline":"River rises"}',
  };
  it.each(Object.entries(broken))('mends %s', (_, source) => {
    expect(parseLeniently(source)).toMatchObject({
      headline: expect.stringMatching(/River\s+rises/u) as string,
    });
  });

  it('takes objects in a row as a list', () => {
    expect(parseLeniently('{"a":1}{"b":2}')).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('gives up on what is no JSON', () => {
    expect(parseLeniently('<p>')).toBeUndefined();
  });
});
