import type { KeepChoice, Receipt } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import type { ReadPiece } from '../model/read-article.ts';

/** A passage of a page, and what it is kept as. */
export type ChosenPassage = { readonly choice: KeepChoice; readonly pieces: readonly ReadPiece[] };

/** Keeps passages of a page in one act. What is not there any more stays out, and is not proposed again. */
export async function keepPassages(tabId: number, chosen: readonly ChosenPassage[]): Promise<Receipt> {
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined) return await callPage(tabId, 'keepSpan', only);
  const { actId } = await callPage(tabId, 'keepSpans', {
    choice: chosen.map(({ choice }) => choice),
    passages: chosen.map(({ pieces }) => pieces),
  });
  return { actId };
}
