import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../utils/session/watch.ts';

let abort: AbortController;
const ours = document.createElement('div');

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>Nước lên.</p>';
  abort = new AbortController();
});

afterEach(() => {
  abort.abort();
  ours.remove();
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

  it('gives a page a hundred times as long as a look took', async () => {
    const watched = watch(() => vi.advanceTimersByTime(50));
    await change();
    vi.advanceTimersByTime(250);
    expect(watched.rests()).toBe(1);
    await change();
    vi.advanceTimersByTime(4_900);
    expect(watched.rests()).toBe(1);
    vi.advanceTimersByTime(200);
    expect(watched.rests()).toBe(2);
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
