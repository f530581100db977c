import type { Sourced } from '../../model/article.ts';
import { querySelectorAllIn, titleOf } from '../../text/dom.ts';
import { wordsOf } from '../parts.ts';
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
  if (
    stated !== null &&
    shared !== null &&
    wordsOf(shared).length > 3 &&
    stated.value.endsWith(`: ${shared}`)
  ) {
    return { value: shared, source: 'open-graph' };
  }
  if (stated?.source === 'json-ld')
    return { value: withoutSite(stated.value, sources), source: stated.source };
  // A title for sharing that the page shows otherwise is the page's to tell.
  const shown = readHeading(sources, [stated?.value ?? '', title]);
  if (shown !== null) return { value: shown, source: 'markup' };
  if (stated !== null) return { value: withoutSite(stated.value, sources), source: stated.source };
  return title === '' ? null : { value: withoutSite(title, sources), source: 'markup' };
}

function readHeading({ options }: Sources, titles: readonly string[]): string | null {
  const { document, pageText } = options;
  const headings = querySelectorAllIn(document, 'h1')
    .filter((heading) => pageText.spanOf(heading) !== null)
    .map((heading) => {
      const span = pageText.spanOf(heading);
      return span === null ? '' : cleanText(pageText.raw.slice(span.start, span.end));
    })
    .filter((text) => text.length > 8 && text.length < 300);
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
  const isSite =
    tail.some((word) => site.has(word)) || sources.options.url.toLowerCase().includes(tail.join(''));
  if (!isSite) return title;
  const kept = parts.length > 3 ? 1 : parts.length - 1;
  const end = title.indexOf(parts[kept] ?? '', parts.slice(0, kept).join('').length);
  return title
    .slice(0, end)
    .replace(/\s+[|–—·»:-]\s+$/, '')
    .trim();
}
