import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnnotation, listAllAnnotations } from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { useLive, type Live } from '../../../utils/store/use-live.ts';
import { at, draft, openLibrary } from './library.ts';

const root = document.createElement('div');
let live: Live<number>;

function Probe({ library, query }: { library: Library; query?: () => Promise<number> }): null {
  live = useLive(query ?? (async () => (await listAllAnnotations(library)).length), [library]);
  return null;
}

afterEach(() => {
  render(null, root);
  vi.restoreAllMocks();
});

async function show(library: Library, query?: () => Promise<number>): Promise<void> {
  await act(() => render(<Probe library={library} {...(query === undefined ? {} : { query })} />, root));
}

describe('useLive', () => {
  it('answers, and answers again after every change', async () => {
    const library = openLibrary();
    await show(library);
    await vi.waitFor(() => expect(live).toEqual({ state: 'ready', value: 0 }));
    await createAnnotation(library, draft(), at(0));
    await vi.waitFor(() => expect(live).toEqual({ state: 'ready', value: 1 }));
  });

  it('hears of changes that another connection made', async () => {
    const library = openLibrary();
    const other = openLibrary(library.name);
    await show(library);
    await vi.waitFor(() => expect(live).toEqual({ state: 'ready', value: 0 }));
    await createAnnotation(other, draft(), at(0));
    await vi.waitFor(() => expect(live).toEqual({ state: 'ready', value: 1 }));
  });

  it('tells the code of a failure', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await show(
      openLibrary(),
      async () => await Promise.reject(new DOMException('no space', 'QuotaExceededError')),
    );
    await vi.waitFor(() => expect(live).toEqual({ state: 'failed', code: 'storageFull' }));
  });
});
