import { Failure } from '../model/failure.ts';
import { undoAnnotationAct } from './annotations.ts';
import type { ActRow, Library } from './database.ts';
import { undoGroupAct } from './group-acts.ts';
import { undoPageAct } from './page-acts.ts';
import { writeAll } from './write.ts';

/** A change that is durable: the pages it concerns, and the act that `undoAct` takes back. */
export type Done = { readonly pageIds: readonly string[]; readonly actId: number };

/** The act with that id, or `null` when it is no longer kept. */
export async function readAct(library: Library, id: number): Promise<ActRow | null> {
  return (await library.acts.get(id)) ?? null;
}

/**
 * Takes an act back: what was changed again since then stays as it is now.
 * @throws {Failure} `annotationGone` when the act, or what it changed, is no longer kept.
 */
export async function undoAct(library: Library, actId: number, now: string): Promise<Done> {
  return await writeAll(library, async () => {
    const act = await library.acts.get(actId);
    if (act === undefined) throw new Failure('annotationGone');
    if (act.kind === 'page') return await undoPageAct(library, act, now);
    if (act.kind === 'group') return await undoGroupAct(library, act, now);
    const { annotation, actId: undoId } = await undoAnnotationAct(library, act, now);
    return { pageIds: [annotation.pageId], actId: undoId };
  });
}
