import type { Stored } from '../../utils/db/annotations.ts';
import type { Done } from '../../utils/db/acts.ts';
import type { Library } from '../../utils/db/database.ts';
import { listEntities, listKnownEntities } from '../../utils/db/entities.ts';
import { readEntityAbout } from '../../utils/db/entity-about.ts';
import {
  deleteEntity,
  editEntity,
  mergeEntities,
  splitEntity,
  takeOverSpeakers,
} from '../../utils/db/entity-acts.ts';
import { withStorageFailures } from '../../utils/db/failures.ts';
import { readLookup, saveLookup } from '../../utils/db/lookups.ts';
import { passageLink } from '../../utils/export/passage-link.ts';
import type { Caller, ExtensionHandlers } from '../../utils/messaging/handle.ts';
import { callPage } from '../../utils/messaging/send.ts';
import type { Target } from '../../utils/model/annotation.ts';
import { Failure } from '../../utils/model/failure.ts';
import { searchWikidata } from '../../utils/session/wikidata.ts';
import { tabOf, toReceipt } from './answers.ts';
import { findFurtherMentions } from './mentions.ts';

type EntityCalls =
  | 'listEntityNames'
  | 'listKnownEntities'
  | 'readEntity'
  | 'editEntity'
  | 'mergeEntities'
  | 'splitEntity'
  | 'deleteEntity'
  | 'takeOverSpeakers'
  | 'lookUpEntity'
  | 'countMentions'
  | 'markMentions';

export type EntityHandlerParts = {
  readonly library: Library;
  /** Stores, and tells the open pages once it is durable. */
  readonly store: <T extends Stored | Done>(work: () => Promise<T>) => Promise<T>;
  readonly assertOwn: (caller: Caller, annotationIds: readonly string[]) => Promise<void>;
  readonly now: () => string;
};

/** What the background does with the registry of entities. */
export function createEntityHandlers({
  library,
  store,
  assertOwn,
  now,
}: EntityHandlerParts): Pick<ExtensionHandlers, EntityCalls> {
  return {
    async listEntityNames() {
      return await withStorageFailures(() => listEntities(library));
    },
    async listKnownEntities() {
      return await withStorageFailures(() => listKnownEntities(library));
    },
    async readEntity({ id }) {
      const linkOf = ({ source, selector, pieces }: Target): string => passageLink(source, selector, pieces);
      const about = await withStorageFailures(() => readEntityAbout(library, id, { linkOf }));
      if (about === null) throw new Failure('entityGone');
      return about;
    },
    async editEntity(patch) {
      return toReceipt(await store(() => editEntity(library, patch, now())));
    },
    async mergeEntities({ id, intoId }) {
      return toReceipt(await store(() => mergeEntities(library, id, intoId, now())));
    },
    async splitEntity(split) {
      return toReceipt(await store(() => splitEntity(library, split, now())));
    },
    async deleteEntity({ id }) {
      return toReceipt(await store(() => deleteEntity(library, id, now())));
    },
    async takeOverSpeakers({ id }) {
      return toReceipt(await store(() => takeOverSpeakers(library, id, now())));
    },
    async lookUpEntity(question) {
      const known = await withStorageFailures(() => readLookup(library, question));
      if (known !== null) return known;
      const entries = await searchWikidata(question);
      await withStorageFailures(() => saveLookup(library, { ...question, entries }, now()));
      return entries;
    },
    async countMentions({ id, tabId }, caller) {
      const { passages } = await withStorageFailures(async () => {
        await assertOwn(caller, [id]);
        return await findFurtherMentions(library, { id, tabId: tabOf(caller.tabId ?? tabId) });
      });
      return { count: passages.length };
    },
    async markMentions({ id, tabId }, caller) {
      const tab = tabOf(caller.tabId ?? tabId);
      const { choice, passages } = await withStorageFailures(async () => {
        await assertOwn(caller, [id]);
        return await findFurtherMentions(library, { id, tabId: tab });
      });
      const { actId, failed } = await callPage(tab, 'keepSpans', { choice, passages });
      return { actId, count: passages.length - failed.length };
    },
  };
}
