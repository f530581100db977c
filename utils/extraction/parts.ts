import { asideHints, bodyHints, captionHints, pictureHints } from './hints.ts';
import type { Outline, OutlineBlock, OutlineElement } from './outline.ts';

/** A block with what its surroundings say of it. */
export type Part = {
  readonly block: OutlineBlock;
  readonly index: number;
  /** Element indexes from the innermost outwards. */
  readonly path: readonly number[];
  readonly tag: string;
  readonly plain: string;
  readonly words: number;
  readonly linkShare: number;
  readonly isFound: boolean;
  readonly isAside: boolean;
  readonly isCaption: boolean;
  /** Running text: long enough, or a sentence, and not of links. */
  readonly isProse: boolean;
};

const asideTags: ReadonlySet<string> = new Set(
  'aside nav footer form button dialog label fieldset menu'.split(' '),
);
const captionTags: ReadonlySet<string> = new Set('figcaption figure caption'.split(' '));
/** An element with this share of the story is the story's, whatever its name. */
const mainShare = 0.3;

export const headingTag = /^h[1-6]$/u;
/** A sentence ends so, closing quotes included. */
export const sentenceEnd = /[.!?…。！？।۔:;]["'”’»«“)\]」』]*$/u;

/** The parts of a page, and what is known of the elements around them. */
export class Page {
  readonly parts: readonly Part[];
  private readonly elements: readonly OutlineElement[];
  /** Found running text inside each element, in characters. */
  private readonly mass: number[];
  /** Answers of the rules by element: a page has thousands of blocks under the same few boxes. */
  private readonly known = {
    aside: new Map<number, boolean>(),
    caption: new Map<number, boolean>(),
    picture: new Map<number, boolean>(),
  };

  constructor({ elements, blocks }: Outline) {
    this.elements = elements;
    this.mass = elements.map(() => 0);
    for (const block of blocks) {
      if (block.weight < 40 || block.linked * 2 > block.weight) continue;
      for (let id = block.element; id >= 0; id = this.parentOf(id))
        this.mass[id] = this.massOf(id) + block.found;
    }
    this.parts = blocks.map((block, index) => this.describe(block, index));
  }

  parentOf(id: number): number {
    return this.elements[id]?.parent ?? -1;
  }

  tagOf(id: number): string {
    return this.elements[id]?.tag ?? '';
  }

  hintsOf(id: number): string {
    return this.elements[id]?.hints ?? '';
  }

  /** Whether so much of the story is in an element that its name cannot speak against it. */
  isMain(id: number): boolean {
    return this.massOf(id) > mainShare * this.massOf(0);
  }

  massOf(id: number): number {
    return this.mass[id] ?? 0;
  }

  /** Whether a part is in an element with this tag that is not around the whole story. */
  isIn(part: Part, tag: string): boolean {
    return part.path.some((id) => this.tagOf(id) === tag && !this.isMain(id));
  }

  private describe(block: OutlineBlock, index: number): Part {
    const path: number[] = [];
    for (let id = block.element; id >= 0; id = this.parentOf(id)) path.push(id);
    const inner = path.filter((id) => !this.isMain(id));
    const tag = this.tagOf(block.element);
    const words = countRough(block.text);
    const linkShare = block.linked / Math.max(1, block.weight);
    const isAside =
      inner.some((id) => remember(this.known.aside, id, () => this.isAsideElement(id))) ||
      path.some((id) => this.isRegion(id));
    const isCaption =
      inner.some((id) => captionTags.has(this.tagOf(id))) ||
      inner
        .slice(0, 5)
        .some((id) => remember(this.known.caption, id, () => captionHints.test(this.hintsOf(id)))) ||
      (words < 45 &&
        !headingTag.test(tag) &&
        inner
          .slice(0, 3)
          .some((id) => remember(this.known.picture, id, () => pictureHints.test(this.hintsOf(id)))));
    const isSentence = words >= 12 || (words >= 6 && sentenceEnd.test(block.text));
    let plain: string | null = null;
    return {
      block,
      index,
      path,
      tag,
      get plain() {
        plain ??= plainOf(block.text);
        return plain;
      },
      words,
      linkShare,
      isFound: block.found * 2 >= block.weight,
      isAside,
      isCaption,
      isProse: isSentence && linkShare < 0.5 && !isAside && !isCaption && !headingTag.test(tag),
    };
  }

  private isAsideElement(id: number): boolean {
    const hints = this.hintsOf(id);
    if (asideTags.has(this.tagOf(id))) return true;
    // Cards of other articles stand in the story as articles of their own.
    if (this.tagOf(id) === 'article' && this.massOf(id) < 0.2 * this.massOf(0) && this.hasArticleAbove(id))
      return true;
    return asideHints.test(hints) && !bodyHints.test(hints);
  }

  private hasArticleAbove(id: number): boolean {
    for (let at = this.parentOf(id); at >= 0; at = this.parentOf(at))
      if (this.tagOf(at) === 'article') return true;
    return false;
  }

  /** Some sites wrap everything in a form; nobody wraps a story in a navigation bar. */
  private isRegion(id: number): boolean {
    return /^(?:nav|footer|dialog|button)$/u.test(this.tagOf(id)) && this.massOf(id) < 0.6 * this.massOf(0);
  }
}

function remember(known: Map<number, boolean>, id: number, answer: () => boolean): boolean {
  let found = known.get(id);
  if (found === undefined) {
    found = answer();
    known.set(id, found);
  }
  return found;
}

/** Letters and digits in lower case, for comparing headlines and summaries. */
export function plainOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Words, and half the characters of scripts that set no spaces. Without regular expressions: every block comes here. */
function countRough(text: string): number {
  let words = 0;
  let unspaced = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20) isInWord = false;
    else if (isUnspaced(code)) unspaced++;
    else if (!isInWord && isWordCode(code)) {
      words++;
      isInWord = true;
    }
  }
  return words + Math.floor(unspaced / 2);
}

/** Kana, ideographs, Thai and Lao. */
function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x0e00 && code <= 0x0eff)
  );
}

function isWordCode(code: number): boolean {
  if (code < 0xaa)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f);
}
