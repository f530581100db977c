import {
  changeAnnotation,
  changePieces,
  createAnnotations,
  deleteAnnotation,
  listAnnotations,
  readAnnotation,
  readAnnotations,
  restoreAnnotation,
  type Stored,
} from '../../utils/db/annotations.ts';
import { readAct, undoAct, type Done } from '../../utils/db/acts.ts';
import type { ActRow, Library } from '../../utils/db/database.ts';
import { discardDraft, readDraft, saveDraft } from '../../utils/db/drafts.ts';
import { readEntities } from '../../utils/db/entities.ts';
import { withStorageFailures } from '../../utils/db/failures.ts';
import { allowName } from '../../utils/db/learned.ts';
import { correctArticle, keepApart, keepPage, mergePages, splitPage } from '../../utils/db/page-acts.ts';
import { readPage, recogniseIn, touchPage } from '../../utils/db/pages.ts';
import {
  addOwnEntityType,
  changeSettings,
  listOwnEntityTypes,
  readSettings,
  removeOwnEntityType,
} from '../../utils/db/settings.ts';
import { noteVersion, reportVersion, sealVersion, type SealedVersion } from '../../utils/db/versions.ts';
import { pageUrls } from '../../utils/extraction/identity.ts';
import { loadCatalogue } from '../../utils/i18n/browser-translator.ts';
import type { Caller, ExtensionHandlers } from '../../utils/messaging/handle.ts';
import type { Mark, PageClaims, PlacementCounts } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { entityIdsOf, type Annotation } from '../../utils/model/annotation.ts';
import { Failure } from '../../utils/model/failure.ts';
import { articleOf, type Page } from '../../utils/model/page.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { VersionDraft } from '../../utils/model/version.ts';
import { draftKeyOf, parseAnnotationDraft, viewAnnotation } from '../../utils/model/view.ts';
import { announceChange, announceSettings, loadPageUi } from '../../utils/session/tabs.ts';
import { createEntityHandlers } from './entity-handlers.ts';
import { tabOf, toReceipt } from './answers.ts';
import { createLearning, takeBack } from './learning.ts';

export type Hearers = {
  /** The list of the reader's own entity types has changed. */
  readonly onTypesChanged: () => void;
  readonly onSettingsChanged: (settings: Settings) => void;
  /** A page has placed its annotations. */
  readonly onPlaced: (tabId: number, counts: PlacementCounts) => Promise<void>;
};

