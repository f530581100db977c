import type { CueTable, Lexicon } from './lexicon/index.ts';
import type { Token } from './tokens.ts';

/** A cue in a list of tokens: `[from, to)` in tokens. */
export type Cue = {
  readonly from: number;
  readonly to: number;
  /** `source` stands for "according to", `weak` for verbs that speak only beside marked words. */
  readonly strength: 'strong' | 'weak' | 'source' | 'source-after';
};

/** How many tokens from `at` on are an entry of the table, 0 for none. */
export function matchTable(table: CueTable, tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== 'word') return 0;
  for (const phrase of table.phrases.get(token.lower) ?? []) {
    if (phrase.every((part, index) => tokens[at + index]?.lower === part)) return phrase.length;
  }
  return table.words.has(token.lower) ? 1 : 0;
}

/** All cues among the tokens, in order. */
export function findCues(tokens: readonly Token[], lexicon: Lexicon): Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(tokens, at, lexicon);
    if (cue === null) continue;
    found.push(cue);
    at = cue.to - 1;
  }
  return found;
}

function cueAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Cue | null {
  const tables = [
    ['source', lexicon.sourceBefore],
    ['source-after', lexicon.sourceAfter],
    ['strong', lexicon.cues],
    ['weak', lexicon.weakCues],
  ] as const;
  let best: Cue | null = null;
  for (const [strength, table] of tables) {
    const length = matchTable(table, tokens, at);
    if (length > (best === null ? 0 : best.to - best.from)) best = { from: at, to: at + length, strength };
  }
  if (best?.strength === 'source' && lexicon.parenthetical.has(tokens[at]?.lower ?? '')) {
    const before = tokens[at - 1];
    return before !== undefined && before.kind !== 'word' && (!before.isLast || before.kind === 'marked')
      ? best
      : null;
  }
  if (best === null || best.strength === 'source') return best;
  return best.to - best.from === 1 && isNoun(tokens, at, lexicon) ? null : best;
}

/** "request", not "requests" or "requested": as a verb it needs a plural, a pronoun or an auxiliary before it. */
function isBaseForm(lower: string, lexicon: Lexicon): boolean {
  return lexicon.nounLike.has(`${lower}s`);
}

function isAdjectiveLike(
  { lower, isCapital }: Token,
  { pronouns, fillers, conjunctions, relatives }: Lexicon,
): boolean {
  if (isCapital || lower.endsWith('s')) return false;
  return ![pronouns, fillers, conjunctions, relatives].some((set) => set.has(lower));
}

/** Whether the form is a noun or a name here: "the claims", "his remarks", "United States". */
function isNoun(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || before.isLast) return false;
  if (token.isCapital && before.isCapital) return true;
  if (!lexicon.nounLike.has(token.lower) || before.kind !== 'word') return false;
  if (isBaseForm(token.lower, lexicon) && isAdjectiveLike(before, lexicon)) return true;
  const isOfName = /['’]s?$/u.test(before.lower);
  return (
    isOfName ||
    lexicon.determiners.has(before.lower) ||
    lexicon.openers.has(before.lower) ||
    lexicon.linkers.has(before.lower)
  );
}
