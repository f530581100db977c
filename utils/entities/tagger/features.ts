import { hashString, mix } from '../hash.ts';
import type { Tokens } from '../tokens.ts';
import { readContext, type Context } from './context.ts';
import type { NameSets } from './name-sets.ts';

/** The features of each token as hashes: token `i` has `ids[offsets[i]]` up to `ids[offsets[i + 1]]`. */
export type Features = { readonly ids: Int32Array; readonly offsets: Int32Array };

/** What proposals of other kinds say of each token; 0 where they say nothing. */
export type Hints = Uint8Array;

const templates = new Map<string, number>();

/** A template's salt; templates are few, so their names are hashed once. */
function salt(name: string): number {
  let known = templates.get(name);
  if (known === undefined) templates.set(name, (known = hashString(name)));
  return known;
}

const edge = hashString('|');

/**
 * The features of all tokens of a text. Most are of the word and its neighbours; the rest tell what else the text
 * says of the same word, since news name a thing in full once and then in short.
 */
export function readFeatures(tokens: Tokens, names: NameSets, hints?: Hints): Features {
  const context = readContext(tokens, names);
  const ids: number[] = [];
  const offsets = new Int32Array(tokens.count + 1);
  for (let at = 0; at < tokens.sentences.length; at += 2) {
    const from = tokens.sentences[at] ?? 0;
    const to = tokens.sentences[at + 1] ?? from;
    for (let i = from; i < to; i++) {
      addWordFeatures({ ids, context, i, from, to });
      addRunFeatures({ ids, context, i, from, to });
      addWideFeatures(ids, context, i);
      addSenseFeatures({ ids, context, i, from, to });
      addRowFeatures(ids, context, i);
      addTextFeatures(ids, context, i);
      addAffixes(ids, tokens.words[i] ?? '');
      const hint = hints?.[i] ?? 0;
      if (hint !== 0)
        ids.push(mix(salt('hint'), hint), mix(mix(salt('hint-shape'), hint), context.shapes[i] ?? 0));
      offsets[i + 1] = ids.length;
    }
  }
  return { ids: Int32Array.from(ids), offsets };
}

type Place = {
  readonly ids: number[];
  readonly context: Context;
  readonly i: number;
  readonly from: number;
  readonly to: number;
};

function addWordFeatures({ ids, context, i, from, to }: Place): void {
  const at = (column: Int32Array, k: number): number => (k < from || k >= to ? edge : (column[k] ?? 0));
  const { lowers, shapes, classes } = context;
  const [w2, w1, w, n1, n2] = [
    at(lowers, i - 2),
    at(lowers, i - 1),
    at(lowers, i),
    at(lowers, i + 1),
    at(lowers, i + 2),
  ];
  const [s2, s1, s, t1, t2] = [
    at(shapes, i - 2),
    at(shapes, i - 1),
    at(shapes, i),
    at(shapes, i + 1),
    at(shapes, i + 2),
  ];
  const [c1, c, d1] = [at(classes, i - 1), at(classes, i), at(classes, i + 1)];
  const initial = context.isInitial[i] ?? 0;
  const shape = mix(s, initial);
  ids.push(
    salt('bias'),
    mix(salt('w'), w),
    mix(mix(salt('w/s'), w), s),
    mix(salt('w-1'), w1),
    mix(salt('w+1'), n1),
    mix(salt('w-2'), w2),
    mix(salt('w+2'), n2),
    mix(mix(salt('w-1 w'), w1), w),
    mix(mix(salt('w w+1'), w), n1),
    mix(mix(salt('w-2 w-1'), w2), w1),
    mix(mix(salt('w-1 s'), w1), s),
    mix(mix(salt('s w+1'), s), n1),
    mix(salt('s'), shape),
    mix(mix(salt('s-1 s'), s1), shape),
    mix(mix(salt('s s+1'), shape), t1),
    mix(mix(mix(salt('s-1 s s+1'), s1), shape), t1),
    mix(mix(mix(salt('s-2 s-1 s'), s2), s1), s),
    mix(mix(mix(salt('s s+1 s+2'), s), t1), t2),
    mix(mix(salt('c'), c), s),
    mix(mix(salt('c-1 c'), c1), c),
    mix(mix(salt('c c+1'), c), d1),
    mix(mix(mix(salt('c-1 c c+1'), c1), c), d1),
    mix(mix(salt('w-1 c'), w1), c),
    mix(mix(salt('c w+1'), c), n1),
  );
  for (let rest = c1; rest !== 0; rest &= rest - 1) ids.push(mix(mix(salt('class-1'), rest & -rest), s));
  for (let rest = c; rest !== 0; rest &= rest - 1) ids.push(mix(mix(salt('class'), rest & -rest), s));
  for (let rest = d1; rest !== 0; rest &= rest - 1) ids.push(mix(mix(salt('class+1'), rest & -rest), s));
}

function addRunFeatures({ ids, context, i, from, to }: Place): void {
  const start = context.runStarts[i] ?? -1;
  if (start < 0) return;
  const end = context.runEnds[i] ?? start;
  const { lowers, classes } = context;
  const before = start > from ? (lowers[start - 1] ?? 0) : edge;
  const after = end < to ? (lowers[end] ?? 0) : edge;
  const first = lowers[start] ?? 0;
  const last = lowers[end - 1] ?? 0;
  const place = (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0);
  const length = Math.min(end - start, 4);
  ids.push(
    mix(mix(salt('run'), place), length),
    mix(mix(salt('run before'), before), place & 1),
    mix(mix(salt('run after'), after), place & 1),
    mix(salt('run last'), last),
    mix(salt('run first'), first),
    mix(mix(mix(salt('run classes'), classes[start] ?? 0), classes[end - 1] ?? 0), place),
    mix(mix(salt('run around'), before), after),
  );
  const add = (name: string, found: number): void => {
    for (let rest = found; rest !== 0; rest &= rest - 1) ids.push(mix(mix(salt(name), rest & -rest), place));
  };
  add('run class before', start > from ? (classes[start - 1] ?? 0) : 0);
  add('run class after', end < to ? (classes[end] ?? 0) : 0);
  add('run class first', classes[start] ?? 0);
  add('run class last', classes[end - 1] ?? 0);
}

