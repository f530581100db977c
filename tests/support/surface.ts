import type { Argument, ClickOptions, Point, Surface } from './driver.ts';
import { locateElement, locateText, readSelection } from './in-page.ts';
import { poll } from './poll.ts';

export type MouseButton = NonNullable<ClickOptions['button']>;

/** What a driver must be able to do with a document; `buildSurface` makes the rest of it. */
export type Primitives = {
  evaluate<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  evaluateApart<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  mouseMove(point: Point): Promise<void>;
  /** Where the mouse last moved to; `count` is the running number of the click, as in `UIEvent.detail`. */
  mouseDown(button: MouseButton, count: number): Promise<void>;
  mouseUp(button: MouseButton, count: number): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
} & Pick<
  Surface,
  | 'type'
  | 'screenshot'
  | 'setColorScheme'
  | 'setViewport'
  | 'reload'
  | 'goto'
  | 'url'
  | 'close'
  | 'bringToFront'
>;

/** Moves a hand makes between two places; two would do, more let hover and selection code see the way. */
const DRAG_STEPS = 5;

/** A surface made of a driver's primitives, so that both browsers wait, aim and select alike. */
export function buildSurface(primitives: Primitives): Surface {
  const surface: Surface = {
    ...primitives,

    async waitFor(fn, args, options) {
      const values = args ?? ([] as unknown as NonNullable<typeof args>);
      await poll(async () => Boolean(await primitives.evaluate(fn, ...values)), {
        what: fn.toString(),
        ...options,
      });
    },

    async click(selector, options) {
      // What is scrolled into view for the first time may be laid out anew, and move.
      let before: Point | null = null;
      const point = await poll(
        async () => {
          const now = await primitives.evaluateApart(locateElement, selector);
          const isStill = now !== null && before !== null && now.x === before.x && now.y === before.y;
          before = now;
          return isStill ? now : null;
        },
        { what: `"${selector}" to be there` },
      );
      await surface.clickAt(point, options);
    },

    async clickAt(point, options = {}) {
      const { button = 'left', count = 1 } = options;
      await primitives.mouseMove(point);
      for (let click = 1; click <= count; click += 1) {
        await primitives.mouseDown(button, click);
        await primitives.mouseUp(button, click);
      }
    },

    move: (point) => primitives.mouseMove(point),

    async drag(from, to) {
      await dragWithoutRelease(primitives, from, to);
      await primitives.mouseUp('left', 1);
    },

    async selectText(text, options = {}) {
      const { occurrence = 1 } = options;
      const { from, to } = await poll(() => primitives.evaluateApart(locateText, text, occurrence), {
        timeoutMs: 3000,
        what: `occurrence ${occurrence} of "${text}"`,
      });
      await dragWithoutRelease(primitives, from, to);
      // The release is what the page and we react to, so the selection must be complete before it.
      const wanted = text.replaceAll(/\s/gu, '');
      let selected = '';
      try {
        await poll(
          async () => {
            selected = await primitives.evaluateApart(readSelection);
            return selected === wanted;
          },
          { timeoutMs: 2000, what: 'the selection' },
        );
      } catch (cause) {
        throw new Error(`Selected "${selected}" instead of "${wanted}".`, { cause });
      } finally {
        await primitives.mouseUp('left', 1);
      }
    },

    async press(chord) {
      // A plus sign is a separator only between two keys: `Control++` zooms in.
      const keys = chord.split(/(?<=.)\+(?=.)/u);
      for (const key of keys) await primitives.keyDown(key);
      for (const key of keys.toReversed()) await primitives.keyUp(key);
    },
  };
  return surface;
}

async function dragWithoutRelease(primitives: Primitives, from: Point, to: Point): Promise<void> {
  await primitives.mouseMove(from);
  await primitives.mouseDown('left', 1);
  for (let step = 1; step <= DRAG_STEPS; step += 1) {
    const part = step / DRAG_STEPS;
    await primitives.mouseMove({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
}
