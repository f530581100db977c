import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { listKnownEntities } from '../../../utils/db/entities.ts';
import { at, draft, openLibrary } from './library.ts';

async function tag(library: Library, words: string, name: string, minute: number): Promise<void> {
  const selector = [{ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' }] as const;
  const input = draft({ kind: 'entity', colour: 'green', selector, subject: { name, type: 'person' } });
  await createAnnotation(library, input, at(minute));
}

describe('listKnownEntities', () => {
  it('gives those first that were used last, each by the words it was tagged on too', async () => {
    const library = openLibrary();
    await tag(library, 'Hoàng Lan', 'Hoàng Lan', 0);
    await tag(library, 'Nwosu-Finch', 'Amara Nwosu-Finch', 1);
    await tag(library, 'Ben', 'Ben', 2);
    await tag(library, 'bà  Lan', 'Hoàng Lan', 3);
    expect(await listKnownEntities(library)).toMatchObject([
      { name: 'Hoàng Lan', type: 'person', aliases: ['bà Lan'] },
      { name: 'Ben', type: 'person' },
      { name: 'Amara Nwosu-Finch', type: 'person', aliases: ['Nwosu-Finch'] },
    ]);
  });

  it('takes a long passage for no name', async () => {
    const library = openLibrary();
    await tag(library, 'lời '.repeat(60), 'Hoàng Lan', 0);
    const [only] = await listKnownEntities(library);
    expect([only?.name, only?.aliases]).toEqual(['Hoàng Lan', undefined]);
  });
});
