import type { JSX } from 'preact';
import { Switches } from '../../../components/options/Switches.tsx';
import { useLanguageModel } from '../../../utils/store/language-model.ts';
import type { SettingsActs } from '../settings-acts.ts';

/** The browser's own language model, where it has one. Only the press that switches it on may load it. */
export function ModelSwitch({ settings, acts, change }: SettingsActs): JSX.Element | null {
  const { state, load } = useLanguageModel();
  if (state === 'unavailable' && !settings.asksModel) return null;
  return (
    <Switches
      names={['asksModel']}
      settings={settings}
      onSwitch={(_, isOn) => {
        const turn = (): void =>
          change({ asksModel: isOn }, ({ t }) =>
            t(isOn ? 'settingOn' : 'settingOff', t('setting_asksModel')),
          );
        if (!isOn || state !== 'loadable') return turn();
        acts.tell(({ t }) => t('modelLoading'));
        void acts.run(load, ({ t }) => t('modelLoaded')).then(turn);
      }}
    />
  );
}
