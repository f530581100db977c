import type { JSX } from 'preact';
import type { PieceKey } from '../utils/model/pieces.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type PieceListProps = {
  /** In reading order. */
  readonly pieces: readonly PieceKey[];
  readonly lang?: string | undefined;
  readonly onRemove: (piece: PieceKey) => void;
};

/** So much of a piece tells which it is. */
const longestName = 60;

/** The pieces that a quote is made of, each of which can be taken out again. */
export function PieceList({ pieces, lang, onRemove }: PieceListProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="field" role="group" aria-label={t('piecesTitle')}>
      <span class="field-label">{t('piecesTitle')}</span>
      <ol class="pieces">
        {pieces.map((piece) => {
          const name = t('pieceRemove', piece.exact.slice(0, longestName));
          return (
            <li key={`${piece.start} ${piece.exact}`}>
              <span class="piece-words" lang={lang}>
                {piece.exact}
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={name}
                title={name}
                onClick={() => onRemove(piece)}
              >
                <Icon path={icons.close} />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
