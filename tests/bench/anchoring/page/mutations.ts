import { Readability } from '@mozilla/readability';
import { wordsOf } from './blocks.ts';
import type { Random } from './random.ts';
import {
  cloneTracked,
  flatten,
  newcomer,
  splice,
  standIns,
  textNodesOf,
  type FlatPage,
  type Identities,
  type Stretch,
} from './tracked.ts';

/** A page being changed. */
export type Draft = {
  readonly body: HTMLElement;
  readonly identities: Identities;
  readonly random: Random;
  /** Words of other text that nothing on the page was made of. */
  readonly vocabulary: readonly string[];
};

export function flatOf({ body, identities }: Draft): FlatPage {
  return flatten(body, identities);
}

/** Where the passage's characters are now, whole text nodes apart; empty when it is gone. */
function piecesOf(draft: Draft, passage: Stretch): { node: Text; start: number; end: number }[] {
  const pieces: { node: Text; start: number; end: number }[] = [];
  for (const node of textNodesOf(draft.body)) {
    const ids = draft.identities.get(node) ?? new Int32Array();
    const start = ids.findIndex((id) => id >= passage.start && id < passage.end);
    const end = start === -1 ? -1 : ids.findLastIndex((id) => id >= passage.start && id < passage.end);
    if (start !== -1) pieces.push({ node, start, end: end + 1 });
  }
  return pieces;
}

/** The innermost block around the passage's first character. */
function blockOf(draft: Draft, passage: Stretch): Element | null {
  const [piece] = piecesOf(draft, passage);
  return (
    piece?.node.parentElement?.closest(
      'p, li, figcaption, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote',
    ) ?? null
  );
}

function freshWord({ random, vocabulary }: Draft): string {
  return random.pick(vocabulary);
}

function freshText(draft: Draft, length: number): string {
  return Array.from({ length }, () => freshWord(draft)).join(' ');
}

function isLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Words replaced (mostly), lost, or put in; `share` of them all. */
export function editWords(draft: Draft, share: number): void {
  for (const node of textNodesOf(draft.body)) {
    for (const word of wordsOf(node.data, { start: 0, end: node.data.length }).toReversed()) {
      if (draft.random.next() >= share || !isLetters(node.data.slice(word.start, word.end))) continue;
      editWord(draft, node, word);
    }
  }
}

function editWord(draft: Draft, node: Text, word: Stretch): void {
  const old = node.data.slice(word.start, word.end);
  const inner = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u.exec(old);
  if (inner === null) return;
  const start = word.start + inner.index;
  const end = start + inner[0].length;
  const ids = (draft.identities.get(node) ?? new Int32Array()).slice(start, end);
  const choice = draft.random.next();
  const fresh = freshWord(draft);
  if (choice < 0.7)
    splice(draft.identities, node, { start, end }, { text: fresh, ids: standIns(ids, fresh.length) });
  else if (choice < 0.85)
    splice(
      draft.identities,
      node,
      { start, end: Math.min(node.data.length, end + 1) },
      { text: '', ids: [] },
    );
  else insertText(draft, node, { at: start, text: `${fresh} ` });
}

function insertText(draft: Draft, node: Text, { at, text }: { at: number; text: string }): void {
  splice(
    draft.identities,
    node,
    { start: at, end: at },
    { text, ids: Array.from({ length: text.length }, () => newcomer) },
  );
}

