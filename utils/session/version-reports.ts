import type { callExtension } from '../messaging/send.ts';
import { createId } from '../model/id.ts';
import type { VersionBlock } from '../model/version.ts';

/** Tells the library what a page says, once for each text. */
export type VersionReports = {
  /** The id of this visit. */
  readonly visit: () => string;
  /** The version that was reported last, `null` when none is kept. */
  readonly id: () => string | null;
  /** Another article stands in the place of the one before. */
  readonly startVisit: () => void;
  /** Reports a text unless it was reported already. A failure leaves the page without a version, and is no one's news. */
  readonly report: (pageId: string | null, blocks: readonly VersionBlock[] | null) => Promise<void>;
};

/** The reports of one document. */
export function createVersionReports(call: typeof callExtension): VersionReports {
  let visit = createId();
  let id: string | null = null;
  let reported = '';
  let reporting: Promise<void> = Promise.resolve();

  async function send(pageId: string, blocks: readonly VersionBlock[], key: string): Promise<void> {
    const ofVisit = visit;
    try {
      const answer = await call('reportVersion', { pageId, version: { visit, blocks } });
      if (ofVisit !== visit || key !== reported) return;
      id = answer.versionId;
    } catch (error) {
      console.warn(error);
      if (key === reported) reported = '';
    }
  }

  return {
    visit: () => visit,
    id: () => id,
    startVisit() {
      visit = createId();
      id = null;
      reported = '';
    },
    async report(pageId, blocks) {
      const key = pageId === null || blocks === null ? '' : JSON.stringify([pageId, blocks]);
      if (key === reported) return await reporting;
      reported = key;
      id = null;
      if (pageId === null || blocks === null) return;
      reporting = send(pageId, blocks, key);
      await reporting;
    },
  };
}
