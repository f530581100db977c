import { describe, expect, it, vi } from 'vitest';
import type { callExtension } from '../../utils/messaging/send.ts';
import type { PassageDraft } from '../../utils/messaging/protocol.ts';
import { emptyArticle } from '../../utils/model/page.ts';
import { createPracticeLibrary, type PracticeLibrary } from '../../utils/store/practice.ts';

const page = { canonicalUrl: null, alternateUrls: [], article: emptyArticle, version: null };

function draftOf(id: string, exact: string): PassageDraft {
  return {
    id,
    kind: 'highlight',
    colour: 'green',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
  };
}

function open() {
  const ask = vi.fn<(name: string, input: unknown) => Promise<string[]>>(
    async () => await Promise.resolve(['Ship']),
  );
  return { library: createPracticeLibrary(ask as unknown as typeof callExtension), ask };
}

async function listKept(library: PracticeLibrary): Promise<string[]> {
  const { marks } = await library.call('findPage', { ...page, article: null });
  return marks.map(({ id }) => id);
}

describe('createPracticeLibrary', () => {
  it('finds again what was kept in it', async () => {
    const { library } = open();
    const { pageId, marks } = await library.call('createAnnotations', {
      page,
      annotations: [draftOf('a', 'the bread boat')],
    });
    expect(await library.call('findPage', { ...page, article: null })).toEqual({
      pageId,
      doubt: null,
      marks,
    });
    expect(library.read('a')).toMatchObject({ quote: 'the bread boat', colour: 'green', note: '' });
  });

  it('takes every change back', async () => {
    const { library } = open();
    const created = await library.call('createAnnotations', {
      page,
      annotations: [draftOf('a', 'the bread boat')],
    });
    const edited = library.edit({ id: 'a', note: 'Ask about the cabins', colour: 'pink' });
    expect(library.read('a')).toMatchObject({ note: 'Ask about the cabins', colour: 'pink' });
    const removed = library.remove('a');
    expect(await listKept(library)).toEqual([]);
    await library.call('undoAct', removed);
    expect(library.read('a')).toMatchObject({ note: 'Ask about the cabins' });
    await library.call('undoAct', edited);
    expect(library.read('a')).toMatchObject({ note: '', colour: 'green' });
    await library.call('undoAct', created);
    expect(await listKept(library)).toEqual([]);
  });

  it('gives an annotation another passage', async () => {
    const { library } = open();
    await library.call('createAnnotations', { page, annotations: [draftOf('a', 'the bread boat')] });
    await library.call('retargetAnnotation', { id: 'a', selector: draftOf('a', 'bread').selector });
    expect(library.read('a')).toMatchObject({ quote: 'bread' });
  });

  it('has no annotation that was never made', () => {
    const { library } = open();
    expect(library.read('a')).toBeNull();
    expect(() => library.edit({ id: 'a', note: 'x' })).toThrow('annotationGone');
    expect(() => library.remove('a')).toThrow('annotationGone');
  });

  it('is empty when cleared', async () => {
    const { library } = open();
    await library.call('createAnnotations', { page, annotations: [draftOf('a', 'the bread boat')] });
    library.clear();
    expect(await listKept(library)).toEqual([]);
  });

  it('asks the background for what changes nothing, and for nothing else', async () => {
    const { library, ask } = open();
    expect(await library.call('listEntityTypes', null)).toEqual(['Ship']);
    await library.call('createAnnotations', { page, annotations: [draftOf('a', 'the bread boat')] });
    await library.call('reportPlacement', { placed: 1, lost: 0 });
    await expect(library.call('saveDraft', { key: 'annotation:a', value: '{}' })).rejects.toThrow(
      'invalidMessage',
    );
    expect(ask.mock.calls).toEqual([['listEntityTypes', null]]);
  });

  it('makes a quote of several pieces, and one again when that is undone', async () => {
    const { library } = open();
    await library.call('createAnnotations', {
      page,
      annotations: [draftOf('a', 'We were asking for a bed')],
    });
    const { actId } = await library.call('addPiece', {
      id: 'a',
      selector: [
        { type: 'TextQuoteSelector', exact: 'and a timetable', prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: 90, end: 105 },
      ],
    });
    expect(library.read('a')?.quote).toBe('We were asking for a bed […] and a timetable');
    await library.call('undoAct', { actId });
    expect(library.read('a')?.quote).toBe('We were asking for a bed');
  });
});
