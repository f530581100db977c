import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerWith, isCallMessage, unwrapAnswer } from '../../utils/messaging/wire.ts';
import { Failure, failureCodes } from '../../utils/model/failure.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('answerWith', () => {
  it('wraps what the work comes to', async () => {
    expect(await answerWith(() => 7)).toEqual({ ok: true, value: 7 });
    expect(await answerWith(async () => await Promise.resolve(null))).toEqual({ ok: true, value: null });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Failure('storageFull');
      },
    ],
    ['rejects', async () => await Promise.reject(new Failure('storageFull'))],
  ])('sends the code of a failure when the work %s', async (_, work) => {
    expect(await answerWith(work)).toEqual({ ok: false, code: 'storageFull' });
  });

  it('sends nothing of an unexpected error but writes it to the console', async () => {
    const written = vi.spyOn(console, 'error').mockReturnValue();
    const error = new Error('secret path');
    const answer = await answerWith(() => {
      throw error;
    });
    expect(answer).toEqual({ ok: false, code: 'unexpected' });
    expect(written).toHaveBeenCalledExactlyOnceWith(error);
  });
});

describe('unwrapAnswer', () => {
  it.each([
    ['a value', { a: 1 }],
    ['null', null],
    ['false', false],
  ])('takes %s out', async (_, value) => {
    expect(unwrapAnswer(await answerWith(() => value))).toEqual(value);
  });

  it.each(failureCodes)('throws a failure with the code %s that was sent', (code) => {
    expect(() => unwrapAnswer({ ok: false, code })).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a bare value', 'ok'],
    ['an answer without a value', { ok: true }],
    ['an unknown code', { ok: false, code: 'constructor' }],
    ['a truthy ok', { ok: 1, value: 'x' }],
  ])('takes %s as unexpected', (_, answer) => {
    expect(() => unwrapAnswer(answer)).toThrow(expect.objectContaining({ code: 'unexpected' }));
  });
});

describe('isCallMessage', () => {
  it('knows a call', () => {
    expect(isCallMessage({ call: 'findPage', input: null })).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'findPage'],
    ['another message', { type: 'wxt:content-script-started' }],
    ['a name that is no string', { call: 7 }],
  ])('passes %s over', (_, message) => {
    expect(isCallMessage(message)).toBe(false);
  });
});
