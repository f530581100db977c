import type { ReaderSettings } from '../messaging/protocol.ts';
import { callExtension, onTold } from '../messaging/send.ts';
import { defaultSettings } from '../model/settings.ts';

/** Tells the reader's settings, and tells them again when they change. What it returns ends that. */
export type SettingsSource = (tell: (reader: ReaderSettings) => void) => () => void;

/** What there is to go by when settings cannot be read: a page must be readable all the same. */
export const usualSettings: ReaderSettings = { settings: defaultSettings, catalogue: null };

/** The settings for a page that cannot open the library, asked for again when the background tells of a change. */
export const settingsByCall: SettingsSource = (tell) => {
  /** Grows with every question, so that an answer that was overtaken is dropped. */
  let turn = 0;
  const ask = async (): Promise<void> => {
    const mine = ++turn;
    const reader = await callExtension('readSettings', null).catch((error: unknown) => {
      console.warn(error);
      return usualSettings;
    });
    if (mine === turn) tell(reader);
  };
  const stop = onTold('settingsChanged', () => void ask());
  void ask();
  return () => {
    turn = -1;
    stop();
  };
};
