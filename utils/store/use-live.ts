import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { toFailure } from '../db/failures.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';

/** The state of a query: its latest value, and the failure that keeps it from being known. */
export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** Tells the result of a library query, and tells it again with every change. What comes back ends that. */
export function watchLive<T>(query: () => Promise<T>, tell: (live: Live<T>) => void): () => void {
  const subscription = liveQuery(query).subscribe({
    next: (value) => tell({ state: 'ready', value }),
    error: (error) => tell({ state: 'failed', code: failureCodeOf(toFailure(error)) }),
  });
  return () => subscription.unsubscribe();
}

/**
 * The result of a library query, kept up to date with every change, whichever window made it. The query is
 * asked anew when one of `inputs` changes.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  // At once: an effect would wait for a frame before it asks.
  useLayoutEffect(() => watchLive(query, setLive), inputs);
  return live;
}
