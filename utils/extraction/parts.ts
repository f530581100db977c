import { plainOf } from './plain.ts';
import { readHints, says, type Hint } from './hints.ts';
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
const sentenceEnd = /[.!?…。！？।۔:;]["'”’»«“)\]」』]*$/;

/** Whether a text ends as a sentence does, closing quotes included. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-6));
}

/** What an element passes on to all that is in it. */
type Surroundings = {
  readonly isAside: boolean;
  readonly isCaption: boolean;
  readonly hasArticleAbove: boolean;
};

/** The parts of a page, and what is known of the elements around them. */
export class Page {
  readonly parts: readonly Part[];
  private readonly elements: readonly OutlineElement[];
  /** Found running text inside each element, in characters. */
  private readonly mass: number[];
  private readonly said: number[] = [];
  private readonly around: Surroundings[] = [];

  constructor({ elements, blocks }: Outline) {
    this.elements = elements;
    this.mass = elements.map(() => 0);
    for (const block of blocks) {
      if (block.weight >= 40 && block.linked * 2 <= block.weight)
        this.mass[block.element] = this.massOf(block.element) + block.found;
    }
    // Parents stand before their children.
    for (let id = elements.length - 1; id > 0; id--) {
      const parent = this.parentOf(id);
      if (parent >= 0) this.mass[parent] = this.massOf(parent) + this.massOf(id);
    }
    for (let id = 0; id < elements.length; id++) this.around.push(this.surround(id));
    this.parts = blocks.map((block, index) => describe(this, block, index));
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

  /** Whether the name of an element says so. */
  isNamed(id: number, hint: Hint): boolean {
    return says((this.said[id] ??= readHints(this.hintsOf(id))), hint);
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

  /** Whether an element, or one around it that is not around the whole story, is set apart from it. */
  isAside(id: number): boolean {
    return this.around[id]?.isAside === true;
  }

  /** Whether a block is about a picture. */
  isCaption(
    path: readonly number[],
    { words, tag }: { readonly words: number; readonly tag: string },
  ): boolean {
    const [own = -1] = path;
    if (this.around[own]?.isCaption === true) return true;
    const isWithin = (hint: Hint, depth: number) =>
      path.slice(0, depth).some((id) => !this.isMain(id) && this.isNamed(id, hint));
    return isWithin('caption', 5) || (words < 45 && !headingTag.test(tag) && isWithin('picture', 3));
  }

  /** What is around a whole story has no say in what its parts are, and a part of it has less mass. */
  private surround(id: number): Surroundings {
    const outer = this.around[this.parentOf(id)];
    const isInner = !this.isMain(id);
    return {
      isAside: outer?.isAside === true || (isInner && this.isAsideElement(id)) || this.isRegion(id),
      isCaption: outer?.isCaption === true || (isInner && captionTags.has(this.tagOf(id))),
      hasArticleAbove: outer?.hasArticleAbove === true || this.tagOf(id) === 'article',
    };
  }

  private isAsideElement(id: number): boolean {
    if (asideTags.has(this.tagOf(id))) return true;
    // Cards of other articles stand in the story as articles of their own.
    if (
      this.tagOf(id) === 'article' &&
      this.massOf(id) < 0.2 * this.massOf(0) &&
      this.around[this.parentOf(id)]?.hasArticleAbove === true
    )
      return true;
    return this.isNamed(id, 'aside') && !this.isNamed(id, 'body');
  }

  /** Some sites wrap everything in a form; nobody wraps a story in a navigation bar. */
  private isRegion(id: number): boolean {
    return /^(?:nav|footer|dialog|button)$/.test(this.tagOf(id)) && this.massOf(id) < 0.6 * this.massOf(0);
  }
}

function describe(page: Page, block: OutlineBlock, index: number): Part {
  const path: number[] = [];
  for (let id = block.element; id >= 0; id = page.parentOf(id)) path.push(id);
  const tag = page.tagOf(block.element);
  const words = countRough(block.text);
  const linkShare = block.linked / Math.max(1, block.weight);
  const isAside = page.isAside(block.element);
  const isCaption = page.isCaption(path, { words, tag });
  const isSentence = words >= 12 || (words >= 6 && endsSentence(block.text));
  let plain: string | null = null;
  return {
    block,
    index,
    path,
    tag,
    get plain() {
      return (plain ??= plainOf(block.text));
    },
    words,
    linkShare,
    isFound: block.found * 2 >= block.weight,
    isAside,
    isCaption,
    isProse: isSentence && linkShare < 0.5 && !isAside && !isCaption && !headingTag.test(tag),
  };
}

const unspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g;

/** Words, and half the characters of scripts that set no spaces. Every block of the page comes here. */
function countRough(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  const rest = characters === 0 ? text : text.replace(unspaced, '');
  // From the first letter or digit to the next space; marks by themselves are no words.
  const words = rest.match(/[\da-z\xaa\xb5\xba\xc0-\u1fff\u2c00-\u2dff\ua000-\uffff][^ ]*/gi)?.length ?? 0;
  return words + Math.floor(characters / 2);
}
