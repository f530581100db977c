import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Edits } from './site-editions.ts';

export type SeedPage = {
  readonly path: string;
  readonly html: string;
  readonly edits: Edits;
};

type Part =
  | 'topic'
  | 'headline'
  | 'standfirst'
  | 'paragraph'
  | 'subhead'
  | 'caption'
  | 'source'
  | 'time'
  | 'excerpt'
  | 'footer';

export type SeedBlock = {
  readonly part: Part;
  /** The lines of the file, unmodified; a caption has two, every other part one. */
  readonly lines: readonly string[];
};

const seedFile = path.join(import.meta.dirname, '../../../shared/seed/article.vi.txt');

/** The seed article as a page, or `null` where the checkout has no seed beside it. */
export async function readSeedPage(file = seedFile): Promise<SeedPage | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const blocks = sortSeed(text);
  return { path: '/thoi-su/bai-goc-456.html', html: seedHtml(blocks), edits: seedEdits(blocks) };
}

/** The file's lines in their order, each with the part it plays on a news page. Empty lines are left out. */
export function sortSeed(text: string): SeedBlock[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const headline = lines[1] ?? '';
  const blocks: SeedBlock[] = [];
  for (let nth = 0; nth < lines.length; nth += 1) {
    const line = lines[nth] ?? '';
    const next = lines[nth + 1];
    if (nth > 1 && line === headline && next !== undefined) {
      blocks.push({ part: 'caption', lines: [line, next] });
      nth += 1;
    } else {
      blocks.push({ part: partOf(line, nth, lines.length), lines: [line] });
    }
  }
  return blocks;
}

function partOf(line: string, nth: number, count: number): Part {
  if (nth < 3) return (['topic', 'headline', 'standfirst'] as const)[nth] ?? 'paragraph';
  if (nth === count - 1) return 'footer';
  if (/^\d\d:\d\d(?::\d\d)? \d\d-\d\d-\d{4}$/u.test(line)) return 'time';
  if (line.endsWith('[…]')) return 'excerpt';
  if (line.length < 90 && !/[.…”″]$/u.test(line)) return line.startsWith('Theo ') ? 'source' : 'subhead';
  return 'paragraph';
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const tags: Record<Part, (lines: readonly string[]) => string> = {
  topic: ([line]) => `<div class="topic">${line}</div>`,
  headline: ([line]) => `<h1 class="entry-title">${line}</h1>`,
  standfirst: ([line]) => `<p class="sapo"><strong>${line}</strong></p>`,
  paragraph: ([line]) => `<p>${line}</p>`,
  subhead: ([line]) => `<p><strong>${line}</strong></p>`,
  caption: ([line, words]) =>
    `<figure class="wp-caption"><img loading="lazy" src="/images/photo.svg?seed=goc" width="600" height="400" alt="${line}"><figcaption>${line}<br>${words}</figcaption></figure>`,
  source: ([line]) => `<p class="source"><em>${line}</em></p>`,
  time: ([line]) => `<div class="entry-time">${line}</div>`,
  excerpt: ([line]) => `<div class="card">${line}</div>`,
  footer: ([line]) => `<footer><h4>${line}</h4></footer>`,
};

function seedHtml(blocks: readonly SeedBlock[]): string {
  const render = (parts: readonly Part[]): string =>
    blocks
      .filter((block) => parts.includes(block.part))
      .map((block) => tags[block.part](block.lines.map(escapeHtml)))
      .join('\n');
  const title = escapeHtml(blocks.find((block) => block.part === 'headline')?.lines[0] ?? '');
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${seedCss}</style></head>
<body>
<header><a href="/vi">Cổng tin Bến Sậy</a></header>
<div class="page">
<main>${render(['topic'])}
<article>${render(['headline', 'standfirst'])}
<div class="entry-content">
${render(['paragraph', 'subhead', 'caption', 'source'])}
</div></article>
${render(['time'])}</main>
<aside class="sidebar">${render(['excerpt'])}</aside>
</div>
${render(['footer'])}
</body></html>
`;
}

const seedCss = `body{margin:0;background:#eef0ee;color:#222;font:17px/1.65 "Noto Sans",Arial,sans-serif}
header{background:#0d4f3c;padding:16px 28px}header a{color:#fff;font:700 24px "Noto Serif",serif;text-decoration:none}
.page{max-width:1080px;margin:20px auto;display:grid;grid-template-columns:minmax(0,1fr) 270px;gap:32px;background:#fff;padding:24px 28px}
.topic,.entry-time{font-size:13px;color:#777}h1{font:700 31px/1.3 "Noto Serif",serif;margin:12px 0 16px}
figure{margin:20px 0}img{width:100%;height:auto;display:block}figcaption{background:#f3f3ef;font-size:14px;color:#555;padding:8px 12px}
.source{text-align:right}.card{font-size:14px;border:1px solid #ddd;padding:12px}footer{background:#222;color:#ccc;padding:20px 28px}
@media(max-width:760px){.page{grid-template-columns:minmax(0,1fr)}}`;

// The text is unknown to the project, so its edits are rules: they name blocks by their own words.
function seedEdits(blocks: readonly SeedBlock[]): Edits {
  const paragraphs = blocks.flatMap(({ part, lines: [line = ''] }) =>
    part === 'paragraph' ? [`<p>${escapeHtml(line)}</p>`] : [],
  );
  const [a, b, c, d] = [2, 5, 9, 12].map((nth) => paragraphs[nth] ?? '');
  if (!a || !b || !c || !d) throw new Error(`Expected 13 paragraphs in the seed, found ${paragraphs.length}`);
  return {
    reworded: paragraphs
      .filter((words, nth) => nth % 3 === 1 && words.includes(' và '))
      .map((from) => ({ from, to: from.replace(' và ', ' cùng với ') })),
    cut: [b],
    moved: [{ block: c, before: a }],
    ads: [a, c, d],
  };
}
