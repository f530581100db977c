import type { Sourced } from '../../model/article.ts';
import { querySelectorAllIn, titleOf } from '../../text/dom.ts';
import { wordsOf } from '../plain.ts';
import { cleanText } from './clean.ts';
import { first, readPublisher, type Sources } from './sources.ts';

/**
 * The headline as linked data states it, for that is the newsroom's; titles for sharing and for search engines are
 * often written by others. Without the kicker when the title for sharing is the same but for that.
 */
export function readTitle(sources: Sources): Sourced<string> | null {
  const stated = first(sources, {
    ld: ['headline'],
    meta: ['og:title', 'twitter:title', 'citation_title', 'parsely-title', 'dc.title'],
  });
  const title = cleanText(titleOf(sources.options.document));
  const shared = sources.meta.first('og:title');
  if (shared !== null && stated !== null && isKickerBefore(stated.value, shared))
    return { value: shared, source: 'open-graph' };
  if (stated?.source === 'json-ld')
    return { value: withoutSite(stated.value, sources), source: stated.source };
  // The title for sharing is the headline where the browser's title says the same; else the page's heading is.
  if (shared !== null && wordsOf(shared).length > 3 && title.startsWith(shared))
    return { value: withoutSite(shared, sources), source: 'open-graph' };
  const shown = likestOf(readHeadings(sources), [stated?.value ?? '', title]);
  if (shown !== null && shared !== null && isKickerBefore(shown, shared))
    return { value: shared, source: 'open-graph' };
  if (shown !== null) return { value: shown, source: 'markup' };
  if (stated !== null) return { value: withoutSite(stated.value, sources), source: stated.source };
  return title === '' ? null : { value: withoutSite(title, sources), source: 'markup' };
}

/** "Flood in the valley: River rises in the night", where the page shares only what is behind the colon. */
function isKickerBefore(headline: string, shared: string): boolean {
  return (
    wordsOf(shared).length > 3 &&
    headline.endsWith(shared) &&
    /[:|·–—-] $/.test(headline.slice(0, headline.length - shared.length))
  );
}

/** The headings of the first rank that show. */
function readHeadings({ options }: Sources): string[] {
  const { document, pageText } = options;
  return querySelectorAllIn(document, 'h1')
    .map((heading) => {
      const span = pageText.spanOf(heading);
      return span === null ? '' : cleanText(pageText.raw.slice(span.start, span.end));
    })
    .filter((text) => text.length > 8 && text.length < 300);
}

/** The heading that has most in common with one of the titles, `null` when none has much. */
function likestOf(headings: readonly string[], titles: readonly string[]): string | null {
  const scored = headings.map((text) => ({
    text,
    likeness: Math.max(...titles.map((title) => likenessOf(text, title))),
  }));
  scored.sort((a, b) => b.likeness - a.likeness);
  const [best] = scored;
  return best !== undefined && best.likeness >= 0.6 ? best.text : null;
}

/** The share of the shorter one's words that are in the other. */
function likenessOf(a: string, b: string): number {
  const [first, second] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, Math.min(first.size, second.size));
}

/** Titles end with the site's name behind a bar or dash, sometimes with sections before it. */
function withoutSite(title: string, sources: Sources): string {
  const site = new Set(wordsOf(readPublisher(sources)?.value ?? ''));
  const parts = title.split(/\s+[|–—·»:-]\s+/);
  const [head] = parts;
  if (head === undefined || parts.length < 2 || wordsOf(head).length < 3) return title;
  const tail = wordsOf(parts.at(-1) ?? '');
  // A name, not a second half of the headline in which the name is mentioned.
  const isSite =
    2 * tail.filter((word) => site.has(word)).length >= tail.length ||
    (URL.canParse(sources.options.url) && new URL(sources.options.url).hostname.includes(tail.join('')));
  if (!isSite) return title;
  const kept = parts.length > 3 ? 1 : parts.length - 1;
  const end = title.indexOf(parts[kept] ?? '', parts.slice(0, kept).join('').length);
  return title
    .slice(0, end)
    .replace(/\s+[|–—·»:-]\s+$/, '')
    .trim();
}
