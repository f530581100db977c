import { readSpan } from '../anchoring/read.ts';
import { createAdoptedSheet, createName } from '../painting/adopted.ts';
import type { ReadPiece } from '../model/read-article.ts';
import { buildPageText } from '../text/index.ts';
import type { PageText } from '../text/types.ts';
import { bringIntoView } from './bring-into-view.ts';

/** Draws what could be kept, much fainter than what is. */
export type DrawnProposals = {
  /** Replaces all that is drawn; what is not on the page any more is left out. */
  readonly draw: (pieces: readonly ReadPiece[]) => void;
  /** Goes to some words and draws the eye to them; false when they are not there. */
  readonly show: (piece: ReadPiece) => boolean;
};

const emphasisMs = 1_600;

/** Draws by highlights of its own, so the page's DOM stays as it is; all goes when the signal aborts. */
export function createDrawnProposals(document: Document, signal: AbortSignal): DrawnProposals {
  const registry = CSS.highlights;
  const faint = createName();
  const bold = createName();
  // The page's own colour at half its strength: on any ground it is fainter than the text, and than every mark.
  const { adoptInto, drop } = createAdoptedSheet(`
    ::highlight(${faint}){text-decoration:underline dotted 1px color-mix(in srgb,currentColor 55%,transparent)}
    ::highlight(${bold}){text-decoration:underline wavy 2px}
    @media print{::highlight(${faint}),::highlight(${bold}){text-decoration:none}}
    @media (forced-colors:active){::highlight(${faint}){text-decoration:underline dotted 1px}}`);
  let timer: ReturnType<typeof setTimeout> | undefined;

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    registry.delete(faint);
    registry.delete(bold);
    drop();
  });

  function put(name: string, ranges: readonly Range[], priority: number): void {
    if (signal.aborted || ranges.length === 0) {
      registry.delete(name);
      return;
    }
    for (const range of ranges) adoptInto(range.startContainer.getRootNode());
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    registry.set(name, highlight);
  }

  return {
    draw(pieces) {
      const pageText = pieces.length === 0 ? null : buildPageText(document);
      // Below everything that is kept.
      put(faint, pageText === null ? [] : pieces.flatMap((piece) => rangesOf(pageText, piece)), -1);
    },
    show(piece) {
      const ranges = rangesOf(buildPageText(document), piece);
      const [first] = ranges;
      if (first === undefined || first.getClientRects().length === 0) return false;
      bringIntoView(first.startContainer, () => first.getBoundingClientRect());
      put(bold, ranges, 10);
      clearTimeout(timer);
      timer = setTimeout(() => put(bold, [], 10), emphasisMs);
      return true;
    },
  };
}

function rangesOf(pageText: PageText, { start, end, words }: ReadPiece): Range[] {
  return readSpan(pageText, { start, end }) === words ? pageText.rangesOf({ start, end }) : [];
}
