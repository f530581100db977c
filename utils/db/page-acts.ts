import { normaliseUrl } from '../extraction/identity.ts';
import { Failure } from '../model/failure.ts';
import { createId } from '../model/id.ts';
import {
  correct,
  correctableFields,
  type ArticleCorrections,
  type CorrectionPatch,
  type Page,
} from '../model/page.ts';
import type { Done } from './acts.ts';
import type { Library, Move, PageAct, PageState } from './database.ts';
import { findOrCreatePage, putPage, readPage, type PageInput } from './pages.ts';
import { isSame } from './same.ts';
import { writeAll } from './write.ts';

/** Keeps a page as such, before anything is kept of it; answers its id. */
export async function keepPage(library: Library, input: PageInput, now: string): Promise<string> {
  return await writeAll(library, async () => (await findOrCreatePage(library, input, now)).id);
}

/**
 * Sets right what was read of an article, or takes corrections back.
 * @throws {Failure} `pageGone` when the page is no longer kept.
 */
export async function correctArticle(
  library: Library,
  pageId: string,
  patch: CorrectionPatch,
  now: string,
): Promise<Done> {
  return await writeAll(library, async () => {
    const page = await getPage(library, pageId);
    const corrected = { ...page, corrections: correct(page.corrections, patch) };
    // A call repeated after its answer was lost finds its work done, and answers with the act that did it.
    const isDone = isSame(page.corrections, corrected.corrections);
    const done = isDone ? await findDone(library, (act) => hasPages(act, [pageId])) : null;
    if (done !== null) return done;
    return await change(library, { before: [page], after: [corrected], moved: [], now });
  });
}

/**
 * Makes one page of two: the first goes, with its addresses and annotations, into the other. Where both have a
 * correction, the one of the page that stays counts.
 * @throws {Failure} `pageGone` when one of them is no longer kept.
 */
export async function mergePages(
  library: Library,
  pageId: string,
  intoId: string,
  now: string,
): Promise<Done> {
  if (pageId === intoId) throw new Failure('invalidMessage');
  return await writeAll(library, async () => {
    const into = await getPage(library, intoId);
    const isMerge = (act: PageAct): boolean => hasPages(act, [intoId, pageId]) && act.after[1]?.page === null;
    const done = (await readPage(library, pageId)) === null ? await findDone(library, isMerge) : null;
    if (done !== null) return done;
    const page = await getPage(library, pageId);
    const latest = page.visited > into.visited ? page : into;
    const merged: Page = {
      ...into,
      url: latest.url,
      article: latest.article.text === '' ? into.article : latest.article,
      urls: [...new Set([...into.urls, ...page.urls])],
      corrections: { ...page.corrections, ...into.corrections },
      apart: [...new Set([...into.apart, ...page.apart])].filter((id) => id !== pageId && id !== intoId),
      created: page.created < into.created ? page.created : into.created,
      visited: latest.visited,
    };
    const annotations = await library.annotations.where('pageId').equals(pageId).primaryKeys();
    const moved = annotations.map((annotationId) => ({ annotationId, from: pageId, to: intoId }));
    return await change(library, { before: [into, page], after: [merged, null], moved, now });
  });
}

/**
 * Makes a page of its own of one of a page's addresses, with the annotations that were made there.
 * @throws {Failure} `pageGone` when the page is not kept or has no other address than this one.
 */
