import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { toFailure } from '../db/failures.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';

/** The state of a query: its latest value, and the failure that keeps it from being known. */
export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly code: FailureCode };

/**
 * The result of a library query, kept up to date with every change, whichever window made it. The query is
 * asked anew when one of `inputs` changes.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error) => setLive({ state: 'failed', code: failureCodeOf(toFailure(error)) }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return live;
}
