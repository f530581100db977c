import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureCodeOf } from '../../utils/model/failure.ts';
import type { WorkAnswer, WorkRequest } from '../../utils/proposals/serve.ts';
import { createProposalWorker, type WorkerLike } from '../../utils/store/proposal-worker.ts';

type Fake = WorkerLike & {
  readonly asked: WorkRequest[];
  readonly say: (answer: WorkAnswer) => void;
  readonly die: () => void;
  isTerminated: boolean;
};

function createFake(): Fake {
  const listeners = new Map<string, (event: { data?: unknown }) => void>();
  const fake: Fake = {
    asked: [],
    isTerminated: false,
    postMessage: (request) => void fake.asked.push(request),
    terminate: () => {
      fake.isTerminated = true;
    },
    addEventListener: (type, listener) => void listeners.set(type, listener),
    say: (data) => listeners.get('message')?.({ data }),
    die: () => listeners.get('error')?.({}),
  };
  return fake;
}

const article = { state: 'article', lang: 'vi', dir: 'ltr', blocks: [], marks: [], isCut: false } as const;
const never = new AbortController().signal;
let started: Fake[] = [];

function begin(): ReturnType<typeof createProposalWorker> {
  return createProposalWorker({
    start() {
      const fake = createFake();
      started.push(fake);
      return fake;
    },
    patienceMs: 1_000,
    idleMs: 5_000,
  });
}

beforeEach(() => {
  started = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createProposalWorker', () => {
  it('starts the worker with the first call and asks it all others too', async () => {
    const call = begin();
    expect(started).toEqual([]);
    const first = call('quotes', { article, people: [] }, never);
    const second = call('quotes', { article, people: ['Hoàng Lan'] }, never);
    expect(started).toHaveLength(1);
    started[0]?.say({ id: 2, isOk: true, value: ['second'] });
    started[0]?.say({ id: 1, isOk: true, value: ['first'] });
    expect(await Promise.all([first, second])).toEqual([['first'], ['second']]);
  });

  it('starts a dead worker again and asks once more', async () => {
    const call = begin();
    const quotes = call('quotes', { article, people: [] }, never);
    started[0]?.die();
    expect(started[0]?.isTerminated).toBe(true);
    started[1]?.say({ id: 1, isOk: true, value: [] });
    expect(await quotes).toEqual([]);
  });

  it('says that the work failed when the worker dies twice, and starts anew with the next call', async () => {
    const call = begin();
    const failure = call('quotes', { article, people: [] }, never).catch(failureCodeOf);
    started[0]?.die();
    started[1]?.die();
    expect(await failure).toBe('unexpected');
    const next = call('quotes', { article, people: [] }, never);
    started[2]?.say({ id: 2, isOk: true, value: [] });
    expect(await next).toEqual([]);
  });

  it('takes a worker that is silent for too long for dead', async () => {
    const call = begin();
    const failure = call('quotes', { article, people: [] }, never).catch(failureCodeOf);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(started).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await failure).toBe('unexpected');
  });

  it('passes a failure of the work on', async () => {
    const call = begin();
    const quotes = call('quotes', { article, people: [] }, never);
    started[0]?.say({ id: 1, isOk: false });
    await expect(quotes).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('ends a call that is called off at once, and tells the worker', async () => {
    const call = begin();
    const abort = new AbortController();
    const quotes = call('quotes', { article, people: [] }, abort.signal);
    abort.abort(new Error('gone'));
    await expect(quotes).rejects.toThrow('gone');
    expect(started[0]?.asked.at(-1)).toEqual({ id: 1, call: 'cancel' });
  });

  it('lets an idle worker go', async () => {
    const call = begin();
    const quotes = call('quotes', { article, people: [] }, never);
    started[0]?.say({ id: 1, isOk: true, value: [] });
    await quotes;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(started[0]?.isTerminated).toBe(true);
  });
});