export async function splitPage(
  library: Library,
  pageId: string,
  url: string,
  now: string,
): Promise<Done & { readonly newId: string }> {
  return await writeAll(library, async () => {
    const page = await getPage(library, pageId);
    const key = normaliseUrl(url);
    const rest = page.urls.filter((known) => known !== key);
    const isSplit = (act: PageAct): boolean =>
      act.pageId === pageId &&
      act.before[1]?.page === null &&
      act.after[1]?.page?.urls.includes(key) === true;
    const done = rest.length === page.urls.length ? await findDone(library, isSplit) : null;
    if (done !== null) return { ...done, newId: done.pageIds[1] ?? '' };
    if (rest.length === 0 || rest.length === page.urls.length) throw new Failure('pageGone');
    const newId = createId();
    const annotations = await library.annotations.where('pageId').equals(pageId).toArray();
    const moved = annotations
      .filter(({ target }) => normaliseUrl(target.source) === key)
      .map((annotation) => ({ annotationId: annotation.id, from: pageId, to: newId }));
    const [first = page.url] = rest;
    const left: Page = {
      ...page,
      url: normaliseUrl(page.url) === key ? first : page.url,
      urls: rest,
      apart: [...page.apart, newId],
    };
    const split: Page = {
      ...page,
      id: newId,
      url,
      urls: [key],
      apart: [...page.apart, pageId],
      created: now,
    };
    const stored = await change(library, { before: [page, null], after: [left, split], moved, now });
    return { ...stored, newId };
  });
}

/**
 * Remembers that two pages are different articles, so that nobody asks again.
 * @throws {Failure} `pageGone` when one of them is no longer kept.
 */
export async function keepApart(
  library: Library,
  pageId: string,
  otherId: string,
  now: string,
): Promise<Done> {
  if (pageId === otherId) throw new Failure('invalidMessage');
  return await writeAll(library, async () => {
    const page = await getPage(library, pageId);
    const other = await getPage(library, otherId);
    const isApart = page.apart.includes(otherId) && other.apart.includes(pageId);
    const done = isApart ? await findDone(library, (act) => hasPages(act, [pageId, otherId])) : null;
    if (done !== null) return done;
    const after = [
      { ...page, apart: [...new Set([...page.apart, otherId])] },
      { ...other, apart: [...new Set([...other.apart, pageId])] },
    ];
    return await change(library, { before: [page, other], after, moved: [], now });
  });
}

/** Takes a page act back, field by field. Runs inside the caller's transaction. */
export async function undoPageAct(library: Library, act: PageAct, now: string): Promise<Done> {
  const moved = await moveBack(library, act.moved);
  const before: (Page | null)[] = [];
  const after: (Page | null)[] = [];
  for (const [index, { id, page: goal }] of act.before.entries()) {
    const current = await readPage(library, id);
    const from = act.after[index]?.page ?? null;
    before.push(current);
    if (goal === null) after.push((await isNeeded(library, current, moved)) ? current : null);
    else after.push(revert(current, from, goal));
  }
  // A page that stays, since something was kept of it meanwhile, keeps its addresses: no two pages share one.
  const held = new Set(
    act.before.flatMap(({ page }, index) => (page === null ? (after[index]?.urls ?? []) : [])),
  );
  for (const [index, { page: goal }] of act.before.entries()) {
    const page = after[index] ?? null;
    if (goal !== null && page !== null) {
      after[index] = { ...page, urls: page.urls.filter((url) => !held.has(url)) };
    }
  }
  return await change(library, { before, after, moved, now, undoOf: act.id });
}

/** The moves that take annotations back; one that was moved on, or is gone, stays. */
async function moveBack(library: Library, moves: readonly Move[]): Promise<Move[]> {
  const rows = await library.annotations.bulkGet(moves.map(({ annotationId }) => annotationId));
  return moves.flatMap(({ annotationId, from, to }, index) =>
    rows[index]?.pageId === to ? [{ annotationId, from: to, to: from }] : [],
  );
}

/** Whether something is kept of a page, or set right on it, besides what is about to leave it. */
async function isNeeded(library: Library, page: Page | null, moved: readonly Move[]): Promise<boolean> {
  if (page === null) return false;
  const leaving = new Set(moved.map(({ annotationId }) => annotationId));
  const ids = await library.annotations.where('pageId').equals(page.id).primaryKeys();
  return Object.keys(page.corrections).length > 0 || ids.some((id) => !leaving.has(id));
}

