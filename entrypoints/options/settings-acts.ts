import { useState } from 'preact/hooks';
import { useActs, type Acts, type Say } from '../../components/options/told.tsx';
import { useSettings } from '../../components/settings.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { applySettings, type Settings, type SettingsPatch } from '../../utils/model/settings.ts';

export type SettingsActs = {
  /** With what was just changed here, which the library tells a moment later. */
  readonly settings: Settings;
  readonly acts: Acts;
  /** Changes settings and says so. With `undo`, a patch that takes it back, there is a way back. */
  readonly change: (patch: SettingsPatch, say: Say, undo?: SettingsPatch) => void;
};

/** The settings, with what changes them. */
export function useSettingsActs(): SettingsActs {
  const stored = useSettings();
  const acts = useActs();
  /** Until the library tells, a switch must not jump back under the finger. */
  const [ahead, setAhead] = useState<{ readonly of: Settings; readonly settings: Settings } | null>(null);
  const settings = ahead?.of === stored ? ahead.settings : stored;

  const store = (patch: SettingsPatch) => async (): Promise<void> => {
    await callExtension('changeSettings', patch).catch((error: unknown) => {
      setAhead(null);
      throw error;
    });
  };

  return {
    settings,
    acts,
    change(patch, say, undo) {
      setAhead({ of: stored, settings: applySettings(settings, patch) });
      const back = undo === undefined ? undefined : { work: store(undo), say: sayUndone };
      void acts.run(store(patch), say, back);
    },
  };
}

/** What a change that was taken back is told with. */
export const sayUndone: Say = ({ t }) => t('undone');
