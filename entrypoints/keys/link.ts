import type { CaretAct, CaretCall, CaretView } from '../../utils/messaging/protocol.ts';

/** What a key means: an act as it is, or what to do once it is known how things stand. */
export type CaretTask = CaretAct | ((view: CaretView) => CaretAct | null | Promise<CaretAct | null>);

export type CaretLink = {
  /** Does the tasks one after the other, however fast they come. */
  readonly send: (task: CaretTask) => void;
  /** How things stand, as far as was answered; `null` while something is on its way that changes what keys mean. */
  readonly known: () => CaretView | null;
};

export type CaretLinkOptions = {
  readonly id: string;
  readonly call: (input: CaretCall) => Promise<CaretView>;
  readonly onView: (view: CaretView) => void;
  readonly onFailure: (error: unknown) => void;
};

/**
 * The way from the frame that hears the keys to the page. Keys that come while an answer is on its way are sent
 * together, in their order. A task that asks how things stand waits for all before it.
 */
export function createCaretLink({ id, call, onView, onFailure }: CaretLinkOptions): CaretLink {
  const waiting: CaretTask[] = [];
  let view: CaretView | null = null;
  let isRunning = false;
  let isTurning = false;
  let turn = 0;

  async function pass(acts: readonly CaretAct[]): Promise<void> {
    isTurning = acts.some(isTurn);
    view = await call({ id, turn: ++turn, acts });
    isTurning = false;
    onView(view);
  }

  function takeActs(): CaretAct[] {
    const acts: CaretAct[] = [];
    for (let next = waiting[0]; next !== undefined && typeof next !== 'function'; next = waiting[0]) {
      acts.push(next);
      waiting.shift();
    }
    return acts;
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const acts = takeActs();
      if (acts.length > 0 || view === null) await pass(acts);
      const ask = waiting[0];
      if (typeof ask !== 'function' || view === null) continue;
      waiting.shift();
      // Not awaited when it need not be: copying needs the key press itself.
      const answer = ask(view);
      isTurning = answer instanceof Promise;
      const act = answer instanceof Promise ? await answer : answer;
      isTurning = false;
      if (act !== null) waiting.unshift(act);
    }
  }

  return {
    known: () => (isTurning || waiting.some(isTurn) ? null : view),
    send(task) {
      waiting.push(task);
      if (isRunning) return;
      isRunning = true;
      run()
        .catch((error: unknown) => {
          // What was to come after it was meant for another state of things.
          waiting.length = 0;
          isTurning = false;
          onFailure(error);
        })
        .finally(() => {
          isRunning = false;
        });
    },
  };
}

/** Walking, however far, leaves the keys what they are. */
function isTurn(task: CaretTask): boolean {
  return typeof task === 'function' || (task.do !== 'walk' && task.do !== 'edge' && task.do !== 'resize');
}
