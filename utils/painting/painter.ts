import { createAdoptedSheet, createName } from './adopted.ts';
import { annotationKinds, colours, type AnnotationKind, type Colour } from '../model/annotation.ts';
import {
  declarationsFor,
  forcedDeclarationsFor,
  luminanceOf,
  palette,
  printDeclarationsFor,
  type Ground,
} from './palette.ts';

/** A mark to paint: ranges in the live document and how they look. */
export type PaintedMark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly ranges: readonly Range[];
};

/** Shows marks on the page and tells what is where. */
export type Painter = {
  /** Replaces everything painted. Marks that look alike and stay in place do not flicker. */
  readonly paint: (marks: readonly PaintedMark[]) => void;
  /** Ids of the marks under a point of the viewport, the shortest first. */
  readonly hit: (x: number, y: number) => string[];
  /** Everything as it is painted now. */
  readonly painted: () => readonly PaintedMark[];
  /** The ranges of a mark as painted; empty when it is not. */
  readonly rangesOf: (id: string) => readonly Range[];
  /** Whether the page took away nodes that are painted on. */
  readonly hasLost: () => boolean;
  /** Draws the eye to a mark, or to any words, until the returned function is called. */
  readonly emphasise: (what: string | readonly Range[]) => () => void;
  /** Shows how a passage would be, over all marks; `null` for none. */
  readonly preview: (ranges: readonly Range[] | null) => void;
};

const grounds: readonly Ground[] = ['light', 'dark'];

/**
 * Paints with the CSS Custom Highlight API, so the page's DOM stays as it is. A page can list the registry:
 * names are random for each visit and say nothing about the reader. Everything goes when the signal aborts.
 */
export function createPainter(signal: AbortSignal): Painter {
  const registry = CSS.highlights;
  // Firefox cannot iterate the registry or a Highlight from a content script, so we keep our own maps.
  const names = createNames();
  const emphasisName = createName();
  const previewName = createName();
  const { adoptInto, drop } = createAdoptedSheet(createRules(names, emphasisName, previewName));
  let painted: readonly PaintedMark[] = [];

  signal.addEventListener('abort', () => {
    for (const name of [...names.values(), emphasisName, previewName]) registry.delete(name);
    drop();
  });

  function paint(marks: readonly PaintedMark[]): void {
    if (signal.aborted) return;
    painted = marks;
    const groups = new Map<string, { priority: number; ranges: Range[] }>();
    for (const mark of marks) {
      const [first] = mark.ranges;
      if (first === undefined) continue;
      for (const range of mark.ranges) adoptInto(range.startContainer.getRootNode());
      const name = names.get(keyOf(mark.kind, mark.colour, groundUnder(first)));
      if (name === undefined) continue;
      const group = groups.get(name) ?? { priority: annotationKinds.indexOf(mark.kind), ranges: [] };
      group.ranges.push(...mark.ranges);
      groups.set(name, group);
    }
    for (const name of names.values()) {
      const group = groups.get(name);
      if (group === undefined) {
        registry.delete(name);
        continue;
      }
      const highlight = new Highlight(...group.ranges);
      highlight.priority = group.priority;
      registry.set(name, highlight);
    }
  }

  function hit(x: number, y: number): string[] {
    const mayHold = createBoxTest(x, y);
    return painted
      .filter((mark) => mark.ranges.some((range) => mayHold(range) && isUnder(range, x, y)))
      .toSorted((a, b) => lengthOf(a) - lengthOf(b))
      .map((mark) => mark.id);
  }

  function rangesOf(id: string): readonly Range[] {
    return painted.find((mark) => mark.id === id)?.ranges ?? [];
  }

  function emphasise(what: string | readonly Range[]): () => void {
    const highlight = new Highlight(...(typeof what === 'string' ? rangesOf(what) : what));
    highlight.priority = annotationKinds.length;
    registry.set(emphasisName, highlight);
    return () => registry.delete(emphasisName);
  }

  function preview(ranges: readonly Range[] | null): void {
    if (ranges === null || signal.aborted) {
      registry.delete(previewName);
      return;
    }
    for (const range of ranges) adoptInto(range.startContainer.getRootNode());
    const highlight = new Highlight(...ranges);
    highlight.priority = annotationKinds.length + 1;
    registry.set(previewName, highlight);
  }

  /** A live range whose nodes are removed collapses to where they were. */
  function hasLost(): boolean {
    return painted.some(({ ranges }) =>
      ranges.some((range) => range.collapsed || !range.startContainer.isConnected),
    );
  }

  return { paint, hit, painted: () => painted, rangesOf, hasLost, emphasise, preview };
}

