import { describe, expect, it } from 'vitest';
import { createAnnotation, deleteAnnotation } from '../../../utils/db/annotations.ts';
import { saveDraft } from '../../../utils/db/drafts.ts';
import { createTranslator } from '../../../utils/i18n/translator.ts';
import { draftKeyOf } from '../../../utils/model/view.ts';
import { exportNotes } from '../../../utils/store/export-notes.ts';
import { listKept } from '../../../utils/store/kept.ts';
import { article, at, draft, openLibrary } from './library.ts';

const translator = createTranslator((key, [first = '']) => `${key}${first}`, 'vi');

describe('exportNotes', () => {
  it('writes one article, or everything, as the reader chose', async () => {
    const library = openLibrary();
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const tide = { ...article, title: 'Thủy triều' };
    const { page } = draft({ path: 'tide' });
    await createAnnotation(library, draft({ page: { ...page, article: tide } }), at(1));
    const { pageId } = annotation;
    const one = await exportNotes(library, { scope: 'article', format: 'markdown', pageId }, translator);
    expect([one?.fileName, one?.mediaType]).toEqual(['Phí cảng tăng gấp đôi.md', 'text/markdown']);
    expect(one?.text).not.toContain('Thủy triều');
    const all = await exportNotes(library, { scope: 'all', format: 'markdown', pageId }, translator);
    expect(all?.fileName).toBe('Pressmark.md');
    expect(all?.text.match(/^# .*/gmu)).toEqual(['# Phí cảng tăng gấp đôi', '# Thủy triều']);
  });

  it('writes linked data with an ending of its own', async () => {
    const library = openLibrary();
    await createAnnotation(library, draft(), at(0));
    const notes = await exportNotes(library, { scope: 'all', format: 'jsonld', pageId: null }, translator);
    expect([notes?.fileName, notes?.mediaType]).toEqual(['Pressmark.jsonld', 'application/ld+json']);
    expect(JSON.parse(notes?.text ?? '')).toMatchObject({ total: 1 });
  });

  it('names entities, and takes the words of the export from the catalogue', async () => {
    const library = openLibrary();
    const subject = { name: 'Hoàng Lan', type: 'person' };
    await createAnnotation(library, draft({ kind: 'entity', subject }), at(0));
    const notes = await exportNotes(library, { scope: 'all', format: 'markdown', pageId: null }, translator);
    expect(notes?.text).toContain('## mdEntities');
    expect(notes?.text).toContain('**Hoàng Lan** (type\\_person), mentions_other2');
  });

  it('is null when there is nothing', async () => {
    const library = openLibrary();
    const { annotation } = await createAnnotation(library, draft(), at(0));
    await deleteAnnotation(library, annotation.id, at(1));
    const { pageId } = annotation;
    expect(
      await exportNotes(library, { scope: 'article', format: 'markdown', pageId }, translator),
    ).toBeNull();
    expect(
      await exportNotes(library, { scope: 'article', format: 'markdown', pageId: null }, translator),
    ).toBeNull();
    expect(
      await exportNotes(library, { scope: 'all', format: 'jsonld', pageId: null }, translator),
    ).toBeNull();
  });
});

describe('listKept', () => {
  it('lists a page in reading order, with names and what was typed and not saved', async () => {
    const library = openLibrary();
    const wordsAt = (start: number) => [
      { type: 'TextQuoteSelector', exact: 'phí cảng', prefix: '', suffix: '' } as const,
      { type: 'TextPositionSelector', start, end: start + 8 } as const,
    ];
    const late = await createAnnotation(
      library,
      draft({ kind: 'quote', speaker: 'Lan', selector: wordsAt(40) }),
      at(0),
    );
    const subject = { name: 'Hoàng Lan', type: 'person' };
    const early = await createAnnotation(
      library,
      draft({ kind: 'entity', subject, selector: wordsAt(5) }),
      at(1),
    );
    await createAnnotation(library, draft({ path: 'tide' }), at(2));
    const typed = { note: 'dở', tags: '', speaker: 'L', subject: '' };
    await saveDraft(library, { key: draftKeyOf(late.annotation.id), value: JSON.stringify(typed) }, at(3));
    expect(await listKept(library, late.annotation.pageId)).toMatchObject([
      { id: early.annotation.id, subject, draft: null },
      { id: late.annotation.id, speaker: 'Lan', draft: typed },
    ]);
  });

  it('lists nothing for a page that nothing is kept of', async () => {
    expect(await listKept(openLibrary(), null)).toEqual([]);
  });
});
