import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Settings } from '../../utils/model/settings.ts';
import { useText } from '../text.ts';

/** What can be on or off. */
export const switches = [
  'snapsToWords',
  'showsStrip',
  'showsBadge',
  'showsProposals',
  'learns',
  'asksModel',
] as const;
export type Switch = (typeof switches)[number];

export type SwitchesProps = {
  readonly names: readonly Switch[];
  readonly settings: Pick<Settings, Switch>;
  readonly onSwitch: (name: Switch, isOn: boolean) => void;
};

/** What happens by itself, each to be switched off. */
export function Switches({ names, settings, onSwitch }: SwitchesProps): JSX.Element {
  const { t } = useText();
  const id = useId();
  return (
    <div class="switches">
      {names.map((name) => (
        <div key={name} class="switch">
          <input
            type="checkbox"
            id={`${id}-${name}`}
            name={name}
            checked={settings[name]}
            aria-describedby={`${id}-${name}-about`}
            onChange={(event) => onSwitch(name, event.currentTarget.checked)}
          />
          <label for={`${id}-${name}`}>{t(`setting_${name}`)}</label>
          <p class="hint" id={`${id}-${name}-about`}>
            {t(`about_${name}`)}
          </p>
        </div>
      ))}
    </div>
  );
}
