import { afterEach, describe, expect, it } from 'vitest';
import { extractArticle, extractArticleInSlices } from '../../../utils/extraction/index.ts';
import type { Extraction } from '../../../utils/model/article.ts';
import { buildPageText } from '../../../utils/text/index.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.head.querySelectorAll('[data-test]').forEach((element) => element.remove());
});

const paragraph =
  'The river rose by two metres in the night, and the bridge at the old mill was closed to all traffic before dawn.';
const story = `<article><h1>River rises</h1>${`<p>${paragraph}</p><p>Schools stay closed, the council decided, while the trains run on a single track in both directions until Friday.</p>`.repeat(3)}</article>`;

function extract(document = globalThis.document): Extraction {
  const url = 'https://example.com/news/river';
  return extractArticle({ document, url, pageText: buildPageText(document), now: new Date() });
}

describe('extractArticle on pages that mean no good', () => {
  it('gives up on 200,000 elements quickly and says so', () => {
    const fragment = document.createDocumentFragment();
    for (let row = 0; row < 2_000; row++) {
      const box = document.createElement('div');
      for (let item = 0; item < 99; item++)
        box.append(Object.assign(document.createElement('p'), { textContent: 'x' }));
      fragment.append(box);
    }
    document.body.append(fragment);
    const pageText = buildPageText(document);
    const start = performance.now();
    const extraction = extractArticle({ document, url: 'https://example.com/a', pageText, now: new Date() });
    expect(extraction).toMatchObject({ status: 'no-article', reason: 'too-large' });
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('reads an article nested 2,000 deep', () => {
    document.body.innerHTML = '<div></div>';
    let inner: Element = document.body;
    for (let depth = 0; depth < 2_000; depth++) inner = inner.appendChild(document.createElement('div'));
    inner.innerHTML = story;
    expect(extract().status).toBe('article');
  });

  it('reads a page whose elements take the names of properties', () => {
    const names = [
      'body',
      'documentElement',
      'title',
      'cloneNode',
      'querySelectorAll',
      'createTreeWalker',
      'getElementsByTagName',
      'firstChild',
    ];
    const fields = names.map((name) => `<input name=${name}>`).join('');
    const html = `<body>${names.map((name) => `<img name=${name}><form name=${name}></form>`).join('')}<form>${fields}${story}</form>`;
    // Not in the document of the test, whose own tools would be misled.
    expect(extract(new DOMParser().parseFromString(html, 'text/html')).status).toBe('article');
  });

  it('is not held up by endless linked data', () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.dataset['test'] = '';
    script.textContent = `[${'{"@type":"Thing","name":"x"},'.repeat(300_000)}`;
    document.head.append(script);
    document.body.innerHTML = story;
    const start = performance.now();
    expect(extract().status).toBe('article');
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('reads text from right to left', () => {
    document.body.innerHTML = `<article dir=rtl lang=ar><h1>ارتفاع منسوب النهر</h1>${'<p>ارتفع منسوب النهر بمقدار مترين خلال الليل، وأُغلق الجسر القديم أمام حركة المرور قبل الفجر، بحسب ما قال رئيس البلدية.</p>'.repeat(5)}</article>`;
    expect(extract().status).toBe('article');
  });

  it('answers for a frameset, an empty page and XHTML', () => {
    const parse = (source: string, type: DOMParserSupportedType) =>
      new DOMParser().parseFromString(source, type);
    const documents = [
      parse('<frameset><frame src=a></frameset>', 'text/html'),
      parse('', 'text/html'),
      parse(
        `<html xmlns="http://www.w3.org/1999/xhtml"><body>${story}</body></html>`,
        'application/xhtml+xml',
      ),
      parse('<root/>', 'text/xml'),
    ];
    const answers = documents.map((document) =>
      extractArticle({
        document,
        url: 'https://example.com/a',
        pageText: buildPageText(document),
        now: new Date(),
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      'no-article',
      'no-article',
      'article',
      'no-article',
    ]);
  });

  it('gives a clear answer when the page changes between the steps', async () => {
    document.body.innerHTML = story;
    const pageText = buildPageText(document);
    const extraction = await extractArticleInSlices({
      document,
      url: 'https://example.com/a',
      pageText,
      now: new Date(),
      pause: async () => {
        document.body.innerHTML = '<p>gone</p>';
        await Promise.resolve();
      },
    });
    expect(['article', 'no-article']).toContain(extraction.status);
  });

  it('finds the story in an open shadow root', () => {
    document.body.innerHTML = '<news-story></news-story>';
    const host = document.body.querySelector('news-story');
    const root = host?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = story;
    const extraction = extract();
    expect(extraction).toMatchObject({ status: 'article', article: { mappedShare: 1 } });
  });
});
