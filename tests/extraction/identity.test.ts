// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUrl, pageUrls, readAlternateUrls } from '../../utils/extraction/index.ts';

describe('normaliseUrl', () => {
  const same: Record<string, [string, string]> = {
    'takes http and https, www and none as one': ['http://www.example.com/a', 'https://example.com/a'],
    'ignores trailing slashes and index files': [
      'https://example.com/a/',
      'https://example.com/a/index.html',
    ],
    'ignores tracking parameters': ['https://example.com/a?utm_source=x&fbclid=1', 'https://example.com/a'],
    'ignores the order of parameters': ['https://example.com/a?x=1&y=2', 'https://example.com/a?y=2&x=1'],
    'ignores anchors and text fragments': [
      'https://example.com/a#comments',
      'https://example.com/a#:~:text=b',
    ],
    'ignores how plain letters are escaped': ['https://example.com/%61%c3%a9', 'https://example.com/a%C3%A9'],
    'ignores default ports and case of the host': ['https://Example.com:443/a', 'http://example.com:80/a'],
  };
  it.each(Object.entries(same))('%s', (_, [a, b]) => {
    expect(normaliseUrl(a)).toBe(normaliseUrl(b));
  });

  const different: Record<string, [string, string]> = {
    'keeps fragments that are routes': ['https://example.com/#/story/1', 'https://example.com/#/story/2'],
    'keeps parameters with everyday names': ['https://example.com/?t=101', 'https://example.com/?t=102'],
    'keeps the case of the path': ['https://example.com/A', 'https://example.com/a'],
    'keeps other ports': ['https://example.com:8080/a', 'https://example.com/a'],
  };
  it.each(Object.entries(different))('%s', (_, [a, b]) => {
    expect(normaliseUrl(a)).not.toBe(normaliseUrl(b));
  });

  it('changes nothing when applied again', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(normaliseUrl(normaliseUrl(url))).toBe(normaliseUrl(url));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves what is no web address alone', () => {
    expect(normaliseUrl('about:blank')).toBe('about:blank');
    expect(normaliseUrl('not a url')).toBe('not a url');
  });
});

describe('pageUrls', () => {
  const url = 'https://www.example.com/politics/river-rises-123.html?ref=home';
  const own = 'https://example.com/politics/river-rises-123.html?ref=home';

  it('adds the canonical address', () => {
    const canonicalUrl = 'https://www.example.com/politics/river-rises-123.html';
    expect(pageUrls({ url, canonicalUrl })).toEqual([
      own,
      'https://example.com/politics/river-rises-123.html',
    ]);
  });

  it('adds AMP and mobile addresses of the same site', () => {
    const alternateUrls = ['https://amp.example.com/politics/river-rises-123', 'https://m.example.com/123'];
    expect(pageUrls({ url, alternateUrls })).toHaveLength(3);
  });

  const unbelievable: Record<string, [string, string]> = {
    'a canonical link to the home page': [url, 'https://www.example.com/'],
    'a canonical link to the section': [url, 'https://www.example.com/politics'],
    'a canonical link to another site': [url, 'https://other.example.org/politics/river-rises-123.html'],
    'a canonical link without the number of the article': [
      'https://example.com/show.php?id=4711',
      'https://example.com/show.php',
    ],
    'a canonical link without the route': ['https://example.com/app#/story/1', 'https://example.com/app'],
    'a canonical link that is no address': [url, 'javascript:void(0)'],
  };
  it.each(Object.entries(unbelievable))('leaves out %s', (_, [url, canonicalUrl]) => {
    expect(pageUrls({ url, canonicalUrl })).toEqual([normaliseUrl(url)]);
  });

  const guises: Record<string, string> = {
    'an AMP page': 'https://example.com/river-rises/amp/',
    'a print view': 'https://example.com/river-rises/print',
    'page 2': 'https://example.com/river-rises/page/2',
  };
  it.each(Object.entries(guises))('finds the article of %s', (_, url) => {
    expect(pageUrls({ url, canonicalUrl: 'https://example.com/river-rises' })).toContain(
      'https://example.com/river-rises',
    );
  });

  it('finds the publisher of a page in an AMP cache', () => {
    expect(pageUrls({ url: 'https://www.google.com/amp/s/example.com/river-rises/amp' })).toContain(
      'https://example.com/river-rises/amp',
    );
  });

  it('does not believe a neighbour under the same ending', () => {
    expect(pageUrls({ url: 'https://a.com.vn/x', canonicalUrl: 'https://b.com.vn/y' })).toEqual([
      'https://a.com.vn/x',
    ]);
  });
});

describe('readAlternateUrls', () => {
  it('finds AMP and mobile addresses, and makes them absolute', () => {
    const head =
      '<link rel=amphtml href=/amp/river><link rel=alternate media="only screen" href="https://m.example.com/river"><link rel=alternate hreflang=de href=/de>';
    const document = new DOMParser().parseFromString(head, 'text/html');
    expect(readAlternateUrls(document, 'https://example.com/river')).toEqual([
      'https://example.com/amp/river',
      'https://m.example.com/river',
    ]);
  });
});
