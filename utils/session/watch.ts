export type WatchOptions = {
  readonly root: Node;
  readonly signal: AbortSignal;
  /** Tells our own UI, whose coming and going is no change of the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called at once, often, and must be cheap. */
  readonly onDirty: () => void;
  /** Whether what is painted has lost its place by the change: then there is a look at once, before the next frame. */
  readonly isUrgent: () => boolean;
  /** Called when the page has come to rest; its run time decides how soon it may run again. */
  readonly onRest: () => void;
};

/** The page is at rest when nothing changed for this long. */
const restMs = 250;
/** A page that never rests is looked at again after this long all the same. */
const longestWaitMs = 2_000;
/** Looks may take a hundredth of the time: 1 % of a core at most. */
const restShare = 100;
/** So much work may be done ahead of that, in milliseconds: what the reader unfolds now and then is seen at once. */
const burstMs = 500;

/** What pages show and hide their text with. */
const revealing = ['class', 'hidden', 'open', 'style'];

/** Watches a page for changes of its text until the signal aborts. */
export function watchPage({ root, signal, isOurs, onDirty, isUrgent, onRest }: WatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstChange = 0;
  let credit = burstMs;
  let counted = performance.now();

  const look = (): void => {
    timer = null;
    const begin = performance.now();
    onRest();
    credit = creditAt(begin) - (performance.now() - begin);
    counted = begin;
  };
  /** Milliseconds of work that may be done now; below zero after more than was earned. */
  const creditAt = (now: number): number => Math.min(burstMs, credit + (now - counted) / restShare);

  const observer = new MutationObserver((records) => {
    if (records.every((record) => isOwnChange(record, isOurs))) return;
    onDirty();
    const now = performance.now();
    // Observers are heard before the browser paints: what a page renders anew is not seen without its highlights.
    const owed = Math.max(0, -creditAt(now) * restShare);
    if (owed === 0 && isUrgent()) {
      if (timer !== null) clearTimeout(timer);
      look();
      return;
    }
    if (timer === null) firstChange = now;
    else clearTimeout(timer);
    const rest = Math.min(restMs, Math.max(0, firstChange + longestWaitMs - now));
    timer = setTimeout(look, Math.max(rest, owed));
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: revealing,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}

function isOwnChange(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  if (record.type === 'attributes') return isOurs(record.target);
  if (record.type !== 'childList') return false;
  return [...record.addedNodes, ...record.removedNodes].every(isOurs);
}
