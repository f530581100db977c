import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lookChoices, type ReadingLook } from '../utils/model/reading-look.ts';
import { useText } from './text.ts';

export type LookChoiceProps = {
  readonly look: ReadingLook;
  readonly onChoose: (part: Partial<ReadingLook>) => void;
};

const parts = [
  'size',
  'typeface',
  'theme',
  'spacing',
  'width',
] as const satisfies readonly (keyof ReadingLook)[];

/** "Aa": how the article looks while it is read, taken effect at once. Escape and a click elsewhere fold it. */
export function LookChoice({ look, onChoose }: LookChoiceProps): JSX.Element {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPress = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  return (
    <div
      ref={box}
      class="look"
      role="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button button-quiet look-button"
        title={t('lookTitle')}
        aria-label={t('lookTitle')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      {isOpen && (
        <div class="look-panel">
          {parts.map((part) => (
            <fieldset key={part} class="choices">
              <legend class="field-label">{t(`lookPart_${part}`)}</legend>
              {lookChoices[part].map((choice) => (
                <label key={choice} class={`choice choice-${part}-${choice}`}>
                  <input
                    type="radio"
                    class="unseen"
                    name={part}
                    value={choice}
                    checked={look[part] === choice}
                    onChange={() => onChoose({ [part]: choice })}
                  />
                  <span>{t(`look_${choice}`)}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <p class="hint">{t('readKeys')}</p>
        </div>
      )}
    </div>
  );
}
