import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EntityDoorContext } from '../../components/entity-door.ts';
import { FailureNotice } from '../../components/Notice.tsx';
import type { Library } from '../db/database.ts';
import { placeOfHash, type EntityPlace } from '../model/entity-place.ts';
import type { TabState } from '../store/use-tab.ts';
import { useOutcome } from '../store/use-outcome.ts';
import { EntitiesView } from './EntitiesView.tsx';
import { EntityView, type PageInFront } from './EntityView.tsx';
import { HistorySteps } from './HistorySteps.tsx';
import { OutcomeToast } from './OutcomeToast.tsx';

export type WithEntitiesProps = {
  readonly library: Library;
  readonly tab: TabState;
  /** What is shown while no entity is. */
  readonly children: ComponentChildren;
};

/** A view that gives way to the card of an entity, or to the list of all, as its address says: `#entity=…`, `#names`. */
export function WithEntities({ library, tab, children }: WithEntitiesProps): JSX.Element {
  const [place, setPlace] = useState<EntityPlace>(() => placeOfHash(location.hash));
  useEffect(() => {
    const look = (): void => setPlace(placeOfHash(location.hash));
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  const inFront = tab.state === 'ready' ? { tabId: tab.tabId, pageId: tab.status.pageId } : null;
  return (
    <EntityDoorContext.Provider value={openEntity}>
      {place === null ? children : <Registry library={library} place={place} inFront={inFront} />}
    </EntityDoorContext.Provider>
  );
}

function openEntity(id: string): void {
  location.hash = `entity=${id}`;
}

/** One step back to where the reader came from; who came by a link has no such place. */
function leave(): void {
  if (history.length > 1) history.back();
  else location.hash = '';
}

type RegistryProps = {
  readonly library: Library;
  readonly place: NonNullable<EntityPlace>;
  readonly inFront: PageInFront;
};

function Registry({ library, place, inFront }: RegistryProps): JSX.Element {
  const { outcome, isBusy, run, undo, clear } = useOutcome();
  return (
    <main>
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
      {place === 'names' ? (
        <EntitiesView library={library} onOpen={openEntity} onBack={leave} />
      ) : (
        <EntityView
          key={place.entityId}
          library={library}
          id={place.entityId}
          inFront={inFront}
          run={run}
          isBusy={isBusy}
          onBack={leave}
        />
      )}
      <footer>
        <div class="doors">
          <HistorySteps library={library} run={run} />
        </div>
      </footer>
      <OutcomeToast outcome={outcome} undo={undo} clear={clear} />
    </main>
  );
}
