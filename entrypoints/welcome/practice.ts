import { ContentScriptContext } from '#imports';
import { provideUi, type Anchor } from '../../components/page-ui.ts';
import { handlePageCalls, type PageHandlers } from '../../utils/messaging/handle.ts';
import type { AnnotationPatch, Receipt } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { createPracticeLibrary, practicePageId } from '../../utils/store/practice.ts';
import type { AnnotationView } from '../../utils/model/view.ts';
import { startAnnotator } from '../annotator.content/annotator.ts';
import { provideFurther } from '../../utils/session/further-script.ts';
import { further } from '../page-ui.content/further.ts';
import { createUi } from '../page-ui.content/ui.tsx';

/** The annotation whose fields are shown, and the words it belongs to. */
export type OpenCard = { readonly annotation: AnnotationView; readonly anchor: Anchor };

export type PracticeOptions = {
  /** Called with every change, `null` when no annotation is open. */
  readonly onCard: (card: OpenCard | null) => void;
  /** Tells the card from the article. */
  readonly isCard: (node: Node) => boolean;
};

/** The page side at work on the practice article. */
export type Practice = {
  readonly edit: (patch: AnnotationPatch) => void;
  /** As `edit`; the card closes, and the page says that it is done. */
  readonly save: (patch: AnnotationPatch) => void;
  readonly remove: (id: string) => void;
  readonly closeCard: () => void;
  /** Takes everything away. */
  readonly startOver: () => void;
  readonly end: () => void;
};

const savedMessages = ['savedHighlight', 'savedQuote', 'savedEntity', 'savedChanges'] as const;

/**
 * Runs in a page of ours what runs in every page of the web, over a library that is gone with the page. What would be
 * a frame elsewhere, since pages listen, is here a part of the page itself.
 */
export function startPractice({ onCard, isCard }: PracticeOptions): Practice {
  const ctx = new ContentScriptContext('practice', { noScriptStartedPostMessage: true });
  const library = createPracticeLibrary(callExtension);
  let page: PageHandlers | null = null;
  let open: OpenCard | null = null;
  /** A new kind or colour takes effect at once; there is a way back when the card closes. */
  let restyled: Receipt | null = null;

  function show(card: OpenCard | null): void {
    open = card;
    onCard(card);
  }

  function openCard(id: string, anchor: Anchor): boolean {
    const annotation = library.read(id);
    if (annotation === null) return false;
    restyled = null;
    show({ annotation, anchor });
    return true;
  }

  provideUi((options) => {
    const { t } = options.translator;
    const ui = createUi({ ...options, onCard: openCard });
    return {
      ...ui,
      isOurs: (node) => ui.isOurs(node) || isCard(node),
      openCardId: () => open?.annotation.id ?? ui.openCardId(),
      closeCard() {
        if (open !== null) show(null);
        ui.closeCard();
      },
      tell(message, acts) {
        const isSaved = savedMessages.some((key) => t(key) === message);
        ui.tell(isSaved ? t('welcomeSaved') : message, acts);
      },
    };
  });

  provideFurther(further);
  startAnnotator(ctx, {
    callExtension: library.call,
    handlePageCalls(handlers, signal) {
      page = handlers;
      // What frames in other tabs ask of the background is heard in every page of ours, and is not for this one.
      handlePageCalls(handlers, signal, (sender) => sender.tab === undefined);
    },
  });

  async function repaint(): Promise<void> {
    await page?.annotationsChanged({ pageId: practicePageId });
  }

  async function leave(id: string, done: 'changed' | 'deleted', receipt: Receipt): Promise<void> {
    await repaint();
    await page?.closeCard({ id, done, receipt });
  }

  const attempt = (work: Promise<void>): void => void work.catch((error: unknown) => console.warn(error));

  return {
    edit(patch) {
      if (open === null) return;
      restyled = library.edit(patch);
      show({ ...open, annotation: library.read(patch.id) ?? open.annotation });
      attempt(repaint());
    },
    save: (patch) => attempt(leave(patch.id, 'changed', library.edit(patch))),
    remove: (id) => attempt(leave(id, 'deleted', library.remove(id))),
    closeCard() {
      if (open === null) return;
      const { id } = open.annotation;
      if (restyled === null) show(null);
      else attempt(leave(id, 'changed', restyled));
    },
    startOver() {
      if (open !== null) show(null);
      library.clear();
      attempt(repaint());
    },
    end: () => ctx.abort(),
  };
}
