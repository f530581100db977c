import { readSpan } from '../anchoring/index.ts';
import type { CaretView } from '../messaging/protocol.ts';
import { blockIndexAt, langAt } from '../text/stretch.ts';
import type { PageText, Span } from '../text/types.ts';
import type { PlacedMark } from './caret-host.ts';

/** So much of what the caret went to is told, in UTF-16 code units. */
const longestSaid = 1_000;
const longestSelection = 20_000;

/** How a caret stands that is not there. */
export const offView: CaretView = {
  mode: 'off',
  said: '',
  lang: null,
  paragraph: { position: 0, total: 0 },
  selection: null,
  annotation: null,
};

export type ViewState = {
  readonly pageText: PageText;
  readonly mode: 'walk' | 'range';
  readonly focus: number;
  /** Empty where nothing is selected. */
  readonly selected: Span;
  readonly said: Span | null;
  readonly marks: readonly PlacedMark[];
  readonly mark: PlacedMark | null;
};

/** What the frame that hears the keys is told. */
export function createView({ pageText, mode, focus, selected, said, marks, mark }: ViewState): CaretView {
  const isEmpty = selected.start === selected.end;
  return {
    mode,
    said: said === null ? '' : readSpan(pageText, said).slice(0, longestSaid),
    lang: langAt(pageText, focus),
    paragraph: { position: blockIndexAt(pageText, focus) + 1, total: pageText.blocks.length },
    selection: isEmpty ? null : readSpan(pageText, selected).slice(0, longestSelection),
    annotation: mark === null ? null : describeMark(mark, marks),
  };
}

function describeMark(mark: PlacedMark, marks: readonly PlacedMark[]): NonNullable<CaretView['annotation']> {
  const { id, kind, colour } = mark;
  const position = marks.findIndex((one) => one.id === id) + 1;
  return { id, kind, colour, position, total: marks.length };
}
