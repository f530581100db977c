import { describe, expect, it } from 'vitest';
import { createFileName } from '../../utils/export/file-name.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const characters = new Intl.Segmenter();

describe('createFileName', () => {
  const cases: Record<string, [string, string]> = {
    'keeps a plain title': ['Harbour levy to double', 'Harbour levy to double.md'],
    'keeps Vietnamese letters, composed': ['Phí cảng tăng'.normalize('NFD'), 'Phí cảng tăng.md'],
    'takes out what file systems refuse': [
      'Tax: who pays? A/B <test> "now" | *',
      'Tax who pays A B test now.md',
    ],
    'takes out what note tools read as links': ['[[Port]] #fees ^3', 'Port fees 3.md'],
    'takes out back slashes and control characters': ['a\\b\u0000c\td\ne', 'a b c d e.md'],
    'takes out marks that turn the reading direction': ['invoice\u202egpj', 'invoice gpj.md'],
    'takes leading dots off': ['..hidden', 'hidden.md'],
    'takes leading dots off that stand apart': ['... . ..hidden', 'hidden.md'],
    'takes trailing dots and spaces off': ['And then… . .', 'And then….md'],
    'names a title of dots only after the product': ['...', 'Pressmark.md'],
    'names an empty title after the product': ['', 'Pressmark.md'],
    'names a title of forbidden characters after the product': ['???', 'Pressmark.md'],
    'keeps emoji': ['Storm 🌊 warning', 'Storm 🌊 warning.md'],
  };
  it.each(Object.entries(cases))('%s', (_, [title, name]) => {
    expect(createFileName(title, 'md')).toBe(name);
  });

  const long: Record<string, string> = {
    'Vietnamese words': 'Hội đồng thành phố biểu quyết tăng gấp đôi phí cảng từ tháng Ba năm tới '.repeat(4),
    'Chinese without spaces': '港口費用明年三月起加倍'.repeat(12),
    'emoji of several characters': '👍🏽'.repeat(40),
    flags: '🇻🇳'.repeat(60),
    'letters with many marks': 'e\u0323\u0302\u0301'.repeat(80),
  };
  it.each(Object.entries(long))('cuts %s between characters, with room for an ending', (_, title) => {
    const name = createFileName(title, 'md');
    expect(bytesOf(name)).toBeLessThanOrEqual(123);
    expect(bytesOf(name)).toBeGreaterThan(80);
    const kept = [...characters.segment(name.slice(0, -'.md'.length))];
    const whole = [...characters.segment(title.normalize('NFC'))];
    expect(kept.map(({ segment }) => segment)).toEqual(
      whole.slice(0, kept.length).map(({ segment }) => segment),
    );
  });
});
