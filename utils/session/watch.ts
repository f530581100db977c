export type WatchOptions = {
  readonly root: Node;
  readonly signal: AbortSignal;
  /** Tells our own UI, whose coming and going is no change of the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called at once, often, and must be cheap. */
  readonly onDirty: () => void;
  /** Called when the page has come to rest; its run time decides how soon it may run again. */
  readonly onRest: () => void;
};

/** The page is at rest when nothing changed for this long. */
const restMs = 250;
/** A page that never rests is looked at again after this long all the same. */
const longestWaitMs = 2_000;
/** A look may take a hundredth of the time until the next one: 1 % of a core at most. */
const restShare = 100;

/** Watches a page for changes of its text until the signal aborts. */
export function watchPage({ root, signal, isOurs, onDirty, onRest }: WatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstChange = 0;
  let notBefore = 0;

  const look = (): void => {
    timer = null;
    const begin = performance.now();
    onRest();
    const end = performance.now();
    notBefore = end + (end - begin) * restShare;
  };

  const observer = new MutationObserver((records) => {
    if (records.every((record) => isOwnChange(record, isOurs))) return;
    onDirty();
    const now = performance.now();
    if (timer === null) firstChange = now;
    else clearTimeout(timer);
    const rest = Math.min(restMs, Math.max(0, firstChange + longestWaitMs - now));
    timer = setTimeout(look, Math.max(rest, notBefore - now));
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}

function isOwnChange(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  if (record.type !== 'childList') return false;
  return [...record.addedNodes, ...record.removedNodes].every(isOurs);
}