function revert(current: Page | null, from: PageState['page'], goal: NonNullable<PageState['page']>): Page {
  if (current === null || from === null) {
    if (goal.article === undefined) throw new Failure('pageGone');
    return { ...goal, article: goal.article };
  }
  return {
    ...current,
    url: current.url === from.url ? goal.url : current.url,
    article: isSame(current.article, from.article) ? (goal.article ?? current.article) : current.article,
    created: current.created === from.created ? goal.created : current.created,
    visited: current.visited === from.visited ? goal.visited : current.visited,
    urls: revertList(current.urls, from.urls, goal.urls),
    apart: revertList(current.apart, from.apart, goal.apart),
    corrections: revertCorrections(current.corrections, from.corrections, goal.corrections),
  };
}

/** Takes out what came and puts back what went from one list to the other. */
function revertList(current: readonly string[], from: readonly string[], goal: readonly string[]): string[] {
  const stays = current.filter((one) => !from.includes(one) || goal.includes(one));
  return [...new Set([...stays, ...goal.filter((one) => !from.includes(one))])];
}

function revertCorrections(
  current: ArticleCorrections,
  from: ArticleCorrections,
  goal: ArticleCorrections,
): ArticleCorrections {
  const patch = correctableFields
    .filter((field) => !isSame(from[field], goal[field]) && isSame(current[field], from[field]))
    .map((field) => [field, goal[field] ?? null]);
  return correct(current, Object.fromEntries(patch) as CorrectionPatch);
}

type PageChange = {
  readonly before: readonly (Page | null)[];
  /** Page by page what becomes of those before; `null` for one that goes. */
  readonly after: readonly (Page | null)[];
  readonly moved: readonly Move[];
  readonly now: string;
  readonly undoOf?: number;
};

async function change(library: Library, pageChange: PageChange): Promise<Done> {
  const { before, after, moved, now, undoOf } = pageChange;
  const ids = before.map((page, index) => page?.id ?? after[index]?.id ?? '');
  for (const [index, page] of after.entries()) {
    if (page === null) await library.pages.delete(ids[index] ?? '');
    else await putPage(library, page);
  }
  for (const { annotationId, to } of moved) await library.annotations.update(annotationId, { pageId: to });
  const [pageId = ''] = ids;
  const actId = await library.acts.add({
    kind: 'page',
    pageId,
    before: ids.map((id, index) => stateOf(id, before[index] ?? null, after[index] ?? null)),
    after: ids.map((id, index) => stateOf(id, after[index] ?? null, before[index] ?? null)),
    moved,
    at: now,
    ...(undoOf === undefined ? {} : { undoOf }),
  });
  return { pageIds: ids.filter((id) => id !== ''), actId };
}

/** As far back as a repeated call looks for the one before it. */
const repeatReach = 50;

/** The latest act on pages that fits, as it was answered when it was done; `null` when there is none. */
async function findDone(library: Library, fits: (act: PageAct) => boolean): Promise<Done | null> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a table of Dexie's, not an array
  const latest = await library.acts.reverse().limit(repeatReach).toArray();
  const act = latest.find((one) => one.kind === 'page' && fits(one));
  return act?.kind === 'page' ? { pageIds: act.before.map(({ id }) => id), actId: act.id } : null;
}

function hasPages(act: PageAct, ids: readonly string[]): boolean {
  return isSame(
    act.before.map(({ id }) => id),
    ids,
  );
}

/** The text of an article is long, and needed only where it changes, comes or goes. */
function stateOf(id: string, page: Page | null, counterpart: Page | null): PageState {
  if (page === null || counterpart === null || page.article !== counterpart.article) return { id, page };
  const { article: _, ...rest } = page;
  return { id, page: rest };
}

async function getPage(library: Library, id: string): Promise<Page> {
  const page = await readPage(library, id);
  if (page === null) throw new Failure('pageGone');
  return page;
}
