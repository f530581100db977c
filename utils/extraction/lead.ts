import { endsSentence, headingTag, type Page, type Part } from './parts.ts';

/** The block that is the headline, -1 when there is none: the last one with its words before the story. */
export function findHeadline(page: Page, title: string, firstProse: number): number {
  const before = page.parts.slice(0, firstProse + 1);
  if (title !== '') {
    const isSame = (part: Part) =>
      part.block.text.length < 2 * title.length + 20 &&
      part.plain === title &&
      !part.isCaption &&
      part.linkShare < 0.9;
    // A player or a box further down may bear the same title; the first heading of the page is the headline.
    const first = before.findIndex((part) => part.tag === 'h1' && isSame(part));
    const same = first === -1 ? before.findLastIndex(isSame) : first;
    if (same !== -1) return same;
    const alike = before.findLastIndex((part) => headingTag.test(part.tag) && isPartOf(part.plain, title));
    if (alike !== -1) return alike;
  }
  return before.findLastIndex((part) => part.tag === 'h1' && !part.isAside);
}

function isPartOf(heading: string, title: string): boolean {
  return heading.length > 15 && (title.includes(heading) || heading.includes(title));
}

/**
 * The lead: it stands between the headline and the story, and repeats the summary, is named so, is a heading of a
 * sentence's length, or is simply the running text in that place. -1 when there is none.
 */
export function findLead(
  page: Page,
  { headline, first, title, summary }: { headline: number; first: number; title: string; summary: string },
): { index: number; isSure: boolean } | null {
  let best: { index: number; score: number } | null = null;
  const from = headline === -1 ? first - 25 : headline - 3;
  for (const part of page.parts.slice(Math.max(0, from), first + 2)) {
    if (part.index === headline) continue;
    const score = scoreLead(page, part, {
      title,
      summary,
      distance:
        part.index > first
          ? Infinity
          : headline === -1
            ? Math.max(1, 3 - first + part.index)
            : part.index - headline,
    });
    if (score > (best?.score ?? 0)) best = { index: part.index, score };
  }
  return best === null ? null : { index: best.index, isSure: best.score >= 2 };
}

function scoreLead(
  page: Page,
  part: Part,
  { title, summary, distance }: { title: string; summary: string; distance: number },
): number {
  if (part.linkShare > 0.5 || part.words < 4 || part.plain === title) return 0;
  const isBelow = distance > 0 && distance < Infinity;
  const isNamed = part.path.slice(0, 3).some((id) => page.isNamed(id, 'standfirst') && !page.isMain(id));
  if (isSummary(part.plain, summary) && !page.isIn(part, 'figcaption') && !page.isIn(part, 'nav')) {
    // The summary may be no more than the first sentences; a lead of its own goes before them.
    return part.isFound && part.isProse && !isNamed ? 2.5 : 3;
  }
  if (part.isAside || part.isCaption || !isBelow) return 0;
  if (part.words > 4 && isNamed) return 2.8;
  if (isEntryHeading(page, part)) return 0;
  if (headingTag.test(part.tag) && part.words > (distance === 1 ? 5 : 8)) return distance < 4 ? 2.6 : 1;
  return !part.isFound && part.words >= 12 && endsSentence(part.block.text) ? 0.8 : 0;
}

function isSummary(text: string, summary: string): boolean {
  if (summary.length < 20 || text.length < 20) return false;
  return (
    text === summary ||
    (text.length > 30 && (summary.startsWith(text.slice(0, 60)) || text.startsWith(summary.slice(0, 60))))
  );
}

/** Whether a heading is one of several that stand alike, each in a box of its own, as those of a live article do. */
export function isEntryHeading(page: Page, part: Part): boolean {
  if (!headingTag.test(part.tag)) return false;
  const box = page.parentOf(part.block.element);
  const boxes = new Set<number>();
  for (const other of page.parts.slice(part.index + 1)) {
    const otherBox = other.tag === part.tag ? page.parentOf(other.block.element) : box;
    if (otherBox !== box && page.tagOf(otherBox) === page.tagOf(box) && !other.isAside) boxes.add(otherBox);
  }
  return boxes.size > 1;
}
