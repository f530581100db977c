/**
 * What is remembered of a spelling as a name of a type. `name` is folded, so that the ways to write it count as one.
 * Counts are of articles: keeping ten mentions in one of them says no more than keeping one.
 */
export type LearnedName = {
  readonly name: string;
  readonly type: string;
  readonly accepted: number;
  readonly rejected: number;
  /** Articles in which it was offered and left alone, though the reader decided on others. */
  readonly passed: number;
  /** Rejections since it was last accepted: two silence it. */
  readonly streak: number;
};

/** A spelling as a name of a type. */
export type NameOfType = { readonly name: string; readonly type: string };

/** Words in the line of the article that they stand in, in UTF-16 code units of the line. */
export type WordsInLine = { readonly text: string; readonly start: number; readonly end: number };

/** What the reader decided on words of an article. */
export type LearnedDecision = NameOfType & {
  readonly action: 'accepted' | 'rejected';
  /** The act that stored it; `null` where that is none, as for a rejection. */
  readonly actId: number | null;
  readonly annotationId: string | null;
  readonly isUndone: boolean;
  /** The one mention that was rejected; `null` where the name was, wherever it stands in the article. */
  readonly spot: string | null;
  /** Until the weights have learned from it. */
  readonly line: WordsInLine | null;
};

/** What was decided on one article. */
export type Lesson = {
  readonly lang: string;
  readonly decisions: readonly LearnedDecision[];
  /** All names that the reader saw proposed. */
  readonly offered: readonly NameOfType[];
};

/** Rejections in a row after which a name is proposed no more. */
export const silencingStreak = 2;

/** Whether a name is proposed no more. */
export function isSilenced({ streak }: Pick<LearnedName, 'streak'>): boolean {
  return streak >= silencingStreak;
}

/** The key under which a spelling counts as a name of a type. */
export function keyOfName({ name, type }: NameOfType): string {
  return `${type}\n${name}`;
}

/**
 * The decisions that hold: what was undone is left out with what was changed of it later, and of those on the same
 * annotation the last one counts.
 */
export function heldDecisions(decisions: readonly LearnedDecision[]): LearnedDecision[] {
  const held = new Map<string, LearnedDecision | null>();
  for (const [index, decision] of decisions.entries()) {
    const key = decision.annotationId ?? `alone ${index}`;
    const before = held.get(key);
    // An annotation that was taken back stays away, whatever was changed of it in between.
    if (before === null) continue;
    if (decision.isUndone) held.set(key, before ?? null);
    else held.set(key, decision);
  }
  return [...held.values()].filter((decision) => decision !== null);
}

/** What one article says of a name: each count is 0 or 1. */
type Counts = NameOfType & {
  readonly accepted: number;
  readonly rejected: number;
  readonly passed: number;
};

/** Patterns find days and amounts; that one was kept says nothing of the next. */
const unlearnable: ReadonlySet<string> = new Set(['date', 'amount']);

function countLesson({ decisions, offered }: Lesson): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const decided = new Set<string>();
  for (const { name, type, action, spot } of heldDecisions(decisions)) {
    decided.add(name);
    if (spot !== null || (action === 'accepted' && unlearnable.has(type))) continue;
    const key = keyOfName({ name, type });
    const known = counts.get(key) ?? { name, type, accepted: 0, rejected: 0, passed: 0 };
    counts.set(key, { ...known, [action]: 1 });
  }
  if (decided.size === 0) return counts;
  for (const { name, type } of offered) {
    if (decided.has(name) || unlearnable.has(type)) continue;
    counts.set(keyOfName({ name, type }), { name, type, accepted: 0, rejected: 0, passed: 1 });
  }
  return counts;
}

/**
 * The names that a changed lesson concerns, as they are to be remembered. `known` are those remembered so far, by
 * `keyOfName`. What an article said before is taken back first, so that nothing counts twice.
 */
export function recount(
  before: Lesson | null,
  after: Lesson,
  known: ReadonlyMap<string, LearnedName>,
): LearnedName[] {
  const old = before === null ? new Map<string, Counts>() : countLesson(before);
  const next = countLesson(after);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = next.get(key);
    const named = is ?? was;
    if (named === undefined) return [];
    const stepOf = (part: 'accepted' | 'rejected' | 'passed'): number =>
      (is?.[part] ?? 0) - (was?.[part] ?? 0);
    const { name, type } = named;
    const from = known.get(key) ?? { name, type, accepted: 0, rejected: 0, passed: 0, streak: 0 };
    const rejections = stepOf('rejected');
    return [
      {
        ...from,
        accepted: Math.max(0, from.accepted + stepOf('accepted')),
        rejected: Math.max(0, from.rejected + rejections),
        passed: Math.max(0, from.passed + stepOf('passed')),
        streak: stepOf('accepted') > 0 ? 0 : Math.max(0, from.streak + rejections),
      },
    ];
  });
}

/** The names that `recount` asks for. */
export function namesOf(before: Lesson | null, after: Lesson): string[] {
  return [...new Set([...(before === null ? [] : countLesson(before).keys()), ...countLesson(after).keys()])];
}
