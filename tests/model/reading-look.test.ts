import { describe, expect, it } from 'vitest';
import { defaultLook, parseReadingLook } from '../../utils/model/reading-look.ts';

describe('parseReadingLook', () => {
  it('reads what was chosen', () => {
    const look = { ...defaultLook, size: 'largest', theme: 'sepia' } as const;
    expect(parseReadingLook(JSON.stringify(look))).toEqual(look);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '4'],
    ['unknown choices', '{"size":"huge","theme":null,"__proto__":{"size":"small"}}'],
  ])('is as at first for %s', (_, stored) => {
    expect(parseReadingLook(stored)).toEqual(defaultLook);
  });

  it('keeps what it knows beside what it does not', () => {
    expect(parseReadingLook('{"theme":"dark","width":12}')).toEqual({ ...defaultLook, theme: 'dark' });
  });
});
