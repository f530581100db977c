import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationKind, Colour } from '../../../utils/model/annotation.ts';
import { palette } from '../../../utils/painting/palette.ts';
import { createPainter, type PaintedMark } from '../../../utils/painting/index.ts';

let abort: AbortController;

beforeEach(() => {
  abort = new AbortController();
  document.body.innerHTML =
    '<p style="font:20px/30px monospace;margin:0">The tide turned at noon and the boats came in.</p>' +
    '<p style="font:20px/30px monospace;margin:0;color:#eee;background:#111">Đêm xuống rất nhanh ở bến cảng.</p>';
});

afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});

function rangeOf(words: string, root: Document | ShadowRoot = document): Range {
  for (const paragraph of root.querySelectorAll('p')) {
    const node = paragraph.firstChild;
    const start = paragraph.textContent.indexOf(words);
    if (node === null || start === -1) continue;
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    return range;
  }
  throw new Error(`expected "${words}" on the page`);
}

type Look = { readonly kind?: AnnotationKind; readonly colour?: Colour; readonly root?: ShadowRoot };

function mark(words: string, { kind = 'highlight', colour = 'yellow', root }: Look = {}): PaintedMark {
  return { id: words, kind, colour, ranges: [rangeOf(words, root)] };
}

/** A highlight may hold static ranges too; ours are live. */
function wordsOf(range: AbstractRange): string {
  return range instanceof Range ? range.toString() : '';
}

/** Everything in the registry: name → the words painted. */
function registered(): Map<string, string[]> {
  return new Map([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(wordsOf)]));
}

/** The rules for a name, of whatever sheet the root adopted. */
function rulesFor(name: string, root: Document | ShadowRoot = document): CSSStyleRule[] {
  return root.adoptedStyleSheets.flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && rule.selectorText === `::highlight(${name})`,
    ),
  );
}

function nameOf(words: string): string {
  const [name] = [...registered()].find(([, painted]) => painted.includes(words)) ?? [];
  if (name === undefined) throw new Error(`expected "${words}" to be painted`);
  return name;
}

