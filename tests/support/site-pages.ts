import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Edits } from './site-editions.ts';

export const fixturesDir = path.join(import.meta.dirname, '../fixtures');

/** The fixture behind each address, relative to `tests/fixtures` and without `.html`. */
export const pageFiles: ReadonlyMap<string, string> = new Map([
  ['/', 'pages/front-page.en'],
  ['/2026/11/harbour-levy', 'pages/harbour-levy.en'],
  ['/kinh-te/cau-cang-123.html', 'pages/cau-cang.vi'],
  ['/search', 'pages/search-results.en'],
  ['/long-reads/salt-road', 'pages/dark-long-read.en'],
  ['/ar/local/reading-room', 'pages/rtl.ar'],
  ['/interactive/bell-foundry', 'pages/shadow.en'],
  ['/live/tide-gauge', 'pages/live.en'],
  ['/live/ferry-cat', 'pages/live.en'],
  ['/hostile/redefines', 'hostile/redefines'],
  ['/hostile/clobbers', 'hostile/clobbers'],
  ['/hostile/listens', 'hostile/listens'],
  ['/hostile/deletes', 'hostile/deletes'],
]);

/** The stories that the script of the live page fetches: the address, then the fixture. */
export const storyFiles: ReadonlyMap<string, string> = new Map([
  ['/live/tide-gauge', 'pages/live.tide-gauge.fragment'],
  ['/live/ferry-cat', 'pages/live.ferry-cat.fragment'],
]);

export type ExpectedQuote = {
  /** The words between the marks; the words of one paragraph when a quote runs over several. */
  readonly text: string;
  /** `fragment`: a few quoted words inside somebody's attributed sentence. `scare`: nobody's speech. */
  readonly kind: 'direct' | 'fragment' | 'scare';
  /** The speaker's full name, or `null` for scare quotes. */
  readonly speaker: string | null;
  /** The speaker as the sentence has them ("she", "Ms Kalnins"), where it names them. */
  readonly mention?: string;
  readonly cue?: string;
  readonly side?: 'before' | 'after' | 'middle';
  /** The text belongs to the same speech as the expectation before it. */
  readonly continues?: true;
};

export type ExpectedName = {
  readonly name: string;
  readonly type: 'person' | 'organisation' | 'place';
  /** Other forms of the name in the article. */
  readonly aliases?: readonly string[];
};

/** What a careful reader finds on a page; kept beside it as `*.expect.json`. */
export type Expectations = {
  readonly title: string;
  readonly standfirst: string | null;
  readonly authors: readonly string[];
  readonly publisher: string;
  /** ISO 8601 with the page's own zone. */
  readonly published: string;
  readonly modified?: string;
  readonly section?: string;
  /** Another outlet that the page credits ("Theo …"). */
  readonly source?: string;
  readonly lang: string;
  /** Body paragraphs and subheads in order, each by the text it begins and ends with. */
  readonly paragraphs: readonly { readonly first: string; readonly last: string }[];
  /** Text on the page that is no part of the article's body. */
  readonly boilerplate: readonly string[];
  readonly captions: readonly string[];
  readonly quotes: readonly ExpectedQuote[];
  readonly names: readonly ExpectedName[];
  /** Sentences that the body holds once. */
  readonly unique: readonly string[];
  /** Passages that the page's text holds several times. */
  readonly repeated: readonly { readonly text: string; readonly count: number }[];
};

const noEdits: Edits = { reworded: [], cut: [], moved: [], ads: [] };

/** The source of a fixture page, with the outlets' invented hosts as they are in the file. */
export function readFixture(file: string): Promise<string> {
  return readFile(path.join(fixturesDir, `${file}.html`), 'utf8');
}

/** The edits kept beside a page; empty ones for a page that has none. */
export async function readEdits(file: string): Promise<Edits> {
  const json = await readOptional(`${file}.editions.json`);
  // The files are ours; site/fixtures.test.ts checks each of them against its page.
  return json === null ? noEdits : (JSON.parse(json) as Edits);
}

/** The expectations kept beside a page, or `null` for a page that is no article. */
export async function readExpectations(file: string): Promise<Expectations | null> {
  const json = await readOptional(`${file}.expect.json`);
  return json === null ? null : (JSON.parse(json) as Expectations);
}

async function readOptional(name: string): Promise<string | null> {
  try {
    return await readFile(path.join(fixturesDir, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
