import { normaliseUrl } from '../extraction/identity.ts';
import { foldText } from '../text/fold.ts';
import {
  isSilenced,
  keyOfName,
  namesOf,
  recount,
  silencingStreak,
  type LearnedDecision,
  type LearnedName,
  type Lesson,
  type NameOfType,
} from '../model/learned.ts';
import type { LearnedRow, Library } from './database.ts';
import { digestOf } from './digest.ts';

/** Everything that can be forgotten, as rows; for the way back. */
export type LearnedRows = readonly LearnedRow[];

/** What was learned for a language: the weights, and the model that they belong to. */
export type LearnedWeights = Extract<LearnedRow, { kind: 'weights' }>;

/** A lesson that the weights have not learned from yet. */
export type DueLesson = Lesson & { readonly key: string };

/** A spelling as it is remembered. */
export function foldName(words: string): string {
  return foldText(words).text.trim();
}

/** What an article's decisions are found by: a hash, so that nothing tells where the reader was. */
export async function pageKeyOf(url: string): Promise<string> {
  return await digestOf(normaliseUrl(url) ?? url, 12);
}

/** The names that decisions of the reader taught. */
export async function readLearnedNames(library: Library): Promise<LearnedName[]> {
  const rows = await library.learned.where('kind').equals('name').toArray();
  return rows.flatMap((row) => (row.kind === 'name' ? [row.value] : []));
}

/** What was learned of a language beside this model; `null` where nothing was, or beside another one. */
export async function readLearnedWeights(library: Library, lang: string): Promise<LearnedWeights | null> {
  const row = await library.learned.get(weightsKeyOf(lang));
  return row?.kind === 'weights' ? row : null;
}

/** What the reader rejected in an article: names, and single mentions. */
export async function readRejected(
  library: Library,
  pageKey: string,
): Promise<{ readonly names: readonly NameOfType[]; readonly spots: readonly string[] }> {
  const row = await library.learned.get(lessonKeyOf(pageKey));
  const rejected = (row?.kind === 'lesson' ? row.lesson.decisions : []).filter(
    ({ action, isUndone }) => action === 'rejected' && !isUndone,
  );
  return {
    names: rejected.flatMap(({ name, type, spot }) => (spot === null ? [{ name, type }] : [])),
    spots: rejected.flatMap(({ spot }) => (spot === null ? [] : [spot])),
  };
}

/** What is to be learned of an article. */
export type LessonPart = {
  readonly lang: string;
  readonly decisions: readonly LearnedDecision[];
  readonly offered?: readonly NameOfType[];
};

/** Adds decisions on an article to what was decided on it, and remembers the names. */
export async function learn(
  library: Library,
  pageKey: string,
  { lang, decisions, offered = [] }: LessonPart,
  now: string,
): Promise<void> {
  await changeLesson(
    library,
    lessonKeyOf(pageKey),
    (lesson) => ({
      lang,
      decisions: [...(lesson?.decisions ?? []), ...decisions],
      offered: uniteNames([...(lesson?.offered ?? []), ...offered]),
    }),
    now,
  );
}

/** Takes rejections back. */
export async function takeRejectionBack(
  library: Library,
  pageKey: string,
  rejected: readonly (NameOfType & { readonly spot: string | null })[],
  now: string,
): Promise<void> {
  const isMeant = (decision: LearnedDecision): boolean =>
    decision.action === 'rejected' &&
    rejected.some(
      ({ name, type, spot }) => decision.name === name && decision.type === type && decision.spot === spot,
    );
  await changeLesson(
    library,
    lessonKeyOf(pageKey),
    (lesson) =>
      lesson === null
        ? null
        : { ...lesson, decisions: lesson.decisions.filter((decision) => !isMeant(decision)) },
    now,
  );
}

/**
 * Follows the undoing of an act: what it taught is unlearned. Undoing that again teaches it anew. Weights that moved
 * already stay where they are.
 */
export async function followUndo(library: Library, actId: number, now: string): Promise<void> {
  const { rootId, isUndone } = await rootOf(library, actId);
  const keys = await library.learned.where('actIds').equals(rootId).primaryKeys();
  for (const key of keys) {
    await changeLesson(
      library,
      key,
      (lesson) =>
        lesson === null
          ? null
          : {
              ...lesson,
              decisions: lesson.decisions.map((decision) =>
                decision.actId === rootId ? { ...decision, isUndone } : decision,
              ),
            },
      now,
    );
  }
}

/** The act that a chain of undoing and redoing began with. */
async function rootOf(library: Library, actId: number): Promise<{ rootId: number; isUndone: boolean }> {
  let rootId = actId;
  let isUndone = true;
  for (;;) {
    const before = (await library.acts.get(rootId))?.undoOf;
    if (before === undefined) return { rootId, isUndone };
    rootId = before;
    isUndone = !isUndone;
  }
}

