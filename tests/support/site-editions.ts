export const editions = ['original', 'reworded', 'cut', 'moved', 'ads', 'typography'] as const;
/** A later state of the same article at the same address. */
export type Edition = (typeof editions)[number];

/**
 * What a newsroom did to one page after publication, kept beside the page as `*.editions.json`. Every
 * string is a piece of the page's source that occurs exactly once; a block is named by such a piece.
 */
export type Edits = {
  readonly reworded: readonly { readonly from: string; readonly to: string }[];
  /** Blocks that are deleted. */
  readonly cut: readonly string[];
  readonly moved: readonly { readonly block: string; readonly before: string }[];
  /** Blocks that a box is put behind. */
  readonly ads: readonly string[];
};

type Span = { readonly start: number; readonly end: number };

const boxes = [
  '<div class="ad ad--inline" data-ad-unit="late"><strong>Oilskins mended while you wait</strong>Ferry steps, every market day</div>',
  '<aside class="promo" style="border:1px solid #ccc;padding:16px;margin:24px 0"><h4>Tell us what you think</h4><p>Our reader panel answers four questions a month. Join it today.</p></aside>',
  '<iframe title="Advertisement" width="300" height="120" style="border:0" srcdoc="&lt;p&gt;Two nights for one at the Pilot Inn&lt;/p&gt;"></iframe>',
] as const;

type Editor = (html: string, edits: Edits) => string;

const editors: Record<Edition, Editor> = {
  original: (html) => html,
  reworded: (html, { reworded }) =>
    reworded.reduce((page, { from, to }) => replaceSpan(page, spanOf(page, from), to), html),
  cut: (html, { cut }) => cut.reduce((page, words) => replaceSpan(page, blockAround(page, words), ''), html),
  moved: (html, { moved }) => moved.reduce((page, { block, before }) => moveBlock(page, block, before), html),
  ads: (html, { ads }) => ads.reduce((page, words, nth) => insertBox(page, words, nth), html),
  typography: (html) => changeTypography(html),
};

/**
 * The page's source as the edition has it.
 * @throws when an edit's string is missing from the page or ambiguous in it.
 */
export function applyEdition(html: string, edition: Edition, edits: Edits): string {
  return editors[edition](html, edits);
}

/** The paragraph that holds `words`, from `<p` to behind `</p>`; offsets into `html`. */
export function blockAround(html: string, words: string): Span {
  const { start: inside } = spanOf(html, words);
  const start = Math.max(html.lastIndexOf('<p>', inside), html.lastIndexOf('<p ', inside));
  const close = html.indexOf('</p>', inside);
  if (start === -1 || close === -1) throw new Error(`Expected a <p> around “${words}”`);
  return { start, end: close + '</p>'.length };
}

function spanOf(html: string, words: string): Span {
  const start = html.indexOf(words);
  if (start === -1) throw new Error(`Expected the page to hold “${words}”`);
  if (html.includes(words, start + 1)) throw new Error(`Expected one “${words}” in the page, found several`);
  return { start, end: start + words.length };
}

function replaceSpan(html: string, { start, end }: Span, replacement: string): string {
  return html.slice(0, start) + replacement + html.slice(end);
}

function moveBlock(html: string, block: string, before: string): string {
  const from = blockAround(html, block);
  const moved = html.slice(from.start, from.end);
  const without = replaceSpan(html, from, '');
  const { start } = blockAround(without, before);
  return replaceSpan(without, { start, end: start }, moved);
}

function insertBox(html: string, words: string, nth: number): string {
  const { end } = blockAround(html, words);
  return replaceSpan(html, { start: end, end }, boxes[nth % boxes.length] ?? boxes[0]);
}

// Scripts, styles and tags are kept as they are; only what a reader reads changes.
const markup = /(<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^>]*>)/u;

function changeTypography(html: string): string {
  // A story that a page fetches has no <body>.
  const bodyAt = Math.max(0, html.indexOf('<body'));
  const body = html
    .slice(bodyAt)
    .split(markup)
    .map((piece) => (piece.startsWith('<') ? piece : retype(piece)));
  return html.slice(0, bodyAt) + body.join('');
}

// What content systems do on a save: straight marks for curly ones, composed letters, other spaces.
function retype(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/&nbsp;|\u00A0/gu, ' ')
    .replaceAll(/[“”«»]/gu, '"')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll('…', '...')
    .replaceAll(' — ', ' – ')
    .replaceAll(/(\d) (?=\p{Letter})/gu, '$1\u00A0');
}
