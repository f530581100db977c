import type { ArticleBlock, ArticleBlockKind } from '../model/article.ts';
import { foldText } from '../text/fold.ts';
import {
  asideHints,
  boilerplateText,
  bodyHints,
  captionHints,
  pointerText,
  creditText,
  pictureHints,
  pullQuoteHints,
  standfirstHints,
} from './hints.ts';
import type { Outline, OutlineBlock } from './outline.ts';

export type TypingOptions = {
  readonly outline: Outline;
  readonly title: string | null;
  /** What the page gives as its summary. */
  readonly standfirst: string | null;
  readonly authors?: readonly string[];
};

const asideTags: ReadonlySet<string> = new Set(
  'aside nav footer form button dialog label fieldset menu'.split(' '),
);
const captionTags: ReadonlySet<string> = new Set('figcaption figure caption'.split(' '));
const headingTag = /^h[1-6]$/u;
/** A sentence ends so, closing quotes included. */
const sentenceEnd = /[.!?…。！？।۔:;]["'”’»«“)\]]*$/u;

type Part = {
  readonly block: OutlineBlock;
  readonly index: number;
  readonly path: readonly number[];
  readonly tag: string;
  readonly isAside: boolean;
  readonly isCaption: boolean;
  readonly linkShare: number;
  readonly words: number;
  readonly isFound: boolean;
};

/** The blocks of the article with their kinds, in reading order; empty when there is none. */
export function typeBlocks(options: TypingOptions): ArticleBlock[] {
  const parts = new Typing(options).run();
  return parts.map(({ block, kind }) => ({ kind, start: block.start, end: block.end }));
}

class Typing {
  private readonly outline: Outline;
  private readonly options: TypingOptions;
  private readonly parts: Part[];
  private readonly title: string;
  /** Found weight inside each element. */
  private readonly mass: number[];

  constructor(options: TypingOptions) {
    this.options = options;
    this.outline = options.outline;
    this.title = plain(options.title ?? '');
    this.mass = this.weighElements();
    this.parts = this.outline.blocks.map((block, index) => this.describe(block, index));
  }

  run(): { block: OutlineBlock; kind: ArticleBlockKind }[] {
    const seeds = this.parts.filter((part) => part.isFound && this.isProse(part));
    if (seeds.length === 0) return [];
    const root = this.rootOf(seeds);
    const home = this.articleAround(seeds, root);
    const first = this.firstOf(seeds);
    const chosen = new Map<number, ArticleBlockKind>();
    const likeSeeds = new Set(seeds.flatMap((part) => [this.placeOf(part), this.signatureOf(part) ?? '']));
    for (const part of this.parts) {
      if (!part.path.includes(home) || (part.isAside && !this.isEmbeddedQuote(part))) continue;
      const isIn =
        part.isFound || (this.isProse(part) && likeSeeds.has(this.signatureOf(part)) && part.linkShare < 0.5);
      if (isIn) this.choose(part, chosen);
    }
    this.addLead(chosen, first);
    this.dropEnds(chosen);
    return [...chosen.entries()]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, kind]) => {
        const block = this.outline.blocks[index];
        return block === undefined ? [] : [{ block, kind }];
      });
  }

  private choose(part: Part, chosen: Map<number, ArticleBlockKind>): void {
    const kind = this.kindOf(part);
    if (kind !== null) chosen.set(part.index, kind);
  }

  private kindOf(part: Part): ArticleBlockKind | null {
    const { block, tag } = part;
    if (plain(block.text) === this.title && this.title !== '')
      return headingTag.test(tag) ? 'headline' : null;
    if (part.isCaption) return part.words > 3 ? 'caption' : null;
    if (pointerText.test(block.text) && part.words < 30) return null;
    if (boilerplateText.test(block.text) && part.words < 40) return null;
    if (part.linkShare > 0.8) return null;
    if (creditText.test(block.text) && part.words < 60) return 'caption';
    if (headingTag.test(tag)) return 'subheading';
    if (this.hasTag(part, 'blockquote')) return 'quote';
    if (this.hasTag(part, 'li') || tag === 'dd' || tag === 'dt')
      return part.linkShare > 0.5 && part.words < 8 ? null : 'list';
    return 'paragraph';
  }

  /** The lead stands between the headline and the story, or repeats the summary. */
  private addLead(chosen: Map<number, ArticleBlockKind>, first: number): void {
    const headline = this.headlineBefore(first);
    const summary = plain(this.options.standfirst ?? '');
    let best: { index: number; score: number } | null = null;
    for (let index = Math.max(0, headline === -1 ? first - 25 : headline - 3); index <= first; index++) {
      const part = this.parts[index];
      if (part === undefined || index === headline) continue;
      const score = this.leadScore(part, summary, index > headline && headline !== -1);
      if (score > (best?.score ?? 0)) best = { index, score };
    }
    if (headline !== -1) chosen.set(headline, 'headline');
    if (best === null) return;
    if (chosen.get(best.index) === undefined || best.score >= 2) chosen.set(best.index, 'standfirst');
  }

  private leadScore(part: Part, summary: string, isBelowHeadline: boolean): number {
    const { block } = part;
    if (part.isCaption || part.linkShare > 0.5 || part.words < 4) return 0;
    const text = plain(block.text);
    if (text === this.title) return 0;
    const isSummary =
      summary.length > 20 &&
      (text === summary ||
        (text.length > 30 &&
          (summary.startsWith(text.slice(0, 60)) || text.startsWith(summary.slice(0, 60)))));
    if (isSummary) return 3;
    if (part.isAside || !isBelowHeadline) return 0;
    if (part.path.slice(0, 3).some((id) => standfirstHints.test(this.hintsOf(id))))
      return part.words > 5 ? 2 : 0;
    if (headingTag.test(part.tag) && part.words > 8) return 1;
    return !part.isFound && part.words >= 12 && sentenceEnd.test(block.text) ? 0.8 : 0;
  }

  private headlineBefore(first: number): number {
    for (let index = first; index >= 0; index--) {
      const part = this.parts[index];
      if (part === undefined || this.title === '') break;
      if (plain(part.block.text) === this.title && !part.isAside) return index;
    }
    for (let index = first; index >= 0; index--) {
      if (this.parts[index]?.tag === 'h1') return index;
    }
    return -1;
  }

  /** What stands at the ends without telling anything: headings over nothing, labels, names. */
  private dropEnds(chosen: Map<number, ArticleBlockKind>): void {
    const order = [...chosen.keys()].sort((a, b) => a - b);
    for (const index of order.toReversed()) {
      const kind = chosen.get(index);
      const part = this.parts[index];
      if (part === undefined) continue;
      const isTelling =
        kind === 'caption'
          ? false
          : this.isProse(part) ||
            (kind === 'list' && part.words > 3) ||
            (sentenceEnd.test(part.block.text) && part.words > 2);
      if (isTelling) break;
      chosen.delete(index);
    }
    for (const index of order) {
      const kind = chosen.get(index);
      const part = this.parts[index];
      if (part === undefined || kind === 'headline' || kind === undefined || kind === 'caption') continue;
      if (kind === 'standfirst' || this.isProse(part)) break;
      if (!sentenceEnd.test(part.block.text) || part.words < 3) chosen.delete(index);
    }
  }

  private isProse(part: Part): boolean {
    if (part.isAside || part.isCaption || headingTag.test(part.tag)) return false;
    return (
      part.linkShare < 0.5 && (part.words >= 12 || (part.words >= 6 && sentenceEnd.test(part.block.text)))
    );
  }

  /** The smallest element that holds nearly all of the prose. */
  private rootOf(seeds: readonly Part[]): number {
    const all = seeds.reduce((sum, { block }) => sum + block.weight, 0);
    const weights = new Map<number, number>();
    for (const { block, path } of seeds)
      for (const id of path) weights.set(id, (weights.get(id) ?? 0) + block.weight);
    let root = 0;
    for (const [id, weight] of weights) {
      const enough = bodyHints.test(this.hintsOf(id)) ? 0.7 : 0.85;
      if (weight >= enough * all && id > root) root = id;
    }
    return root;
  }

  /** The article element that the story is in; where several are in the root, the one with the headline. */
  private articleAround(seeds: readonly Part[], root: number): number {
    const articles = new Map<number, number>();
    for (const { path, block } of seeds) {
      const article = path.findLast((id) => this.outline.elements[id]?.tag === 'article');
      if (article !== undefined && !this.isAbove(article, root))
        articles.set(article, (articles.get(article) ?? 0) + block.weight);
    }
    if (articles.size > 1) {
      const withTitle = [...articles.keys()].find((id) =>
        this.parts.some((part) => part.path.includes(id) && plain(part.block.text) === this.title),
      );
      if (withTitle !== undefined) return withTitle;
    }
    // One step up takes in the parts that a split body is spread over.
    let home = root;
    for (let id = root; id > 0; id = this.outline.elements[id]?.parent ?? -1) {
      const element = this.outline.elements[id];
      if (element === undefined || element.tag === 'body') break;
      home = id;
      if (element.tag === 'article' || element.tag === 'main') break;
    }
    return home;
  }

  private isAbove(id: number, below: number): boolean {
    for (let at = below; at >= 0; at = this.outline.elements[at]?.parent ?? -1) if (at === id) return true;
    return false;
  }

  private firstOf(seeds: readonly Part[]): number {
    return seeds[0]?.index ?? 0;
  }

  /** Whether a block is made like the found ones: beside one of them, or with the same class in the same kind of box. */
  private isLike(part: Part, seeds: ReadonlySet<string>): boolean {
    return (
      seeds.has(this.placeOf(part)) ||
      (this.signatureOf(part) !== null && seeds.has(this.signatureOf(part) ?? ''))
    );
  }

  private placeOf(part: Part): string {
    const own = this.outline.elements[part.block.element];
    return `${own?.tag ?? ''}@${own?.parent ?? -1}`;
  }

  /** `null` where nothing in it would tell one box from another. */
  private signatureOf(part: Part): string | null {
    const own = this.outline.elements[part.block.element];
    const parent = this.outline.elements[own?.parent ?? -1];
    const [ownName, parentName] = [firstName(own), firstName(parent)];
    return ownName === '' && parentName === ''
      ? null
      : `${own?.tag ?? ''}.${ownName}<${parent?.tag ?? ''}.${parentName}`;
  }

  /** A post that the story quotes; it shows as a quotation until its script turns it into a frame. */
  private isEmbeddedQuote(part: Part): boolean {
    return (
      part.words > 2 &&
      this.hasTag(part, 'blockquote') &&
      part.path.some((id) => /twitter-tweet|instagram-media|bluesky-embed/u.test(this.hintsOf(id)))
    );
  }

  private describe(block: OutlineBlock, index: number): Part {
    const path: number[] = [];
    for (let id = block.element; id >= 0; id = this.outline.elements[id]?.parent ?? -1) path.push(id);
    const tag = this.outline.elements[block.element]?.tag ?? '';
    const inner = path.filter((id) => !this.isMain(id));
    const isCaption = inner.some(
      (id) => captionTags.has(this.outline.elements[id]?.tag ?? '') || captionHints.test(this.hintsOf(id)),
    );
    const isAside =
      inner.some((id) => this.isAsideElement(id)) ||
      path.some(
        (id) =>
          asideTags.has(this.outline.elements[id]?.tag ?? '') && this.outline.elements[id]?.tag !== 'form',
      );
    return {
      block,
      index,
      path,
      tag,
      isAside,
      isCaption,
      linkShare: block.linked / Math.max(1, block.weight),
      words: countRough(block.text),
      isFound: block.found * 2 >= block.weight,
    };
  }

  private isAsideElement(id: number): boolean {
    const element = this.outline.elements[id];
    if (element === undefined) return false;
    return asideTags.has(element.tag) || (asideHints.test(element.hints) && !bodyHints.test(element.hints));
  }

  /** Whether so much of the story is in an element that its name cannot speak against it. */
  private isMain(id: number): boolean {
    return (this.mass[id] ?? 0) > 0.3 * (this.mass[0] ?? 0);
  }

  private weighElements(): number[] {
    const mass = this.outline.elements.map(() => 0);
    for (const block of this.outline.blocks) {
      if (block.weight < 40 || block.linked * 2 > block.weight) continue;
      for (let id = block.element; id >= 0; id = this.outline.elements[id]?.parent ?? -1) {
        mass[id] = (mass[id] ?? 0) + block.found;
      }
    }
    return mass;
  }

  private hasTag(part: Part, tag: string): boolean {
    return part.path.some((id) => this.outline.elements[id]?.tag === tag && !this.isMain(id));
  }

  private hintsOf(id: number): string {
    return this.outline.elements[id]?.hints ?? '';
  }
}

/** The first class that is no number or hash. */
function firstName(element: { readonly hints: string } | undefined): string {
  return element?.hints.split(/\s+/u).find((name) => name !== '' && !/\d/u.test(name)) ?? '';
}

/** Letters and digits in lower case, for comparing headlines and summaries. */
function plain(text: string): string {
  return foldText(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Words, and half the characters of scripts that set no spaces. */
function countRough(text: string): number {
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0) + Math.floor(unspaced / 2);
}

export { pullQuoteHints };
