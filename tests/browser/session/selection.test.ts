import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { selectInPage, spanOfSelection } from '../../../utils/session/selection.ts';
import { buildPageText } from '../../../utils/text/index.ts';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

function show(html: string): void {
  document.body.innerHTML = html;
}

function element(selector: string, root: ParentNode = document): Element {
  const found = root.querySelector(selector);
  if (found === null) throw new Error(`expected ${selector} on the page`);
  return found;
}

/** The selected words, of the page text as it is now. */
function selected(): string | null {
  const pageText = buildPageText(document);
  const span = spanOfSelection(pageText, getSelection());
  return span === null ? null : pageText.raw.slice(span.start, span.end);
}

function selectBetween(start: [Node | null, number], end: [Node | null, number]): void {
  if (start[0] === null || end[0] === null) throw new Error('expected nodes to select between');
  getSelection()?.setBaseAndExtent(start[0], start[1], end[0], end[1]);
}

describe('spanOfSelection', () => {
  it('takes a paragraph of a triple click without the start of the next', async () => {
    show('<p>Nước lên.</p>\n<p>Cầu sập.</p>');
    await userEvent.tripleClick(element('p'));
    expect(getSelection()?.isCollapsed).toBe(false);
    expect(selected()).toBe('Nước lên.');
  });

  it('takes a word of a double click without the space behind it', async () => {
    show('<p style="font-size:40px"><span>bridge</span> closed</p>');
    await userEvent.dblClick(element('span'));
    expect(selected()).toBe('bridge');
  });

  it('takes a selection between elements', () => {
    show('<main><p>One.</p><p>Two.</p><p>Three.</p></main>');
    selectBetween([element('main'), 1], [element('main'), 2]);
    expect(selected()).toBe('Two.');
  });

  it('takes a selection made backwards', () => {
    show('<p>The bridge is closed.</p>');
    const text = element('p').firstChild;
    selectBetween([text, 10], [text, 4]);
    expect(selected()).toBe('bridge');
  });

  it('takes all of the page', () => {
    show('<header>Courier</header><p>Nước lên.</p><script>let hidden;</script><footer>End</footer>');
    getSelection()?.selectAllChildren(document.body);
    expect(selected()).toBe('Courier\nNước lên.\nEnd');
  });

  it('widens an end that cuts a character in two', () => {
    show('<p>👩\u200d🚒 saved Hue\u0302\u0301</p>');
    const text = element('p').firstChild;
    selectBetween([text, 2], [text, 15]);
    expect(selected()).toBe('👩\u200d🚒 saved Hue\u0302\u0301');
  });

  const nothings: Record<string, () => void> = {
    'when nothing is selected': () => getSelection()?.removeAllRanges(),
    'for a mere caret': () => getSelection()?.collapse(element('p').firstChild, 3),
    'for white space': () => selectBetween([element('p').firstChild, 3], [element('p').firstChild, 4]),
    'for what no reader sees': () => getSelection()?.selectAllChildren(element('script')),
    'for a picture': () => selectBetween([element('figure'), 0], [element('figure'), 1]),
  };
  it.each(Object.entries(nothings))('is null %s', (_, select) => {
    show('<p>The bridge</p><script>let hidden;</script><figure><img alt="a bridge"></figure>');
    select();
    expect(selected()).toBeNull();
  });

  it('takes a selection inside an open shadow root', () => {
    show('<p>Before.</p><news-card></news-card>');
    const root = element('news-card').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>The bridge is closed.</p>';
    const text = element('p', root).firstChild;
    selectBetween([text, 4], [text, 10]);
    expect(selected()).toBe('bridge');
  });

  it('takes a selection outside of shadow roots on a page that has some', () => {
    show('<p>Nước lên nhanh.</p><news-card></news-card>');
    element('news-card').attachShadow({ mode: 'open' }).innerHTML = '<p>The bridge is closed.</p>';
    const text = element('p').firstChild;
    selectBetween([text, 5], [text, 8]);
    expect(selected()).toBe('lên');
  });

  it('takes no selection inside a closed shadow root, such as our own', () => {
    show('<p>Nước lên nhanh.</p><our-card></our-card>');
    const root = element('our-card').attachShadow({ mode: 'closed' });
    root.innerHTML = '<p>Highlight in yellow</p>';
    const text = element('p', root).firstChild;
    selectBetween([text, 0], [text, 9]);
    expect(selected()).toBeNull();
  });
});

describe('spanOfSelection that snaps', () => {
  it('takes in the words that the ends cut, and leaves whole ones alone', () => {
    show('<p>The harbour <b>le</b>vy rose.</p>');
    const pageText = buildPageText(document);
    const read = (from: number, to: number, snaps: boolean): string => {
      const first = element('p').firstChild;
      const last = element('p').lastChild;
      selectBetween([first, from], [last, to]);
      const span = spanOfSelection(pageText, getSelection(), snaps);
      return span === null ? '' : pageText.raw.slice(span.start, span.end);
    };
    expect(read(6, 1, false)).toBe('rbour lev');
    expect(read(6, 1, true)).toBe('harbour levy');
    expect(read(4, 2, true)).toBe('harbour levy');
  });
});

describe('selectInPage', () => {
  it('selects over elements, from either end, and nothing where the caret has nothing', () => {
    show('<p>The <b>harbour</b> levy.</p><p>It rose.</p>');
    const pageText = buildPageText(document);
    selectInPage(document, pageText, { anchor: 20, focus: 4 });
    expect(getSelection()?.toString().replaceAll(/\s+/gu, ' ')).toBe('harbour levy. It');
    expect(getSelection()?.focusNode).toBe(element('b').firstChild);
    selectInPage(document, pageText, { anchor: 4, focus: 4 });
    expect(getSelection()?.rangeCount).toBe(0);
  });
});
