// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { MarkdownNote, renderMarkdown } from '../../components/MarkdownNote.tsx';
import { clear, show } from './stage.tsx';

afterEach(clear);

function htmlOf(markdown: string): string {
  const box = document.createElement('div');
  box.append(renderMarkdown(markdown, document));
  return box.innerHTML.trim();
}

describe('renderMarkdown', () => {
  const cases: Record<string, [string, string]> = {
    'plain paragraphs': ['Ask again.\nTwice.\n\nIn August.', '<p>Ask again.\nTwice.</p><p>In August.</p>'],
    emphasis: ['*ask* **again**', '<p><em>ask</em> <strong>again</strong></p>'],
    'a heading, which is none of the view': ['# Vote', '<p><strong>Vote</strong></p>'],
    'a link, in a new tab and without a referrer': [
      '[levy](https://harbour.example/levy)',
      '<p><a href="https://harbour.example/levy" target="_blank" rel="noopener noreferrer">levy</a></p>',
    ],
    'raw HTML as the text it is': ['a <b onclick="x()">b</b>', '<p>a &lt;b onclick="x()"&gt;b&lt;/b&gt;</p>'],
  };
  it.each(Object.entries(cases))('shows %s', (_, [markdown, html]) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<style>body{display:none}</style>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '![picture](https://spy.example/pixel.png)',
    '![picture](data:image/png;base64,AAAA)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//spy.example/)',
    '[x](/options.html)',
    '[x](chrome-extension://abc/options.html)',
    '<javascript:alert(1)>',
    '[x](https://a.example "onmouseover=alert(1)")',
    '<div id="app" class="toast" style="position:fixed">x</div>',
    '`<img src=x>`',
  ])('lets nothing of %s run, load or lead away', (markdown) => {
    const fragment = renderMarkdown(markdown, document);
    const elements = [...fragment.querySelectorAll('*')];
    const loading =
      'script,style,img,svg,iframe,object,link,form,input,video,audio,[src],[style],[id],[class]';
    expect(elements.filter((element) => element.matches(loading))).toEqual([]);
    const attributes = elements.flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => !['href', 'target', 'rel', 'start'].includes(name))).toEqual([]);
    const links = [...fragment.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
    expect(links.filter((href) => !/^(?:https?:\/\/|mailto:)/u.test(href ?? ''))).toEqual([]);
  });
});

describe('MarkdownNote', () => {
  it('shows only the beginning of a note in a list', () => {
    const stage = show(<MarkdownNote markdown={'word '.repeat(1_000)} isClamped />);
    expect((stage.textContent ?? '').length).toBeLessThan(1_300);
  });

  it('shows a very long note as it was typed', () => {
    const stage = show(<MarkdownNote markdown={`**bold** ${'a'.repeat(20_000)}`} />);
    expect(stage.querySelector('strong')).toBeNull();
    expect(stage.textContent).toContain('**bold**');
  });

  it('shows another note in the place of the first', () => {
    show(<MarkdownNote markdown="first" />);
    expect(show(<MarkdownNote markdown="*second*" />).innerHTML).toContain('<em>second</em>');
  });
});