/** Long names are told by how they begin and by the small words that join them. */
function addWideFeatures(ids: number[], context: Context, i: number): void {
  const start = context.wideStarts[i] ?? -1;
  if (start < 0) return;
  const end = context.wideEnds[i] ?? start;
  const { lowers, classes, runStarts, runEnds } = context;
  if (runStarts[start] === runStarts[i] && runEnds[i] === end) return;
  const own = runStarts[i] ?? -1;
  const link = own < 0 ? (lowers[i] ?? 0) : own > start ? (lowers[own - 1] ?? 0) : 0;
  const place = own < 0 ? 0 : own === start ? 1 : 2;
  const head = (runEnds[start] ?? start + 1) - 1;
  ids.push(
    mix(mix(mix(salt('wide head'), lowers[head] ?? 0), link), place),
    mix(mix(mix(salt('wide first'), lowers[start] ?? 0), link), place),
    mix(mix(salt('wide head only'), lowers[head] ?? 0), place),
    mix(mix(mix(salt('wide classes'), classes[head] ?? 0), link), place),
    mix(mix(mix(salt('wide tail'), classes[i] ?? 0), link), place),
  );
}

/** What the words around a name stand for, and who it is said to be behind a comma: "Ann Quill, a lawyer". */
function addSenseFeatures({ ids, context, i, from, to }: Place): void {
  const { senses, shapes, runStarts, runEnds } = context;
  const start = runStarts[i] ?? -1;
  const s = shapes[i] ?? 0;
  const at = (k: number): number => (k < from || k >= to ? 0 : (senses[k] ?? 0));
  const add = (name: string, found: number, with_: number): void => {
    for (let rest = found; rest !== 0; rest &= rest - 1) ids.push(mix(mix(salt(name), rest & -rest), with_));
  };
  add('sense-1', at(i - 1), s);
  add('sense', at(i), s);
  add('sense+1', at(i + 1), s);
  if (start < 0) return;
  const end = runEnds[i] ?? start;
  const place = (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0);
  add('run sense last', at(end - 1), place);
  add('run sense-1', at(start - 1), place & 1);
  add('run sense-2', at(start - 2), place & 1);
  add('run sense+1', at(end), place & 1);
  add('run sense+2', at(end + 1), place & 1);
  if (context.isComma(end)) {
    let found = 0;
    for (let k = end + 1; k < Math.min(to, end + 6) && found === 0; k++) found = at(k) & nouns;
    add('run is a', found, place & 1);
  }
}

/** The senses that say what somebody or something is. */
const nouns = 0b111;

/** Names stand in rows with others of their kind; titles stand in quotation marks. */
function addRowFeatures(ids: number[], context: Context, i: number): void {
  const enclosed = context.enclosed[i] ?? 0;
  if (enclosed > 0) ids.push(mix(mix(salt('enclosed'), enclosed), context.shapes[i] ?? 0));
  if ((context.runStarts[i] ?? -1) < 0) return;
  const { classes, runStarts, runEnds } = context;
  const add = (name: string, k: number): void => {
    if (k < 0) return;
    const start = runStarts[k] ?? k;
    const end = (runEnds[k] ?? k + 1) - 1;
    ids.push(
      mix(mix(salt(name), Math.min(end - start, 2)), Math.min((runEnds[i] ?? 0) - (runStarts[i] ?? 0), 3)),
    );
    const found = (classes[start] ?? 0) | (classes[end] ?? 0);
    for (let rest = found; rest !== 0; rest &= rest - 1) ids.push(mix(salt(name), -(rest & -rest)));
  };
  add('row before', context.beside(i, -1));
  add('row after', context.beside(i, 1));
}

function addTextFeatures(ids: number[], context: Context, i: number): void {
  const phrase = context.phrases[i] ?? 0;
  if (phrase !== 0)
    ids.push(mix(salt('phrase'), phrase), mix(mix(salt('phrase/s'), phrase), context.shapes[i] ?? 0));
  const elsewhere = context.elsewhere[i] ?? 0;
  ids.push(mix(mix(salt('elsewhere'), elsewhere), context.isInitial[i] ?? 0));
  const sport = context.sport[i] ?? 0;
  if (sport !== 0 && (context.runStarts[i] ?? -1) >= 0) {
    const classes = context.classes[i] ?? 0;
    ids.push(mix(mix(salt('sport'), sport), classes), mix(mix(salt('sport phrase'), sport), phrase));
    ids.push(mix(mix(salt('sport shape'), sport), context.shapes[i] ?? 0));
  }
  if (context.isLoud[i] === 1) ids.push(mix(salt('loud'), context.classes[i] ?? 0));
  for (const hash of context.otherPlaces(i)) ids.push(hash);
}

function addAffixes(ids: number[], word: string): void {
  const lower = word.toLowerCase();
  const longest = Math.min(4, lower.length - 1);
  for (let n = 1; n <= longest; n++) {
    if (n > 1) ids.push(mix(salt('prefix'), hashString(lower.slice(0, n))));
    ids.push(mix(salt('suffix'), hashString(lower.slice(-n))));
  }
}
