import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { KeptLists, type AnnotationActs } from '../../components/KeptLists.tsx';
import { ListTools, type ListOrder } from '../../components/ListTools.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { SelectionActs } from '../../components/SelectionActs.tsx';
import { useSettings } from '../../components/settings.ts';
import { useText } from '../../components/text.ts';
import type { KeepChoice, Placement } from '../messaging/protocol.ts';
import { callExtension } from '../messaging/send.ts';
import { matchesQuery } from '../model/filter.ts';
import type { AnnotationView } from '../model/view.ts';
import type { ProposedEntity } from '../proposals/index.ts';
import { keepSelectionDraft } from '../store/drafts.ts';
import { useEntityDecisions } from '../store/entity-decisions.ts';
import { useDrawnProposals } from '../store/use-drawn-proposals.ts';
import type { Proposals as Found } from '../store/use-proposals.ts';
import type { ArticleNotes } from '../store/use-article-notes.ts';
import type { Outcomes } from '../store/use-outcome.ts';
import { EntityProposals } from './EntityProposals.tsx';
import { Proposals } from './Proposals.tsx';

export type ListViewProps = {
  readonly tabId: number;
  readonly url: string | null;
  readonly notes: ArticleNotes;
  readonly proposals: Found;
  readonly placements: readonly Placement[];
  /** The words selected on the page. */
  readonly selection: string | null;
  readonly lang: string | undefined;
  readonly acts: AnnotationActs;
  readonly isBusy: boolean;
  readonly run: Outcomes['run'];
  /** As `run`, for acts that change what is on the page. */
  readonly runAndRefresh: Outcomes['run'];
  readonly onKeep: (choice: KeepChoice) => void;
  /** Annotations that the reader sees on the page right now; absent in the popup, whose list is shorter. */
  readonly visibleIds?: ReadonlySet<string> | undefined;
};

const noEntities: readonly ProposedEntity[] = [];

/** What is selected on the page, and the list of what is kept. */
export function ListView(props: ListViewProps): JSX.Element {
  const { notes, selection, lang, visibleIds } = props;
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<ListOrder>('place');
  const { entities, reading } = props.proposals;
  const decisions = useEntityDecisions({
    tabId: props.tabId,
    url: props.url,
    lang: reading?.lang ?? '',
    entities: entities ?? noEntities,
    reading,
    isBusy: props.isBusy,
  });
  const pieces =
    entities === null || props.proposals.quotes === null
      ? null
      : [
          ...props.proposals.quotes.flatMap((quote) => quote.pieces),
          ...decisions.open.flatMap(({ mentions }) => mentions.flatMap((mention) => mention.pieces)),
        ];
  useDrawnProposals(props.tabId, pieces, useSettings().showsProposals);
  const addType = (name: string): void =>
    void props.run(async () => await callExtension('addEntityType', { name }), '');
  return (
    <>
      {selection === null ? (
        <p class="hint">{t('selectionNone')}</p>
      ) : (
        notes.selectionDraft !== null && (
          <SelectionActs
            key={notes.draftKey}
            selection={selection}
            lang={lang}
            draft={notes.selectionDraft.draft}
            ownTypes={notes.ownTypes}
            knownEntities={notes.knownEntities}
            isBusy={props.isBusy}
            onKeep={props.onKeep}
            onDraft={(draft) => keepSelectionDraft(notes.draftKey, draft)}
            onAddType={addType}
          />
        )
      )}
      <Proposals
        tabId={props.tabId}
        found={props.proposals}
        lang={lang}
        knownNames={notes.knownNames}
        isBusy={props.isBusy}
        isOpenAtFirst={selection === null && notes.kept.length === 0}
        run={props.runAndRefresh}
      />
      <EntityProposals
        found={props.proposals}
        decisions={decisions}
        lang={lang}
        ownTypes={notes.ownTypes}
        known={notes.knownEntities}
        run={props.runAndRefresh}
        onAddType={addType}
      />
      {notes.failure !== null && <FailureNotice code={notes.failure} />}
      {visibleIds !== undefined && (
        <ListTools query={query} order={order} onQuery={setQuery} onOrder={setOrder} />
      )}
      {notes.failure === null && (
        <KeptLists
          kept={choose(notes.kept, query, order)}
          {...(visibleIds === undefined ? {} : { visibleIds })}
          placements={props.placements}
          lang={lang}
          ownTypes={notes.ownTypes}
          knownEntities={notes.knownEntities}
          selection={selection}
          emptyText={t(query === '' ? 'keptNone' : 'keptNoneFound')}
          acts={props.acts}
        />
      )}
    </>
  );
}

/** What is shown of a list in reading order. Ids carry the time they were made at, so they tell the age. */
function choose(kept: readonly AnnotationView[], query: string, order: ListOrder): readonly AnnotationView[] {
  const found = query.trim() === '' ? kept : kept.filter((one) => matchesQuery(one, query.trim()));
  return order === 'place' ? found : found.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}
