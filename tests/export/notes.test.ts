import { describe, expect, it } from 'vitest';
import { gatherNotes } from '../../utils/export/notes.ts';
import { createAnnotation, createEntity, createPage } from './notes.ts';

const tide = createPage('tide', { text: 'The tide turned at noon. The boats stayed in.' });
const levy = createPage('levy', { text: 'Phí cảng tăng gấp đôi.' }, { created: '2026-11-18T07:00:00.000Z' });
const lan = createEntity('e-lan', 'Lan', 'person');
const minh = createEntity('e-minh', 'Minh', 'person');

const boats = createAnnotation(tide, 'The boats stayed in', {
  id: 'a',
  speaker: { type: 'entity', entityId: 'e-lan' },
});
const noon = createAnnotation(tide, 'noon', { id: 'b' });
const fee = createAnnotation(levy, 'Phí cảng', { id: 'c' });

describe('gatherNotes', () => {
  it('puts the older page first and annotations in reading order', () => {
    const { articles } = gatherNotes([tide, levy], [boats, noon, fee], []);
    expect(articles.map(({ page, annotations }) => [page.id, annotations.map(({ id }) => id)])).toEqual([
      ['levy', ['c']],
      ['tide', ['b', 'a']],
    ]);
  });

  it('orders pages of the same moment by their ids', () => {
    const twins = ['z', 'a', 'm'].map((id) => createPage(id, {}));
    const annotations = twins.map((page) => createAnnotation(page, 'x', { id: `of-${page.id}` }));
    const { articles } = gatherNotes(twins, annotations, []);
    expect(articles.map(({ page }) => page.id)).toEqual(['a', 'm', 'z']);
  });

  it('takes the entities along that are referred to, and no others', () => {
    expect([...gatherNotes([tide], [boats], [minh, lan]).entities.keys()]).toEqual(['e-lan']);
  });

  it('takes nothing along for what was deleted', () => {
    const gone = { ...boats, deleted: '2026-11-20T00:00:00.000Z' };
    const notes = gatherNotes([tide], [gone], [lan]);
    expect([notes.articles, [...notes.entities]]).toEqual([[], []]);
  });
});
