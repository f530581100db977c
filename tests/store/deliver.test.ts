// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText, saveFile } from '../../utils/store/deliver.ts';

const notes = { text: '# Phí cảng\n', fileName: 'Phí cảng.md', mediaType: 'text/markdown' };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('saveFile', () => {
  it('hands a file of that name to the browser, and lets go of it after a while', async () => {
    const blobs: Blob[] = [];
    const revoke = vi.fn<(url: string) => void>();
    Object.assign(URL, {
      createObjectURL(blob: Blob) {
        blobs.push(blob);
        return 'blob:notes';
      },
      revokeObjectURL: revoke,
    });
    const clicked: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });
    saveFile(notes);
    expect(clicked.map(({ href, download }) => [href, download])).toEqual([['blob:notes', 'Phí cảng.md']]);
    expect([blobs[0]?.type, await blobs[0]?.text()]).toEqual(['text/markdown;charset=utf-8', notes.text]);
    expect(revoke).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:notes');
  });
});

describe('copyText', () => {
  function allowClipboard(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  }

  it('writes the text to the clipboard', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => await Promise.resolve());
    allowClipboard(writeText);
    await copyText(notes.text);
    expect(writeText).toHaveBeenCalledExactlyOnceWith(notes.text);
  });

  it('says so when the browser refuses', async () => {
    allowClipboard(async () => await Promise.reject(new DOMException('denied', 'NotAllowedError')));
    await expect(copyText('x')).rejects.toMatchObject({ code: 'clipboard' });
  });
});