/** The background's whole API: one entry a call. Inputs were checked at the gate. */
export function createHandlers(
  library: Library,
  { onTypesChanged, onSettingsChanged, onPlaced }: Hearers,
): ExtensionHandlers {
  const now = (): string => new Date().toISOString();
  const learning = createLearning(library, now);

  /** Stores, and tells the open pages once it is durable. */
  async function store<T extends Stored | Done>(work: () => Promise<T>): Promise<T> {
    const stored = await withStorageFailures(work);
    const pageIds = 'pageIds' in stored ? stored.pageIds : [stored.annotation.pageId];
    void announceChange(pageIds);
    return stored;
  }

  /**
   * A page may change its own annotations only. A web page cannot call at all; this holds even when one took
   * over the process that our script runs in.
   */
  async function assertOwn(caller: Caller, annotationIds: readonly string[]): Promise<void> {
    if (caller.from === 'extension') return;
    const annotations = await readAnnotations(library, annotationIds);
    const pageIds = new Set(annotations.map(({ pageId }) => pageId));
    if (pageIds.size === 0) throw new Failure('annotationGone');
    for (const pageId of pageIds) {
      const page = await readPage(library, pageId);
      if (page === null) throw new Failure('annotationGone');
      assertAt(page, caller.url);
    }
  }

  return {
    async findPage({ article, ...claims }, caller) {
      return await withStorageFailures(async () => {
        const { urls } = addressesOf(caller, claims);
        const { id, doubt } = await recogniseIn(library, { urls, article });
        if (id === null) return { pageId: null, doubt, marks: [] };
        const marks = (await listAnnotations(library, id)).map(toMark);
        // A page that nothing is kept of is not kept alive by visits.
        if (marks.length > 0) await touchPage(library, id, now());
        return { pageId: id, doubt, marks };
      });
    },
    async keepPage({ article, version, ...claims }, caller) {
      const page = { ...addressesOf(caller, claims), article, version: await seal(version) };
      return { pageId: await withStorageFailures(() => keepPage(library, page, now())) };
    },
    async createAnnotations({ page, annotations: passages }, caller) {
      const { article, version, ...claims } = page;
      const addresses = addressesOf(caller, claims);
      const kept = { page: { ...addresses, article }, version: await seal(version) };
      const { pageIds, annotations, actId } = await store(() =>
        createAnnotations(library, { ...kept, annotations: passages }, now()),
      );
      learning.fromStored(annotations.map((annotation) => ({ annotation, actId })));
      return { pageId: pageIds[0] ?? '', marks: annotations.map(toMark), actId };
    },
    async reportVersion({ pageId, version }, caller) {
      const { url } = addressesOf(caller, noClaims);
      const sealed = await sealVersion(version);
      return await withStorageFailures(async () => {
        const page = await readPage(library, pageId);
        if (page === null) return { versionId: null };
        assertAt(page, url);
        return { versionId: await reportVersion(library, { pageId, url, version: sealed }, now()) };
      });
    },
    async retargetAnnotation({ id, selector }, caller) {
      const { annotation, actId } = await store(async () => {
        await assertOwn(caller, [id]);
        return await changeAnnotation(library, { id, selector }, now());
      });
      return { mark: toMark(annotation), actId };
    },
    async addPiece({ id, selector }, caller) {
      const { annotation, actId } = await store(async () => {
        await assertOwn(caller, [id]);
        return await changePieces(library, { id, add: selector }, now());
      });
      return { mark: toMark(annotation), actId };
    },
    async removePiece({ id, piece }) {
      return toReceipt(await store(() => changePieces(library, { id, remove: piece }, now())));
    },
    async deleteAnnotation({ id }) {
      return toReceipt(await store(() => deleteAnnotation(library, id, now())));
    },
    async restoreAnnotation({ id }) {
      return toReceipt(await store(() => restoreAnnotation(library, id, now())));
    },
    async undoAct({ actId }, caller) {
      await store(async () => {
        const act = await readAct(library, actId);
        await assertOwn(caller, act === null ? [] : annotationsOf(act));
        return await undoAct(library, actId, now());
      });
      learning.fromUndo(actId);
      return null;
    },
    async loadPageUi(_, { tabId }) {
      if (tabId !== null) await loadPageUi(tabId);
      return null;
    },
    async reportPlacement(counts, { tabId }) {
      if (tabId !== null) await onPlaced(tabId, counts);
      return null;
    },
    async readSettings() {
      const settings = await withStorageFailures(() => readSettings(library));
      return { settings, catalogue: await loadCatalogue(settings.language) };
    },

    async readAnnotation({ id }) {
      return await withStorageFailures(async () => {
        const annotation = await readAnnotation(library, id);
        if (annotation === null || annotation.deleted !== null) throw new Failure('annotationGone');
        const entities = await readEntities(library, entityIdsOf(annotation));
        const draft = parseAnnotationDraft(await readDraft(library, draftKeyOf(id)));
        const page = await readPage(library, annotation.pageId);
        const view = viewAnnotation(
          annotation,
          new Map(entities.map((entity) => [entity.id, entity])),
          draft,
        );
        return { ...view, lang: page === null ? null : articleOf(page).lang };
      });
    },
    async editAnnotation(patch) {
      const stored = await store(() => changeAnnotation(library, patch, now()));
      if (patch.subject !== undefined) learning.fromStored([stored]);
      return toReceipt(stored);
    },
    async noteVersion({ versionId, isNoted }) {
      await withStorageFailures(() => noteVersion(library, versionId, isNoted ? now() : null));
      return null;
    },
    async correctArticle({ pageId, corrections }) {
      return toReceipt(await store(() => correctArticle(library, pageId, corrections, now())));
    },
    async mergePages({ pageId, intoId }) {
      return toReceipt(await store(() => mergePages(library, pageId, intoId, now())));
    },
    async splitPage({ pageId, url }) {
      return toReceipt(await store(() => splitPage(library, pageId, url, now())));
    },
    async keepApart({ pageId, otherId }) {
      return toReceipt(await store(() => keepApart(library, pageId, otherId, now())));
    },
    async saveDraft(draft) {
      await withStorageFailures(() => saveDraft(library, draft, now()));
      return null;
    },
    async discardDraft({ key }) {
      await withStorageFailures(() => discardDraft(library, key));
      return null;
    },
    async changeSettings(patch) {
      const settings = await withStorageFailures(() => changeSettings(library, patch));
      onSettingsChanged(settings);
      void announceSettings();
      return settings;
    },
    ...createEntityHandlers({ library, store, assertOwn, now }),
    async learn(part) {
      await withStorageFailures(async () => await learning.fromProposals(part));
      return null;
    },
    async takeRejectionBack(input) {
      await withStorageFailures(async () => await takeBack(library, input, now()));
      return null;
    },
    async allowName({ isAllowed, ...named }) {
      await withStorageFailures(async () => await allowName(library, named, isAllowed));
      return null;
    },
    async listEntityTypes() {
      return await withStorageFailures(() => listOwnEntityTypes(library));
    },
    async addEntityType({ name }) {
      await withStorageFailures(() => addOwnEntityType(library, name));
      onTypesChanged();
      return null;
    },
    async removeEntityType({ name }) {
      await withStorageFailures(() => removeOwnEntityType(library, name));
      onTypesChanged();
      return null;
    },
    async resizeCard(input, { tabId }) {
      if (tabId !== null) await callPage(tabId, 'resizeCard', input);
      return null;
    },
    async closeCard(input, { tabId }) {
      if (tabId !== null) await callPage(tabId, 'closeCard', input);
      return null;
    },
    async readPlacement(input, { tabId }) {
      return await callPage(tabOf(tabId), 'readPlacement', input);
    },
    async stepCard(input, { tabId }) {
      return await callPage(tabOf(tabId), 'stepCard', input);
    },
    async readPassage(_, { tabId }) {
      return await callPage(tabOf(tabId), 'readPassage', null);
    },
    async keepNamed(input, { tabId }) {
      return await callPage(tabOf(tabId), 'keepNamed', input);
    },
    async changePassage(input, { tabId }) {
      if (tabId !== null) await callPage(tabId, 'changePassage', input);
      return null;
    },
    async moveCaret(input, { tabId }) {
      if (tabId === null) throw new Failure('invalidMessage');
      return await callPage(tabId, 'moveCaret', input);
    },
  };
}

