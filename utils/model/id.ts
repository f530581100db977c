import { v7 } from 'uuid';

/**
 * A new UUID, ordered by time so that rows made together lie together in the index.
 * `crypto.randomUUID` is missing on http pages, where our page side runs too.
 */
export function createId(): string {
  return v7();
}