/** Advertisements, newsletter boxes and related links between blocks. */
export function insertBoxes(draft: Draft): void {
  const paragraphs = [...draft.body.querySelectorAll('p, h2, figure, ul')].filter(
    (element) => element.parentElement !== null && !element.closest('li, table'),
  );
  const { random } = draft;
  for (const paragraph of random.shuffle(paragraphs).slice(0, 2 + Math.ceil(paragraphs.length / 8))) {
    const box = document.createElement('div');
    const headlines = [...draft.body.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent);
    const kind = random.below(3);
    if (kind === 0)
      box.append(element('span', 'Advertisement'), element('p', freshText(draft, 6 + random.below(20))));
    if (kind === 1)
      box.append(element('h4', 'Sign up for our newsletter'), element('p', freshText(draft, 12)));
    if (kind === 2) {
      const title =
        headlines.length > 0 && random.next() < 0.5 ? random.pick(headlines) : freshText(draft, 8);
      box.append(element('h4', 'Related'), element('li', title), element('li', freshText(draft, 9)));
    }
    if (random.next() < 0.5) paragraph.before(box);
    else paragraph.after(box);
  }
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

const fancy: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|[\s(])"/gu, '“'],
  [/"/gu, '”'],
  [/(?<=^|[\s(])'/gu, '‘'],
  [/'/gu, '’'],
  [/ - /gu, ' – '],
  [/\.\.\./gu, '…'],
];
const plain: readonly (readonly [RegExp, string])[] = [
  [/[“”„«»]/gu, '"'],
  [/[‘’‚]/gu, "'"],
  [/[–—]/gu, '-'],
  [/…/gu, '...'],
  [/\u00a0/gu, ' '],
];

/** A publisher's typography, or none. */
export function setTypography(draft: Draft, way: 'fancy' | 'plain'): void {
  for (const [pattern, replacement] of way === 'fancy' ? fancy : plain) {
    replaceAll(draft, (text) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        text: replacement,
      })),
    );
  }
  if (way === 'fancy') {
    replaceAll(draft, (text) =>
      [...text.matchAll(/(?<=\d) (?=\p{L})/gu)].map((match) => ({
        start: match.index,
        end: match.index + 1,
        text: '\u00a0',
      })),
    );
  }
}

/** Lines wrapped anew, spaces doubled, soft hyphens in words. */
export function setWhiteSpace(draft: Draft): void {
  const { random } = draft;
  replaceAll(draft, (text) =>
    [...text.matchAll(/(?<=\S) (?=\S)/gu)]
      .filter(() => random.next() < 0.2)
      .map((match) => ({
        start: match.index,
        end: match.index + 1,
        text: random.pick(['\n      ', '  ', '\n', '\u00a0']),
      })),
  );
  replaceAll(draft, (text) =>
    [...text.matchAll(/(?<=\p{L}{3})(?=\p{L}{3})/gu)]
      .filter(() => random.next() < 0.05)
      .map((match) => ({ start: match.index, end: match.index, text: '\u00ad' })),
  );
}

export function decompose(draft: Draft): void {
  replaceAll(draft, (text) =>
    [...text.matchAll(/[\u0080-\u{10ffff}]/gu)]
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0].normalize('NFD'),
      }))
      .filter(({ start, end, text: changed }) => text.slice(start, end) !== changed),
  );
}

function replaceAll(
  draft: Draft,
  find: (text: string) => { start: number; end: number; text: string }[],
): void {
  for (const node of textNodesOf(draft.body)) {
    for (const { start, end, text } of find(node.data).toReversed()) {
      const ids = (draft.identities.get(node) ?? new Int32Array()).slice(start, end);
      const kept = Array.from(
        { length: text.length },
        (_, at) => ids[Math.min(at, ids.length - 1)] ?? newcomer,
      );
      splice(draft.identities, node, { start, end }, { text, ids: kept });
    }
  }
}

/** Paragraphs that stand beside others, moved elsewhere; the passage's own among them. */
export function moveParagraphs(draft: Draft, passage: Stretch): boolean {
  const own = blockOf(draft, passage);
  // A passage of several paragraphs is torn apart when one of them goes: nobody can say where it is.
  if (piecesOf(draft, passage).some(({ node }) => own?.contains(node) !== true)) return false;
  if (own === null || own.localName !== 'p' || own.textContent.trim().length < 60) return false;
  const others = [...draft.body.querySelectorAll('p')].filter(
    (p) => p !== own && !own.contains(p) && p.textContent.trim().length > 60,
  );
  if (others.length < 4) return false;
  const target = draft.random.pick(others);
  if (draft.random.next() < 0.5) target.before(own);
  else target.after(own);
  return true;
}

export function deletePassage(draft: Draft, passage: Stretch): void {
  for (const { node, start, end } of piecesOf(draft, passage)) {
    const last = node.data.charAt(end) === ' ' ? end + 1 : end;
    splice(draft.identities, node, { start, end: last }, { text: '', ids: [] });
  }
}

/** Takes away every block that the passage touches; false when a part of it is in none. */
export function deleteBlocks(draft: Draft, passage: Stretch): boolean {
  for (let block = blockOf(draft, passage); block !== null; block = blockOf(draft, passage)) block.remove();
  return piecesOf(draft, passage).length === 0;
}

/** A verbatim copy elsewhere: in a paragraph of its own, a pull quote, a caption or a list of links. */
export function addCopies(draft: Draft, passage: Stretch, count: number): void {
  const text = flatOf(draft).text.slice(passage.start, passage.end).replace(/\s+/gu, ' ');
  for (let at = 0; at < count; at++) placeSomewhere(draft, passage, copyElement(draft, text));
}

