import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GoldQuote, GoldText } from './rows.ts';

type CorpusLine = Omit<GoldText, 'set'>;
type SeedQuote = {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: { readonly start: number; readonly end: number } | null;
  readonly cue?: { readonly start: number; readonly end: number };
  readonly content?: { readonly start: number; readonly end: number };
};
type SeedGold = { readonly quotes: readonly SeedQuote[]; readonly indirect: readonly SeedQuote[] };

/** Where the texts are in a corpus folder, `null` when there are none. */
export function findTexts(corpus: string | undefined): string | null {
  if (corpus === undefined) return null;
  const folder = [join(corpus, 'quotes'), corpus].find(
    (path) => existsSync(path) && textFilesOf(path).length > 0,
  );
  return folder ?? null;
}

function textFilesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));
}

/** The texts of a corpus folder, file by file: the name of the file is the set. */
export function* readTexts(folder: string): Generator<GoldText> {
  for (const name of textFilesOf(folder).toSorted()) {
    const lines = gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n');
    for (const line of lines) {
      if (line.trim() !== '')
        yield { set: name.replace('.jsonl.gz', ''), ...(JSON.parse(line) as CorpusLine) };
    }
  }
}

/** The seed article as one more text, `null` when it is not there. */
export function readSeed(folder: string): GoldText | null {
  const path = join(folder, 'article.vi.gold.json');
  if (!existsSync(path)) return null;
  const gold = JSON.parse(readFileSync(path, 'utf8')) as SeedGold;
  const spoken = gold.quotes.filter(({ kind }) => kind !== 'scare').map(goldOf);
  const reported = gold.indirect.map(goldOf);
  const quotes = [...spoken, ...reported];
  const text = readFileSync(join(folder, 'article.vi.txt'), 'utf8');
  return {
    set: 'seed',
    id: 'seed',
    lang: 'vi',
    text,
    quotes,
    contents: quotes.map(({ start, end }) => [start, end]),
  };
}

function goldOf({ kind, start, end, content, speaker, cue }: SeedQuote): GoldQuote {
  return {
    kind,
    start: content?.start ?? start,
    end: content?.end ?? end,
    source: speaker === null ? [] : [[speaker.start, speaker.end]],
    cue: cue === undefined ? [] : [[cue.start, cue.end]],
  };
}

/** Which half a text is in: rules were written while looking at `dev`, and are judged by `judge`. */
export function halfOf(id: string): 'dev' | 'judge' {
  const hash = createHash('sha1').update(id).digest();
  return hash.readUInt32BE(0) % 2 === 0 ? 'dev' : 'judge';
}
