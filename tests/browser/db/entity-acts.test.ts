import { beforeEach, describe, expect, it } from 'vitest';
import { undoAct } from '../../../utils/db/acts.ts';
import {
  changeAnnotation,
  createAnnotation,
  deleteAnnotation,
  restoreAnnotation,
} from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { listEntities, listKnownEntities } from '../../../utils/db/entities.ts';
import { readEntityAbout } from '../../../utils/db/entity-about.ts';
import {
  deleteEntity,
  editEntity,
  mergeEntities,
  splitEntity,
  takeOverSpeakers,
} from '../../../utils/db/entity-acts.ts';
import { readHistory } from '../../../utils/db/history.ts';
import { purgeDeleted } from '../../../utils/db/purge.ts';
import { speakerOf, subjectIdOf, type Annotation } from '../../../utils/model/annotation.ts';
import type { Entity } from '../../../utils/model/entity.ts';
import { createId } from '../../../utils/model/id.ts';
import { at, draft, openLibrary } from './library.ts';

let library: Library;

beforeEach(() => {
  library = openLibrary();
});

async function tag(words: string, name: string, minute: number, type = 'person'): Promise<Annotation> {
  const selector = [{ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' }] as const;
  const input = draft({ kind: 'entity', colour: 'green', selector, subject: { name, type } });
  return (await createAnnotation(library, input, at(minute))).annotation;
}

async function quote(speaker: string, minute: number): Promise<Annotation> {
  return (await createAnnotation(library, draft({ kind: 'quote', speaker }), at(minute))).annotation;
}

async function named(name: string): Promise<Entity> {
  const found = (await listEntities(library)).find((entity) => entity.name === name);
  if (found === undefined) throw new Error(`expected ${name}`);
  return found;
}

async function subjectOf({ id }: Annotation): Promise<string | null> {
  const row = await library.annotations.get(id);
  return row === undefined ? null : subjectIdOf(row);
}

async function speakerIdOf({ id }: Annotation): Promise<unknown> {
  const row = await library.annotations.get(id);
  return row === undefined ? null : speakerOf(row);
}

const names = async (): Promise<string[]> => (await listEntities(library)).map(({ name }) => name);

describe('editEntity', () => {
  it('renames for everything that points at it, and back again', async () => {
    const mention = await tag('Lan', 'Hoàng Lan', 0);
    const { id } = await named('Hoàng Lan');
    const { actId } = await editEntity(library, { id, name: ' Hoàng  Thị Lan ' }, at(1));
    expect([await names(), await subjectOf(mention)]).toEqual([['Hoàng Thị Lan'], id]);
    await undoAct(library, actId, at(2));
    expect(await names()).toEqual(['Hoàng Lan']);
  });

  it('keeps each alias once, and none that is the name', async () => {
    await tag('Lan', 'Hoàng Lan', 0);
    const { id } = await named('Hoàng Lan');
    await editEntity(library, { id, aliases: ['Bà Lan', 'bà lan', 'HOÀNG LAN', ''] }, at(1));
    expect((await named('Hoàng Lan')).aliases).toEqual(['Bà Lan']);
  });

  it('refuses the name of another of that type', async () => {
    await tag('Lan', 'Lan', 0);
    await tag('Minh', 'Minh', 0);
    await tag('Minh', 'Minh', 0, 'place');
    const { id } = await named('Lan');
    await expect(editEntity(library, { id, name: 'minh' }, at(1))).rejects.toMatchObject({
      code: 'entityNameTaken',
    });
    expect(await names()).toEqual(['Lan', 'Minh', 'Minh']);
  });

  it('takes back only the fields that nobody changed since', async () => {
    await tag('Lan', 'Lan', 0);
    const { id } = await named('Lan');
    const { actId } = await editEntity(
      library,
      { id, name: 'Hoàng Lan', note: 'một', aliases: ['L.'] },
      at(1),
    );
    await editEntity(library, { id, note: 'hai', aliases: ['L.', 'bà Lan'] }, at(2));
    await undoAct(library, actId, at(3));
    expect(await named('Lan')).toMatchObject({ note: 'hai', aliases: ['bà Lan'] });
  });

  it('stores nothing more when the call is repeated', async () => {
    await tag('Lan', 'Lan', 0);
    const { id } = await named('Lan');
    const first = await editEntity(library, { id, note: 'một' }, at(1));
    expect(await editEntity(library, { id, note: 'một' }, at(2))).toEqual(first);
  });
});

describe('an alias', () => {
  it('names the entity when something is tagged or said by it', async () => {
    await tag('Lan', 'Hoàng Lan', 0);
    const { id } = await named('Hoàng Lan');
    await editEntity(library, { id, aliases: ['Bà Lan'] }, at(1));
    const mention = await tag('bà Lan', 'bà lan', 2);
    const said = await quote('BÀ LAN', 3);
    expect(await names()).toEqual(['Hoàng Lan']);
    expect([await subjectOf(mention), await speakerIdOf(said)]).toEqual([
      id,
      { type: 'entity', entityId: id },
    ]);
    expect((await listKnownEntities(library))[0]?.aliases?.[0]).toBe('Bà Lan');
  });

  it('of several names none of them', async () => {
    await tag('Lan', 'Hoàng Lan', 0);
    await tag('Lan', 'Lê Lan', 0);
    for (const name of ['Hoàng Lan', 'Lê Lan'])
      await editEntity(library, { id: (await named(name)).id, aliases: ['Lan'] }, at(1));
    await tag('Lan', 'Lan', 2);
    expect(await names()).toEqual(['Hoàng Lan', 'Lan', 'Lê Lan']);
  });
});

describe('mergeEntities', () => {
  it('points everything at one, whose other name it becomes, in one step that can be taken back', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    await tag('Hoàng Lan', 'Hoàng Lan', 1);
    const said = await quote('Lan', 2);
    const [lan, hoang] = [await named('Lan'), await named('Hoàng Lan')];
    await editEntity(library, { id: lan.id, note: 'Chủ tàu.', aliases: ['cô Lan'] }, at(3));
    const { actId } = await mergeEntities(library, lan.id, hoang.id, at(4));
    expect(await named('Hoàng Lan')).toMatchObject({ aliases: ['Lan', 'cô Lan'], note: 'Chủ tàu.' });
    expect([await names(), await subjectOf(mention)]).toEqual([['Hoàng Lan'], hoang.id]);
    expect(await speakerIdOf(said)).toEqual({ type: 'entity', entityId: hoang.id });
    expect((await readEntityAbout(library, lan.id, { linkOf: () => '' }))?.entity.id).toBe(hoang.id);
    await undoAct(library, actId, at(5));
    expect([await names(), await subjectOf(mention)]).toEqual([['Hoàng Lan', 'Lan'], lan.id]);
    expect(await named('Hoàng Lan')).toMatchObject({ aliases: [], note: '' });
    const { redo } = await readHistory(library, at(0));
    await undoAct(library, redo?.act.id ?? 0, at(6));
    expect([await names(), await subjectOf(mention)]).toEqual([['Hoàng Lan'], hoang.id]);
  });

  it('leaves what the reader named anew since', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    await tag('Hoàng Lan', 'Hoàng Lan', 1);
    const [lan, hoang] = [await named('Lan'), await named('Hoàng Lan')];
    const { actId } = await mergeEntities(library, lan.id, hoang.id, at(2));
    await changeAnnotation(library, { id: mention.id, subject: { name: 'Minh', type: 'person' } }, at(3));
    await undoAct(library, actId, at(4));
    expect(await subjectOf(mention)).toBe((await named('Minh')).id);
  });

  it('leads what comes back later to the one that stands for it', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    await tag('Hoàng Lan', 'Hoàng Lan', 1);
    const [lan, hoang] = [await named('Lan'), await named('Hoàng Lan')];
    const renamed = await changeAnnotation(
      library,
      { id: mention.id, subject: { name: 'Minh', type: 'person' } },
      at(2),
    );
    await mergeEntities(library, lan.id, hoang.id, at(3));
    await undoAct(library, renamed.actId, at(4));
    expect(await subjectOf(mention)).toBe(hoang.id);
  });

  it('refuses to join one with itself, and with what is gone', async () => {
    await tag('Lan', 'Lan', 0);
    const { id } = await named('Lan');
    await expect(mergeEntities(library, id, id, at(1))).rejects.toMatchObject({ code: 'invalidMessage' });
    await expect(mergeEntities(library, id, createId(), at(1))).rejects.toMatchObject({ code: 'entityGone' });
  });
});

