import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { EntityCard } from '../../components/EntityCard.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import { callPage } from '../messaging/send.ts';
import type { WikidataEntry } from '../model/entity.ts';
import { readEntityChoices, readWholeEntity } from '../store/entities.ts';
import { useLive } from '../store/use-live.ts';
import type { Outcomes } from '../store/use-outcome.ts';
import { createEntityActs } from './entity-acts.ts';

/** The page in front, where passages of it can be gone to. */
export type PageInFront = { readonly tabId: number; readonly pageId: string | null } | null;

export type EntityViewProps = {
  readonly library: Library;
  readonly id: string;
  readonly inFront: PageInFront;
  readonly run: Outcomes['run'];
  readonly isBusy: boolean;
  readonly onBack: () => void;
};

/** The card of an entity, kept up to date with the library; for every page that opens that itself. */
export function EntityView({ library, id, inFront, run, isBusy, onBack }: EntityViewProps): JSX.Element {
  const text = useText();
  const about = useLive(async () => await readWholeEntity(library, id), [id]);
  const choices = useLive(async () => await readEntityChoices(library), []);
  const [found, setFound] = useState<readonly WikidataEntry[] | null>(null);

  function goTo(annotationId: string, pageId: string): boolean {
    if (inFront === null || inFront.pageId !== pageId) return false;
    const { tabId } = inFront;
    void run(async () => {
      await callPage(tabId, 'showAnnotation', { id: annotationId });
      return null;
    }, '');
    return true;
  }

  if (about.state === 'loading' || choices.state === 'loading')
    return <p class="loading">{text.t('popupLoading')}</p>;
  if (about.state === 'failed') return <FailureNotice code={about.code} />;
  if (about.value === null) {
    return (
      <>
        <button type="button" class="button" onClick={onBack}>
          {text.t('entityBack')}
        </button>
        <Notice>{text.t('failure_entityGone')}</Notice>
      </>
    );
  }
  const { entity } = about.value;
  const { known, ownTypes } = choices.state === 'ready' ? choices.value : { known: [], ownTypes: [] };
  return (
    <EntityCard
      key={entity.id}
      about={about.value}
      known={known}
      ownTypes={ownTypes}
      found={found}
      isBusy={isBusy}
      acts={createEntityActs({ entity, run, text, onFound: setFound, onGone: onBack, goTo })}
      onBack={onBack}
    />
  );
}
