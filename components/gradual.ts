import { useEffect, useRef, useState } from 'preact/hooks';

/** More than fit into a window; the rest follows while the browser has nothing else to do. */
const firstCount = 30;
/** As many as a slow machine mounts within a frame or two. */
const stepCount = 25;
/** A busy browser mounts the next ones after this long all the same, in milliseconds. */
const longestWaitMs = 50;

/**
 * Which of the members of a long list are to be rendered now. What is shown stays; of what is missing the first come
 * at once and the others in small steps, so that no step keeps the reader from scrolling or typing. In the end all are
 * there: finding in the page, walking by keyboard and screen readers miss nothing, which a list that holds only what
 * is in view would take from them.
 */
export function useGradual<Id extends string | number>(
  ids: readonly Id[],
  { first = firstCount, step = stepCount }: { readonly first?: number; readonly step?: number } = {},
): ReadonlySet<Id> {
  const shown = useRef<ReadonlySet<Id>>(new Set());
  /** How many may be added; spent by the render that adds them. */
  const allowed = useRef(first);
  const [, setRound] = useState(0);

  const kept = ids.filter((id) => shown.current.has(id));
  const missing = ids.length - kept.length;
  const mayAdd = missing <= step ? missing : allowed.current;
  if (kept.length !== shown.current.size || mayAdd > 0) {
    const next = new Set(kept);
    for (const id of ids) {
      if (next.size >= kept.length + mayAdd) break;
      next.add(id);
    }
    shown.current = next;
    allowed.current = 0;
  }
  const isComplete = shown.current.size >= ids.length;
  useEffect(() => {
    if (isComplete) return undefined;
    return whenIdle(() => {
      allowed.current = step;
      setRound((round) => round + 1);
    });
  });
  return shown.current;
}

/** Calls once the browser has time; the returned function takes that back. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: longestWaitMs });
  return () => cancelIdleCallback(request);
}
