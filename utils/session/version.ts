import { readSpan } from '../anchoring/index.ts';
import type { ArticleBlock, Extraction } from '../model/article.ts';
import { versionLimits, versionRoles, type VersionBlock, type VersionRole } from '../model/version.ts';
import type { PageText } from '../text/types.ts';

const roles: ReadonlySet<string> = new Set(versionRoles);

/**
 * The article's text as it is to be kept, `null` where it was not read well enough: no article, one that was probably
 * read in part only (what the page hides counts as that), or one too long to keep. What was half read would be told as
 * changed on the next visit.
 */
export function readVersion(extraction: Extraction, pageText: PageText): VersionBlock[] | null {
  if (extraction.status !== 'article' || extraction.article.isProbablyIncomplete) return null;
  const blocks = extraction.article.blocks.flatMap((block): VersionBlock[] => {
    if (!hasVersionRole(block)) return [];
    const text = readSpan(pageText, block).replaceAll('\n', ' ');
    return text === '' ? [] : [{ role: block.kind, text }];
  });
  const told = withoutPosts(blocks);
  const length = told.reduce((sum, { text }) => sum + text.length, 0);
  const isTooLong = told.length > versionLimits.blocks || length > versionLimits.characters;
  return isTooLong || told.every(({ role }) => role === 'headline') ? null : told;
}

function hasVersionRole(block: ArticleBlock): block is ArticleBlock & { readonly kind: VersionRole } {
  return roles.has(block.kind);
}

/** The last line of a post from elsewhere: "— Name (@name) 12 May 2026". */
const signature = /^[-–—]\s.{1,100}\(@\w{1,50}\)/u;

/** Posts that stand in the story show as a quotation until a script makes a frame of them: they come and go. */
function withoutPosts(blocks: readonly VersionBlock[]): VersionBlock[] {
  return blocks.filter(({ role, text }, index) => {
    if (role !== 'quote') return true;
    const next = blocks[index + 1];
    return !signature.test(text) && !(next?.role === 'quote' && signature.test(next.text));
  });
}
