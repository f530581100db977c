import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOtherMentions, groupMentions, type Suggestion } from '../../../utils/entities/index.ts';
import { emptyCount, scoreClusters, type Count, type TypedSpan } from './score.ts';

type GoldMention = {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly optional?: boolean;
  readonly nested?: boolean;
  readonly extended?: { readonly start: number; readonly end: number };
};
type GoldEntity = { readonly id: string; readonly type: string; readonly mentions: readonly GoldMention[] };
export type Seed = {
  readonly text: string;
  readonly entities: readonly GoldEntity[];
  readonly traps: readonly { readonly start: number; readonly end: number; readonly text: string }[];
};

const typeOfSeed: Readonly<Record<string, string>> = { org: 'organisation', law: 'work', percent: 'amount' };

/** The seed article with its gold. */
export function readSeed(folder: string): Seed {
  const gold = JSON.parse(readFileSync(join(folder, 'article.vi.gold.json'), 'utf8')) as Omit<Seed, 'text'>;
  return { ...gold, text: readFileSync(join(folder, 'article.vi.txt'), 'utf8') };
}

export type SeedScore = {
  readonly mention: Count;
  readonly typed: Count;
  readonly missed: string[];
  readonly wrong: string[];
};

/** Must-find mentions, with or without class word or title; optional and nested ones are neither hit nor miss. */
export function scoreSeed(
  { text, entities }: Seed,
  found: readonly TypedSpan[],
  types: readonly string[],
): SeedScore {
  const must: { keys: string[]; type: string; text: string }[] = [];
  const may = new Set<string>();
  const keyOf = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`;
  for (const entity of entities) {
    const type = typeOfSeed[entity.type] ?? entity.type;
    for (const mention of entity.mentions) {
      const keys = [keyOf(mention), ...(mention.extended === undefined ? [] : [keyOf(mention.extended)])];
      const isMust =
        types.includes(type) &&
        mention.optional !== true &&
        mention.nested !== true &&
        mention.kind !== 'title';
      if (isMust) must.push({ keys, type, text: text.slice(mention.start, mention.end) });
      else for (const key of keys) may.add(key);
    }
  }
  const counted = found.filter((span) => types.includes(span.type));
  const mention = emptyCount();
  const typed = emptyCount();
  const missed: string[] = [];
  for (const { keys, type, text: words } of must) {
    const hit = counted.find((span) => keys.includes(keyOf(span)));
    if (hit === undefined) missed.push(words);
    else mention.hits++;
    if (hit?.type === type) typed.hits++;
  }
  const known = new Set(must.flatMap(({ keys }) => keys));
  const wrong = counted.filter((span) => !known.has(keyOf(span)) && !may.has(keyOf(span)));
  mention.gold = typed.gold = must.length;
  mention.found = typed.found = mention.hits + wrong.length;
  return {
    mention,
    typed,
    missed,
    wrong: wrong.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`),
  };
}

/** B³ of grouping the gold's own named mentions. */
export function scoreSeedGroups({ text, entities }: Seed): [number, number, number] {
  const mentions = entities.flatMap(({ id, type, mentions }) =>
    mentions
      .filter(({ kind, nested }) => kind !== 'title' && nested !== true)
      .map(({ start, end, extended }) => ({
        start: extended?.start ?? start,
        end: extended?.end ?? end,
        type: typeOfSeed[type] ?? type,
        id,
      })),
  );
  const groups = groupMentions(text, mentions, { lang: 'vi' }).map((group) =>
    group.mentions.map((mention) => mentions.indexOf(mention)),
  );
  const gold = [...Map.groupBy(mentions.keys(), (i) => mentions[i]?.id ?? '').values()];
  return scoreClusters(groups, gold);
}

/** Marking the other mentions of each entity when its first one is tagged. */
export function scoreSeedPropagation({ text, entities }: Seed, proposals: readonly Suggestion[]): Count {
  const count = emptyCount();
  for (const { type, mentions } of entities) {
    const named = mentions.filter(({ kind }) => kind !== 'title');
    const [first] = named;
    if (first === undefined || named.length < 2 || type === 'date' || type === 'percent') continue;
    const found = findOtherMentions(
      text,
      { start: first.start, end: first.end, type: typeOfSeed[type] ?? type },
      { lang: 'vi', proposals },
    );
    const rest = mentions.filter((mention) => mention !== first);
    const isHit = (span: { start: number; end: number }, mention: GoldMention): boolean =>
      span.start < mention.end && mention.start < span.end;
    count.hits += named.slice(1).filter((mention) => found.some((span) => isHit(span, mention))).length;
    count.found += found.filter((span) => !rest.some((mention) => isHit(span, mention))).length;
    count.gold += named.length - 1;
  }
  return { ...count, found: count.found + count.hits };
}
