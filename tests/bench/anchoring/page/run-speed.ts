import { anchorAll, buildPageText, describeRange } from '../../../../utils/anchoring/index.ts';
import type { Selector } from '../../../../utils/model/selector.ts';
import { blocksOf, sentencesOf } from './blocks.ts';
import { writeLongPage } from './long-page.ts';
import { editWords } from './mutations.ts';
import { hypothesis } from './peers.ts';
import { createRandom, type Random } from './random.ts';
import { cloneTracked, flatten, identify, rangeOf, type Identities } from './tracked.ts';
import { middleOf } from '../../middle.ts';

/** Milliseconds of one thread. Building the page text is apart: the session has built it already. */
export type SpeedRow = {
  readonly engine: string;
  readonly words: number;
  readonly highlights: number;
  readonly build: number;
  readonly describe: number;
  readonly unchanged: number;
  readonly edited: number;
};

export type SpeedOptions = {
  readonly words: number;
  readonly highlights: number;
  readonly withPeer: boolean;
};

/** The part of the words that the edited page has changed. */
const editShare = 0.1;
/** Runs of ours, of which the middle one counts: the first of them is not compiled yet, as on a page just opened. */
const rounds = 5;

/** Describes and anchors sentences of a page of made-up prose, before and after it was edited. */
export async function runSpeed(options: SpeedOptions): Promise<SpeedRow[]> {
  const { words, highlights, withPeer } = options;
  const random = createRandom(words + highlights);
  const original = document.body;
  const before = writeLongPage(random, words);
  original.replaceWith(before);
  const identities = identify(before);
  const flat = flatten(before, identities);
  const sentences = random.shuffle(blocksOf(flat).flatMap(sentencesOf)).slice(0, highlights);
  // Anew each time: a range loses its place when its nodes leave the document.
  const findRanges = (): Range[] => sentences.map((sentence) => rangeOf(flat, sentence));
  const after = editPage(before, identities, random);

  const own: Omit<SpeedRow, 'engine' | 'words' | 'highlights'>[] = [];
  for (let round = 0; round < rounds; round++) own.push(timeRound(before, after, findRanges));
  const rows: SpeedRow[] = [{ engine: 'pressmark', words, highlights, ...middleOf(own) }];
  if (withPeer) {
    show(before);
    const ranges = findRanges();
    let stored: unknown[] = [];
    const describe = await timeOf(async () => {
      stored = await hypothesis.describe(before, ranges);
    });
    const unchanged = await timeOf(async () => void (await hypothesis.anchor(before, stored)));
    show(after);
    const edited = await timeOf(async () => void (await hypothesis.anchor(after, stored)));
    rows.push({ engine: hypothesis.name, words, highlights, build: 0, describe, unchanged, edited });
  }
  document.body.replaceWith(original);
  return rows;
}

function show(body: HTMLElement): void {
  if (document.body !== body) document.body.replaceWith(body);
}

function editPage(body: HTMLElement, identities: Identities, random: Random): HTMLElement {
  const copy = cloneTracked(body, identities);
  const vocabulary = body.textContent.slice(0, 20_000).split(/\s+/u);
  editWords({ body: copy.root, identities: copy.identities, random, vocabulary }, editShare);
  return copy.root;
}

function timeRound(
  before: HTMLElement,
  after: HTMLElement,
  findRanges: () => Range[],
): Omit<SpeedRow, 'engine' | 'words' | 'highlights'> {
  show(before);
  const ranges = findRanges();
  const begin = performance.now();
  const pageText = buildPageText(before);
  void pageText.folded;
  const built = performance.now();
  const stored: Selector[][] = ranges.map((range) => describeRange(pageText, range) ?? []);
  const describedAt = performance.now();
  const again = buildPageText(before);
  void again.folded;
  const unchangedFrom = performance.now();
  anchorAll(again, stored);
  const unchangedTo = performance.now();
  show(after);
  const now = buildPageText(after);
  void now.folded;
  const editedFrom = performance.now();
  anchorAll(now, stored);
  const editedTo = performance.now();
  return {
    build: built - begin,
    describe: describedAt - built,
    unchanged: unchangedTo - unchangedFrom,
    edited: editedTo - editedFrom,
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
