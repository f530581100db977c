import type { ComponentChildren, JSX } from 'preact';
import type { FailureCode } from '../utils/model/failure.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

/** A sentence about the page or about what just failed, with what to do next below it. */
export function Notice({
  children,
  tone = 'plain',
}: {
  children: ComponentChildren;
  tone?: 'plain' | 'failure';
}): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'failure' ? 'alert' : 'note'}>
      {tone === 'failure' && <Icon path={icons.alert} />}
      <div>{children}</div>
    </div>
  );
}

/** The sentence for a failure. */
export function FailureNotice({ code, onRetry }: { code: FailureCode; onRetry?: () => void }): JSX.Element {
  const { t } = useText();
  return (
    <Notice tone="failure">
      <p>{t(`failure_${code}`)}</p>
      {onRetry !== undefined && (
        <button type="button" class="button" onClick={onRetry}>
          {t('actRetry')}
        </button>
      )}
    </Notice>
  );
}