function copyElement(draft: Draft, text: string): HTMLElement {
  const kind = draft.random.below(4);
  if (kind === 0) return element('p', text);
  if (kind === 1) return element('blockquote', text);
  if (kind === 2) {
    const figure = document.createElement('figure');
    figure.append(element('figcaption', text));
    return figure;
  }
  return element('p', `${freshText(draft, 8)}. ${text} ${freshText(draft, 8)}.`);
}

function placeSomewhere(draft: Draft, passage: Stretch, made: Element): void {
  const own = blockOf(draft, passage);
  const spots = [...draft.body.querySelectorAll('p')].filter(
    (p) => p !== own && !p.closest('li, table, blockquote'),
  );
  if (spots.length === 0) draft.body.append(made);
  else draft.random.pick(spots).after(made);
}

/** A paragraph like the passage's own, about half of its words others. */
export function addLookalike(draft: Draft, passage: Stretch): void {
  const own = blockOf(draft, passage);
  if (own === null) return;
  const text = own.textContent
    .split(/\s+/u)
    .map((word) => (draft.random.next() < 0.45 ? freshWord(draft) : word))
    .join(' ');
  placeSomewhere(draft, passage, element('p', text));
}

export function addRelated(draft: Draft, passage: Stretch): void {
  const text = flatOf(draft).text.slice(passage.start, passage.end).replace(/\s+/gu, ' ');
  const box = element('aside', '');
  box.append(element('h4', 'Related'));
  const list = document.createElement('ul');
  for (const title of draft.random.shuffle([text, freshText(draft, 9), freshText(draft, 7)]))
    list.append(element('li', title));
  box.append(list);
  placeSomewhere(draft, passage, box);
}