describe('splitEntity', () => {
  it('takes another name with what was tagged on it', async () => {
    const first = await tag('Lan', 'Hoàng Lan', 0);
    const { id } = await named('Hoàng Lan');
    await editEntity(library, { id, aliases: ['Bà Lan'] }, at(1));
    const second = await tag('Bà Lan', 'Bà Lan', 2);
    const newId = createId();
    const { actId } = await splitEntity(library, { id, newId, alias: 'Bà Lan' }, at(3));
    expect([await subjectOf(first), await subjectOf(second)]).toEqual([id, newId]);
    expect(await named('Hoàng Lan')).toMatchObject({ aliases: [] });
    expect(await splitEntity(library, { id, newId, alias: 'Bà Lan' }, at(3))).toMatchObject({ actId });
    await undoAct(library, actId, at(4));
    expect([await names(), await subjectOf(second)]).toEqual([['Hoàng Lan'], id]);
    expect(await named('Hoàng Lan')).toMatchObject({ aliases: ['Bà Lan'] });
  });

  it('takes the chosen annotations, quotes among them', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    const said = await quote('Lan', 1);
    const other = await quote('Lan', 2);
    const { id } = await named('Lan');
    const newId = createId();
    const annotationIds = [mention.id, said.id];
    await splitEntity(library, { id, newId, name: 'Lan (Hải Phòng)', annotationIds }, at(3));
    expect([await subjectOf(mention), await speakerIdOf(said), await speakerIdOf(other)]).toEqual([
      newId,
      { type: 'entity', entityId: newId },
      { type: 'entity', entityId: id },
    ]);
  });
});

