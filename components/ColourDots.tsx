import type { JSX } from 'preact';
import { colours, type Colour } from '../utils/model/annotation.ts';
import { useColourName } from './settings.ts';
import { useText } from './text.ts';

export type ColourDotsProps = {
  /** The pressed colour, when one of them is a state rather than an act. */
  readonly chosen?: Colour;
  readonly isBusy?: boolean;
  readonly onChoose: (colour: Colour) => void;
};

/** The five colours, each a button with the colour's name. */
export function ColourDots({ chosen, isBusy = false, onChoose }: ColourDotsProps): JSX.Element {
  const { t } = useText();
  const nameOf = useColourName();
  return (
    <span class="dots" role="group" aria-label={t('fieldColour')}>
      {colours.map((colour) => {
        // As a choice it is a colour; as an act it says what a press does.
        const name =
          chosen === undefined ? t('actHighlight', nameOf(colour, 'within')) : nameOf(colour, 'alone');
        return (
          <button
            key={colour}
            type="button"
            class={`dot dot-${colour}`}
            title={name}
            aria-label={name}
            aria-pressed={chosen === undefined ? undefined : chosen === colour}
            disabled={isBusy}
            onClick={() => onChoose(colour)}
          />
        );
      })}
    </span>
  );
}