/** The passage once more, before it: in a block of its own before the block it is in, or farther up. */
export function copyBefore(draft: Draft, passage: Stretch): void {
  const own = blockOf(draft, passage);
  if (own === null) return;
  const text = flatOf(draft).text.slice(passage.start, passage.end).replace(/\s+/gu, ' ');
  const paragraphs = [...draft.body.querySelectorAll('p')];
  const before = paragraphs.filter(
    (p) => (p.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const spot = before.length > 0 && draft.random.next() < 0.5 ? draft.random.pick(before) : own;
  spot.before(copyElement(draft, text));
}

export function changeLetter(draft: Draft, passage: Stretch): boolean {
  const words = wordsInside(draft, passage).filter(({ word }) => word.end - word.start > 3);
  if (words.length === 0) return false;
  const { node, word } = draft.random.pick(words);
  const at = word.start + draft.random.below(word.end - word.start);
  const ids = (draft.identities.get(node) ?? new Int32Array()).slice(at, at + 1);
  const text = draft.random.pick(Array.from('aeiounrst').filter((letter) => letter !== node.data.charAt(at)));
  splice(draft.identities, node, { start: at, end: at + 1 }, { text, ids: standIns(ids, 1) });
  return true;
}

export function changeWords(draft: Draft, passage: Stretch, count: number): boolean {
  const words = draft.random.shuffle(wordsInside(draft, passage)).slice(0, count);
  words.sort((a, b) => b.word.start - a.word.start);
  for (const { node, word } of words) editWord(draft, node, word);
  return words.length === count;
}

/** A clause of four to eight words put in, or in place of as many. */
export function changeClause(draft: Draft, passage: Stretch): boolean {
  const words = wordsInside(draft, passage);
  if (words.length < 12) return false;
  const length = 4 + draft.random.below(5);
  const at = 1 + draft.random.below(words.length - 2);
  const first = words[at];
  if (first === undefined) return false;
  if (draft.random.next() < 0.5) {
    insertText(draft, first.node, { at: first.word.start, text: `${freshText(draft, length)} ` });
    return true;
  }
  const replaced = words
    .slice(at, Math.min(at + length, words.length - 1))
    .filter(({ node }) => node === first.node);
  const last = replaced.at(-1) ?? first;
  const stretch = { start: first.word.start, end: last.word.end };
  const ids = (draft.identities.get(first.node) ?? new Int32Array()).slice(stretch.start, stretch.end);
  const text = freshText(draft, length);
  splice(draft.identities, first.node, stretch, { text, ids: standIns(ids, text.length) });
  return true;
}

function wordsInside(draft: Draft, passage: Stretch): { node: Text; word: Stretch }[] {
  return piecesOf(draft, passage).flatMap(({ node, start, end }) =>
    wordsOf(node.data, { start, end })
      .filter((word) => isLetters(node.data.slice(word.start, word.end)))
      .map((word) => ({ node, word })),
  );
}

/** The page as Readability renders it, under the headline that it found. */
export function readerView(draft: Draft): Draft | null {
  const page = document.implementation.createHTMLDocument('');
  const { root, identities } = cloneTracked(draft.body, draft.identities);
  page.documentElement.replaceChild(page.adoptNode(root), page.body);
  keepOnRestart(root, identities);
  const read = new Readability<Node>(page, { serializer: (node) => node }).parse();
  if (read?.content === undefined || read.content === null) return null;
  const body = document.createElement('body');
  body.append(document.adoptNode(read.content));
  body.prepend(headlineOf(draft, read.title ?? '', { body, identities }));
  return { ...draft, body, identities };
}

/** Readability starts a failed attempt anew from `innerHTML`, which would lose the characters' identities. */
function keepOnRestart(root: HTMLElement, identities: Identities): void {
  let saved = cloneTracked(root, identities);
  Object.defineProperty(root, 'innerHTML', {
    get() {
      saved = cloneTracked(root, identities);
      return '';
    },
    set() {
      const again = cloneTracked(saved.root, saved.identities);
      for (const [node, ids] of again.identities) identities.set(node, ids);
      root.replaceChildren(...again.root.childNodes);
    },
  });
}

/** The page's own headline where that was left out, so that its characters keep their identities. */
function headlineOf(
  draft: Draft,
  title: string,
  { body, identities }: Pick<Draft, 'body' | 'identities'>,
): Element {
  const textOf = (element: Element): string => element.textContent.replace(/\s+/gu, ' ').trim();
  const own = [...draft.body.querySelectorAll('h1, h2')].find((heading) => textOf(heading) === title.trim());
  const isLeft =
    own !== undefined &&
    [...body.querySelectorAll('h1, h2')].some((heading) => textOf(heading) === textOf(own));
  if (own === undefined || isLeft) return element('h1', title);
  const copy = cloneTracked(own, draft.identities);
  for (const [node, ids] of copy.identities) identities.set(node, ids);
  return copy.root;
}

/** A lean rendering of the same article: no frame around it, other tags, labels of its own. */
export function mobileView(draft: Draft): Draft {
  const { root: body, identities } = cloneTracked(draft.body, draft.identities);
  for (const frame of body.querySelectorAll('nav, aside, header > ul, footer, form, iframe')) frame.remove();
  for (const inline of body.querySelectorAll('span, em, strong, b, i, a'))
    inline.replaceWith(...inline.childNodes);
  for (const heading of body.querySelectorAll('h2, h3, h4')) rename(heading, 'p');
  for (const caption of body.querySelectorAll('figcaption')) rename(caption, 'p');
  for (const styled of body.querySelectorAll('[class], [id], [style]')) {
    for (const name of ['class', 'id']) styled.removeAttribute(name);
  }
  [...body.querySelectorAll('p')].forEach((p, at) => {
    if (at % 6 === 5) p.after(element('div', 'Advertisement – story continues below'));
  });
  return { ...draft, body, identities };
}

function rename(old: Element, tag: string): void {
  const made = document.createElement(tag);
  made.append(...old.childNodes);
  old.replaceWith(made);
}

/** The headline as four captions, each under a paragraph of its own; returns the blocks made. */
export function addCaptions(draft: Draft): boolean {
  const headline = draft.body.querySelector('h1')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
  const paragraphs = [...draft.body.querySelectorAll('p')].filter((p) => p.textContent.trim().length > 60);
  if (headline.length < 15 || paragraphs.length < 5) return false;
  const spots = draft.random.shuffle(paragraphs.map((_, at) => at)).slice(0, 4);
  for (const at of spots) {
    const figure = document.createElement('figure');
    figure.className = 'bench-caption';
    figure.append(element('figcaption', `${headline}. Photo: AFP`));
    paragraphs[at]?.after(figure);
  }
  return true;
}

export function dropCaption(draft: Draft, passage: Stretch, which: 'this' | 'other'): boolean {
  const own = blockOf(draft, passage)?.closest('.bench-caption') ?? null;
  const others = [...draft.body.querySelectorAll('.bench-caption')].filter((figure) => figure !== own);
  const dropped = which === 'this' ? own : draft.random.pick(others);
  dropped?.remove();
  return dropped !== null;
}
