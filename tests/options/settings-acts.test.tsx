// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsContext } from '../../components/settings.ts';
import { useSettingsActs } from '../../entrypoints/options/settings-acts.ts';
import { defaultSettings, type Settings } from '../../utils/model/settings.ts';
import { clear, show } from '../components/stage.tsx';

type Answer = { readonly ok: boolean; readonly value?: unknown; readonly code?: string };

let answer: (value: Answer) => void;
let hook: ReturnType<typeof useSettingsActs>;

function Stage() {
  hook = useSettingsActs();
  return null;
}

function showWith(settings: Settings): void {
  show(
    <SettingsContext.Provider value={settings}>
      <Stage />
    </SettingsContext.Provider>,
  );
}

beforeEach(() => {
  const sendMessage = async (): Promise<Answer> =>
    await new Promise((resolve) => {
      answer = resolve;
    });
  Object.assign(fakeBrowser.runtime, { sendMessage });
});
afterEach(clear);

describe('useSettingsActs', () => {
  it('shows a change at once, and then what the library tells', async () => {
    showWith(defaultSettings);
    void act(() => hook.change({ showsBadge: false }, ({ t }) => t('optionsSaved')));
    expect(hook.settings.showsBadge).toBe(false);
    await act(async () => {
      answer({ ok: true, value: null });
      await Promise.resolve();
    });
    expect(hook.settings.showsBadge).toBe(false);
    showWith({ ...defaultSettings, theme: 'dark' });
    expect([hook.settings.theme, hook.settings.showsBadge]).toEqual(['dark', true]);
  });

  it('shows what is stored when a change failed', async () => {
    showWith(defaultSettings);
    void act(() => hook.change({ theme: 'dark' }, ({ t }) => t('optionsSaved')));
    expect(hook.settings.theme).toBe('dark');
    await act(async () => {
      answer({ ok: false, code: 'storageFull' });
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(hook.settings.theme).toBe('browser');
    expect(hook.acts.outcome).toEqual({ state: 'failed', code: 'storageFull' });
  });
});
