import { buildPageText } from '../../../../utils/anchoring/index.ts';
import { annotationKinds, colours } from '../../../../utils/model/annotation.ts';
import { createPainter, type PaintedMark } from '../../../../utils/painting/index.ts';
import { blocksOf, sentencesOf } from '../../anchoring/page/blocks.ts';
import { writeLongPage } from '../../anchoring/page/long-page.ts';
import { createRandom } from '../../anchoring/page/random.ts';
import { flatten, identify, rangeOf } from '../../anchoring/page/tracked.ts';
import { unwrap, wrapRanges } from './wrap.ts';
import { middleOf } from '../../middle.ts';

/** Milliseconds, each the middle of its repetitions; frames are those of scrolling through the page. */
export type PaintingRow = {
  readonly way: 'none' | 'highlights' | 'elements';
  /** The call, and then until the next frame was drawn. */
  readonly paint: number;
  readonly drawn: number;
  readonly remove: number;
  /** One question of what lies under a point. */
  readonly hit: number;
  readonly frame: number;
  readonly frame95: number;
  /** Frames of more than 50 ms, of all. */
  readonly slow: number;
  readonly frames: number;
};

type Way = {
  readonly paint: () => void;
  readonly remove: () => void;
  readonly hit: (x: number, y: number) => boolean;
};

const rounds = 3;
const steps = 120;
const hits = 200;

/** Paints sentences of a page of made-up prose in each way, scrolls through it, and asks what is where. */
export async function runPainting(words: number, highlights: number): Promise<PaintingRow[]> {
  const random = createRandom(words);
  const body = writeLongPage(random, words);
  document.body.replaceWith(body);
  const flat = flatten(body, identify(body));
  const sentences = random.shuffle(blocksOf(flat).flatMap(sentencesOf)).slice(0, highlights);
  const findRanges = (): Range[] => sentences.map((sentence) => rangeOf(flat, sentence));
  buildPageText(body);

  const ways: Record<PaintingRow['way'], Way> = {
    none: { paint: () => {}, remove: () => {}, hit: () => false },
    highlights: highlightsOf(findRanges()),
    elements: elementsOf(findRanges),
  };
  const rows: PaintingRow[] = [];
  for (const way of ['none', 'highlights', 'elements'] as const) {
    const all: Omit<PaintingRow, 'way'>[] = [];
    for (let round = 0; round < rounds; round++) all.push(await timeRound(ways[way]));
    rows.push({ way, ...middleOf(all) });
  }
  return rows;
}

function highlightsOf(ranges: readonly Range[]): Way {
  const painter = createPainter(new AbortController().signal);
  const marks: PaintedMark[] = ranges.map((range, index) => ({
    id: String(index),
    kind: annotationKinds[index % annotationKinds.length] ?? 'highlight',
    colour: colours[index % colours.length] ?? 'yellow',
    ranges: [range],
  }));
  return {
    paint: () => painter.paint(marks),
    remove: () => painter.paint([]),
    hit: (x, y) => painter.hit(x, y).length > 0,
  };
}

function elementsOf(findRanges: () => Range[]): Way {
  let marks: HTMLElement[] = [];
  return {
    // Wrapping parts text nodes, so the last range of a node comes first.
    paint() {
      marks = wrapRanges(findRanges().toSorted((a, b) => b.compareBoundaryPoints(Range.START_TO_START, a)));
    },
    remove: () => unwrap(marks),
    hit: (x, y) => (document.elementFromPoint(x, y)?.closest('mark') ?? null) !== null,
  };
}

async function timeRound(way: Way): Promise<Omit<PaintingRow, 'way'>> {
  scrollTo(0, 0);
  await nextFrame();
  const begin = performance.now();
  way.paint();
  const painted = performance.now();
  await nextFrame();
  await nextFrame();
  const drawn = performance.now();
  const frames = await scrollThrough();
  const asked = performance.now();
  for (let at = 0; at < hits; at++) way.hit((at * 37) % innerWidth, (at * 53) % innerHeight);
  const hit = (performance.now() - asked) / hits;
  const removing = performance.now();
  way.remove();
  const remove = performance.now() - removing;
  await nextFrame();
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    paint: painted - begin,
    drawn: drawn - painted,
    remove,
    hit,
    frame: sorted[sorted.length >> 1] ?? 0,
    frame95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    slow: frames.filter((ms) => ms > 50).length,
    frames: frames.length,
  };
}

/** The times between frames while the page is scrolled from its top to its end. */
async function scrollThrough(): Promise<number[]> {
  const frames: number[] = [];
  const end = document.documentElement.scrollHeight - innerHeight;
  let before = await nextFrame();
  for (let step = 1; step <= steps; step++) {
    scrollTo(0, (end * step) / steps);
    const now = await nextFrame();
    frames.push(now - before);
    before = now;
  }
  return frames;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
}
