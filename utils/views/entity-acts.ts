import type { EntityActs } from '../../components/EntityCard.tsx';
import type { Translator } from '../i18n/translator.ts';
import { callExtension } from '../messaging/send.ts';
import type { WikidataEntry } from '../model/entity.ts';
import { entityLimits, type Entity } from '../model/entity.ts';
import { Failure } from '../model/failure.ts';
import { createId } from '../model/id.ts';
import { keepEntityDraft } from '../store/drafts.ts';
import { allowLookup } from '../store/lookup.ts';
import type { Outcomes } from '../store/use-outcome.ts';

export type EntityActsParts = {
  readonly entity: Entity;
  readonly run: Outcomes['run'];
  readonly text: Translator;
  readonly onFound: (entries: readonly WikidataEntry[] | null) => void;
  /** The entity is no longer there. */
  readonly onGone: () => void;
  readonly goTo: EntityActs['goTo'];
};

/** What can be done with an entity, each act with its outcome told by `run`. */
export function createEntityActs(parts: EntityActsParts): EntityActs {
  const { entity, run, onFound, onGone, goTo } = parts;
  const { t, locale } = parts.text;
  const { id, name } = entity;

  async function lookUp(): Promise<null> {
    // First of all: browsers ask the reader only while the press still counts.
    if (!(await allowLookup())) throw new Failure('lookupRefused');
    onFound(await callExtension('lookUpEntity', { name: name.slice(0, entityLimits.name), lang: locale }));
    return null;
  }

  return {
    edit(patch, onDone = () => {}) {
      const isNothing = Object.keys(patch).length === 0;
      void run(
        async () => {
          const receipt = isNothing ? null : await callExtension('editEntity', { id, ...patch });
          keepEntityDraft(id, null);
          onFound(null);
          onDone();
          return receipt;
        },
        isNothing ? '' : t('savedChanges'),
      );
    },
    merge(into, onDone) {
      void run(
        async () => {
          const receipt = await callExtension('mergeEntities', { id, intoId: into.id });
          onDone();
          return receipt;
        },
        t('entityMerged', into.name),
      );
    },
    splitAlias(alias) {
      void run(
        async () => await callExtension('splitEntity', { id, newId: createId(), alias }),
        t('entitySplitDone', alias),
      );
    },
    splitPassages(newName, annotationIds, onDone) {
      void run(
        async () => {
          const split = { id, newId: createId(), name: newName, annotationIds };
          const receipt = await callExtension('splitEntity', split);
          onDone();
          return receipt;
        },
        t('entitySplitDone', newName),
      );
    },
    remove() {
      void run(async () => {
        const receipt = await callExtension('deleteEntity', { id });
        onGone();
        return receipt;
      }, t('entityDeleted'));
    },
    takeOver() {
      void run(async () => await callExtension('takeOverSpeakers', { id }), t('entityTakenOver'));
    },
    lookUp() {
      onFound(null);
      void run(lookUp, '');
    },
    draft: (draft) => keepEntityDraft(id, draft),
    goTo,
  };
}
