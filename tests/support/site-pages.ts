import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Edits } from './site-editions.ts';

export const fixturesDir = path.join(import.meta.dirname, '../fixtures');

export type PageFiles = {
  /** Relative to `tests/fixtures` and without `.html`. */
  readonly file: string;
  /** The file with the article's text when the page itself is only a frame for it. */
  readonly story?: string;
};

const hostileStory = 'hostile/story.fragment';

/** The fixtures behind each address. */
export const pageFiles: ReadonlyMap<string, PageFiles> = new Map<string, PageFiles>([
  ['/', { file: 'pages/front-page.en' }],
  ['/search', { file: 'pages/search-results.en' }],
  ['/2026/11/harbour-levy', { file: 'pages/harbour-levy.en' }],
  ['/kinh-te/cau-cang-123.html', { file: 'pages/cau-cang.vi' }],
  ['/long-reads/salt-road', { file: 'pages/dark-long-read.en' }],
  ['/ar/local/reading-room', { file: 'pages/rtl.ar' }],
  ['/interactive/bell-foundry', { file: 'pages/shadow.en' }],
  ['/live/tide-gauge', { file: 'pages/live.en', story: 'pages/live.tide-gauge.fragment' }],
  ['/live/ferry-cat', { file: 'pages/live.en', story: 'pages/live.ferry-cat.fragment' }],
  ['/hostile/redefines', { file: 'hostile/redefines', story: hostileStory }],
  ['/hostile/clobbers', { file: 'hostile/clobbers', story: hostileStory }],
  ['/hostile/listens', { file: 'hostile/listens', story: hostileStory }],
  ['/hostile/deletes', { file: 'hostile/deletes', story: hostileStory }],
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

/**
 * What a careful reader finds on a page; kept beside it as `*.expect.json`. Strings are the page's own,
 * decomposed letters and no-break spaces included, with other runs of white space as one space.
 */
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
  /** Text that a good extraction may take or leave: tables, notes, credits at the end. */
  readonly optional?: readonly string[];
  readonly captions: readonly string[];
  readonly quotes: readonly ExpectedQuote[];
  readonly names: readonly ExpectedName[];
  /** Sentences that the body holds once. */
  readonly unique: readonly string[];
  /** Passages that the page's text holds several times. */
  readonly repeated: readonly { readonly text: string; readonly count: number }[];
};

const noEdits: Edits = { reworded: [], cut: [], moved: [], ads: [] };

export type EditablePage = {
  readonly html: string;
  readonly edits: Edits;
};

const storyMark = '<!-- story -->';

/** A page as it is served before any edit; the outlets' invented hosts are still in it. */
export async function readPage({ file, story }: PageFiles): Promise<EditablePage> {
  const html = await readFixture(file);
  if (story === undefined) return { html, edits: await readEdits(file) };
  // Without the mark the page's script fetches the story, and the frame has no text to edit.
  if (!html.includes(storyMark)) return { html, edits: noEdits };
  const part = await readStory(story);
  return { html: html.replace(storyMark, () => part.html), edits: part.edits };
}

/** The article's text alone, for a page that fetches it. */
export async function readStory(story: string): Promise<EditablePage> {
  return { html: await readFixture(story), edits: await readEdits(story) };
}

/** The expectations kept beside a page or its story, or `null` for a page that is no article. */
export async function readExpectations({ file, story }: PageFiles): Promise<Expectations | null> {
  const json = await readOptional(`${story ?? file}.expect.json`);
  // The files are ours; tests/site checks each of them against its page.
  return json === null ? null : (JSON.parse(json) as Expectations);
}

function readFixture(file: string): Promise<string> {
  return readFile(path.join(fixturesDir, `${file}.html`), 'utf8');
}

async function readEdits(file: string): Promise<Edits> {
  const json = await readOptional(`${file}.editions.json`);
  return json === null ? noEdits : (JSON.parse(json) as Edits);
}

async function readOptional(name: string): Promise<string | null> {
  try {
    return await readFile(path.join(fixturesDir, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
