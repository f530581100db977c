import { onFollower, type Follower, type PageView } from '../../utils/messaging/follow.ts';
import type { Placement } from '../../utils/messaging/protocol.ts';
import type { Painter } from '../../utils/painting/index.ts';

/** So often a follower hears of scrolling at most. */
const pauseMs = 120;

/**
 * Tells the side panel where annotations are and which of them the reader sees, while it is open; without a follower
 * the page's scrolling costs nothing. What comes back is to be called when they were placed anew, and with every
 * selection and whenever the page has come to rest.
 */
export function tellFollowers(
  painter: Painter,
  read: {
    readonly selection: () => string | null;
    readonly rest: () => Pick<PageView, 'standing' | 'revision' | 'place'>;
  },
  signal: AbortSignal,
): {
  readonly placed: (placements: readonly Placement[]) => void;
  readonly selected: () => void;
  readonly rested: () => void;
} {
  const followers = new Set<Follower>();
  let placements: readonly Placement[] = [];
  let selection: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tell(): void {
    timer = null;
    const visible = placements.flatMap(({ id }) => (isVisible(painter.rangesOf(id)) ? [id] : []));
    const view = { placements, visible, selection, ...read.rest() };
    for (const follower of followers) follower.tell(view);
  }

  function tellSoon(): void {
    if (followers.size > 0) timer ??= setTimeout(tell, pauseMs);
  }

  onFollower((follower) => {
    followers.add(follower);
    selection = read.selection();
    follower.gone.addEventListener('abort', () => followers.delete(follower));
    tellSoon();
  }, signal);
  window.addEventListener('scroll', tellSoon, { passive: true, capture: true, signal });
  window.addEventListener('resize', tellSoon, { passive: true, signal });
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));

  return {
    placed(next) {
      placements = next;
      tellSoon();
    },
    selected() {
      // Not with every scroll: after a change of the page it takes a walk over its text.
      if (followers.size > 0) selection = read.selection();
      tellSoon();
    },
    rested: tellSoon,
  };
}

/** Whether a part of the ranges is in the window. */
function isVisible(ranges: readonly Range[]): boolean {
  return ranges.some((range) => {
    const { top, bottom, height } = range.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  });
}
