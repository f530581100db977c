import type { ReaderSettings } from '../messaging/protocol.ts';
import { callExtension } from '../messaging/send.ts';
import { defaultSettings } from '../model/settings.ts';

/** Tells the reader's settings, and tells them again when they change. What it returns ends that. */
export type SettingsSource = (tell: (reader: ReaderSettings) => void) => () => void;

/** What there is to go by when settings cannot be read: a page must be readable all the same. */
export const usualSettings: ReaderSettings = { settings: defaultSettings, catalogue: null };

/** The settings as they are now, for a page that cannot open the library. */
export const settingsByCall: SettingsSource = (tell) => {
  let isOver = false;
  void callExtension('readSettings', null)
    .catch((error: unknown) => {
      console.warn(error);
      return usualSettings;
    })
    .then((reader) => {
      if (!isOver) tell(reader);
    });
  return () => {
    isOver = true;
  };
};
