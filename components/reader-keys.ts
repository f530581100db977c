import type { ReadBlock } from '../utils/model/read-article.ts';
import { firstEndingAfter, firstOf, stepSpan, type Span, type Step } from '../utils/reader/index.ts';

/** What a key in the article asks for. */
export type ReaderAct =
  | { readonly do: 'focus' | 'show'; readonly start: number }
  | { readonly do: 'select'; readonly span: Span }
  | { readonly do: 'unselect' | 'keep' };

export type ReaderState = {
  readonly blocks: readonly ReadBlock[];
  /** Offset of the block that has the focus. */
  readonly start: number;
  /** What is selected. */
  readonly span: Span | null;
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl';
};

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key asks for, `null` for those that are the browser's. */
export function readKey(key: Key, state: ReaderState): ReaderAct | null {
  if (key.altKey) return null;
  if (key.shiftKey) return readStep(key, state);
  if (key.ctrlKey || key.metaKey) return null;
  const { span, start } = state;
  if (key.key === 'ArrowDown') return focusNext(state, 1);
  if (key.key === 'ArrowUp') return focusNext(state, -1);
  if (key.key === 'Escape') return span === null ? null : { do: 'unselect' };
  if (key.key === 'Enter') return span === null ? { do: 'show', start } : { do: 'keep' };
  return null;
}

function focusNext({ blocks, start }: ReaderState, step: 1 | -1): ReaderAct | null {
  const next = blocks[firstEndingAfter(blocks, start) + step];
  return next === undefined ? null : { do: 'focus', start: next.start };
}

function readStep(key: Key, state: ReaderState): ReaderAct | null {
  const step = stepOf(key, state.dir);
  if (step === null) return null;
  const { blocks, start, span, lang } = state;
  if (span !== null) return { do: 'select', span: stepSpan(blocks, span, { step, lang }) };
  const block = blocks[firstEndingAfter(blocks, start)];
  const first = block === undefined ? null : firstOf(block, step.unit, lang);
  return first === null ? null : { do: 'select', span: first };
}

function stepOf({ key, ctrlKey, metaKey }: Key, dir: 'ltr' | 'rtl'): Step | null {
  const end = ctrlKey || metaKey ? 'start' : 'end';
  const onwards = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowRight' || key === 'ArrowLeft') return { end, unit: 'word', isForward: key === onwards };
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return { end, unit: 'sentence', isForward: key === 'ArrowDown' };
  return null;
}
