import type { Span } from '../text/types.ts';
import { caretAt, stopNear, type Caret } from '../text/walk-caret.ts';
import { firstVisibleOffset } from './caret-geometry.ts';
import type { CaretHost } from './caret-host.ts';
import { spanOfSelection } from './selection.ts';

/** Where the caret begins; `reached`: the annotation that it begins at. */
export type CaretStart = { readonly caret: Caret; readonly reached: string | null };

/**
 * What is selected; else the annotation that the reader went to last; else the first line of the article that is in
 * the window, or of the page; else the beginning. `null` on a page without text.
 */
export function findCaretStart(host: CaretHost, article: Span | null): CaretStart | null {
  const text = host.readText();
  const selected = spanOfSelection(text, Document.prototype.getSelection.call(host.document));
  if (selected !== null) return { caret: { anchor: selected.start, focus: selected.end }, reached: null };
  const walkedTo = host.walkedTo();
  const mark = host.listPlaced().find(({ id }) => id === walkedTo) ?? null;
  const whole = { start: 0, end: text.raw.length };
  const offset =
    mark?.start ??
    firstVisibleOffset(text, article ?? whole) ??
    firstVisibleOffset(text, whole) ??
    article?.start ??
    0;
  const stop = stopNear(text, offset);
  return stop === null ? null : { caret: caretAt(stop), reached: mark?.id ?? null };
}
