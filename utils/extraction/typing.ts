import type { ArticleBlock, ArticleBlockKind } from '../model/article.ts';
import { homeOf } from './home.ts';
import { findHeadline, findLead, isEntryHeading } from './lead.ts';
import { endsWithCredit, isBoilerplate, isOffer, isPointer, isStamp } from './lines.ts';
import { endsSentence, headingTag, type Page, type Part } from './parts.ts';
import { plainOf } from './plain.ts';

export type TypingOptions = {
  readonly page: Page;
  readonly title: string | null;
  /** What the page gives as its summary. */
  readonly standfirst: string | null;
  readonly authors?: readonly string[];
  /** The text that the page gives of itself (JSON-LD `articleBody`). */
  readonly articleBody?: string | null;
};

type Chosen = Map<number, ArticleBlockKind>;

/** The blocks of the article with their kinds, in reading order; empty when there is none. */
export function typeBlocks(options: TypingOptions): ArticleBlock[] {
  const { page } = options;
  const seeds = page.parts.filter((part) => part.isFound && part.isProse);
  if (seeds.length === 0) return [];
  const title = plainOf(options.title ?? '');
  const { root, home } = homeOf(page, seeds, title);
  const atHome = seeds.filter((part) => part.path.includes(home));
  const first = firstSeed(atHome);
  const headline = findHeadline(page, title, first);

  const authors = (options.authors ?? []).map(plainOf).filter((name) => name !== '');
  const chosen: Chosen = new Map();
  const isWanted = wantedBy(page, options, { root, seeds: seeds.filter((part) => part.path.includes(root)) });
  for (const part of page.parts) {
    if (!part.path.includes(home) || part.index < headline) continue;
    const kind = isWanted(part) ? kindOf(page, part, { title, authors }) : null;
    if (kind !== null) chosen.set(part.index, kind);
  }
  dropRepeats(page, chosen);
  dropPullQuotes(page, chosen);
  dropEnds(page, chosen);
  dropLives(page, chosen, authors);
  if (headline !== -1) chosen.set(headline, 'headline');
  const lead = findLead(page, { headline, first, title, summary: plainOf(options.standfirst ?? '') });
  if (lead !== null && (lead.isSure || !chosen.has(lead.index))) chosen.set(lead.index, 'standfirst');

  return [...chosen]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, kind]) => {
      const block = page.parts[index]?.block;
      return block === undefined ? [] : [{ kind, start: block.start, end: block.end }];
    });
}

/** Where the story begins: at the first running text that more of it follows closely. */
function firstSeed(seeds: readonly Part[]): number {
  const near = seeds.find((part, index) => (seeds[index + 1]?.index ?? Infinity) - part.index < 40);
  return (near ?? seeds[0])?.index ?? 0;
}

/** Whether a block belongs to the story, before it is looked at what it says. */
function wantedBy(
  page: Page,
  options: TypingOptions,
  { root, seeds }: { readonly root: number; readonly seeds: readonly Part[] },
): (part: Part) => boolean {
  const places = new Set(seeds.flatMap((part) => [placeOf(page, part), signatureOf(page, part) ?? '']));
  const stated = plainOf((options.articleBody ?? '').slice(0, 200_000));
  const isStated = (part: Part) => part.plain.length > 40 && stated.includes(part.plain.slice(0, 200));
  return (part) => {
    if (isEmbeddedPost(page, part)) return true;
    if (part.isCaption) return part.isFound;
    if (part.words >= 8 && isStated(part)) return true;
    if (part.isAside) return false;
    if (part.isFound && part.path.includes(root)) return true;
    // What was found above the body introduces it; what was found below is as likely an offer.
    if (part.isFound && part.index < (seeds[0]?.index ?? 0)) return part.words > 4;
    const signature = signatureOf(page, part);
    return (
      (part.isProse || (part.isFound && !part.path.includes(root))) &&
      (places.has(placeOf(page, part)) || (signature !== null && places.has(signature)))
    );
  };
}

/** A post that the story quotes; it shows as a quotation until a script turns it into a frame. */
function isEmbeddedPost(page: Page, part: Part): boolean {
  return (
    part.words > 2 &&
    part.path.some((id) => /twitter-tweet|instagram-media|bluesky-embed/u.test(page.hintsOf(id)))
  );
}

function placeOf(page: Page, part: Part): string {
  return `${part.tag}@${page.parentOf(part.block.element)}`;
}

/** What a block and its box are called, `null` where nothing would tell them from any other. */
function signatureOf(page: Page, part: Part): string | null {
  const parent = page.parentOf(part.block.element);
  const [own, box] = [firstName(page.hintsOf(part.block.element)), firstName(page.hintsOf(parent))];
  return own === '' && box === '' ? null : `${part.tag}.${own}<${page.tagOf(parent)}.${box}`;
}

/** The first class that is no number or hash. */
function firstName(hints: string): string {
  return hints.split(/\s+/u).find((name) => name !== '' && !/\d/u.test(name)) ?? '';
}

