import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice, KeyPress } from '../../utils/model/key-press.ts';
import { useText } from '../text.ts';

export type KeyRecorderProps<Refusal extends string> = {
  /** What the key is for. */
  readonly act: string;
  readonly choose: (press: KeyPress) => Choice<Refusal>;
  readonly onChosen: (keys: string) => void;
  readonly onRefused: (reason: Refusal) => void;
  readonly onCancelled: () => void;
};

/**
 * A button that, once pressed, takes the next key for an answer. Tab and the loss of the focus leave it, so that
 * nobody is caught in it.
 */
export function KeyRecorder<Refusal extends string>(props: KeyRecorderProps<Refusal>): JSX.Element {
  const { act, choose, onChosen, onRefused, onCancelled } = props;
  const { t } = useText();
  const [isListening, setListening] = useState(false);

  function onKeyDown(event: KeyboardEvent): void {
    // The key that began this may still be held.
    if (!isListening || event.repeat) return;
    const choice = choose(event);
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
    if (choice.state === 'waiting') return;
    if (choice.state === 'refused') return onRefused(choice.reason);
    setListening(false);
    if (choice.state === 'chosen') onChosen(choice.keys);
    else onCancelled();
  }

  return (
    <button
      type="button"
      class={`button${isListening ? ' button-listening' : ''}`}
      aria-label={t(isListening ? 'keyPressName' : 'keyChangeName', act)}
      onClick={() => setListening(!isListening)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // A space that was refused would press the button.
        if (isListening && event.key === ' ') event.preventDefault();
      }}
    >
      {t(isListening ? 'keyPress' : 'keyChange')}
    </button>
  );
}
