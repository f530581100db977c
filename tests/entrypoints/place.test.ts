import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeBeside,
  type Box,
  type Passage,
  type PlaceOptions,
} from '../../entrypoints/page-ui.content/place.ts';

const view: Box = { left: 0, top: 0, right: 1000, bottom: 800 };
const size = { width: 400, height: 40 };

function passageAt(top: number, bottom: number, part: Partial<Passage> = {}): Passage {
  const near = { left: 300, top: bottom - 20, right: 600, bottom };
  return {
    box: { left: 200, top, right: 700, bottom },
    near,
    isBackward: false,
    isRightToLeft: false,
    ...part,
  };
}

function place(passage: Passage, part: Partial<PlaceOptions> = {}): ReturnType<typeof placeBeside> {
  return placeBeside({ passage, size, view, align: 'end', ...part });
}

describe('placeBeside', () => {
  it('stands below the last line, centred on the end of the selection', () => {
    expect(place(passageAt(100, 160))).toEqual({ left: 400, top: 168, isAway: false });
  });

  it('stands above the first line when there is no room below the last', () => {
    expect(place(passageAt(600, 780)).top).toBe(600 - 8 - 40);
  });

  it('stands above what was selected upwards, where the pointer is', () => {
    const near = { left: 300, top: 300, right: 600, bottom: 320 };
    expect(place(passageAt(300, 400, { isBackward: true, near }))).toMatchObject({ top: 252, left: 100 });
  });

  it('stays below the handles of a selection by touch, whatever its direction', () => {
    const backward = passageAt(300, 400, { isBackward: true });
    expect(place(backward, { isTouch: true }).top).toBe(424);
  });

  it('ends at the left of a line that is written to the left', () => {
    expect(place(passageAt(100, 160, { isRightToLeft: true })).left).toBe(100);
  });

  it('begins where the line begins, for what is no bar', () => {
    expect(place(passageAt(100, 160), { align: 'start' }).left).toBe(300);
    const rtl = passageAt(100, 160, { isRightToLeft: true });
    expect(place(rtl, { align: 'start' }).left).toBe(200);
  });

  it('leaves the line with the end free when the selection fills the window', () => {
    expect(place(passageAt(-500, 790)).top).toBe(8);
    expect(place(passageAt(-500, 2_000)).top).toBe(800 - 8 - 40);
  });

  it('keeps to the part of the window that a zoomed page shows', () => {
    const zoomed = { left: 500, top: 400, right: 1000, bottom: 800 };
    expect(place(passageAt(410, 450), { view: zoomed })).toMatchObject({ left: 508, top: 458 });
  });

  it('tells when the words are out of view', () => {
    expect(
      [passageAt(-100, -20), passageAt(10, 60), passageAt(900, 960)].map((one) => place(one).isAway),
    ).toEqual([true, false, true]);
  });

  it('is in the window, and covers no selected word wherever there is room for it', () => {
    const numbers = { min: -400, max: 1_200 };
    const passages = fc.record({
      top: fc.integer(numbers),
      height: fc.integer({ min: 10, max: 500 }),
      left: fc.integer(numbers),
      width: fc.integer({ min: 5, max: 900 }),
      isBackward: fc.boolean(),
      isRightToLeft: fc.boolean(),
    });
    fc.assert(
      fc.property(passages, fc.boolean(), ({ top, height, left, width, ...way }, isTouch) => {
        const box = { top, bottom: top + height, left, right: left + width };
        const near = way.isBackward ? { ...box, bottom: top + 10 } : { ...box, top: box.bottom - 10 };
        const found = place({ box, near, ...way }, { isTouch });
        expect(found.left).toBeGreaterThanOrEqual(8);
        expect(found.left + size.width).toBeLessThanOrEqual(992);
        expect(found.top).toBeGreaterThanOrEqual(8);
        expect(found.top + size.height).toBeLessThanOrEqual(792);
        const covers = found.top < box.bottom && found.top + size.height > box.top;
        const hasRoom = box.top >= 56 || box.bottom <= 800 - 8 - 40 - 24;
        expect(covers && hasRoom && !found.isAway).toBe(false);
      }),
    );
  });
});
