import type { Follower, PageView } from '../messaging/follow.ts';
import type { Painter } from '../painting/index.ts';

/** So often a follower hears of scrolling at most. */
const pauseMs = 120;

/** Those who follow the page. */
export type Followers = {
  readonly add: (follower: Follower) => void;
  /** Annotations were placed anew, or the page has come to rest. */
  readonly changed: () => void;
  readonly selected: () => void;
};

export type FollowersOptions = {
  readonly painter: Pick<Painter, 'rangesOf'>;
  readonly readSelection: () => string | null;
  readonly read: () => Pick<PageView, 'placements' | 'standing' | 'revision' | 'place'>;
  readonly signal: AbortSignal;
};

/**
 * Tells the side panel where annotations are and which of them the reader sees, while it is open; without a follower
 * the page's scrolling costs nothing.
 */
export function createFollowers({ painter, readSelection, read, signal }: FollowersOptions): Followers {
  const followers = new Set<Follower>();
  let selection: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tell(): void {
    timer = null;
    const rest = read();
    const visible = rest.placements.flatMap(({ id }) => (isVisible(painter.rangesOf(id)) ? [id] : []));
    const view = { visible, selection, ...rest };
    for (const follower of followers) follower.tell(view);
  }

  function tellSoon(): void {
    if (followers.size > 0) timer ??= setTimeout(tell, pauseMs);
  }

  window.addEventListener('scroll', tellSoon, { passive: true, capture: true, signal });
  window.addEventListener('resize', tellSoon, { passive: true, signal });
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));

  return {
    add(follower) {
      // It may have gone while this was loaded.
      if (follower.gone.aborted) return;
      followers.add(follower);
      selection = readSelection();
      follower.gone.addEventListener('abort', () => followers.delete(follower));
      tellSoon();
    },
    changed: tellSoon,
    selected() {
      // Not with every scroll: after a change of the page it takes a walk over its text.
      if (followers.size > 0) selection = readSelection();
      tellSoon();
    },
  };
}

/** Whether a part of the ranges is in the window. */
function isVisible(ranges: readonly Range[]): boolean {
  return ranges.some((range) => {
    const { top, bottom, height } = range.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  });
}
