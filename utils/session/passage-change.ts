import type { Receipt } from '../messaging/protocol.ts';
import type { CaretMove } from '../model/caret-keys.ts';
import type { Edge } from '../model/caret-stage.ts';
import { findFoothold, keepFoothold, type Foothold } from '../text/foothold.ts';
import type { PageText, Span } from '../text/types.ts';
import { caretAt } from '../text/walk-caret.ts';
import type { PlacedMark } from './caret-host.ts';
import type { CaretSteps } from './caret-steps.ts';
import { moveEdge } from './passage-range.ts';

/** A passage while the reader changes where it begins and ends. */
export type PassageChange = {
  readonly id: string;
  /** The passage as it would be. */
  readonly span: () => Span;
  /** Moves an end to an offset, or by a step; answers where it stands then. */
  readonly moveTo: (pageText: PageText, edge: Edge, offset: number, byWord: boolean) => number;
  readonly push: (pageText: PageText, edge: Edge, move: CaretMove) => number;
  /** Stores it; `null` when nothing has changed since. */
  readonly save: () => Promise<Receipt | null>;
  /** Takes over where the passage is now, unless that is what was saved here: somebody changed it, or took a change back. */
  readonly follow: (mark: PlacedMark) => void;
  /** Finds its ends again after the page has changed. */
  readonly reanchor: (pageText: PageText, mark: PlacedMark) => void;
};

type Retarget = (id: string, span: Span) => Promise<Receipt>;

/** Begins with the passage as it stands. */
export function beginPassageChange(
  pageText: PageText,
  mark: PlacedMark,
  { steps, retarget }: { readonly steps: CaretSteps; readonly retarget: Retarget },
): PassageChange {
  const { id } = mark;
  let span: Span = { start: mark.start, end: mark.end };
  let saved = span;
  let footholds = keepFootholds(pageText, span);

  function moveTo(pageText: PageText, edge: Edge, offset: number, byWord: boolean): number {
    span = moveEdge(pageText, span, { edge, offset, byWord });
    footholds = keepFootholds(pageText, span);
    return span[edge];
  }

  return {
    id,
    span: () => span,
    moveTo,
    push(pageText, edge, move) {
      const { focus } = steps.take({ pageText, article: null }, caretAt(span[edge]), move, true);
      return moveTo(pageText, edge, focus, false);
    },
    async save() {
      const wanted = span;
      if (isSame(wanted, saved)) return null;
      const receipt = await retarget(id, wanted);
      saved = wanted;
      return receipt;
    },
    follow({ start, end }) {
      if (isSame({ start, end }, saved)) return;
      span = { start, end };
      saved = span;
    },
    reanchor(pageText, { start, end }) {
      const [first, last] = footholds;
      const found = { start: findFoothold(pageText, first), end: findFoothold(pageText, last) };
      saved = { start, end };
      span = found.start < found.end ? found : saved;
      footholds = keepFootholds(pageText, span);
    },
  };
}

function keepFootholds(pageText: PageText, { start, end }: Span): readonly [Foothold, Foothold] {
  return [keepFoothold(pageText, start), keepFoothold(pageText, end)];
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
