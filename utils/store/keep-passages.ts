import type { KeepChoice } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import type { ReadPiece } from '../model/read-article.ts';
import type { Undoing } from './use-outcome.ts';

/** Keeps several passages of a page as the same thing, and answers the way back from all of them. */
export async function keepPassages(
  tabId: number,
  choice: KeepChoice,
  passages: readonly (readonly ReadPiece[])[],
): Promise<Undoing> {
  const actIds: number[] = [];
  // One after the other: each is stored by itself.
  for (const pieces of passages) {
    const { actId } = await callPage(tabId, 'keepSpan', { choice, pieces });
    actIds.push(actId);
  }
  return joinUndoings(actIds.map((actId) => ({ actId })));
}

/** The way back from several acts, the last of them first. */
export function joinUndoings(undoings: readonly Undoing[]): Undoing {
  const [only] = undoings;
  if (undoings.length === 1 && only !== undefined) return only;
  return {
    async goBack() {
      for (const undoing of undoings.toReversed()) {
        if ('goBack' in undoing) await undoing.goBack();
        else await callExtension('undoAct', undoing);
      }
    },
  };
}
