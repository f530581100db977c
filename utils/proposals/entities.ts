import {
  groupMentions,
  Memory,
  mergeSuggestions,
  suggestEntities,
  type KnownName,
  type MemoryData,
  type Suggestion,
  type Tagger,
  type WeightDelta,
} from '../entities/index.ts';
import { nameOf } from '../entities/memory.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { NameOfType } from '../model/learned.ts';
import type { ReadArticle, ReadMark, ReadPiece } from '../model/read-article.ts';
import { textOf, type JoinedText } from './joined.ts';
import { toMention, type ProposedMention } from './mention.ts';
import { spotOf } from './spots.ts';

/** Somebody or something named in the article that is not kept there yet. */
export type ProposedEntity = {
  /** Tells it from the others of the same reading. */
  readonly key: string;
  /** What it would be kept as: what the reader calls it already, else its fullest name, or the value of a day or amount. */
  readonly name: string;
  readonly type: string;
  /** The words of the article for it, where `name` is a value. */
  readonly words: string;
  readonly isKnown: boolean;
  readonly mentions: readonly ProposedMention[];
};

/** What an article is searched with. */
export type EntityKnowledge = {
  /** Everything that the reader keeps, by all its names. */
  readonly known: readonly KnownEntity[];
  readonly memory: MemoryData;
  readonly tagger?: Tagger;
  readonly delta?: WeightDelta;
  /** What the reader rejected in this article. */
  readonly rejected: { readonly names: readonly NameOfType[]; readonly spots: readonly string[] };
  /** What others propose beside ours, in offsets of the joined text. */
  readonly further?: readonly Suggestion[];
};

/** Below it a proposal is more often a nuisance than a help. */
const leastConfidence = 0.5;

/** What is looked for most comes first; types of the reader's own before days and amounts. */
const order: readonly string[] = ['person', 'organisation', 'place', 'event', 'work'];
const last: readonly string[] = ['other', 'date', 'amount'];

/**
 * Who and what is named in an article and not kept there yet: by type, known ones first, then those named most often.
 */
export function proposeEntities(article: ReadArticle, knowledge: EntityKnowledge): ProposedEntity[] {
  const joined = textOf(article);
  const lang = article.lang ?? '';
  const found = suggestIn(joined, lang, knowledge);
  const registry = indexKnown(knowledge.known);
  // Rejected as a person it is not proposed as a place in its stead.
  const rejected = new Set(knowledge.rejected.names.map(({ name }) => name));
  const open = found.flatMap((suggestion) => {
    const { name } = suggestion;
    const mention = toMention(article, joined, suggestion);
    const isOut =
      mention === null ||
      isKept(article.marks, mention.pieces) ||
      rejected.has(name) ||
      knowledge.rejected.spots.includes(spotOf(mention.line));
    return isOut ? [] : [{ ...suggestion, mention }];
  });
  return group(joined.text, open, lang)
    .map((members) => toEntity(members, registry))
    .toSorted(compare);
}

function suggestIn(joined: JoinedText, lang: string, knowledge: EntityKnowledge): Suggestion[] {
  const { text, blocks } = joined;
  const { known, tagger, delta, further = [] } = knowledge;
  const memory = new Memory(knowledge.memory);
  const names: KnownName[] = known.flatMap(({ name, type, aliases = [] }) =>
    [name, ...aliases].map((one) => ({ name: one, type })),
  );
  const own = suggestEntities(text, {
    lang,
    blocks,
    known: names,
    memory,
    ...(tagger && { tagger }),
    ...(delta && { delta }),
  });
  const all = further.length === 0 ? own : mergeSuggestions({ text, lang, blocks }, [own, further], memory);
  return all.filter(({ confidence }) => confidence >= leastConfidence);
}

type Found = Suggestion & { readonly mention: ProposedMention };

function isKept(marks: readonly ReadMark[], pieces: readonly ReadPiece[]): boolean {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? 0;
  return marks.some((mark) => mark.kind === 'entity' && mark.start < end && start < mark.end);
}

/** Mentions of the same thing; days and amounts are the same when they mean the same. */
function group(text: string, found: readonly Found[], lang: string): (readonly Found[])[] {
  const isValue = ({ type }: Found): boolean => type === 'date' || type === 'amount';
  const values = Map.groupBy(found.filter(isValue), ({ type, value, name }) => `${type} ${value ?? name}`);
  const names = groupMentions(
    text,
    found.filter((one) => !isValue(one)),
    { lang },
  );
  return [...names.map(({ name, mentions }) => bestFirst(name, mentions)), ...values.values()];
}

/** With the fullest name in front, by which the entity goes. */
function bestFirst(name: string, mentions: readonly Found[]): readonly Found[] {
  const best = mentions.find((mention) => nameOf(mention.name) === nameOf(name));
  return best === undefined ? mentions : [best, ...mentions.filter((mention) => mention !== best)];
}

function toEntity(members: readonly Found[], registry: ReadonlyMap<string, KnownEntity>): ProposedEntity {
  const mentions = members.map(({ mention }) => mention).toSorted((a, b) => startOf(a) - startOf(b));
  const [first] = members;
  const words = first?.name ?? '';
  const name = valueOf(first) ?? words;
  const type = typeOf(members);
  const known = [name, ...members.map((member) => member.name)]
    .map((one) => registry.get(nameOf(one)))
    .find((entity) => entity !== undefined && isOfType(entity.type, type));
  return {
    key: `${type} ${mentions[0]?.key ?? ''}`,
    name: known?.name ?? name,
    type: known?.type ?? type,
    words,
    isKnown: known !== undefined,
    mentions,
  };
}

/** A day without its year is not the same day in the next article, so it is called as it is written. */
function valueOf(found: Found | undefined): string | null {
  const { value = '' } = found ?? {};
  return /^-?\d/u.test(value) ? value : null;
}

/** What most mentions are taken for, one that says something before "other". */
function typeOf(members: readonly Found[]): string {
  const told = members.filter(({ type }) => type !== 'other');
  const byType = [...Map.groupBy(told, ({ type }) => type)];
  return byType.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'other';
}

function isOfType(known: string, found: string): boolean {
  const isValue = (type: string): boolean => type === 'date' || type === 'amount';
  return isValue(known) === isValue(found);
}

function indexKnown(known: readonly KnownEntity[]): ReadonlyMap<string, KnownEntity> {
  const index = new Map<string, KnownEntity>();
  // A name of its own before another one's alias.
  for (const entity of known) for (const alias of entity.aliases ?? []) index.set(nameOf(alias), entity);
  for (const entity of known) index.set(nameOf(entity.name), entity);
  return index;
}

function compare(a: ProposedEntity, b: ProposedEntity): number {
  return (
    rankOf(a.type) - rankOf(b.type) ||
    (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
    Number(b.isKnown) - Number(a.isKnown) ||
    b.mentions.length - a.mentions.length ||
    startOf(a.mentions[0]) - startOf(b.mentions[0])
  );
}

function rankOf(type: string): number {
  const early = order.indexOf(type);
  if (early !== -1) return early;
  return last.includes(type) ? order.length + 1 + last.indexOf(type) : order.length;
}

function startOf(mention: ProposedMention | undefined): number {
  return mention?.pieces[0]?.start ?? 0;
}