function keyOf(kind: AnnotationKind, colour: Colour, ground: Ground): string {
  return `${kind} ${colour} ${ground}`;
}

function createNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const kind of annotationKinds) {
    for (const colour of colours) {
      for (const ground of grounds) names.set(keyOf(kind, colour, ground), createName());
    }
  }
  return names;
}

function createRules(names: ReadonlyMap<string, string>, emphasisName: string, previewName: string): string {
  const rules: string[] = [];
  const forced: string[] = [];
  const printed: string[] = [];
  for (const kind of annotationKinds) {
    for (const colour of colours) {
      for (const ground of grounds) {
        const name = names.get(keyOf(kind, colour, ground)) ?? '';
        rules.push(`::highlight(${name}){${declarationsFor(kind, palette[ground][colour])}}`);
        forced.push(`::highlight(${name}){${forcedDeclarationsFor(kind)}}`);
        printed.push(`::highlight(${name}){${printDeclarationsFor(kind, colour)}}`);
      }
    }
  }
  rules.push(`::highlight(${emphasisName}){text-decoration:underline wavy 2px}`);
  // The system's own pair for what is selected: it stands out from every mark, in forced colours too.
  rules.push(`::highlight(${previewName}){background-color:Highlight;color:HighlightText}`);
  return `${rules.join('')}@media print{${printed.join('')}}@media (forced-colors:active){${forced.join('')}}`;
}

/** Light text means dark ground: what is behind may be an image or a gradient, the text colour is known. */
function groundUnder(range: Range): Ground {
  const parent = range.startContainer.parentElement;
  if (parent === null) return 'light';
  const channels = parseColour(getComputedStyle(parent).color);
  return channels !== null && luminanceOf(channels) > 0.4 ? 'dark' : 'light';
}

/** Channels of a computed `rgb()` colour; computed colours in other spaces answer `null`. */
function parseColour(value: string): [number, number, number] | null {
  const match = /^rgba?\(\s*([\d.]+),?\s+([\d.]+),?\s+([\d.]+)/u.exec(value);
  if (match === null) return null;
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * Tells ranges that can't be under a point by the box that their text is in: the browser knows that box, while
 * the rectangles of a range are computed from its glyphs each time.
 */
function createBoxTest(x: number, y: number): (range: Range) => boolean {
  const answers = new Map<Element, boolean>();
  return ({ startContainer, endContainer }) => {
    const box = startContainer.parentElement;
    if (box === null || startContainer !== endContainer) return true;
    const known = answers.get(box);
    if (known !== undefined) return known;
    const answer = mayHoldPoint(box, x, y);
    answers.set(box, answer);
    return answer;
  };
}

function mayHoldPoint(box: Element, x: number, y: number): boolean {
  const { left, right, top, bottom, width, height } = Element.prototype.getBoundingClientRect.call(box);
  if (x >= left && x <= right && y >= top && y <= bottom) return true;
  // A box without a size of its own, or one that its text runs out of, tells nothing.
  if (width === 0 || height === 0) return true;
  const content = (name: 'scrollWidth' | 'scrollHeight'): number => Reflect.get(Element.prototype, name, box);
  return content('scrollWidth') > Math.ceil(width) || content('scrollHeight') > Math.ceil(height);
}

function isUnder(range: Range, x: number, y: number): boolean {
  if (!range.startContainer.isConnected) return false;
  return [...range.getClientRects()].some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
  );
}

function lengthOf(mark: PaintedMark): number {
  return mark.ranges.reduce((sum, range) => sum + range.toString().length, 0);
}
