import type { ActRow, Library } from './database.ts';

/** A step: the act to take back for it, and what the reader did that it undoes or does again. */
export type Step = { readonly act: ActRow; readonly deed: ActRow };

/** Where the reader stands in what they did: the next steps back and forth. */
export type History = { readonly undo: Step | null; readonly redo: Step | null };

/** As many steps as one goes; what lies further back is undone where it is kept, or out of the trash. */
const reach = 500;

/**
 * The next steps back and forth over everything done since a time. An act that took back another is not undone
 * itself: a step back goes on to what was done before. Something new ends the way forth.
 * @param since ISO 8601 UTC
 */
export async function readHistory(library: Library, since: string): Promise<History> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const latest = library.acts.where('at').aboveOrEqual(since).reverse();
  return findSteps(await latest.limit(reach).toArray());
}

/** The same over acts, the latest first. */
export function findSteps(latest: readonly ActRow[]): History {
  const acts = latest.toSorted((a, b) => b.id - a.id);
  const byId = new Map(acts.map((act) => [act.id, act]));
  const takenBack = new Set<number>();
  let redo: Step | null = null;
  for (const act of acts) {
    if (takenBack.has(act.id)) continue;
    if (act.undoOf === undefined) return { undo: { act, deed: act }, redo };
    takenBack.add(act.undoOf);
    const deed = byId.get(act.undoOf);
    // What took back an undo is a redo, and one that was done already.
    if (deed !== undefined && deed.undoOf === undefined) redo ??= { act, deed };
  }
  return { undo: null, redo };
}
