import { annotationKinds, type AnnotationKind, type Colour } from '../../utils/model/annotation.ts';

/** Where an annotation is on the page as a whole: 0 at its top, 1 at its end. */
export type Tick = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly at: number;
};

/** Ticks that lie too close to be told apart, shown as one. */
export type Slot = {
  /** Pixels from the top of the strip to the middle of the tick. */
  readonly y: number;
  /** Of the annotation that says most: an entity before a quote before a highlight. */
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  /** In reading order. */
  readonly ids: readonly string[];
};

/** As tall as the tallest tick, with a little room. */
const slotPx = 6;

/** Lays ticks out on a strip of so many pixels: as many slots as fit at most, whatever the number of annotations. */
export function layTicks(ticks: readonly Tick[], height: number): Slot[] {
  const rows = Math.max(1, Math.floor(height / slotPx));
  const grouped = Map.groupBy(
    ticks.toSorted((a, b) => a.at - b.at),
    ({ at }) => Math.min(rows - 1, Math.max(0, Math.floor(at * rows))),
  );
  return [...grouped].map(([row, together]) => {
    const ranked = together.toSorted((a, b) => rankOf(b.kind) - rankOf(a.kind));
    const { kind, colour } = ranked[0] ?? { kind: 'highlight', colour: 'yellow' };
    return { y: (row + 0.5) * slotPx, kind, colour, ids: together.map(({ id }) => id) };
  });
}

function rankOf(kind: AnnotationKind): number {
  return annotationKinds.indexOf(kind);
}

/** The slot next to a height, `null` when none is as near as a finger is wide. */
export function slotAt(slots: readonly Slot[], y: number): Slot | null {
  const [nearest] = slots.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
  return nearest !== undefined && Math.abs(nearest.y - y) <= reachPx ? nearest : null;
}

/** Half of the least size of a target (WCAG 2.2, 2.5.8). */
export const reachPx = 12;

/** The annotation of a slot that comes after the one that was gone to last: each press goes to another one. */
export function nextIn({ ids }: Slot, last: string | null): string | null {
  return ids[(ids.indexOf(last ?? '') + 1) % ids.length] ?? null;
}
