import type { ArticleBlock, ArticleMetadata, Sourced } from '../../model/article.ts';
import { isStamp } from '../lines.ts';
import { endsSentence, type Page, type Part } from '../parts.ts';
import { plainOf } from '../plain.ts';
import { isOrganisation, isPersonName, splitByline, unique } from './authors.ts';
import { parseTime, type DateContext } from './dates.ts';

/** "Theo VietNamNet", "Nguồn: TTXVN", "Quelle: dpa": a line at the end of a story. */
const creditLine =
  /^(?:\(?\s*theo|nguồn(?: tin)?|source|quellen?|fuente|fonte|bron|kilde|källa|źródło|kaynak)\s*:?\s+(?<name>[^.:;]{2,60}?)\s*\)?\.?$/i;
const openingWord =
  /^(?:(?:written|reported|posted|story|text|words) )?(?:by|von|par|por|door|av|af|bởi|od|przez|oleh)[\s:]+\S/i;

type Options = {
  readonly page: Page;
  readonly blocks: readonly ArticleBlock[];
  readonly ctx: DateContext;
};

/** The metadata with what only the text around the headline and below the story tells. */
export function completeFromText(metadata: ArticleMetadata, options: Options): ArticleMetadata {
  const around = partsAround(options);
  const stated = metadata.authors?.value ?? [];
  const lacksPeople = stated.every((name) => isOrganisation(name, metadata.publisher?.value ?? ''));
  const people = lacksPeople ? findPeople(options, around, metadata) : null;
  return {
    ...metadata,
    authors: people ?? metadata.authors,
    published: metadata.published ?? findTime(options, around),
    creditedSource: metadata.creditedSource ?? findCredit(around.below),
  };
}

type Around = {
  readonly above: readonly Part[];
  readonly below: readonly Part[];
  readonly lastProse: Part | undefined;
};

/** Short lines between a little above the headline and the story, and just below the story. */
function partsAround({ page, blocks }: Options): Around {
  const starts = new Set(blocks.map(({ start }) => start));
  const chosen = page.parts.filter(({ block }) => starts.has(block.start));
  const first = chosen[0]?.index ?? 0;
  const firstProse = chosen.find((part) => part.isProse)?.index ?? first;
  const lastProse = chosen.findLast((part) => part.isProse);
  const last = lastProse?.index ?? first;
  const isShort = (part: Part) => part.words <= 25 && part.words > 0;
  return {
    above: page.parts.slice(Math.max(0, first - 6), firstProse + 4).filter(isShort),
    lastProse,
    below: page.parts.slice(Math.max(0, last - 1), last + 6).filter(isShort),
  };
}

function findPeople(
  { page }: Options,
  around: Around,
  metadata: ArticleMetadata,
): Sourced<readonly string[]> | null {
  const publisher = metadata.publisher?.value ?? '';
  const peopleIn = (part: Part) =>
    splitByline(part.block.text).filter((name) => isPersonName(name) && !isOrganisation(name, publisher));
  const isNamed = (part: Part) => part.path.slice(0, 4).some((id) => page.isNamed(id, 'author'));
  const title = plainOf(metadata.title?.value ?? '');
  for (const part of [...around.above, ...around.below]) {
    if (part.plain === title || part.words > 14) continue;
    const isByline =
      openingWord.test(part.block.text) ||
      isNamed(part) ||
      (around.above.includes(part) && isNameLine(part) && isBesideStamp(page, part));
    const people = isByline ? peopleIn(part) : [];
    if (people.length > 0) return { value: unique(people), source: 'text' };
  }
  const box = page.parentOf(around.lastProse?.block.element ?? -1);
  const isInStory = (part: Part) => page.parentOf(part.block.element) === box;
  const opening = around.above.find((part) => isSignature(part) && part.plain !== title && isInStory(part));
  const signature =
    opening ??
    around.below.findLast(
      (part) => isSignature(part) && isInStory(part) && !creditLine.test(part.block.text),
    );
  const people = signature === undefined ? [] : peopleIn(signature);
  return people.length > 0 ? { value: unique(people), source: 'text' } : null;
}

/** A name alone in a line, as Vietnamese papers sign. */
function isSignature(part: Part): boolean {
  if (part.words < 2 || part.words > 5 || endsSentence(part.block.text) || part.linkShare > 0.5) return false;
  if (part.isCaption || part.isAside || !/^(?:p|div|b|strong|td)$/u.test(part.tag)) return false;
  return part.block.text.split(' ').every((word) => /^(?:\p{Lu}|[|·•]$)/u.test(word));
}

/** A name and nothing else, but for a bar before what follows. */
function isNameLine(part: Part): boolean {
  return (
    !part.isCaption &&
    !/^h\d$/.test(part.tag) &&
    part.words <= 4 &&
    isPersonName(part.block.text.replace(/\s*[|·•,]\s*$/, ''))
  );
}

/** Who and when stand next to each other. */
function isBesideStamp(page: Page, { index }: Part): boolean {
  return [page.parts[index + 1], page.parts[index - 1]].some(
    (part) => part !== undefined && part.words <= 12 && isStamp(part.block.text),
  );
}

function findTime({ page, ctx }: Options, { above, below }: Around): ArticleMetadata['published'] {
  const isNamed = (part: Part) => part.path.slice(0, 3).some((id) => page.isNamed(id, 'date'));
  const ordered = [
    ...above.filter(isNamed),
    ...above.filter((part) => part.words <= 12 && /\d/.test(part.block.text)),
    ...below.filter(isNamed),
  ];
  for (const part of ordered) {
    const time = parseTime(part.block.text, ctx);
    if (time !== null) return { value: time, source: 'text' };
  }
  return null;
}

function findCredit(below: readonly Part[]): Sourced<string> | null {
  for (const part of below.toReversed()) {
    const name = creditLine.exec(part.block.text.trim())?.groups?.['name']?.trim();
    if (name !== undefined && part.words <= 8) return { value: name, source: 'text' };
  }
  return null;
}
