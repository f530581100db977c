import { afterEach, describe, expect, it } from 'vitest';
import { buildPageText } from '../../../utils/text/index.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

function rawOf(html: string): string {
  return buildPageText(show(html)).raw;
}

describe('buildPageText on a shown page', () => {
  const pages: Record<string, { html: string; raw: string }> = {
    'leaves out what style sheets hide': {
      html: '<style>.a{display:none}.b{visibility:hidden}.c{content-visibility:hidden}</style><p class=a>a</p><p class=b>b</p><p class=c>c</p><p>seen</p>',
      raw: 'seen',
    },
    'leaves out text clipped away for screen readers': {
      html: '<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}.far{position:absolute;left:-9999px}.path{position:absolute;clip-path:inset(50%)}</style><p>seen<span class=sr>a</span><span class=far>b</span><span class=path>c</span></p>',
      raw: 'seen',
    },
    'shows the summary of a closed details only': {
      html: '<details><summary>More</summary><p>inside</p></details>',
      raw: 'More',
    },
    'leaves out text that is hidden until found': {
      html: '<p hidden=until-found>a</p><p>seen</p>',
      raw: 'seen',
    },
    'shows visible text inside invisible text': {
      html: '<div style="visibility:hidden">a<p style="visibility:visible">seen</p></div>',
      raw: 'seen',
    },
    'parts blocks by their style, not their tag': {
      html: '<style>.b{display:block}.i{display:inline}</style><span class=b>one</span><span class=b>two</span><div class=i>three</div> <div class=i>four</div>',
      raw: 'one\ntwo\nthree four',
    },
    'parts the items of a flex row': {
      html: '<div style="display:flex"><span>Politics</span><span>Sport</span></div>',
      raw: 'Politics\nSport',
    },
    'keeps a floated initial with its word': {
      html: '<p><span style="float:left">T</span>he river rose.</p>',
      raw: 'The river rose.',
    },
    'leaves frames, media and pictures out': {
      html: '<p>seen</p><iframe srcdoc="<p>framed</p>"></iframe><video>no video</video><svg><title>t</title><text>label</text></svg>',
      raw: 'seen\nlabel',
    },
  };
  it.each(Object.entries(pages))('%s', (_, { html, raw }) => {
    expect(rawOf(html)).toBe(raw);
  });

  it('reads open shadow roots with slotted text in its place', () => {
    const body = show('<news-card><b slot=head>Head</b><p>Body</p></news-card><p>after</p>');
    const host = body.querySelector('news-card');
    const shadow = host?.attachShadow({ mode: 'open' });
    if (shadow !== undefined) {
      shadow.innerHTML =
        '<style>p{color:red}</style><h1><slot name=head></slot></h1><p>kicker</p><slot></slot><slot name=foot><p>by default</p></slot>';
    }
    const pageText = buildPageText(document);
    expect(pageText.raw).toBe('Head\nkicker\nBody\nby default\nafter');
    const kicker = shadow?.querySelector('p')?.firstChild;
    expect(kicker && pageText.offsetOf(kicker, 0, 'forward')).toBe(5);
    expect(shadow && pageText.offsetOf(shadow, 0, 'forward')).toBe(0);
    expect(pageText.rangesOf({ start: 0, end: pageText.raw.length }).join('|')).toBe(
      'Head|kicker|Body|by default|after',
    );
  });

  it('leaves closed shadow roots out, with the text that they do not show', () => {
    const body = show('<our-card>not shown</our-card><p>seen</p>');
    body.querySelector('our-card')?.attachShadow({ mode: 'closed' }).append('secret');
    expect(buildPageText(document).raw).toContain('seen');
    expect(buildPageText(document).raw).not.toContain('secret');
  });

  it('is not misled by elements that take the names of properties', () => {
    const names = [
      'childNodes',
      'firstChild',
      'nextSibling',
      'localName',
      'getAttribute',
      'parentNode',
      'shadowRoot',
    ];
    show(
      `<img name=createRange><img name=documentElement><form>${names.map((name) => `<input name=${name}>`).join('')}<p>text</p></form>`,
    );
    const pageText = buildPageText(document);
    expect(pageText.raw).toBe('text');
    expect(pageText.rangesOf({ start: 1, end: 3 }).join('')).toBe('ex');
  });

  it('reads elements nested 20,000 deep', () => {
    const page = document.implementation.createHTMLDocument();
    let inner: Element = page.createElement('div');
    inner.textContent = 'deep';
    for (let depth = 0; depth < 20_000; depth++) {
      const outer = page.createElement('div');
      outer.append(inner);
      inner = outer;
    }
    const pageText = buildPageText(inner);
    expect(pageText.raw).toBe('deep');
    expect(pageText.offsetOf(inner, 0, 'forward')).toBe(0);
  });
});
