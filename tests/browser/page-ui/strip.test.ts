import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StripMark } from '../../../components/page-ui.ts';
import { measureStrip, type StripPlace } from '../../../entrypoints/page-ui.content/measure-strip.ts';
import { watchStrip } from '../../../entrypoints/page-ui.content/strip.ts';

const paragraphs = 1_000;
let abort: AbortController;

beforeEach(() => {
  abort = new AbortController();
});

afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  document.documentElement.dir = '';
  scrollTo(0, 0);
});

/** A page of a thousand paragraphs, each 40 px tall, within whatever box is given. */
function fill(box: HTMLElement): void {
  box.innerHTML = Array.from(
    { length: paragraphs },
    (_, nth) => `<p style="height:40px;margin:0;font:16px/20px sans-serif">The tide turned, ${nth}.</p>`,
  ).join('');
}

function markOn(nth: number): StripMark {
  const node = document.querySelectorAll('p')[nth]?.firstChild;
  if (!(node instanceof Text)) throw new Error(`expected a paragraph ${nth}`);
  const range = new Range();
  range.selectNodeContents(node);
  return { id: String(nth), kind: 'highlight', colour: 'yellow', ranges: [range] };
}

const allMarks = (): StripMark[] => Array.from({ length: paragraphs }, (_, nth) => markOn(nth));
const sharesOf = ({ ticks }: StripPlace): number[] => ticks.map(({ at }) => at);

/** A box that scrolls in the place of the document. */
function addScroller(): HTMLElement {
  const box = document.createElement('main');
  box.style.cssText = 'height:100vh;overflow-y:auto;position:absolute;inset:0 60px auto 0';
  document.body.append(box);
  return box;
}

describe('measureStrip', () => {
  it('tells the place of each of a thousand annotations on the page, wherever that is scrolled to', () => {
    fill(document.body);
    const place = measureStrip(allMarks(), window);
    const shares = sharesOf(place);
    expect(shares).toHaveLength(paragraphs);
    expect(shares.every((at, nth) => Math.abs(at - nth / paragraphs) < 0.005)).toBe(true);
    scrollTo(0, 9_000);
    const scrolled = sharesOf(measureStrip(allMarks(), window));
    expect(scrolled.every((at, nth) => Math.abs(at - (shares[nth] ?? 0)) < 0.0001)).toBe(true);
    expect(place).toMatchObject({ top: 0, height: innerHeight, side: 'right', inset: 0, scroller: null });
  });

  it('measures on the element that scrolls the annotations, and stands beside its scrollbar', () => {
    const box = addScroller();
    fill(box);
    box.scrollTop = 12_000;
    const place = measureStrip([markOn(0), markOn(500), markOn(999)], window);
    expect(place.scroller).toBe(box);
    expect(sharesOf(place).map((at) => Math.round(at * 100) / 100)).toEqual([0, 0.5, 1]);
    expect(place.inset).toBe(60 + box.offsetWidth - box.clientWidth);
  });

  it('takes a small box that scrolls for a part of the page', () => {
    fill(document.body);
    const box = document.createElement('div');
    box.style.cssText = 'height:60px;overflow-y:auto';
    box.innerHTML = '<p>In a box</p>'.repeat(20);
    document.body.prepend(box);
    expect(measureStrip([markOn(0), markOn(1)], window).scroller).toBeNull();
  });

  it('stands at the left of a page that is written to the left', () => {
    fill(document.body);
    document.documentElement.dir = 'rtl';
    expect(measureStrip([markOn(1)], window).side).toBe('left');
  });

  it('leaves out what is folded away', () => {
    fill(document.body);
    const marks = [markOn(1), markOn(2)];
    const hidden = document.querySelectorAll('p')[2];
    if (hidden !== undefined) hidden.hidden = true;
    hidden?.style.setProperty('display', 'none');
    expect(measureStrip(marks, window).ticks.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('watchStrip', () => {
  function watch(marks: () => readonly StripMark[]) {
    const onPlaced = vi.fn<(place: StripPlace | null) => void>();
    const strip = watchStrip({ window, signal: abort.signal, readMarks: marks, onPlaced });
    return { strip, onPlaced };
  }

  it('measures again when the page grows, and not when it is scrolled', async () => {
    fill(document.body);
    const { strip, onPlaced } = watch(() => [markOn(999)]);
    strip.show();
    await vi.waitFor(() => expect(onPlaced).toHaveBeenCalled());
    // Observing tells of the size at first.
    await new Promise((resolve) => setTimeout(resolve, 400));
    onPlaced.mockClear();
    scrollTo(0, 5_000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onPlaced).not.toHaveBeenCalled();
    document.body.append(document.body.cloneNode(true));
    await vi.waitFor(() => expect(onPlaced).toHaveBeenCalled());
    expect(onPlaced.mock.lastCall?.[0]?.ticks[0]?.at).toBeCloseTo(0.5, 1);
  });

  it('shows nothing where nothing is painted, and nothing more once it is hidden', async () => {
    fill(document.body);
    const { strip, onPlaced } = watch(() => []);
    strip.show();
    await vi.waitFor(() => expect(onPlaced).toHaveBeenLastCalledWith(null));
    strip.hide();
    onPlaced.mockClear();
    window.dispatchEvent(new Event('resize'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onPlaced).not.toHaveBeenCalled();
  });
});
