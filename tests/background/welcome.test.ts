import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcomeOnInstall } from '../../entrypoints/background/welcome.ts';

describe('welcomeOnInstall', () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');

  beforeEach(() => {
    fakeBrowser.reset();
    create.mockClear();
    welcomeOnInstall();
  });

  it('opens the practice article when Pressmark is new', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    expect(create.mock.calls.map(([{ url }]) => url)).toEqual([fakeBrowser.runtime.getURL('/welcome.html')]);
  });

  const others = [
    { reason: 'update', previousVersion: '0.1.0' },
    { reason: 'chrome_update' },
    { reason: 'shared_module_update', id: 'other' },
  ] as const;
  it.each(others)('opens nothing on $reason', async (details) => {
    await fakeBrowser.runtime.onInstalled.trigger(details);
    expect(create).not.toHaveBeenCalled();
  });
});
