import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createAnnotation } from '../../../utils/db/annotations.ts';
import { listEntities } from '../../../utils/db/entities.ts';
import { takeOverSpeakers } from '../../../utils/db/entity-acts.ts';
import { createId } from '../../../utils/model/id.ts';
import { speakerOf, subjectIdOf } from '../../../utils/model/annotation.ts';
import { at, draft, openLibrary } from './library.ts';

/** A library as version 3 left it: an entity, a mention of it, and a quote by somebody who is only written down. */
async function openOld(name: string): Promise<{ entityId: string; quoteId: string }> {
  const old = new Dexie(name);
  old.version(3).stores({
    pages: 'id, *urls, visited, *sketch, *apart',
    annotations: 'id, pageId, modified, deleted, *entityIds',
    entities: 'id, key, [key+type]',
    acts: '++id, annotationId, at',
    drafts: 'key, modified',
    settings: 'key',
    versions: 'id, [pageId+lastSeen]',
  });
  const [entityId, quoteId] = [createId(), createId()];
  const times = { created: at(0), modified: at(0) };
  await old.table('entities').add({
    id: entityId,
    name: 'Hoàng Lan',
    type: 'person',
    key: 'hoàng lan',
    ...times,
  });
  await old.table('annotations').add({
    id: quoteId,
    pageId: createId(),
    kind: 'quote',
    motivation: 'highlighting',
    colour: 'blue',
    target: { source: 'https://harbour.example/levy', selector: [] },
    body: [{ type: 'TextualBody', purpose: 'describing', role: 'speaker', value: 'Hoàng  Lan' }],
    entityIds: [],
    deleted: null,
    ...times,
  });
  old.close();
  return { entityId, quoteId };
}

describe('Library', () => {
  it('opens one of version 3, finds its entities by name, and the speakers who are none', async () => {
    const name = `test-${createId()}`;
    const { entityId, quoteId } = await openOld(name);
    const library = openLibrary(name);
    const [entity] = await listEntities(library);
    expect(entity).toEqual({
      id: entityId,
      name: 'Hoàng Lan',
      type: 'person',
      aliases: [],
      note: '',
      wikidata: null,
      mergedInto: null,
      deleted: null,
      created: at(0),
      modified: at(0),
    });
    const subject = { name: 'hoàng lan', type: 'person' };
    const { annotation } = await createAnnotation(library, draft({ kind: 'entity', subject }), at(1));
    expect(subjectIdOf(annotation)).toBe(entityId);
    await takeOverSpeakers(library, entityId, at(2));
    const row = await library.annotations.get(quoteId);
    expect(row === undefined ? null : speakerOf(row)).toEqual({ type: 'entity', entityId });
  });
});