/** Lets a silenced name be proposed again, or silences it. */
export async function allowName(library: Library, named: NameOfType, isAllowed: boolean): Promise<void> {
  await library.transaction('rw', library.learned, async () => {
    const key = nameKeyOf(keyOfName(named));
    const row = await library.learned.get(key);
    if (row?.kind !== 'name') return;
    await library.learned.put(nameRow({ ...row.value, streak: isAllowed ? 0 : silencingStreak }));
  });
}

/** How many names are remembered, and those that are proposed no more, by name. */
export async function summariseLearned(
  library: Library,
): Promise<{ readonly count: number; readonly silenced: readonly NameOfType[] }> {
  const names = await readLearnedNames(library);
  const silenced = names.filter(isSilenced).toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    count: names.filter(({ accepted }) => accepted > 0).length,
    silenced: silenced.map(({ name, type }) => ({ name, type })),
  };
}

/** Forgets all that was learned and answers it, for the way back and for export. */
export async function forgetLearned(library: Library): Promise<LearnedRows> {
  return await library.transaction('rw', library.learned, async () => {
    const rows = await library.learned.toArray();
    await library.learned.clear();
    return rows;
  });
}

/** All that was learned, as it is stored. */
export async function readLearned(library: Library): Promise<LearnedRows> {
  return await library.learned.toArray();
}

/** Takes forgetting back; what was learned since stays. */
export async function recallLearned(library: Library, rows: LearnedRows): Promise<void> {
  await library.transaction('rw', library.learned, async () => {
    const there = new Set(await library.learned.toCollection().primaryKeys());
    await library.learned.bulkPut(rows.filter(({ key }) => !there.has(key)));
  });
}

/** Lessons of a language that the weights have not learned from. */
export async function listDueLessons(library: Library, lang: string): Promise<DueLesson[]> {
  const rows = await library.learned.where('kind').equals('lesson').toArray();
  return rows.flatMap((row) => {
    if (row.kind !== 'lesson' || baseOf(row.lesson.lang) !== baseOf(lang)) return [];
    return row.lesson.decisions.some(({ line }) => line !== null) ? [{ key: row.key, ...row.lesson }] : [];
  });
}

/** Keeps the weights that were learned from some lessons, whose lines are not needed any more. */
export async function keepWeights(
  library: Library,
  { lang, ...weights }: { lang: string } & Pick<LearnedWeights, 'model' | 'data'>,
  lessons: readonly DueLesson[],
): Promise<void> {
  await library.transaction('rw', library.learned, async () => {
    const rows = await library.learned.bulkGet(lessons.map(({ key }) => key));
    // Two windows may have learned from the same lessons: the weights of the first stand.
    const isStill = rows.every(
      (row, index) => row?.kind === 'lesson' && isSameLesson(row.lesson, lessons[index]),
    );
    if (!isStill) return;
    for (const row of rows) {
      if (row?.kind !== 'lesson') continue;
      const decisions = row.lesson.decisions.map((decision) => ({ ...decision, line: null }));
      await library.learned.put({ ...row, lesson: { ...row.lesson, decisions } });
    }
    await library.learned.put({ key: weightsKeyOf(lang), kind: 'weights', ...weights });
  });
}

/** Lessons are kept as long as the acts that they came by; what they taught stays. */
export async function purgeLessons(library: Library, before: string): Promise<void> {
  await library.learned
    .where('kind')
    .equals('lesson')
    .filter((row) => row.kind === 'lesson' && row.at < before)
    .delete();
}

type ChangeLesson = (lesson: Lesson | null) => Lesson | null;

// oxlint-disable-next-line eslint/max-params -- inside of this file
async function changeLesson(library: Library, key: string, change: ChangeLesson, now: string): Promise<void> {
  await library.transaction('rw', library.learned, async () => {
    const row = await library.learned.get(key);
    const before = row?.kind === 'lesson' ? row.lesson : null;
    const after = change(before);
    if (after === null) return;
    const keys = namesOf(before, after);
    const rows = await library.learned.bulkGet(keys.map(nameKeyOf));
    const known = new Map(
      rows.flatMap((one) => (one?.kind === 'name' ? [[keyOfName(one.value), one.value] as const] : [])),
    );
    await library.learned.bulkPut(recount(before, after, known).map(nameRow));
    const actIds = [...new Set(after.decisions.flatMap(({ actId }) => actId ?? []))];
    await library.learned.put({ key, kind: 'lesson', lesson: after, actIds, at: now });
  });
}

function isSameLesson(lesson: Lesson, due: DueLesson | undefined): boolean {
  return JSON.stringify(lesson.decisions) === JSON.stringify(due?.decisions);
}

function uniteNames(names: readonly NameOfType[]): NameOfType[] {
  return [...new Map(names.map(({ name, type }) => [keyOfName({ name, type }), { name, type }])).values()];
}

function nameRow(value: LearnedName): LearnedRow {
  return { key: nameKeyOf(keyOfName(value)), kind: 'name', value };
}

function nameKeyOf(key: string): string {
  return `name:${key}`;
}

function lessonKeyOf(pageKey: string): string {
  return `lesson:${pageKey}`;
}

function weightsKeyOf(lang: string): string {
  return `weights:${baseOf(lang)}`;
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split(/[-_]/u)[0] ?? '';
}
