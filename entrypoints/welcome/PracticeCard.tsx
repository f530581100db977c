import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CloseButton } from '../../components/CloseButton.tsx';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import type { Anchor } from '../../components/page-ui.ts';
import { lastRectOf } from '../../components/rects.ts';
import { useText } from '../../components/text.ts';
import type { OpenCard, Practice } from './practice.ts';

export type PracticeCardProps = {
  readonly card: OpenCard;
  readonly practice: Practice;
};

const gapPx = 8;

/** The fields of an annotation of the practice article, below its words. It takes the focus, and gives it back. */
export function PracticeCard({ card, practice }: PracticeCardProps): JSX.Element {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const [ownTypes, setOwnTypes] = useState<readonly string[]>([]);
  const { annotation } = card;
  const { id } = annotation;
  useFocus(box, id);
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current !== null) placeBelow(box.current, card.anchor);
    };
    place();
    box.current?.scrollIntoView({ block: 'nearest' });
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [id]);
  return (
    <div
      ref={box}
      class="practice-card"
      role="dialog"
      tabIndex={-1}
      aria-label={t('cardLabel')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') practice.closeCard();
      }}
    >
      <div class="card-head">
        <blockquote class="item-words">{annotation.quote}</blockquote>
        <CloseButton onClose={practice.closeCard} />
      </div>
      <AnnotationEditor
        key={id}
        annotation={annotation}
        ownTypes={ownTypes}
        knownEntities={[]}
        onRestyle={(style) => practice.edit({ id, ...style })}
        onSave={(edited) => practice.save({ id, ...edited })}
        onDraft={() => {}}
        onDelete={() => practice.remove(id)}
        onAddType={(name) => setOwnTypes([...ownTypes, name])}
      />
    </div>
  );
}

/** Takes the focus for each card, and gives it back to where it was before the first. */
function useFocus(box: RefObject<HTMLElement | null>, id: string): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), [id]);
}

/** In the coordinates of the document, so that it scrolls along. */
function placeBelow(box: HTMLElement, anchor: Anchor): void {
  const words = lastRectOf(anchor()?.ranges ?? []);
  if (words === null) return;
  const edge = document.documentElement.clientWidth - gapPx - box.offsetWidth;
  box.style.setProperty('left', `${scrollX + Math.max(gapPx, Math.min(words.left, edge))}px`);
  box.style.setProperty('top', `${scrollY + words.bottom + gapPx}px`);
}
