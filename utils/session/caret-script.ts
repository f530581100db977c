import type { createCaretSession } from './caret.ts';

/**
 * Where the script with the page's UI leaves the caret for the script that reads the page, which is on every
 * annotated page and does without it. A symbol is the one kind of key that an element of the page cannot be found under.
 */
const key = Symbol.for('pressmark caret');

export function provideCaret(create: typeof createCaretSession): void {
  Reflect.set(globalThis, key, create);
}

/** What was left, `null` as long as its script has not run. */
export function findCaret(): typeof createCaretSession | null {
  return (Reflect.get(globalThis, key) as typeof createCaretSession | undefined) ?? null;
}
