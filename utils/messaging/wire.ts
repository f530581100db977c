import { Failure, failureCodeOf, isFailureCode } from '../model/failure.ts';

/** A map of calls: name → function of one argument. */
export type Calls = Record<string, (input: never) => unknown>;

export type InputOf<C, Name extends keyof C> = C[Name] extends (input: infer I) => unknown ? I : never;
export type OutputOf<C, Name extends keyof C> = C[Name] extends (input: never) => infer O ? O : never;

export type CallMessage = { readonly call: string; readonly input: unknown };

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };

/** Tells one of our calls from any other message. */
export function isCallMessage(message: unknown): message is CallMessage {
  return (
    typeof message === 'object' && message !== null && 'call' in message && typeof message.call === 'string'
  );
}

/** Wraps an outcome for the way back; the details of an error stay in this context's console. */
export async function answerWith(work: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = failureCodeOf(error);
    if (code === 'unexpected') console.error(error);
    return { ok: false, code };
  }
}

/**
 * The value of an answer.
 * @throws {Failure} with the code that the other side sent, or `unexpected` when nothing sensible came.
 */
export function unwrapAnswer(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true && 'value' in answer) return answer.value;
    if ('code' in answer && isFailureCode(answer.code)) throw new Failure(answer.code);
  }
  throw new Failure('unexpected');
}
