// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callExtension } from '../../utils/messaging/send.ts';
import { Failure } from '../../utils/model/failure.ts';
import { useOutcome, type Outcomes } from '../../utils/store/use-outcome.ts';

vi.mock('../../utils/messaging/send.ts', () => ({ callExtension: vi.fn<() => unknown>() }));

const root = document.createElement('div');
let outcomes: Outcomes;

function Probe(): null {
  outcomes = useOutcome();
  return null;
}

beforeEach(async () => {
  await act(() => render(<Probe />, root));
});

afterEach(() => {
  render(null, root);
});

describe('useOutcome', () => {
  it('tells what was done only once it is done', async () => {
    const stored = Promise.withResolvers<{ actId: number }>();
    let running: Promise<void> | undefined;
    await act(() => {
      running = outcomes.run(async () => await stored.promise, 'Highlight saved.');
    });
    expect([outcomes.outcome, outcomes.isBusy]).toEqual([null, true]);
    await act(async () => {
      stored.resolve({ actId: 4 });
      await running;
    });
    expect([outcomes.outcome, outcomes.isBusy]).toEqual([
      { state: 'done', serial: 1, message: 'Highlight saved.', undo: { actId: 4 } },
      false,
    ]);
  });

  it('tells the code of what failed, and is free again', async () => {
    await act(async () => {
      await outcomes.run(async () => await Promise.reject(new Failure('storageFull')), 'Saved.');
    });
    expect([outcomes.outcome, outcomes.isBusy]).toEqual([{ state: 'failed', code: 'storageFull' }, false]);
  });

  it('undoes by the receipt, with no way back offered from there', async () => {
    await act(async () => await outcomes.undo({ actId: 4 }, 'Undone.'));
    expect(callExtension).toHaveBeenCalledExactlyOnceWith('undoAct', { actId: 4 });
    expect(outcomes.outcome).toEqual({ state: 'done', serial: 1, message: 'Undone.', undo: null });
  });

  it('goes back by a call of its own where the act is none that is stored', async () => {
    const goBack = vi.fn<() => Promise<void>>(async () => await Promise.resolve());
    await act(async () => await outcomes.undo({ goBack }, 'Undone.'));
    expect(goBack).toHaveBeenCalledOnce();
    expect(callExtension).not.toHaveBeenCalled();
  });

  it('forgets what is cleared', async () => {
    await act(async () => await outcomes.run(async () => await Promise.resolve(null), 'Saved.'));
    await act(() => outcomes.clear());
    expect(outcomes.outcome).toBeNull();
  });
});
