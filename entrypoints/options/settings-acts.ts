import { useActs, type Acts, type Say } from '../../components/options/told.tsx';
import { useSettings } from '../../components/settings.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import type { Settings, SettingsPatch } from '../../utils/model/settings.ts';

export type SettingsActs = {
  readonly settings: Settings;
  readonly acts: Acts;
  /** Changes settings and says so. With `undo`, a patch that takes it back, there is a way back. */
  readonly change: (patch: SettingsPatch, say: Say, undo?: SettingsPatch) => void;
};

/** The settings, with what changes them. */
export function useSettingsActs(): SettingsActs {
  const settings = useSettings();
  const acts = useActs();
  const store = (patch: SettingsPatch) => async (): Promise<unknown> =>
    await callExtension('changeSettings', patch);
  return {
    settings,
    acts,
    change(patch, say, undo) {
      const back = undo === undefined ? undefined : { work: store(undo), say: sayUndone };
      void acts.run(store(patch), say, back);
    },
  };
}

/** What a change that was taken back is told with. */
export const sayUndone: Say = ({ t }) => t('undone');
