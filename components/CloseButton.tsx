import type { JSX } from 'preact';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

/** The way out of a part of ours. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useText();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('actClose')}
      title={t('actClose')}
      onClick={onClose}
    >
      <Icon path={icons.close} />
    </button>
  );
}
