import type { browser } from 'wxt/browser';

// Functions that run in a page of the extension. They are sent as source text: no imports, no helpers outside of
// their own body.

declare const chrome: typeof browser;

export type LoadRow = { readonly id: string; readonly note: string; readonly tag: string };

/** What is in the database, asked of the browser itself. Waits until the library has been looked at and put back. */
export async function readLibrary(): Promise<{
  readonly rows: LoadRow[];
  readonly torn: string[];
}> {
  type Act = { annotationId: string; after: { id: string; body: unknown; modified: string } };
  type Row = Act['after'] & { body: { purpose: string; value: string }[]; pageId: string };
  await chrome.runtime.sendMessage({ call: 'readSafety', input: null });
  const ask = async <T>(request: IDBRequest<T>): Promise<T> =>
    await new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const database = await ask(indexedDB.open('pressmark'));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const all = async <T>(name: string): Promise<T[]> =>
    (await ask(transaction.objectStore(name).getAll())) as T[];
  const annotations = await all<Row>('annotations');
  const pages = new Set((await all<{ id: string }>('pages')).map(({ id }) => id));
  const lastAct = new Map((await all<Act>('acts')).map((act) => [act.annotationId, act]));
  database.close();
  const torn = annotations.flatMap((row) => {
    const act = lastAct.get(row.id);
    const isWhole = act !== undefined && JSON.stringify(act.after.body) === JSON.stringify(row.body);
    return [
      isWhole ? '' : `${row.id}: its last act is another`,
      pages.has(row.pageId) ? '' : `${row.id}: no page`,
    ];
  });
  return {
    rows: annotations.map(({ id, body }) => ({
      id,
      note: body.find(({ purpose }) => purpose === 'commenting')?.value ?? '',
      tag: body.find(({ purpose }) => purpose === 'tagging')?.value ?? '',
    })),
    torn: torn.filter((text) => text !== ''),
  };
}

/**
 * Writes one number after the other into the notes of annotations, until the browser dies or `stopLoad` is called.
 * Each number that was acknowledged is told to `acknowledged`, a function that the test put into the page.
 */
export function startLoad(ids: readonly string[], from: number, tag: string): void {
  const page = globalThis as unknown as {
    acknowledged: (id: string, value: number) => void;
    stopped?: boolean;
    failures?: string[];
  };
  page.stopped = false;
  page.failures = [];
  void (async () => {
    for (let value = from; page.stopped !== true; value++) {
      const id = ids[value % ids.length] ?? '';
      const input = tag === '' ? { id, note: String(value) } : { id, tags: [`${tag}${value}`] };
      // As our own pages do: once more when the worker died in the middle.
      const send = async (): Promise<{ ok?: boolean }> => {
        const answer: unknown = await chrome.runtime.sendMessage({ call: 'editAnnotation', input });
        if (typeof answer !== 'object' || answer === null) throw new Error('expected an answer');
        return answer;
      };
      const answer = await send().catch(async () => await send());
      if (answer.ok === true) page.acknowledged(id, value);
      else page.failures?.push(JSON.stringify(answer));
    }
  })();
}

/** Waits until every change lies outside of the database too, which is a moment behind. */
export async function waitForJournal(): Promise<void> {
  const ask = async <T>(request: IDBRequest<T>): Promise<T> =>
    await new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const database = await ask(indexedDB.open('pressmark'));
  for (;;) {
    const head: unknown = await ask(database.transaction('head').objectStore('head').get('library'));
    const { certificate } = await chrome.storage.local.get('certificate');
    const [written, carried] = [head, certificate] as ({ last: number } | undefined)[];
    if (written !== undefined && written.last === carried?.last) break;
  }
  database.close();
}

/** Ends the load and tells what failed. */
export function stopLoad(): string[] {
  const page = globalThis as unknown as { stopped?: boolean; failures?: string[] };
  page.stopped = true;
  return page.failures ?? [];
}
