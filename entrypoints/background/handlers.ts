import { browser } from '#imports';
import {
  changeAnnotation,
  createAnnotation,
  deleteAnnotation,
  listAnnotations,
  readAnnotation,
  restoreAnnotation,
  type Stored,
} from '../../utils/db/annotations.ts';
import { readAct, undoAct, type Done } from '../../utils/db/acts.ts';
import type { Library } from '../../utils/db/database.ts';
import { discardDraft, readDraft, saveDraft } from '../../utils/db/drafts.ts';
import { listEntities, readEntities } from '../../utils/db/entities.ts';
import { withStorageFailures } from '../../utils/db/failures.ts';
import { correctArticle, keepApart, keepPage, mergePages, splitPage } from '../../utils/db/page-acts.ts';
import { readPage, recogniseIn, touchPage } from '../../utils/db/pages.ts';
import {
  addOwnEntityType,
  changeSettings,
  listOwnEntityTypes,
  readSettings,
  removeOwnEntityType,
} from '../../utils/db/settings.ts';
import { pageUrls } from '../../utils/extraction/identity.ts';
import { loadCatalogue } from '../../utils/i18n/browser-translator.ts';
import type { Caller, ExtensionHandlers } from '../../utils/messaging/handle.ts';
import type { Mark, PageClaims, Receipt } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { entityIdsOf, type Annotation } from '../../utils/model/annotation.ts';
import { Failure } from '../../utils/model/failure.ts';
import { articleOf } from '../../utils/model/page.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { draftKeyOf, parseAnnotationDraft, viewAnnotation } from '../../utils/model/view.ts';
import { announceChange, announceSettings, loadPageUi } from '../../utils/session/tabs.ts';

export type Hearers = {
  /** The list of the reader's own entity types has changed. */
  readonly onTypesChanged: () => void;
  readonly onSettingsChanged: (settings: Settings) => void;
};

/** The background's whole API: one entry a call. Inputs were checked at the gate. */
export function createHandlers(
  library: Library,
  { onTypesChanged, onSettingsChanged }: Hearers,
): ExtensionHandlers {
  const now = (): string => new Date().toISOString();

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
  async function assertOwn(caller: Caller, annotationId: string | null): Promise<void> {
    if (caller.from === 'extension') return;
    const annotation = annotationId === null ? null : await readAnnotation(library, annotationId);
    const page = annotation === null ? null : await readPage(library, annotation.pageId);
    if (page === null) throw new Failure('annotationGone');
    const urls = pageUrls({ url: caller.url });
    if (!page.urls.some((url) => urls.includes(url)) && !isSameSite(page.url, caller.url)) {
      throw new Failure('invalidMessage');
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
    async keepPage({ article, ...claims }, caller) {
      const page = { ...addressesOf(caller, claims), article };
      return { pageId: await withStorageFailures(() => keepPage(library, page, now())) };
    },
    async createAnnotation({ page, ...draft }, caller) {
      const { article, ...claims } = page;
      const input = { ...draft, page: { ...addressesOf(caller, claims), article } };
      const { annotation, actId } = await store(() => createAnnotation(library, input, now()));
      return { pageId: annotation.pageId, mark: toMark(annotation), actId };
    },
    async retargetAnnotation({ id, selector }, caller) {
      const { annotation, actId } = await store(async () => {
        await assertOwn(caller, id);
        return await changeAnnotation(library, { id, selector }, now());
      });
      return { mark: toMark(annotation), actId };
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
        // What changes pages is undone where it was done: in a page of ours.
        await assertOwn(caller, act === null || act.kind === 'page' ? null : act.annotationId);
        return await undoAct(library, actId, now());
      });
      return null;
    },
    async loadPageUi(_, { tabId }) {
      if (tabId !== null) await loadPageUi(tabId);
      return null;
    },
    async reportPlacement({ placed, lost }, caller) {
      if (caller.tabId === null) return null;
      const tabId = caller.tabId;
      await browser.action.setBadgeBackgroundColor({ tabId, color: lost > 0 ? '#8a1c2b' : '#5c574d' });
      await browser.action.setBadgeText({ tabId, text: placed + lost === 0 ? '' : String(placed + lost) });
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
      return toReceipt(await store(() => changeAnnotation(library, patch, now())));
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
    async listEntityNames() {
      return await withStorageFailures(() => listEntities(library));
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

/** The page's own address comes from the browser, never from the message; what it claims is weighed. */
function addressesOf(caller: Caller, claims: PageClaims): { url: string; urls: string[] } {
  if (caller.from !== 'page') throw new Failure('invalidMessage');
  return { url: caller.url, urls: pageUrls({ url: caller.url, ...claims }) };
}

function isSameSite(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).hostname === new URL(b).hostname;
}

function toMark({ id, kind, colour, target }: Annotation): Mark {
  return { id, kind, colour, selector: target.selector };
}

function toReceipt({ actId }: { readonly actId: number }): Receipt {
  return { actId };
}
