import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashString } from '../../utils/entities/hash.ts';
import { labelOf, outside, type TaggedType } from '../../utils/entities/tagger/labels.ts';
import { tokenise, type Tokens } from '../../utils/entities/tokens.ts';

/** A sentence of a corpus of entities: tokens with BIO tags, and whether white space follows each. */
export type CorpusRow = {
  readonly doc: string;
  readonly source: string;
  readonly lang: string;
  readonly licence: string;
  readonly tokens: readonly string[];
  readonly space_after?: readonly boolean[];
  readonly tags: readonly string[];
};

export type GoldSpan = { readonly start: number; readonly end: number; readonly tag: string };

/** A text with its gold spans, in UTF-16 code units. */
export type CorpusText = {
  readonly doc: string;
  readonly source: string;
  readonly lang: string;
  readonly text: string;
  readonly gold: readonly GoldSpan[];
};

/** The rows of a file of the corpus; none when it is not there. */
export function readRows(path: string): CorpusRow[] {
  if (!existsSync(path)) return [];
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusRow);
}

/** Rows put together to texts: sentences of one document become its lines. */
export function readTexts(folder: string, file: string): CorpusText[] {
  const texts: CorpusText[] = [];
  let open: CorpusRow[] = [];
  const close = (): void => {
    if (open.length > 0) texts.push(joinRows(open));
    open = [];
  };
  for (const row of readRows(join(folder, file))) {
    if (open[0] !== undefined && open[0].doc !== row.doc) close();
    open.push(row);
  }
  close();
  return texts;
}

/** One text of the rows of a document. */
export function joinRows(rows: readonly CorpusRow[]): CorpusText {
  const [first] = rows;
  if (first === undefined) throw new RangeError('expected at least one row');
  let text = '';
  const gold: GoldSpan[] = [];
  for (const { tokens, tags, space_after: spaces } of rows) {
    if (text !== '') text += '\n';
    let open: { start: number; tag: string } | null = null;
    let end = text.length;
    const close = (): void => {
      if (open !== null) gold.push({ ...open, end });
      open = null;
    };
    for (const [i, token] of tokens.entries()) {
      const tag = tags[i] ?? 'O';
      const start = text.length;
      text += token;
      if (tag === 'O' || tag.startsWith('B-') || (open as { tag: string } | null)?.tag !== tag.slice(2))
        close();
      if (tag !== 'O') open ??= { start, tag: tag.slice(2) };
      end = text.length;
      if (i + 1 < tokens.length && (spaces?.[i] ?? true)) text += ' ';
    }
    close();
  }
  return { doc: first.doc, source: first.source, lang: first.lang, text, gold };
}

const typeOfTag: Readonly<Record<string, TaggedType>> = {
  PER: 'person',
  PERSON: 'person',
  LOC: 'place',
  LOCATION: 'place',
  GPE: 'place',
  ORG: 'organisation',
  ORGANIZATION: 'organisation',
  MISC: 'other',
  NAME: 'other',
};

/** Whether a document is in the half that the benchmark judges on, which the models of `--half` never saw. */
export function isJudged(doc: string): boolean {
  return (hashString(doc) & 1) === 1;
}

/** The type that a corpus' tag stands for; `null` for one that names no entity of ours. */
export function typeOfGold(tag: string): TaggedType | null {
  return typeOfTag[tag] ?? null;
}

/** A text cut into our tokens, each with the label of the gold span it begins in. */
export function labelText({ text, gold }: CorpusText): { tokens: Tokens; labels: Uint8Array } {
  const tokens = tokenise(text);
  const labels = new Uint8Array(tokens.count).fill(outside);
  let at = 0;
  for (const { start, end, tag } of gold) {
    const type = typeOfGold(tag);
    while (at < tokens.count && (tokens.ends[at] ?? 0) <= start) at++;
    let isFirst = true;
    for (; at < tokens.count && (tokens.starts[at] ?? 0) < end; at++) {
      if (type !== null) labels[at] = labelOf(type, !isFirst);
      isFirst = false;
    }
  }
  return { tokens, labels };
}
