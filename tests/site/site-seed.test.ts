// @vitest-environment node
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { applyEdition, editions } from '../support/site-editions.ts';
import { readSeedPage, sortSeed } from '../support/site-seed.ts';

const headline = 'Làng Rạch Sậy dựng lại cầu khỉ bằng tre già';

// In the shape of the seed: a topic line, the headline, captions that repeat it, leftovers at the end.
const text = [
  'Chuyện làng:',
  headline,
  'Bà con góp tre, góp công, ba ngày thì xong.',
  ...Array.from(
    { length: 13 },
    (_, nth) => `Đoạn thứ ${nth + 1} kể về tre & dây và những người vác tre qua rạch.`,
  ),
  `${headline}\nÔng Sáu Mây (bên phải)`,
  '\u00A0Ai cũng có phần',
  'Theo Bản tin Rạch Sậy',
  '08:15:00 02-11-2026',
  'Bà con góp tre, góp công, ba ngày thì xong. Đoạn thứ […]',
  'Bạn hàng của làng',
].join('\n\n');

let folder = '';

afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeSeed(words: string): Promise<string> {
  folder = await mkdtemp(path.join(tmpdir(), 'seed-'));
  const file = path.join(folder, 'article.vi.txt');
  await writeFile(file, words);
  return file;
}

describe('sortSeed', () => {
  it('gives every line its part on a news page', () => {
    const parts = sortSeed(text).map(({ part }) => part);
    expect(parts.filter((part) => part !== 'paragraph')).toEqual([
      'topic',
      'headline',
      'standfirst',
      'caption',
      'subhead',
      'source',
      'time',
      'excerpt',
      'footer',
    ]);
    expect(parts.filter((part) => part === 'paragraph')).toHaveLength(13);
  });

  it('keeps every line as it is, in its order', () => {
    const lines = sortSeed(text).flatMap((block) => block.lines);
    expect(lines).toEqual(text.split('\n').filter((line) => line !== ''));
  });
});

describe('readSeedPage', () => {
  it('is null without a seed', async () => {
    expect(await readSeedPage(path.join(tmpdir(), 'no-seed.txt'))).toBeNull();
  });

  it('holds the text of every line, escaped and otherwise unchanged', async () => {
    const page = await readSeedPage(await writeSeed(text));
    const words = page?.html.replaceAll('&amp;', '&');
    for (const line of text.split('\n')) expect(words).toContain(line);
  });

  it('has a later edition of each kind', async () => {
    const page = await readSeedPage(await writeSeed(text));
    const { html, edits } = page ?? { html: '', edits: { reworded: [], cut: [], moved: [], ads: [] } };
    const pages = editions.map((edition) => applyEdition(html, edition, edits));
    expect(new Set(pages).size).toBe(editions.length);
  });
});
