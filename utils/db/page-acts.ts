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
  return await writeAll(library, async () => {
    const page = await getPage(library, pageId);
    const into = await getPage(library, intoId);
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
    const done = await change(library, { before: [page, null], after: [left, split], moved, now });
    return { ...done, newId };
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
  return await writeAll(library, async () => {
    const page = await getPage(library, pageId);
    const other = await getPage(library, otherId);
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
    if (goal === null) after.push((await holdsOthers(library, id, moved)) ? current : null);
    else after.push(revert(current, from, goal));
  }
  return await change(library, { before, after, moved, now });
}

/** The moves that take annotations back; one that was moved on, or is gone, stays. */
async function moveBack(library: Library, moves: readonly Move[]): Promise<Move[]> {
  const rows = await library.annotations.bulkGet(moves.map(({ annotationId }) => annotationId));
  return moves.flatMap(({ annotationId, from, to }, index) =>
    rows[index]?.pageId === to ? [{ annotationId, from: to, to: from }] : [],
  );
}

/** Whether something is kept of a page besides what is about to leave it. */
async function holdsOthers(library: Library, pageId: string, moved: readonly Move[]): Promise<boolean> {
  const leaving = new Set(moved.map(({ annotationId }) => annotationId));
  const ids = await library.annotations.where('pageId').equals(pageId).primaryKeys();
  return ids.some((id) => !leaving.has(id));
}

function revert(current: Page | null, from: PageState['page'], goal: NonNullable<PageState['page']>): Page {
  if (current === null || from === null) {
    if (goal.article === undefined) throw new Failure('pageGone');
    return { ...goal, article: goal.article };
  }
  return {
    ...current,
    url: current.url === from.url ? goal.url : current.url,
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

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type PageChange = {
  readonly before: readonly (Page | null)[];
  /** Page by page what becomes of those before; `null` for one that goes. */
  readonly after: readonly (Page | null)[];
  readonly moved: readonly Move[];
  readonly now: string;
};

async function change(library: Library, { before, after, moved, now }: PageChange): Promise<Done> {
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
  });
  return { pageIds: ids.filter((id) => id !== ''), actId };
}

/** The text of an article is long, and needed only to bring back a page that is gone. */
function stateOf(id: string, page: Page | null, counterpart: Page | null): PageState {
  if (page === null || counterpart === null) return { id, page };
  const { article: _, ...rest } = page;
  return { id, page: rest };
}

async function getPage(library: Library, id: string): Promise<Page> {
  const page = await readPage(library, id);
  if (page === null) throw new Failure('pageGone');
  return page;
}