/** What a block of the story is; `null` when it tells nothing of it. */
function kindOf(
  page: Page,
  part: Part,
  { title, authors }: { readonly title: string; readonly authors: readonly string[] },
): ArticleBlockKind | null {
  const { tag, words, linkShare } = part;
  const { text } = part.block;
  if (title !== '' && text.length < 2 * title.length + 20 && part.plain === title) return null;
  if (part.isCaption || (words < 60 && endsWithCredit(text))) return words > 3 ? 'caption' : null;
  if (isEmbeddedPost(page, part)) return 'quote';
  if ((words < 30 && isPointer(text)) || (words < 60 && (isBoilerplate(text) || isOffer(text)))) return null;
  // A line of little else than links sends the reader elsewhere, unless it is a sentence or a label.
  const isSaying = words < 5 || endsSentence(text);
  if (linkShare > (isSaying ? 0.95 : 0.85) && !/^t[dh]$/u.test(tag)) return null;
  // Headings of a live article begin with the time of their entry.
  const isEntry = headingTag.test(tag) && words > 4;
  if (words <= 12 && ((isStamp(text) && !isEntry) || isByline(part, authors))) return null;
  if (headingTag.test(tag)) return linkShare > 0.8 ? null : 'subheading';
  if (page.isIn(part, 'blockquote')) return 'quote';
  if (page.isIn(part, 'li') || /^d[dt]$/u.test(tag)) return linkShare > 0.6 && words < 14 ? null : 'list';
  // A label: two words in a box of their own.
  if (words <= 3 && /^(?:div|span|center|section)$/u.test(tag) && !endsSentence(text)) return null;
  return 'paragraph';
}

/** A line that is a name and hardly more. */
function isByline(part: Part, authors: readonly string[]): boolean {
  return (
    !endsSentence(part.block.text) &&
    authors.some((name) => part.plain.length < name.length + 25 && part.plain.includes(name))
  );
}

/** What stands on the page again and again is furniture; what stands there twice was said once. */
function dropRepeats(page: Page, chosen: Chosen): void {
  const counts = new Map<string, number>();
  for (const { block } of page.parts) counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const index of [...chosen.keys()].sort((a, b) => a - b)) {
    const part = page.parts[index];
    if (part === undefined || /^t[dh]$/u.test(part.tag)) continue;
    const isFurniture =
      part.words < 5 && !/^(?:p|li)$/u.test(part.tag) && (counts.get(part.block.text) ?? 0) > 2;
    if (isFurniture || (part.words >= 8 && !/^(?:p|li)$/u.test(part.tag) && seen.has(part.block.text)))
      chosen.delete(index);
    seen.add(part.block.text);
  }
}

/** A quotation in large type repeats words of the story, which are quoted where they stand. */
function dropPullQuotes(page: Page, chosen: Chosen): void {
  const suspects = [...chosen].filter(([index, kind]) => {
    const part = page.parts[index];
    return (
      part !== undefined &&
      (kind === 'quote' || part.path.slice(0, 4).some((id) => page.isNamed(id, 'pullQuote')))
    );
  });
  if (suspects.length === 0) return;
  const set = new Set(suspects.map(([index]) => index));
  const rest = [...chosen.keys()]
    .filter((index) => !set.has(index))
    .map((index) => page.parts[index]?.plain ?? '');
  const story = rest.join(' | ');
  for (const [index] of suspects) {
    const plain = page.parts[index]?.plain ?? '';
    if (plain.length > 20 && story.includes(plain)) chosen.delete(index);
  }
}

/** What stands at the ends without telling anything: headings over nothing, labels, names. */
function dropEnds(page: Page, chosen: Chosen): void {
  const order = [...chosen.keys()].sort((a, b) => a - b);
  for (const index of order.toReversed()) {
    const part = page.parts[index];
    if (part === undefined || isTelling(part, chosen.get(index))) break;
    if (chosen.get(index) !== 'caption') chosen.delete(index);
  }
  for (const index of order) {
    const part = page.parts[index];
    const kind = chosen.get(index);
    if (part === undefined || kind === 'caption') continue;
    if (isTelling(part, kind) || isEntryHeading(page, part)) break;
    chosen.delete(index);
  }
  // A heading that no text follows before the next one of its rank.
  let below: string | null = null;
  for (const index of [...chosen.keys()].sort((a, b) => b - a)) {
    const part = page.parts[index];
    if (part === undefined || chosen.get(index) === 'caption') continue;
    const isHeading = chosen.get(index) === 'subheading';
    if (isHeading && below !== null && part.tag === below && part.words < 4) chosen.delete(index);
    below = isHeading ? part.tag : null;
  }
}

/** What the last lines tell of the authors is not the story's. */
function dropLives(page: Page, chosen: Chosen, authors: readonly string[]): void {
  for (const index of [...chosen.keys()].sort((a, b) => b - a).slice(0, 3)) {
    const plain = page.parts[index]?.plain ?? '';
    const name = authors.find(
      (name) => name.includes(' ') && plain.slice(0, name.length + 30).includes(name),
    );
    if (name === undefined) continue;
    const next = plain.slice(plain.indexOf(name) + name.length).trim();
    if (
      /^(?:s book|is|was|has|writes|covers|works|ist|war|schreibt|arbeitet|est|es|är|er|jest|je|là)(?: |$)/u.test(
        next,
      )
    )
      chosen.delete(index);
  }
}

function isTelling(part: Part, kind: ArticleBlockKind | undefined): boolean {
  if (kind === 'caption' || kind === 'subheading') return false;
  if (part.isProse || kind === 'quote' || /^t[dh]$/u.test(part.tag)) return true;
  if (part.tag === 'p' && part.words >= 12) return true;
  return part.words > 2 && (kind === 'list' || endsSentence(part.block.text));
}
