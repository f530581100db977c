// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../utils/session/watch.ts';

let abort: AbortController;
let isUrgent = false;
const ours = document.createElement('div');

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>Nước lên.</p>';
  abort = new AbortController();
});

afterEach(() => {
  abort.abort();
  ours.remove();
  isUrgent = false;
  vi.useRealTimers();
});

type Watched = { readonly dirty: () => number; readonly rests: () => number };

function watch(onRest: () => void = () => {}): Watched {
  const onDirty = vi.fn<() => void>();
  const resting = vi.fn<() => void>(onRest);
  watchPage({
    root: document,
    signal: abort.signal,
    isOurs: (node) => node === ours,
    onDirty,
    isUrgent: () => isUrgent,
    onRest: resting,
  });
  return { dirty: () => onDirty.mock.calls.length, rests: () => resting.mock.calls.length };
}

/** Changes the page, and lets the observer hear of it. */
async function change(work: () => void = () => document.body.append('x')): Promise<void> {
  work();
  await Promise.resolve();
}

describe('watchPage', () => {
  it('says at once that the page changed, and later that it rests', async () => {
    const watched = watch();
    await change();
    expect([watched.dirty(), watched.rests()]).toEqual([1, 0]);
    vi.advanceTimersByTime(250);
    expect(watched.rests()).toBe(1);
  });

  const changes: Record<string, () => void> = {
    'added text': () => document.body.append('Cầu sập.'),
    'removed elements': () => document.querySelector('p')?.remove(),
    'text that was written over': () => {
      const text = document.querySelector('p')?.firstChild;
      if (text instanceof Text) text.data = 'Nước rút.';
    },
    'text that is shown': () => document.querySelector('p')?.toggleAttribute('hidden'),
    'text that is folded away': () => document.querySelector('p')?.classList.add('is-folded'),
    'a change of ours that comes with one of the page': () => document.body.append(ours, 'x'),
  };
  it.each(Object.entries(changes))('hears of %s', async (_, work) => {
    const watched = watch();
    await change(work);
    expect(watched.dirty()).toBe(1);
  });

  it('does not hear of our own element coming and going', async () => {
    const watched = watch();
    await change(() => document.documentElement.append(ours));
    await change(() => ours.setAttribute('style', 'color: red'));
    await change(() => ours.remove());
    vi.advanceTimersByTime(10_000);
    expect([watched.dirty(), watched.rests()]).toEqual([0, 0]);
  });

  it('waits until nothing changed for a while', async () => {
    const watched = watch();
    for (let turn = 0; turn < 5; turn++) {
      await change();
      vi.advanceTimersByTime(200);
    }
    expect(watched.rests()).toBe(0);
    vi.advanceTimersByTime(250);
    expect([watched.dirty(), watched.rests()]).toEqual([5, 1]);
  });

  it('looks at once when what is painted has lost its place', async () => {
    const watched = watch(() => vi.advanceTimersByTime(5));
    await change();
    expect(watched.rests()).toBe(0);
    isUrgent = true;
    await change();
    expect(watched.rests()).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(watched.rests()).toBe(1);
  });

  it('looks now and then at a page that never rests', async () => {
    const watched = watch();
    for (let turn = 0; turn < 100; turn++) {
      await change();
      vi.advanceTimersByTime(100);
    }
    // Ten seconds of unrest, a look every two.
    expect(watched.rests()).toBeGreaterThanOrEqual(4);
    expect(watched.rests()).toBeLessThanOrEqual(5);
  });

  it.each([true, false])(
    'costs a page that never stops a hundredth of the time, urgent: %s',
    async (urgent) => {
      let spent = 0;
      const watched = watch(() => {
        spent += 50;
        vi.advanceTimersByTime(50);
      });
      isUrgent = urgent;
      for (let turn = 0; turn < 3_000; turn++) {
        await change();
        vi.advanceTimersByTime(100);
      }
      // Five minutes, with half a second of work done ahead.
      expect(watched.rests()).toBeGreaterThan(40);
      expect(spent).toBeLessThanOrEqual(0.01 * (300_000 + spent) + 500 + 50);
    },
  );

  it('looks soon at what the reader unfolds now and then, also where a look takes long', async () => {
    const watched = watch(() => vi.advanceTimersByTime(100));
    for (let turn = 1; turn <= 4; turn++) {
      await change();
      vi.advanceTimersByTime(300);
      expect(watched.rests()).toBe(turn);
      vi.advanceTimersByTime(5_000);
    }
  });

  it('is silent once the signal aborts, with a look due', async () => {
    const watched = watch();
    await change();
    abort.abort();
    await change();
    vi.advanceTimersByTime(10_000);
    expect([watched.dirty(), watched.rests()]).toEqual([1, 0]);
  });
});
