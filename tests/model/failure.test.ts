import { describe, expect, it } from 'vitest';
import { Failure, failureCodeOf, failureCodes, isFailureCode } from '../../utils/model/failure.ts';

describe('failureCodeOf', () => {
  it('tells the code of a failure', () => {
    expect(failureCodeOf(new Failure('storageFull'))).toBe('storageFull');
  });

  it.each([
    ['an error', new TypeError('x is not a function')],
    ['a string', 'storageFull'],
    ['nothing', undefined],
    ['an object that looks like a failure', { code: 'storageFull' }],
  ])('takes %s as unexpected', (_, thrown) => {
    expect(failureCodeOf(thrown)).toBe('unexpected');
  });
});

describe('isFailureCode', () => {
  it('knows each code and nothing else', () => {
    expect(failureCodes.every(isFailureCode)).toBe(true);
    expect(['constructor', '', 'StorageFull', 0, null, undefined, {}].some(isFailureCode)).toBe(false);
  });
});

describe('Failure', () => {
  it('keeps its cause for the console', () => {
    const cause = new Error('disk');
    expect(new Failure('storageFailed', { cause })).toMatchObject({ code: 'storageFailed', cause });
  });
});
