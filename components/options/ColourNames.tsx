import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { colours, type Colour } from '../../utils/model/annotation.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { useText } from '../text.ts';

export type ColourNamesProps = {
  readonly names: Settings['colourNames'];
  /** An empty name is the usual one. */
  readonly onName: (colour: Colour, name: string) => void;
};

/** A field for each colour, to give it a meaning. */
export function ColourNames({ names, onName }: ColourNamesProps): JSX.Element {
  return (
    <div class="colour-names">
      {colours.map((colour) => (
        <ColourName
          key={colour}
          colour={colour}
          name={names[colour] ?? ''}
          onName={(name) => onName(colour, name)}
        />
      ))}
    </div>
  );
}

type ColourNameProps = {
  readonly colour: Colour;
  /** As it is stored. */
  readonly name: string;
  readonly onName: (name: string) => void;
};

function ColourName({ colour, name, onName }: ColourNameProps): JSX.Element {
  const { t } = useText();
  /** What is being typed; `null` while nothing is, so that a change in another window shows. */
  const [typed, setTyped] = useState<string | null>(null);
  const usual = t(`colour_${colour}`);

  function save(): void {
    if (typed === null) return;
    const next = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
    setTyped(null);
    // The usual name typed out is no name of the reader's own: it goes with the language.
    const own = next === usual ? '' : next;
    if (own !== name) onName(own);
  }

  return (
    <label class="field colour-name">
      <span class="field-label">
        <span class={`swatch dot-${colour}`} aria-hidden="true" />
        {usual}
      </span>
      <input
        name={`colour-${colour}`}
        value={typed ?? name}
        placeholder={usual}
        maxLength={40}
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </label>
  );
}
