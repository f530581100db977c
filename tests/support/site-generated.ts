import { crc32, deflateSync } from 'node:zlib';

const sentences = [
  'The harbour office keeps a second clock that has been eleven minutes slow since the flood.',
  'Nobody has asked for it to be mended, and three ferry captains set their watches by it.',
  '“Right time is for trains,” said Odile Ferrand, who winds it every Monday.',
  'The borough set aside £640 for repairs in 2025 and spent it on paint.',
  'A petition to leave the clock alone gathered 1,204 names in a town of 900 people.',
  'Ms Ferrand says the extra signatures came from passengers waiting for the boat.',
];

/** Six short paragraphs with one quote; the same words on every generated page. */
export const generatedParagraphs: readonly string[] = sentences;

const headline = 'The clock that Haverness will not mend';

function head(title: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><style>body{font:18px/1.6 Georgia,serif;max-width:40em;margin:2em auto}.log div{font:12px/1.4 sans-serif}</style></head>`;
}

function article(): string {
  const paragraphs = Array.from({ length: 3 }, (_, round) =>
    sentences.map((sentence) => `<p>${round === 0 ? sentence : `${sentence} (${round + 1})`}</p>`).join('\n'),
  );
  return `<article id="story"><h1>${headline}</h1>\n${paragraphs.join('\n')}</article>`;
}

function countElements(html: string): number {
  return html.match(/<[a-z]/gu)?.length ?? 0;
}

/** An article followed by a table of sailings, so that the document has exactly `elements` elements. */
export function hugePage(elements: number): string {
  const start = `${head(headline)}<body>${article()}<section class="log">`;
  const rows = Math.max(0, elements - countElements(start));
  const row = (nth: number): string =>
    `<div><b>${nth}</b> <i>to Orrin</i> <a href="#s${nth}">on time</a></div>`;
  const groups = Array.from({ length: Math.floor(rows / 4) }, (_, nth) => row(nth));
  const rest = '<hr>'.repeat(rows % 4);
  return `${start}${groups.join('\n')}${rest}</section></body></html>`;
}

/**
 * An article at the bottom of `depth` nested elements. A script nests them, because Chromium's HTML
 * parser flattens everything below 512 open elements.
 */
export function deepPage(depth: number): string {
  const script = `const story = document.getElementById('story');
let parent = document.body;
for (let level = 0; level < ${depth}; level += 1) parent = parent.appendChild(document.createElement('div'));
parent.append(story);
document.documentElement.dataset.depth = '${depth}';`;
  return `${head(headline)}<body>${article()}<script>${script}</script></body></html>`;
}

/** A landscape in a few flat colours that depend on `seed` only. */
export function photoSvg(seed: string): string {
  const hue = Buffer.from(seed).reduce((sum, byte) => (sum * 31 + byte) % 360, 7);
  const at = (turn: number, light: number): string => `hsl(${(hue + turn) % 360} 28% ${light}%)`;
  const ridge = (y: number, rise: number): string =>
    `M0,${y} C${120 + (hue % 80)},${y - rise} 260,${y + rise / 2} 380,${y - rise / 3} S560,${y - rise} 600,${y} V400 H0 Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect width="600" height="400" fill="${at(0, 82)}"/><circle cx="${120 + (hue % 360)}" cy="120" r="42" fill="${at(40, 94)}"/><path d="${ridge(230, 90)}" fill="${at(10, 62)}"/><path d="${ridge(290, 60)}" fill="${at(24, 44)}"/><path d="${ridge(350, 40)}" fill="${at(36, 28)}"/></svg>`;
}

/** A PNG of one grey. */
export function plainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a sample, greyscale; compression, filter and interlace stay 0.
  header[8] = 8;
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width, 0xb8)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A one-page PDF with one line of text. */
export function tinyPdf(line: string): Buffer {
  const content = `BT /F1 18 Tf 72 720 Td (${line.replaceAll(/[\\()]/gu, String.raw`\$&`)}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const [nth, object] of objects.entries()) {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${nth + 1} 0 obj\n${object}\nendobj\n`;
  }
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}