describe('deleteEntity', () => {
  it('refuses as long as something kept refers to it', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    const { id } = await named('Lan');
    await expect(deleteEntity(library, id, at(1))).rejects.toMatchObject({ code: 'entityInUse' });
    await deleteAnnotation(library, mention.id, at(2));
    const { actId } = await deleteEntity(library, id, at(3));
    expect(await names()).toEqual([]);
    await undoAct(library, actId, at(4));
    expect(await names()).toEqual(['Lan']);
  });

  it('is undone by what comes back out of the trash', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    await deleteAnnotation(library, mention.id, at(1));
    await deleteEntity(library, (await named('Lan')).id, at(2));
    await restoreAnnotation(library, mention.id, at(3));
    expect(await names()).toEqual(['Lan']);
  });
});

describe('takeOverSpeakers', () => {
  it('makes an entity of a speaker who was written down before', async () => {
    const said = await quote('hoàng lan', 0);
    await tag('Hoàng Lan', 'Hoàng Lan', 1);
    const { id } = await named('Hoàng Lan');
    const about = async () => await readEntityAbout(library, id, { linkOf: () => '' });
    expect(await about()).toMatchObject({ written: 1, counts: { quotes: 0, mentions: 1 } });
    const { actId } = await takeOverSpeakers(library, id, at(2));
    expect(await speakerIdOf(said)).toEqual({ type: 'entity', entityId: id });
    expect(await about()).toMatchObject({ written: 0, counts: { quotes: 1, mentions: 1 } });
    await undoAct(library, actId, at(3));
    expect(await speakerIdOf(said)).toEqual({ type: 'text', name: 'hoàng lan' });
  });
});

describe('readEntityAbout', () => {
  it('puts what is kept together by article', async () => {
    await tag('Lan', 'Lan', 0);
    await quote('Lan', 1);
    const { id } = await named('Lan');
    const about = await readEntityAbout(library, id, { linkOf: ({ source }) => `${source}#here` });
    expect(about?.quotes).toMatchObject([
      { title: 'Phí cảng tăng gấp đôi', publisher: 'Tin Cảng', passages: [{ words: 'phí cảng' }] },
    ]);
    expect(about?.mentions[0]?.passages).toMatchObject([
      { words: 'Lan', href: 'https://harbour.example/levy#here' },
    ]);
    expect(await readEntityAbout(library, createId(), { linkOf: () => '' })).toBeNull();
  });
});

describe('purgeDeleted', () => {
  it('takes entities that nobody refers to for as long, but none with a note', async () => {
    const first = await tag('Lan', 'Lan', 0);
    const second = await tag('Minh', 'Minh', 1);
    await tag('Bình', 'Bình', 1);
    await editEntity(library, { id: (await named('Minh')).id, note: 'Chủ tàu.' }, at(2));
    for (const { id } of [first, second]) await deleteAnnotation(library, id, at(3));
    await purgeDeleted(library, at(3));
    expect(await names()).toEqual(['Bình', 'Lan', 'Minh']);
    await purgeDeleted(library, at(4));
    expect(await names()).toEqual(['Bình', 'Minh']);
  });

  it('keeps those that an undo may still need', async () => {
    const mention = await tag('Lan', 'Lan', 0);
    const { actId } = await changeAnnotation(
      library,
      { id: mention.id, subject: { name: 'Minh', type: 'person' } },
      at(8),
    );
    await purgeDeleted(library, at(5));
    await undoAct(library, actId, at(9));
    expect(await subjectOf(mention)).toBe((await named('Lan')).id);
    await purgeDeleted(library, at(30));
    expect(await names()).toEqual(['Lan']);
  });
});
