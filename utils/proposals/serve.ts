import type { Work, WorkCalls } from './work.ts';

/** What is asked of whoever works; `cancel` ends the call of that number. */
export type WorkRequest =
  | { readonly id: number; readonly call: keyof WorkCalls; readonly input: unknown }
  | { readonly id: number; readonly call: 'cancel' };

/** How a call ended. */
export type WorkAnswer =
  | { readonly id: number; readonly isOk: true; readonly value: unknown }
  | { readonly id: number; readonly isOk: false };

/** Answers calls one after the other, so that a cancelled one is never begun. What answers nothing was cancelled. */
export function serveWork(
  work: Work,
  answer: (answer: WorkAnswer) => void,
  report: (error: unknown) => void,
): (request: WorkRequest) => void {
  const aborts = new Map<number, AbortController>();
  let before: Promise<void> = Promise.resolve();

  async function perform(
    request: Exclude<WorkRequest, { call: 'cancel' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const { id, call, input } = request;
    try {
      signal.throwIfAborted();
      const perform = work[call] as (input: unknown, signal: AbortSignal) => Promise<unknown>;
      answer({ id, isOk: true, value: await perform(input, signal) });
    } catch (error) {
      if (signal.aborted) return;
      report(error);
      answer({ id, isOk: false });
    } finally {
      aborts.delete(id);
    }
  }

  return (request) => {
    if (request.call === 'cancel') {
      aborts.get(request.id)?.abort();
      return;
    }
    const abort = new AbortController();
    aborts.set(request.id, abort);
    before = before
      // A turn of the event loop between two calls, in which a cancellation is heard.
      .then(async () => await new Promise<void>((resolve) => setTimeout(resolve)))
      .then(async () => await perform(request, abort.signal));
  };
}
