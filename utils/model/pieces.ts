import type { Piece, Target } from './annotation.ts';
import { positionSelectorOf, quoteSelectorOf, type Selector } from './selector.ts';

/** What stands between the pieces of a passage: something was left out there. */
const omission = ' […] ';

/** All pieces of a target in reading order, the first among them; one for a passage that is whole. */
export function piecesOf(target: Pick<Target, 'selector' | 'pieces'>): Piece[] {
  return [{ selector: target.selector }, ...(target.pieces ?? [])];
}

/** The words of several pieces as one quote. */
export function joinPieces(words: readonly string[]): string {
  return words.join(omission);
}

/** A target of one passage or of several pieces, which come into reading order. */
export function createTarget(
  source: string,
  selector: readonly Selector[],
  others: readonly Piece[],
): Target {
  const [first = { selector }, ...rest] = [{ selector }, ...others].toSorted(
    (a, b) => startOf(a.selector) - startOf(b.selector),
  );
  return { source, selector: first.selector, ...(rest.length === 0 ? {} : { pieces: rest }) };
}

/** Names a piece of a target: its words, and where they stood. */
export type PieceKey = { readonly exact: string; readonly start: number };

export function pieceKeyOf(selectors: readonly Selector[]): PieceKey {
  return { exact: quoteSelectorOf(selectors)?.exact ?? '', start: startOf(selectors) };
}

/** The target with one more piece; the same when it has that piece already. */
export function addPiece(target: Target, selector: readonly Selector[]): Target {
  const pieces = piecesOf(target);
  if (pieces.some((piece) => isPiece(piece, pieceKeyOf(selector)))) return target;
  return createTarget(target.source, selector, pieces);
}

/** The target without a piece; the same when it has no such piece, or no other. */
export function removePiece(target: Target, key: PieceKey): Target {
  const [first, ...rest] = piecesOf(target).filter((piece) => !isPiece(piece, key));
  return first === undefined ? target : createTarget(target.source, first.selector, rest);
}

function isPiece({ selector }: Piece, { exact, start }: PieceKey): boolean {
  const own = pieceKeyOf(selector);
  return own.exact === exact && own.start === start;
}

/** What has no position comes first, as it was given. */
function startOf(selectors: readonly Selector[]): number {
  return positionSelectorOf(selectors)?.start ?? 0;
}
