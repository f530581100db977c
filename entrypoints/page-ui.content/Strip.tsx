import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useText } from '../../components/text.ts';
import type { StripPlace } from './measure-strip.ts';
import { layTicks, nextIn, reachPx, slotAt } from './ticks.ts';

export type StripProps = StripPlace & { readonly onGoTo: (id: string) => void };

/**
 * A tick for each annotation, beside the scrollbar. For eyes and pointers alone: a hundred stops for the Tab key in a
 * page would be in everybody's way, and keys have the walker, which goes to the same places and says where one is.
 */
export function Strip({ top, height, side, inset, ticks, onGoTo }: StripProps): JSX.Element {
  const { t } = useText();
  const last = useRef<string | null>(null);
  const strip = useRef<HTMLDivElement>(null);
  const slots = layTicks(ticks, height);

  function onClick(event: MouseEvent): void {
    const y = event.clientY - (strip.current?.getBoundingClientRect().top ?? 0);
    const slot = slotAt(slots, y);
    const id = slot === null ? null : nextIn(slot, last.current);
    if (id === null) return;
    last.current = id;
    onGoTo(id);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys have the walker
    <div
      ref={strip}
      class={`strip strip-${side}`}
      aria-hidden="true"
      style={{ top: `${top}px`, height: `${height}px`, [side]: `${inset}px` }}
      onClick={onClick}
      // A press here is none into the page: its selection stays.
      onMouseDown={(event) => event.preventDefault()}
    >
      {slots.map(({ y, kind, colour, ids }) => (
        <span
          key={ids[0]}
          class="tick-reach"
          title={ids.length === 1 ? t(`kind_${kind}`) : `${t(`kind_${kind}`)} +${ids.length - 1}`}
          style={{ top: `${y - reachPx}px` }}
        >
          <span class={`tick tick-${kind} dot-${colour}`} />
        </span>
      ))}
    </div>
  );
}
