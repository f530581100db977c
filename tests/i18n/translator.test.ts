import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../../utils/i18n/translator.ts';

/** Says which key was asked for, with what. */
const echo = (key: string, substitutions: string[]): string => [key, ...substitutions].join('|');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('createTranslator', () => {
  it('reads a message with its substitutions', () => {
    expect(createTranslator(echo, 'en').t('exportSaved', 'Phí cảng.md')).toBe('exportSaved|Phí cảng.md');
  });

  it('answers with the key when the catalogue has no message', () => {
    const { t, plural } = createTranslator(() => '', 'en');
    expect([t('actSave'), plural('mentions', 2)]).toEqual(['actSave', 'mentions_other']);
  });

  it.each([
    ['en', 1, 'mentions_one|1'],
    ['en', 0, 'mentions_other|0'],
    ['en', 2, 'mentions_other|2'],
    ['en', 1_200, 'mentions_other|1,200'],
    ['vi', 1, 'mentions_other|1'],
    ['vi', 1_200, 'mentions_other|1.200'],
  ])('chooses in %s the form for %i', (locale, count, message) => {
    expect(createTranslator(echo, locale).plural('mentions', count)).toBe(message);
  });

  it('hands further substitutions on behind the count', () => {
    expect(createTranslator(echo, 'en').plural('keptCount', 3, 'more')).toBe('keptCount_other|3|more');
  });

  const days: Record<string, [string, string]> = {
    'of a time far west': ['2026-11-18T23:50:00-10:00', '18 November 2026'],
    'of a time far east': ['2026-11-18T00:10:00+14:00', '18 November 2026'],
    'of a time without a zone': ['2026-11-18T12:00:00', '18 November 2026'],
    'of a mere day': ['2020-02-29', '29 February 2020'],
  };
  it.each(Object.entries(days))('writes the day %s as the publisher’s clock had it', (_, [iso, day]) => {
    for (const zone of ['Pacific/Honolulu', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone);
      expect(createTranslator(echo, 'en-GB').day(iso)).toBe(day);
    }
  });

  it('writes the day in the language of the reader', () => {
    expect(createTranslator(echo, 'vi').day('2026-11-18')).toMatch(/^18 tháng 11,? (?:năm )?2026$/u);
  });

  it('gives back what is no date', () => {
    expect(createTranslator(echo, 'en').day('last week')).toBe('last week');
  });
});
