import type { Painter } from '../../utils/painting/index.ts';

/** The annotations that lie over each other at a place, which a reader can go through. */
export type Pile = {
  /** Takes what is under a point of the window; the one that comes after `id` there, or the first. */
  readonly takeAt: (x: number, y: number, id: string | null) => string | undefined;
  /** Takes what is where that annotation is, unless it is in the pile already. */
  readonly takeAround: (id: string, rect: DOMRect) => void;
  /** Those that are still there, the shortest first; the one itself at least. */
  readonly listFor: (id: string) => readonly string[];
};

export function createPile(painter: Painter): Pile {
  let ids: readonly string[] = [];
  return {
    takeAt(x, y, id) {
      ids = painter.hit(x, y);
      return ids[(ids.indexOf(id ?? '') + 1) % ids.length];
    },
    takeAround(id, { left, top, width, height }) {
      if (!ids.includes(id)) ids = painter.hit(left + width / 2, top + height / 2);
    },
    listFor(id) {
      const there = ids.filter((one) => painter.rangesOf(one).length > 0);
      return there.includes(id) ? there : [id];
    },
  };
}
