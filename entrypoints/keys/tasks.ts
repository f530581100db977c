import type { MessageKey } from '../../utils/i18n/translator.ts';
import type { CaretAct, CaretView, KeepChoice } from '../../utils/messaging/protocol.ts';
import type { callExtension } from '../../utils/messaging/send.ts';
import { defaultColours, type Colour } from '../../utils/model/annotation.ts';
import { edgeStrideOf, singleKeyOf, strideOf, type KeyPress } from '../../utils/model/caret-keys.ts';
import { actOfKey, type PageAct, type PageKeys } from '../../utils/model/page-keys.ts';
import type { CaretTask } from './link.ts';

/** What keys do besides moving the caret. */
export type KeyTasks = {
  readonly call: typeof callExtension;
  /** Shows a sentence in the bar. */
  readonly say: (message: MessageKey) => void;
  /** False when the clipboard took nothing. */
  readonly copy: (words: string) => boolean;
  readonly chooseType: () => Promise<void>;
};

type KeyState = { readonly keys: PageKeys; readonly isMac: boolean; readonly isChanging: boolean };

/** What a key means where the reader is; `null` for one that stays the browser's. */
export function taskOf(press: KeyPress, state: KeyState, tasks: KeyTasks): CaretTask | null {
  const { key } = press;
  const isCommand = (state.isMac ? press.metaKey : press.ctrlKey) && !press.altKey && !press.shiftKey;
  if (isCommand && key === 'z') return { do: 'undo' };
  if (state.isChanging) return changeTaskOf(press);
  if (isCommand && key === 'c') return copyTask(tasks);
  if (key === 'Escape') return { do: 'escape' };
  const single = singleKeyOf(press, state.isMac);
  const act = single === null ? null : actOfKey(state.keys, single);
  if (act !== null) return tasksOfActs[act](tasks);
  const stride = strideOf(press, state.isMac);
  if (stride !== null) return { do: 'walk', ...stride };
  if (key.toLowerCase() !== 's' || press.ctrlKey || press.altKey || press.metaKey) return null;
  return { do: 'sentences', grow: press.shiftKey ? 'before' : 'after' };
}

function changeTaskOf(press: KeyPress): CaretTask | null {
  if (press.key === 'Escape') return { do: 'finish', isKept: false };
  if (press.key === 'Enter') return { do: 'finish', isKept: true };
  const stride = edgeStrideOf(press);
  return stride === null ? null : { do: 'edge', ...stride };
}

const tasksOfActs: Readonly<Record<PageAct, (tasks: KeyTasks) => CaretTask>> = {
  keepYellow: (tasks) => colourTask('yellow', tasks),
  keepGreen: (tasks) => colourTask('green', tasks),
  keepBlue: (tasks) => colourTask('blue', tasks),
  keepPink: (tasks) => colourTask('pink', tasks),
  keepPurple: (tasks) => colourTask('purple', tasks),
  keepQuote: () => keep({ kind: 'quote', colour: defaultColours.quote }),
  keepEntity: entityTask,
  copy: copyTask,
  nextAnnotation: () => ({ do: 'annotation', step: 1 }),
  previousAnnotation: () => ({ do: 'annotation', step: -1 }),
  openAnnotation: (tasks) => onAnnotation(tasks, () => ({ do: 'open', atNote: false })),
  editNote: noteTask,
  changeRange: (tasks) => onAnnotation(tasks, () => ({ do: 'range' })),
  deleteAnnotation: (tasks) =>
    onAnnotation(tasks, async ({ id }) => {
      const receipt = await tasks.call('deleteAnnotation', { id });
      return { do: 'tell', done: 'deleted', receipt };
    }),
};

function keep(choice: KeepChoice, opensCard = false): CaretAct {
  return { do: 'keep', choice, opensCard };
}

/** Keeps what is selected; with nothing selected, gives the annotation under the caret the colour. */
function colourTask(colour: Colour, tasks: KeyTasks): CaretTask {
  return async ({ selection, annotation }) => {
    if (selection !== null || annotation === null) return keep({ kind: 'highlight', colour });
    const receipt = await tasks.call('editAnnotation', { id: annotation.id, colour });
    return { do: 'tell', done: 'changed', receipt };
  };
}

function entityTask(tasks: KeyTasks): CaretTask {
  return async ({ selection }) => {
    // The page says that nothing is selected.
    if (selection === null) return keep({ kind: 'entity', colour: defaultColours.entity });
    await tasks.chooseType();
    return null;
  };
}

function noteTask(tasks: KeyTasks): CaretTask {
  return (view) =>
    view.selection === null
      ? onAnnotation(tasks, () => ({ do: 'open', atNote: true }))(view)
      : keep({ kind: 'highlight', colour: defaultColours.highlight }, true);
}

function copyTask(tasks: KeyTasks): CaretTask {
  return ({ selection }) => {
    if (selection === null) tasks.say('caretNothingSelected');
    else tasks.say(tasks.copy(selection) ? 'caretCopied' : 'caretNotCopied');
    return null;
  };
}

type OnAnnotation = (annotation: NonNullable<CaretView['annotation']>) => CaretAct | Promise<CaretAct>;

function onAnnotation(
  { say }: KeyTasks,
  act: OnAnnotation,
): (view: CaretView) => CaretAct | null | Promise<CaretAct> {
  return ({ annotation }) => {
    if (annotation !== null) return act(annotation);
    say('caretNoAnnotation');
    return null;
  };
}
