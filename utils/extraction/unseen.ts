import type { ArticleBlock, Extraction, UnseenBlock } from '../model/article.ts';
import { querySelectorAllIn, textContentOf } from '../text/dom.ts';
import type { PageText, Span } from '../text/types.ts';
import { weigh } from './outline.ts';

/** Less hidden text than this is a menu, a dialog or a comment form; characters without white space. */
const least = 400;
/** A shorter paragraph is as likely a label. */
const shortestParagraph = 80;

/**
 * Whether what shows of an article is only its beginning or less, while the page carries more running text that it
 * hides: for subscribers, or until a script reveals it. Only a page that calls itself an article is one.
 */
export function isStub(
  { document, pageText }: { readonly document: Document; readonly pageText: PageText },
  shown: Extraction,
  { isArticle }: { readonly isArticle: boolean },
): boolean {
  if (!isArticle || (shown.status === 'no-article' && shown.reason !== 'not-an-article')) return false;
  const mass = shown.status === 'article' ? massOf(shown.article.blocks, pageText) : 0;
  let hidden = 0;
  for (const paragraph of querySelectorAllIn(document, 'p')) {
    if (pageText.isShown(paragraph) && pageText.spanOf(paragraph) !== null) continue;
    const weight = weigh(textContentOf(paragraph) ?? '');
    if (weight >= shortestParagraph) hidden += weight;
  }
  return hidden > Math.max(least, 1.5 * mass);
}

type Both<T> = { readonly shown: T; readonly whole: T };

/**
 * The article with what the page does not show of it, in the place where it belongs; what shows as it was when the
 * hidden text turns out not to continue it.
 */
export function withUnseen({ shown, whole }: Both<Extraction>, texts: Both<PageText>): Extraction {
  if (whole.status !== 'article') return shown;
  const blocks: ArticleBlock[] = [];
  const unseen: UnseenBlock[] = [];
  for (const { kind, start, end } of whole.article.blocks) {
    const place = placeOf({ start, end }, texts);
    if (place !== null) blocks.push({ kind, ...place });
    else if (kind !== 'caption') {
      const text = texts.whole.raw.slice(start, end).replace(/\s+/g, ' ').trim();
      unseen.push({ kind, text, before: blocks.length });
    }
  }
  const before = shown.status === 'article' ? shown.article : null;
  if (!continues(before?.blocks ?? [], blocks) || unseen.length === 0) return shown;
  const coverage = before?.coverage ?? 0;
  return {
    ...whole,
    article: { ...whole.article, blocks, unseen, coverage, isProbablyIncomplete: true },
  };
}

/** The stretch of the shown text that the nodes of a stretch of the whole text cover, `null` when none shows. */
function placeOf(span: Span, { shown, whole }: Both<PageText>): Span | null {
  const spans = whole.rangesOf(span).flatMap(({ startContainer }) => shown.spanOf(startContainer) ?? []);
  const [first, last] = [spans[0], spans.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Whether most of what was found without the hidden text is still there with it: else that is another article. */
function continues(before: readonly ArticleBlock[], after: readonly ArticleBlock[]): boolean {
  const starts = new Set(after.map(({ start }) => start));
  return before.filter(({ start }) => starts.has(start)).length >= 0.6 * before.length;
}

function massOf(blocks: readonly ArticleBlock[], { raw }: PageText): number {
  return blocks
    .filter(({ kind }) => kind !== 'caption' && kind !== 'headline')
    .reduce((sum, { start, end }) => sum + weigh(raw.slice(start, end)), 0);
}
