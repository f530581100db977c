import { useEffect, useRef } from 'preact/hooks';
import { callPage } from '../messaging/send.ts';
import { Failure } from '../model/failure.ts';
import type { ReadPiece } from '../model/read-article.ts';
import { loadPageUi } from '../session/tabs.ts';

/** Asks the script with the page's UI, which is put there first where it has not run yet. */
async function withPageUi<T>(tabId: number, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'pageUnreachable') throw error;
    await loadPageUi(tabId);
    return await ask();
  }
}

/** Draws what could be kept on the page, while the reader has that switched on; `null` while it is not known. */
export function useDrawnProposals(tabId: number, pieces: readonly ReadPiece[] | null, isOn: boolean): void {
  /** Also what was drawn before the reader switched it off has to go. */
  const hasDrawn = useRef(false);
  const key = isOn && pieces !== null ? JSON.stringify(pieces) : null;
  useEffect(() => {
    if (!isOn && !hasDrawn.current) return;
    if (isOn && key === null) return;
    hasDrawn.current = isOn;
    const draw = async (): Promise<unknown> =>
      await withPageUi(
        tabId,
        async () => await callPage(tabId, 'drawProposals', { pieces: (isOn ? pieces : null) ?? [] }),
      );
    // They are in the list all the same.
    draw().catch((error: unknown) => console.warn(error));
  }, [tabId, key, isOn]);
}

/** Shows a mention on the page; its block, where the words themselves cannot be found. */
export async function showPiece(tabId: number, piece: ReadPiece, block: number): Promise<null> {
  const isShown = await withPageUi(tabId, async () => await callPage(tabId, 'showProposal', { piece })).catch(
    () => false,
  );
  if (!isShown && !(await callPage(tabId, 'showBlock', { start: block }))) throw new Failure('selectionGone');
  return null;
}
