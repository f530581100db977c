import type { JSX } from 'preact';
import { EntityCard, type EntityActs } from '../../components/EntityCard.tsx';
import { EntityForm } from '../../components/EntityForm.tsx';
import { EntityList } from '../../components/EntityList.tsx';
import { EntityMerge } from '../../components/EntityMerge.tsx';
import { EntitySplitter } from '../../components/EntitySplitter.tsx';
import { Toast } from '../../components/Toast.tsx';
import { createEntity, type Entity } from '../../utils/model/entity.ts';
import type { EntityAbout } from '../../utils/model/entity-about.ts';

const nothing = (): void => {};

export const lan: Entity = {
  ...createEntity('lan', { name: 'Hoàng Lan', type: 'person' }, '2026-11-20T07:00:00.000Z'),
  aliases: ['bà Lan', 'H. Lan'],
  note: 'Chủ *hai* tàu.',
  wikidata: { id: 'Q42', label: 'Hoàng Lan', description: 'chủ tàu' },
};

export const known = [
  { id: 'lan', name: 'Hoàng Lan', type: 'person' },
  { id: 'minh', name: 'Lê Minh', type: 'person', aliases: ['ông Minh'] },
];

const article = {
  pageId: 'levy',
  title: 'Phí cảng tăng gấp đôi',
  publisher: 'Tin Cảng',
  published: '2026-11-19T08:00:00+07:00',
  lang: 'vi',
};

/** Everything kept of a person, in one article. */
export const about: EntityAbout = {
  entity: lan,
  quotes: [
    {
      ...article,
      passages: [
        { id: 'q', kind: 'quote', colour: 'blue', words: 'Không trả nổi.', href: 'https://a.example/#q' },
      ],
    },
  ],
  mentions: [
    {
      ...article,
      passages: [
        { id: 'm', kind: 'entity', colour: 'green', words: 'Hoàng Lan', href: 'https://a.example/#m' },
        { id: 'n', kind: 'entity', colour: 'green', words: 'bà Lan', href: 'https://a.example/#n' },
      ],
    },
  ],
  counts: { quotes: 1, mentions: 2 },
  written: 3,
  draft: null,
};

export const noActs: EntityActs = {
  edit: nothing,
  merge: nothing,
  splitAlias: nothing,
  splitPassages: nothing,
  remove: nothing,
  takeOver: nothing,
  lookUp: nothing,
  draft: nothing,
  goTo: () => true,
};

/** The registry as a reader meets it. */
export const entityScreens: Record<string, JSX.Element> = {
  'the card of an entity': (
    <EntityCard
      about={about}
      known={known}
      ownTypes={['Tàu']}
      found={[{ id: 'Q42', label: 'Hoàng Lan', description: 'chủ tàu' }]}
      isBusy={false}
      acts={noActs}
      onBack={nothing}
    />
  ),
  'the fields of an entity': (
    <EntityForm
      entity={lan}
      draft={{ name: 'Lan', type: 'person', aliases: '', note: '' }}
      ownTypes={['Tàu']}
      isBusy={false}
      onSave={nothing}
      onDraft={nothing}
      onCancel={nothing}
    />
  ),
  'the joining of entities': (
    <EntityMerge entity={lan} known={known} isBusy={false} onMerge={nothing} onCancel={nothing} />
  ),
  'the splitting of an entity': (
    <EntitySplitter chosen={2} isBusy={false} onSplit={nothing} onCancel={nothing} />
  ),
  'the list of names': <EntityList known={known} onOpen={nothing} />,
  'a toast with a further act': (
    <Toast
      message="Entity saved on this device."
      further={{ name: 'Đánh dấu', onPress: nothing }}
      onUndo={nothing}
      onClose={nothing}
    />
  ),
};
