import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type CardPagerProps = {
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** The button that was pressed to get here, so that it can be pressed again. */
  readonly startAt?: 'previous' | 'next' | undefined;
  readonly onStep: (to: 'previous' | 'next') => void;
};

/** Which of several annotations at one place a card shows, and the way to the others. */
export function CardPager({ position, total, startAt, onStep }: CardPagerProps): JSX.Element {
  const { t } = useText();
  const pager = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (startAt === undefined) return;
    const buttons = pager.current?.querySelectorAll('button');
    buttons?.[startAt === 'previous' ? 0 : 1]?.focus();
  }, []);
  return (
    <div ref={pager} class="pager" role="group" aria-label={t('pagerLabel')}>
      <span role="status">{t('pagerPosition', String(position), String(total))}</span>
      <PagerButton name={t('walkPrevious')} path={icons.previous} onPress={() => onStep('previous')} />
      <PagerButton name={t('walkNext')} path={icons.next} onPress={() => onStep('next')} />
    </div>
  );
}

type PagerButtonProps = { readonly name: string; readonly path: string; readonly onPress: () => void };

function PagerButton({ name, path, onPress }: PagerButtonProps): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
      <Icon path={path} />
    </button>
  );
}
