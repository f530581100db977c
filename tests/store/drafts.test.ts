import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callExtension } from '../../utils/messaging/send.ts';
import { keepDraft, keepSelectionDraft } from '../../utils/store/drafts.ts';
import { draftKeyOf, parseAnnotationDraft } from '../../utils/model/view.ts';

vi.mock('../../utils/messaging/send.ts', () => ({ callExtension: vi.fn<() => unknown>() }));

const call = vi.mocked(callExtension);

beforeEach(() => {
  call.mockReset().mockResolvedValue(null);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('keepDraft', () => {
  it('keeps what was typed so that it can be read again', () => {
    const draft = { note: 'đang viết dở', tags: '', speaker: '', subject: '' };
    keepDraft('a', draft);
    const [name, input] = call.mock.calls[0] ?? [];
    expect([name, input]).toEqual(['saveDraft', { key: draftKeyOf('a'), value: expect.any(String) }]);
    expect(parseAnnotationDraft((input as unknown as { value: string }).value)).toEqual(draft);
  });

  it('forgets it when there is nothing unsaved any more', () => {
    keepDraft('a', null);
    expect(call).toHaveBeenCalledExactlyOnceWith('discardDraft', { key: draftKeyOf('a') });
  });

  it('disturbs nobody when keeping fails', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const failure = new Error('disk');
    call.mockRejectedValue(failure);
    keepDraft('a', null);
    await vi.waitFor(() => expect(warned).toHaveBeenCalledExactlyOnceWith(failure));
  });
});

describe('keepSelectionDraft', () => {
  it('keeps under the key that it is given', () => {
    keepSelectionDraft('selection:x', { panel: 'quote', speaker: 'H', name: '', type: 'person' });
    expect(call.mock.calls[0]).toMatchObject(['saveDraft', { key: 'selection:x' }]);
  });
});
