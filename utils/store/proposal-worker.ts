import { Failure } from '../model/failure.ts';
import type { WorkAnswer, WorkRequest } from '../proposals/serve.ts';
import type { WorkCalls } from '../proposals/work.ts';

/** As much of a worker as is used of one. */
export type WorkerLike = {
  readonly postMessage: (request: WorkRequest) => void;
  readonly terminate: () => void;
  readonly addEventListener: (
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void;
};

/** Calls the worker. @throws {Failure} `unexpected` when it fails twice; the signal's reason when that aborts. */
export type CallWorker = <Name extends keyof WorkCalls>(
  call: Name,
  input: Parameters<WorkCalls[Name]>[0],
  signal: AbortSignal,
) => Promise<ReturnType<WorkCalls[Name]>>;

export type ProposalWorkerOptions = {
  readonly start: () => WorkerLike;
  /** So long one call may take; a worker that is silent for longer is dead. */
  readonly patienceMs?: number;
  /** After so long without work it is let go, with the models that it holds. */
  readonly idleMs?: number;
};

type Waiting = {
  readonly request: Exclude<WorkRequest, { call: 'cancel' }>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
};

/**
 * Hands work to a worker, which is started with the first call. One that died is started again, and what it was at is
 * asked once more; then it is said to have failed.
 */
export function createProposalWorker(options: ProposalWorkerOptions): CallWorker {
  const { start, patienceMs = 20_000, idleMs = 60_000 } = options;
  const waiting = new Map<number, Waiting>();
  let worker: WorkerLike | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;

  function begin(): WorkerLike {
    const begun = start();
    worker = begun;
    begun.addEventListener('message', ({ data }) => {
      if (worker === begun && isAnswer(data)) finish(data);
    });
    const onDead = (): void => {
      if (worker === begun) startAgain();
    };
    begun.addEventListener('error', onDead);
    begun.addEventListener('messageerror', onDead);
    return begun;
  }

  function finish(answer: WorkAnswer): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    watch();
    if (answer.isOk) asked?.resolve(answer.value);
    else asked?.reject(new Failure('unexpected', { message: 'the worker could not do its work' }));
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
  }

  function startAgain(): void {
    stop();
    for (const [id, one] of waiting) {
      if (one.tries > 1) {
        waiting.delete(id);
        one.reject(new Failure('unexpected', { message: 'the worker died twice' }));
      } else post(one);
    }
    watch();
  }

  function post(one: Waiting): void {
    one.tries++;
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      (worker ?? begin()).postMessage(one.request);
    } catch (error) {
      waiting.delete(one.request.id);
      one.reject(new Failure('unexpected', { cause: error }));
    }
  }

  /** One timer for both: a call that takes too long, and nothing to do for long. */
  function watch(): void {
    clearTimeout(timer);
    if (waiting.size > 0) timer = setTimeout(startAgain, patienceMs);
    else if (worker !== null) timer = setTimeout(stop, idleMs);
  }

  return async (call, input, signal) => {
    signal.throwIfAborted();
    const id = ++ids;
    return await new Promise((resolve, reject) => {
      const onAbort = (): void => {
        waiting.delete(id);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
        worker?.postMessage({ id, call: 'cancel' });
        reject(signal.reason);
        watch();
      };
      const end =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal.removeEventListener('abort', onAbort);
          settle(value);
        };
      const one: Waiting = {
        request: { id, call, input },
        // The map of calls says what each answers; `checkProposals` looks at what it is.
        resolve: end(resolve as (value: unknown) => void),
        reject: end(reject),
        tries: 0,
      };
      signal.addEventListener('abort', onAbort, { once: true });
      waiting.set(id, one);
      post(one);
      watch();
    });
  };
}

function isAnswer(data: unknown): data is WorkAnswer {
  return typeof data === 'object' && data !== null && 'id' in data && 'isOk' in data;
}
