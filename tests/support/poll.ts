import { setTimeout as delay } from 'node:timers/promises';
import type { WaitOptions } from './driver.ts';

const INTERVAL_MS = 25;

/**
 * The first truthy value of `check`, asked again and again. An error thrown by `check` counts as "not yet" (a
 * document that navigates away takes its questions along) and is told when time is up.
 * @throws when time is up
 */
export async function poll<T>(
  check: () => Promise<T> | T,
  options: WaitOptions = {},
): Promise<NonNullable<T>> {
  const { timeoutMs = 10_000, what = 'the condition' } = options;
  const deadline = Date.now() + timeoutMs;
  let problem: unknown;
  do {
    try {
      const value = await check();
      if (value) return value;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    await delay(INTERVAL_MS);
  } while (Date.now() < deadline);
  const reason = problem instanceof Error ? `: ${problem.message}` : '.';
  throw new Error(`Waited ${timeoutMs} ms for ${what} in vain${reason}`, { cause: problem });
}
