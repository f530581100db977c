import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../utils/extraction/metadata/dates.ts';

const now = new Date('2020-10-02T08:00:00Z');

function isoOf(text: string, lang: string | null): string | null {
  return parseTime(text, { lang, now })?.iso ?? null;
}

describe('parseTime', () => {
  const cases: Record<string, [text: string, lang: string | null, iso: string | null]> = {
    'keeps the zone of ISO 8601': ['2020-09-25T14:50:14+07:00', null, '2020-09-25T14:50:14+07:00'],
    'reads an offset without colon and fractions': [
      '2020-09-25T14:50:14.123+0700',
      null,
      '2020-09-25T14:50:14+07:00',
    ],
    'reads a day': ['2020-09-25', null, '2020-09-25'],
    'reads seconds since 1970': ['1601020214', null, '2020-09-25T07:50:14Z'],
    'reads RFC 2822': ['Fri, 25 Sep 2020 14:50:14 GMT', null, '2020-09-25T14:50:14Z'],
    'reads what a Java date prints': ['Fri Sep 25 19:20:36 CEST 2020', 'de', '2020-09-25T19:20:36+02:00'],
    'reads time before day, and infers the zone of Vietnam': [
      '14:50:14 25-09-2020',
      'vi',
      '2020-09-25T14:50:14+07:00',
    ],
    'reads a Vietnamese stamp': ['Thứ sáu, 25/9/2020, 14:50 (GMT+7)', 'vi', '2020-09-25T14:50+07:00'],
    'reads a Vietnamese date in words': ['ngày 25 tháng 9 năm 2020', 'vi', '2020-09-25'],
    'takes the last such day when the year is missing': ['25/9', 'vi', '2020-09-25'],
    'does not take a day in the future when the year is missing': ['25/12', 'vi', '2019-12-25'],
    'puts the day first outside of America': ['04/05/2020', 'fr', '2020-05-04'],
    'puts the month first in America': ['04/05/2020', 'en-US', '2020-04-05'],
    'puts the day first before dots': ['04.05.2020', 'en-US', '2020-05-04'],
    'reads months in the language of the page': ['25. März 2020, 14:50 Uhr', 'de', '2020-03-25T14:50'],
    'reads genitive months': ['25 września 2020 14:50', 'pl', '2020-09-25T14:50'],
    'reads English afternoons': ['September 25, 2020 at 2:50 p.m. EDT', 'en', '2020-09-25T14:50-04:00'],
    'reads Japanese dates': ['2020年9月25日 14時50分', 'ja', '2020-09-25T14:50'],
    'reads Korean dates': ['2020.09.25 14:50', 'ko', '2020-09-25T14:50'],
    'counts hours back from now': ['3 hours ago', 'en', '2020-10-02T05:00Z'],
    'counts hours back in Vietnamese': ['3 giờ trước', 'vi', '2020-10-02T05:00Z'],
    'counts minutes back in German': ['vor 5 Minuten', 'de', '2020-10-02T07:55Z'],
    'knows yesterday': ['hôm qua', 'vi', '2020-10-01'],
    'refuses days that do not exist': ['2020-02-31', null, null],
    'refuses text without a date': ['By Jane Doe, Political Editor', 'en', null],
    'is not led astray by a made-up language': ['25 September 2020', 'utf-8', '2020-09-25'],
  };
  it.each(Object.entries(cases))('%s', (_, [text, lang, iso]) => {
    expect(isoOf(text, lang)).toBe(iso);
  });

  it('marks an inferred zone', () => {
    expect(parseTime('14:50 25/9/2020', { lang: 'vi', now })?.isZoneInferred).toBe(true);
    expect(parseTime('14:50 25/9/2020 GMT+7', { lang: 'vi', now })?.isZoneInferred).toBe(false);
  });
});
