import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReaderSettings } from '../../utils/messaging/protocol.ts';
import { defaultSettings, type Theme } from '../../utils/model/settings.ts';
import { settingsByCall, usualSettings } from '../../utils/store/settings-source.ts';

type Listener = (message: unknown) => void;

let listeners: Listener[];
let theme: Theme | null;

beforeEach(() => {
  listeners = [];
  theme = 'light';
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async () =>
      await Promise.resolve(
        theme === null
          ? { ok: false, code: 'storageFailed' }
          : { ok: true, value: { settings: { ...defaultSettings, theme }, catalogue: null } },
      ),
    onMessage: {
      addListener: (listener: Listener) => listeners.push(listener),
      removeListener: (listener: Listener) => {
        listeners = listeners.filter((one) => one !== listener);
      },
    },
  });
});

function follow(): { told: ReaderSettings[]; stop: () => void } {
  const told: ReaderSettings[] = [];
  return { told, stop: settingsByCall((reader) => told.push(reader)) };
}

function announce(): void {
  for (const listener of listeners) listener({ call: 'settingsChanged', input: null });
}

describe('settingsByCall', () => {
  it('tells the settings, and again when the background says that they have changed', async () => {
    const { told } = follow();
    await vi.waitFor(() => expect(told.map(({ settings }) => settings.theme)).toEqual(['light']));
    theme = 'dark';
    announce();
    await vi.waitFor(() => expect(told.map(({ settings }) => settings.theme)).toEqual(['light', 'dark']));
  });

  it('tells the usual ones when they cannot be read: the page must be readable all the same', async () => {
    theme = null;
    const { told } = follow();
    await vi.waitFor(() => expect(told).toEqual([usualSettings]));
  });

  it('is silent once it is over', async () => {
    const { told, stop } = follow();
    stop();
    announce();
    await Promise.resolve();
    expect([told, listeners]).toEqual([[], []]);
  });
});