function centreOf(words: string): [number, number] {
  const { left, top, width, height } = rangeOf(words).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function toHex(colour: string): string {
  const channels = colour.match(/\d+/gu) ?? [];
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}

const namesPainted = (painter: ReturnType<typeof createPainter>, words: string): string[] =>
  painter.hit(...centreOf(words));

describe('createPainter', () => {
  it('paints the words and nothing else', () => {
    createPainter(abort.signal).paint([mark('the boats'), mark('noon', { kind: 'entity', colour: 'green' })]);
    expect(new Set(registered().values())).toEqual(new Set([['noon'], ['the boats']]));
  });

  it('paints in the colour that was chosen', () => {
    createPainter(abort.signal).paint([mark('the boats', { colour: 'pink' })]);
    const [rule] = rulesFor(nameOf('the boats'));
    expect(toHex(rule?.style.backgroundColor ?? '')).toBe(palette.light.pink.fill);
    expect(toHex(rule?.style.color ?? '')).toBe(palette.light.pink.text);
    expect(getComputedStyle(document.body, `::highlight(${nameOf('the boats')})`).backgroundColor).toBe(
      rule?.style.backgroundColor,
    );
  });

  it('takes the dark palette where the text is light', () => {
    createPainter(abort.signal).paint([mark('bến cảng', { colour: 'blue' })]);
    const [rule] = rulesFor(nameOf('bến cảng'));
    expect(toHex(rule?.style.backgroundColor ?? '')).toBe(palette.dark.blue.fill);
  });

  it('changes nothing of the page’s document', () => {
    const before = document.documentElement.outerHTML;
    const records = vi.fn<MutationCallback>();
    const observer = new MutationObserver(records);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats'), mark('bến cảng')]);
    painter.emphasise('the boats')();
    expect(observer.takeRecords()).toEqual([]);
    abort.abort();
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('gives the page names that say nothing and differ with each visit', () => {
    const other = new AbortController();
    const marks = [mark('the boats'), mark('noon', { kind: 'quote', colour: 'pink' })];
    createPainter(abort.signal).paint(marks);
    const first = [...registered().keys()];
    createPainter(other.signal).paint(marks);
    const second = [...registered().keys()].filter((name) => !first.includes(name));
    expect([first.length, second.length]).toEqual([2, 2]);
    for (const name of [...first, ...second]) {
      expect(name).toMatch(/^[a-z][a-z0-9]+$/u);
      expect(name).not.toMatch(/pressmark|highlight|quote|entity|yellow|pink/u);
    }
    other.abort();
    expect([...registered().keys()]).toEqual(first);
  });

  it('leaves highlights of the page alone', () => {
    CSS.highlights.set('search', new Highlight(rangeOf('noon')));
    createPainter(abort.signal).paint([mark('the boats')]);
    abort.abort();
    expect([...registered()]).toEqual([['search', ['noon']]]);
    CSS.highlights.delete('search');
  });

  it('replaces what was painted before', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats'), mark('noon', { colour: 'pink' })]);
    painter.paint([mark('tide')]);
    expect([...registered().values()]).toEqual([['tide']]);
    expect(painter.rangesOf('the boats')).toEqual([]);
    painter.paint([]);
    expect(registered().size).toBe(0);
  });

  it('keeps overlapping marks apart', () => {
    const painter = createPainter(abort.signal);
    painter.paint([
      mark('noon and the boats', { colour: 'yellow' }),
      mark('the boats came', { colour: 'yellow' }),
      mark('the boats', { kind: 'entity', colour: 'green' }),
    ]);
    const painted = new Set([...registered().values()].map((words) => words.toSorted()));
    expect(painted).toEqual(new Set([['noon and the boats', 'the boats came'], ['the boats']]));
  });

  it('paints an entity over a quote over a highlight', () => {
    createPainter(abort.signal).paint([
      mark('the boats', { kind: 'entity' }),
      mark('noon and the boats', { kind: 'quote' }),
      mark('turned at noon and the boats came in'),
    ]);
    const priorityOf = (words: string): number => CSS.highlights.get(nameOf(words))?.priority ?? -1;
    expect(priorityOf('the boats')).toBeGreaterThan(priorityOf('noon and the boats'));
    expect(priorityOf('noon and the boats')).toBeGreaterThan(
      priorityOf('turned at noon and the boats came in'),
    );
  });

  it('passes over a mark without ranges', () => {
    const painter = createPainter(abort.signal);
    painter.paint([{ id: 'lost', kind: 'quote', colour: 'blue', ranges: [] }]);
    expect([registered().size, painter.rangesOf('lost')]).toEqual([0, []]);
  });

  it('brings its rules into the shadow roots that it paints in', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Hidden depths of the harbour.</p>';
    createPainter(abort.signal).paint([mark('depths', { colour: 'green', root })]);
    const [rule] = rulesFor(nameOf('depths'), root);
    expect(toHex(rule?.style.backgroundColor ?? '')).toBe(palette.light.green.fill);
    abort.abort();
    expect(root.adoptedStyleSheets).toEqual([]);
  });

  it('brings its rules back after the page replaced all adopted sheets', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats')]);
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    expect(rulesFor(nameOf('the boats'))).toEqual([]);
    painter.paint([mark('the boats')]);
    expect(rulesFor(nameOf('the boats'))).toHaveLength(1);
    expect(document.adoptedStyleSheets).toContain(own);
  });

  it('adopts its rules once, however often it paints', () => {
    const painter = createPainter(abort.signal);
    for (let turn = 0; turn < 5; turn++) painter.paint([mark('the boats'), mark('bến cảng')]);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('takes everything away when the signal aborts, and leaves the page’s sheets', () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats'), mark('bến cảng')]);
    painter.emphasise('the boats');
    expect(registered().size).toBe(3);
    abort.abort();
    expect([registered().size, document.adoptedStyleSheets]).toEqual([0, [own]]);
  });
});

describe('hit', () => {
  it('names the marks under a point, the shortest first', () => {
    const painter = createPainter(abort.signal);
    painter.paint([
      mark('turned at noon and the boats came'),
      mark('the boats', { kind: 'entity' }),
      mark('noon and the boats'),
    ]);
    expect(namesPainted(painter, 'boats')).toEqual([
      'the boats',
      'noon and the boats',
      'turned at noon and the boats came',
    ]);
    expect(namesPainted(painter, 'noon')).toEqual([
      'noon and the boats',
      'turned at noon and the boats came',
    ]);
  });

  it.each([
    ['runs out of its box', 'height:5px;width:30px;white-space:nowrap'],
    ['is in an element without a box', 'display:contents'],
    ['is turned', 'transform:rotate(20deg)'],
    ['is in a column', 'columns:3;width:300px'],
  ])('finds words of text that %s', (_, style) => {
    document.querySelector('p')?.setAttribute('style', style);
    const painter = createPainter(abort.signal);
    painter.paint([mark('boats came')]);
    const rect = painter.rangesOf('boats came')[0]?.getClientRects()[0];
    if (rect === undefined) throw new Error('expected the words to be laid out');
    expect(painter.hit((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)).toEqual(['boats came']);
  });

  it('finds nothing beside the words', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats')]);
    expect(namesPainted(painter, 'The tide')).toEqual([]);
    expect(painter.hit(-5, -5)).toEqual([]);
  });

  it('finds nothing of a mark whose words were taken out of the page', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats')]);
    const point = centreOf('the boats');
    document.querySelector('p')?.remove();
    expect(painter.hit(...point)).toEqual([]);
  });
});

describe('emphasise', () => {
  it('draws the eye to one mark above all, until it is called off', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('the boats'), mark('noon', { kind: 'entity' })]);
    const before = new Set(registered().keys());
    const calm = painter.emphasise('the boats');
    const name = [...registered().keys()].find((one) => !before.has(one)) ?? '';
    expect(registered().get(name)).toEqual(['the boats']);
    const priorities = [...CSS.highlights.values()].map(({ priority }) => priority);
    expect(CSS.highlights.get(name)?.priority).toBe(Math.max(...priorities));
    calm();
    expect(new Set(registered().keys())).toEqual(before);
  });

  it('knows when the page took away what is painted on', () => {
    const painter = createPainter(abort.signal);
    painter.paint([mark('turned at noon'), mark('rất nhanh')]);
    expect(painter.hasLost()).toBe(false);
    const [first, second] = document.querySelectorAll('p');
    first?.append(' At six they went out again.');
    expect(painter.hasLost()).toBe(false);
    if (second !== undefined) second.innerHTML += '<b>!</b>';
    expect(painter.hasLost()).toBe(true);
    painter.paint([mark('turned at noon')]);
    expect(painter.hasLost()).toBe(false);
  });
});
