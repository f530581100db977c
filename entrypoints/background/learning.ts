import { foldName, followUndo, learn, pageKeyOf, takeRejectionBack } from '../../utils/db/learned.ts';
import type { Library } from '../../utils/db/database.ts';
import { readEntities } from '../../utils/db/entities.ts';
import { readPage } from '../../utils/db/pages.ts';
import { readSettings } from '../../utils/db/settings.ts';
import type { LearnedPart } from '../../utils/messaging/protocol.ts';
import { quoteOf, subjectIdOf, type Annotation } from '../../utils/model/annotation.ts';
import { lineOf } from '../../utils/model/line.ts';
import type { LearnedDecision } from '../../utils/model/learned.ts';

/** Longer words are a passage rather than a name. */
const longestName = 80;

type Stored = { readonly annotation: Annotation; readonly actId: number };

/** What is learned of what the reader does. It comes after the act, and an act never waits for it. */
export type Learning = {
  /** From words that the reader took for an entity: proposed, selected, or tagged anew as something else. */
  readonly fromStored: (stored: readonly Stored[]) => void;
  readonly fromUndo: (actId: number) => void;
  readonly fromProposals: (part: LearnedPart) => Promise<void>;
};

/** Learns into the library, unless the reader switched that off. */
export function createLearning(library: Library, now: () => string): Learning {
  /** One after the other, so that the undoing of an act finds what the act taught. */
  let before: Promise<unknown> = Promise.resolve();
  const afterwards = (work: () => Promise<void>): void => {
    before = before.then(work).catch(warn);
  };
  const learns = async (): Promise<boolean> => (await readSettings(library)).learns;

  async function learnStored(stored: readonly Stored[]): Promise<void> {
    if (!(await learns())) return;
    const bySource = Map.groupBy(stored, ({ annotation }) => annotation.target.source);
    for (const [source, theirs] of bySource) {
      const page = await readPage(library, theirs[0]?.annotation.pageId ?? '');
      if (page === null) continue;
      const decisions = await decisionsOf(library, theirs, page.article.text);
      if (decisions.length === 0) continue;
      await learn(library, await pageKeyOf(source), { lang: page.article.lang ?? '', decisions }, now());
    }
  }

  return {
    fromStored: (stored) => afterwards(async () => await learnStored(stored)),
    fromUndo: (actId) => afterwards(async () => await followUndo(library, actId, now())),
    async fromProposals({ url, lang, rejected, offered }) {
      if (!(await learns())) return;
      const decisions = rejected.map((rejection): LearnedDecision => ({
        ...rejection,
        action: 'rejected',
        actId: null,
        annotationId: null,
        isUndone: false,
      }));
      await learn(library, await pageKeyOf(url), { lang, decisions, offered }, now());
    },
  };
}

/** Takes rejections of an article back. */
export async function takeBack(
  library: Library,
  { url, rejected }: { readonly url: string; readonly rejected: Parameters<typeof takeRejectionBack>[2] },
  now: string,
): Promise<void> {
  await takeRejectionBack(library, await pageKeyOf(url), rejected, now);
}

/** The decisions in annotations that name something, on a page with this text. */
async function decisionsOf(
  library: Library,
  stored: readonly Stored[],
  articleText: string,
): Promise<LearnedDecision[]> {
  const subjects = await readEntities(
    library,
    stored.map(({ annotation }) => subjectIdOf(annotation) ?? ''),
  );
  const typeOf = new Map(subjects.map(({ id, type }) => [id, type]));
  return stored.flatMap(({ annotation, actId }): LearnedDecision[] => {
    const name = foldName(quoteOf(annotation));
    const type = typeOf.get(subjectIdOf(annotation) ?? '');
    const isName = annotation.kind === 'entity' && annotation.target.pieces === undefined;
    if (!isName || type === undefined || name === '' || name.length > longestName) return [];
    return [
      {
        name,
        type,
        action: 'accepted',
        actId,
        annotationId: annotation.id,
        isUndone: false,
        spot: null,
        line: lineOf(articleText, annotation.target.selector),
      },
    ];
  });
}

/** Nothing that the reader did depends on it. */
function warn(error: unknown): void {
  console.warn(error);
}
