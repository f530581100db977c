export type GestureOptions = {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly isOurs: (node: Node) => boolean;
  /** The reader finished selecting, or moved the end of a selection by keyboard or touch. */
  readonly onSelected: (isTouch: boolean) => void;
  /** Nothing is selected any more: `byReader`, or because the page took the selected nodes away. */
  readonly onUnselected: (byReader: boolean) => void;
  /** The reader pressed into the page. */
  readonly onPress: () => void;
  /** A plain click into the text; answers whether something of ours was there. */
  readonly onClick: (x: number, y: number) => void;
  readonly onEscape: () => void;
};

/** The browser settles the selection just after the pointer is up. */
const afterPointerMs = 10;
/** Keyboard and touch selections grow step by step: wait until they rest. */
const afterStepMs = 100;
/** A selection counts as the reader's own when a trusted key or touch came this shortly before. */
const gestureMs = 1_500;

const interactive =
  'a[href],button,input,select,textarea,summary,label,video,audio,[contenteditable],[role=button],[role=link]';

/** Turns trusted events into what the reader means. Scripts of the page can select, but not summon our toolbar. */
export function watchGestures(options: GestureOptions): void {
  const { document, signal, isOurs } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastStep = -Infinity;
  let isPressed = false;
  let isTouch = false;

  const later = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => options.onSelected(isTouch), delayMs);
  };
  const isOutside = (event: Event): boolean =>
    event.isTrusted && !(event.target instanceof Node && isOurs(event.target));
  // `addEventListener` of the prototype: a page may shadow the document's by an element of that name.
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ): void => {
    EventTarget.prototype.addEventListener.call(document, name, listener as EventListener, {
      signal,
      passive: true,
      capture: true,
    });
  };

  on('pointerdown', (event) => {
    if (!isOutside(event) || event.button !== 0) return;
    isPressed = true;
    isTouch = event.pointerType === 'touch';
    options.onPress();
    options.onUnselected(true);
  });
  on('pointerup', (event) => {
    isPressed = false;
    if (!isOutside(event)) return;
    if (event.pointerType === 'mouse') later(afterPointerMs);
    else lastStep = event.timeStamp;
  });
  // Scrolling by touch, long presses and dragging of selected text end so, without `pointerup`.
  on('pointercancel', (event) => {
    isPressed = false;
    if (isOutside(event)) lastStep = event.timeStamp;
  });
  on('keydown', (event) => {
    if (!isOutside(event)) return;
    lastStep = event.timeStamp;
    if (event.key === 'Escape') options.onEscape();
  });
  on('selectionchange', (event) => {
    if (isPressed) return;
    const selection = Document.prototype.getSelection.call(document);
    if (selection === null || selection.isCollapsed) {
      clearTimeout(timer);
      options.onUnselected(event.timeStamp - lastStep < gestureMs);
      return;
    }
    if (event.timeStamp - lastStep < gestureMs) later(afterStepMs);
  });
  on('click', (event) => {
    const { target } = event;
    if (!isOutside(event) || event.button !== 0 || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (target instanceof Element && Element.prototype.closest.call(target, interactive) !== null) return;
    if (Document.prototype.getSelection.call(document)?.isCollapsed === false) return;
    options.onClick(event.clientX, event.clientY);
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
