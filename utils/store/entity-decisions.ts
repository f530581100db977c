import { useRef, useState } from 'preact/hooks';
import type { KeepChoice, Rejection } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import { Failure } from '../model/failure.ts';
import { defaultColours } from '../model/annotation.ts';
import type { NameOfType } from '../model/learned.ts';
import type { NamedEntity } from '../model/view.ts';
import type { ProposedEntity, ProposedMention } from '../proposals/index.ts';
import { spotOf } from '../proposals/spots.ts';
import { showPiece } from './use-drawn-proposals.ts';
import type { Undoing } from './use-outcome.ts';

/** What the reader decides on proposed entities, as acts to run. */
export type EntityDecisions = {
  /** Those that are undecided as far as is known: what was just decided is not shown until the page tells. */
  readonly open: readonly ProposedEntity[];
  readonly keep: (entities: readonly ProposedEntity[], as?: NamedEntity) => Promise<Undoing>;
  readonly reject: (entities: readonly ProposedEntity[], isOneMention: boolean) => Promise<Undoing>;
  readonly show: (entity: ProposedEntity) => Promise<null>;
  readonly see: (keys: readonly string[]) => void;
};

export type EntityDecisionsInput = {
  readonly tabId: number;
  readonly url: string | null;
  readonly lang: string;
  readonly entities: readonly ProposedEntity[];
  /** The reading of the article that they were found in. */
  readonly reading: unknown;
  readonly isBusy: boolean;
};

const none: ReadonlySet<string> = new Set();

/** Keeps and rejects proposed entities, and lets what was decided be learned. */
export function useEntityDecisions(input: EntityDecisionsInput): EntityDecisions {
  const { tabId, url, lang, entities, reading, isBusy } = input;
  const [kept, setKept] = useState<{ readonly of: unknown; readonly keys: ReadonlySet<string> }>({
    of: null,
    keys: none,
  });
  const [rejected, setRejected] = useState<ReadonlySet<string>>(none);
  const seen = useRef<ReadonlySet<string>>(none);
  // A newer reading has what was kept among its marks.
  const keptNow = kept.of === reading || isBusy ? kept.keys : none;
  const isOpen = ({ key }: ProposedMention): boolean => !keptNow.has(key) && !rejected.has(key);

  /** What was seen is only told with a decision: who looks and goes away said nothing. */
  async function learn(rejections: readonly ProposedEntity[], isOneMention: boolean): Promise<void> {
    if (url === null) return;
    const offered = entities.filter(({ key }) => seen.current.has(key)).flatMap(namesIn);
    await callExtension('learn', {
      url,
      lang,
      offered,
      rejected: rejections.flatMap((entity) => rejectionsOf(entity, isOneMention)),
    });
  }

  return {
    open: entities.flatMap((entity) => {
      const mentions = entity.mentions.filter(isOpen);
      if (mentions.length === 0) return [];
      return [mentions.length === entity.mentions.length ? entity : { ...entity, mentions }];
    }),
    async keep(chosen, as) {
      const keys = chosen.flatMap(({ mentions }) => mentions.map(({ key }) => key));
      setKept((before) => ({ of: reading, keys: new Set([...keptNow, ...before.keys, ...keys]) }));
      try {
        const kept = chosen.flatMap(({ name, type, mentions }) => {
          const subject = as ?? { name, type };
          const choice: KeepChoice = { kind: 'entity', colour: defaultColours.entity, subject };
          return mentions.map(({ pieces }) => ({ choice, pieces }));
        });
        const { actId } = await callPage(tabId, 'keepSpans', {
          choice: kept.map(({ choice }) => choice),
          passages: kept.map(({ pieces }) => pieces),
        });
        // What is kept counts more than what is learned of it.
        learn([], false).catch((error: unknown) => console.warn(error));
        return { actId };
      } catch (error) {
        setKept({ of: reading, keys: none });
        throw error;
      }
    },
    async reject(chosen, isOneMention) {
      const keys = chosen.flatMap(({ mentions }) => mentions.map(({ key }) => key));
      const without = (before: ReadonlySet<string>): ReadonlySet<string> =>
        new Set([...before].filter((key) => !keys.includes(key)));
      setRejected((before) => new Set([...before, ...keys]));
      try {
        await learn(chosen, isOneMention);
      } catch (error) {
        setRejected(without);
        throw error;
      }
      const taken = chosen.flatMap((entity) => rejectionsOf(entity, isOneMention));
      return {
        async goBack() {
          const plain = taken.map(({ name, type, spot }) => ({ name, type, spot }));
          if (url !== null) await callExtension('takeRejectionBack', { url, rejected: plain });
          setRejected(without);
        },
      };
    },
    async show({ mentions }) {
      const [mention] = mentions;
      const piece = mention?.pieces[0];
      if (mention === undefined || piece === undefined) throw new Failure('selectionGone');
      return await showPiece(tabId, piece, mention.block);
    },
    see(keys) {
      seen.current = new Set([...seen.current, ...keys]);
    },
  };
}

function namesIn({ mentions }: ProposedEntity): NameOfType[] {
  const byName = new Map(mentions.map(({ named }) => [`${named.type} ${named.name}`, named]));
  return [...byName.values()];
}

/** A name counts once, however often it stands in the article. */
function rejectionsOf(
  { mentions }: ProposedEntity,
  isOneMention: boolean,
): (Rejection & { readonly line: ProposedMention['line'] })[] {
  const byName = Map.groupBy(mentions, ({ named }) => `${named.type} ${named.name}`);
  return [...byName.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { named, line } = first;
    return [{ ...named, line, spot: isOneMention ? spotOf(line) : null }];
  });
}
