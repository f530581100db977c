import type { JSX } from 'preact';
import { nameOfGroup, ProposedEntities } from '../../components/ProposedEntities.tsx';
import { useText } from '../../components/text.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { ProposedEntity } from '../proposals/index.ts';
import type { EntityDecisions } from '../store/entity-decisions.ts';
import type { Proposals as Found } from '../store/use-proposals.ts';
import type { Outcomes } from '../store/use-outcome.ts';

export type EntityProposalsProps = {
  readonly found: Found;
  readonly decisions: EntityDecisions;
  readonly lang: string | undefined;
  readonly ownTypes: readonly string[];
  readonly known: readonly KnownEntity[];
  readonly run: Outcomes['run'];
  readonly onAddType: (name: string) => void;
};

/** Who and what the article names, to be kept or rejected. */
export function EntityProposals(props: EntityProposalsProps): JSX.Element | null {
  const { decisions, run } = props;
  const { open, keep, reject } = decisions;
  const text = useText();
  const { t, plural } = text;

  /** The entity; with the key of a mention, as if it had no other. */
  function find(key: string, mention?: string): ProposedEntity[] {
    const entity = open.find((one) => one.key === key);
    if (entity === undefined || mention === undefined) return entity === undefined ? [] : [entity];
    return [{ ...entity, mentions: entity.mentions.filter((one) => one.key === mention) }];
  }
  const ofType = (type: string): ProposedEntity[] => open.filter((entity) => entity.type === type);

  const { isArticle, hasFailed, entities } = props.found;
  // That it failed is said once, in the place of the quotes.
  if (!isArticle || hasFailed) return null;
  if (entities === null) return <p class="hint proposal-line">{t('proposedNamesLooking')}</p>;
  if (entities.length === 0) return <p class="hint proposal-line">{t('proposedNamesNone')}</p>;
  return (
    <ProposedEntities
      entities={open}
      lang={props.lang}
      ownTypes={props.ownTypes}
      known={props.known}
      onAddType={props.onAddType}
      onSeen={decisions.see}
      onKeep={(key, { mention, as } = {}) => {
        const chosen = find(key, mention);
        const count = chosen.flatMap(({ mentions }) => mentions).length;
        const name = as?.name ?? chosen[0]?.name ?? '';
        if (count > 0) void run(async () => await keep(chosen, as), plural('savedMentions', count, name));
      }}
      onReject={(key, mention) => {
        const chosen = find(key, mention);
        const isOne = mention !== undefined && (find(key)[0]?.mentions.length ?? 0) > 1;
        const name = chosen[0]?.name ?? '';
        if (chosen.length > 0) void run(async () => await reject(chosen, isOne), t('rejectedName', name));
      }}
      onKeepType={(type) => {
        const chosen = ofType(type);
        const message = plural('savedNames', chosen.length, nameOfGroup(type, text));
        void run(async () => await keep(chosen), message);
      }}
      onRejectType={(type) => {
        const chosen = ofType(type);
        const message = plural('rejectedNames', chosen.length, nameOfGroup(type, text));
        void run(async () => await reject(chosen, false), message);
      }}
      onShow={(key, mention) => {
        const [entity] = find(key, mention);
        if (entity !== undefined) void run(async () => await decisions.show(entity), '');
      }}
    />
  );
}
