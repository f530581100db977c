import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { callExtension, callPage, isContextValid } from '../../utils/messaging/send.ts';
import { Failure } from '../../utils/model/failure.ts';

const input = { id: '0193a6f0-1c2d-7a3b-8c4d-5e6f70819203' };
const lostAnswer = new Error('The message channel closed before a response was received.');

const ownId = fakeBrowser.runtime.id;

type Send = (...args: unknown[]) => Promise<unknown>;
/** `sendMessage` without its many signatures. */
type Sender = { sendMessage: Send };
let toExtension: ReturnType<typeof vi.fn<Send>>;
let toTab: ReturnType<typeof vi.fn<Send>>;

beforeEach(() => {
  fakeBrowser.reset();
  toExtension = vi.fn<Send>();
  toTab = vi.fn<Send>();
  vi.spyOn(fakeBrowser.runtime as unknown as Sender, 'sendMessage').mockImplementation(toExtension);
  vi.spyOn(fakeBrowser.tabs as unknown as Sender, 'sendMessage').mockImplementation(toTab);
});

afterEach(() => {
  Object.defineProperty(fakeBrowser.runtime, 'id', { configurable: true, writable: true, value: ownId });
});

describe('callExtension', () => {
  it('sends name and input and comes back with the value', async () => {
    toExtension.mockResolvedValue({ ok: true, value: { actId: 5 } });
    expect(await callExtension('deleteAnnotation', input)).toEqual({ actId: 5 });
    expect(toExtension).toHaveBeenCalledExactlyOnceWith({ call: 'deleteAnnotation', input });
  });

  it('sends the very same message once more when the answer was lost', async () => {
    toExtension.mockRejectedValueOnce(lostAnswer).mockResolvedValueOnce({ ok: true, value: { actId: 5 } });
    expect(await callExtension('deleteAnnotation', input)).toEqual({ actId: 5 });
    expect(toExtension.mock.calls).toEqual([
      [{ call: 'deleteAnnotation', input }],
      [{ call: 'deleteAnnotation', input }],
    ]);
  });

  it('gives up when the answer is lost twice', async () => {
    toExtension.mockRejectedValue(lostAnswer);
    await expect(callExtension('deleteAnnotation', input)).rejects.toMatchObject({ code: 'unexpected' });
    expect(toExtension).toHaveBeenCalledTimes(2);
  });

  it('says that the extension was updated instead of trying again', async () => {
    toExtension.mockImplementation(async () => {
      Object.assign(fakeBrowser.runtime, { id: undefined });
      return await Promise.reject(new Error('Extension context invalidated.'));
    });
    await expect(callExtension('deleteAnnotation', input)).rejects.toMatchObject({
      code: 'extensionUpdated',
    });
    expect(toExtension).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what was answered with a failure', async () => {
    toExtension.mockResolvedValue({ ok: false, code: 'storageFull' });
    await expect(callExtension('deleteAnnotation', input)).rejects.toMatchObject({ code: 'storageFull' });
    expect(toExtension).toHaveBeenCalledTimes(1);
  });
});

describe('callPage', () => {
  it('asks the main frame of the tab', async () => {
    toTab.mockResolvedValue({ ok: true, value: true });
    expect(await callPage(4, 'showAnnotation', input)).toBe(true);
    expect(toTab).toHaveBeenCalledExactlyOnceWith(4, { call: 'showAnnotation', input }, { frameId: 0 });
  });

  it.each([
    ['nobody is there', async () => await Promise.reject(new Error('Could not establish connection.'))],
    ['nobody answers', async () => await Promise.resolve(undefined)],
    ['the answer is empty', async () => await Promise.resolve(null)],
  ])('says that the page is out of reach when %s', async (_, send) => {
    toTab.mockImplementation(send);
    await expect(callPage(4, 'showAnnotation', input)).rejects.toMatchObject({ code: 'pageUnreachable' });
  });

  it('throws the failure that the page answers with', async () => {
    toTab.mockResolvedValue({ ok: false, code: 'nothingSelected' });
    const failing = callPage(4, 'keepSelection', { kind: 'highlight', colour: 'yellow' });
    await expect(failing).rejects.toThrow(Failure);
    await expect(failing).rejects.toMatchObject({ code: 'nothingSelected' });
  });
});

describe('isContextValid', () => {
  it('is true while the extension is there', () => {
    expect(isContextValid()).toBe(true);
  });

  it('is false when the id is gone, and when asking for it throws', () => {
    Object.assign(fakeBrowser.runtime, { id: undefined });
    expect(isContextValid()).toBe(false);
    Object.defineProperty(fakeBrowser.runtime, 'id', {
      configurable: true,
      get() {
        throw new TypeError("can't access dead object");
      },
    });
    expect(isContextValid()).toBe(false);
  });
});