const noClaims: PageClaims = { canonicalUrl: null, alternateUrls: [] };

/** A page that is read at one address says nothing of a page that is not known there. */
function assertAt(page: Page, url: string): void {
  const urls = pageUrls({ url });
  if (!page.urls.some((known) => urls.includes(known)) && !isSameSite(page.url, url)) {
    throw new Failure('invalidMessage');
  }
}

async function seal(version: VersionDraft | null): Promise<SealedVersion | null> {
  return version === null ? null : await sealVersion(version);
}

/** The page's own address comes from the browser, never from the message; what it claims is weighed. */
function addressesOf(caller: Caller, claims: PageClaims): { url: string; urls: string[] } {
  if (caller.from !== 'page') throw new Failure('invalidMessage');
  return { url: caller.url, urls: pageUrls({ url: caller.url, ...claims }) };
}

function isSameSite(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).hostname === new URL(b).hostname;
}

function toMark({ id, kind, colour, target }: Annotation): Mark {
  const { selector, pieces } = target;
  return { id, kind, colour, selector, ...(pieces === undefined ? {} : { pieces }) };
}

/** What a page may take back of an act. What changes pages or entities is undone where it was done: in a page of ours. */
function annotationsOf(act: ActRow): readonly string[] {
  if (act.kind === 'page') return [];
  if (act.kind === 'group') return act.entities.length === 0 ? act.annotationIds : [];
  return [act.annotationId];
}
