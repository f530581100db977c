import { isGuiseOf, isSameHost, isSameSite } from './identity.ts';
import { compareArticles, hasSameTitle, shareInCommon, type ArticleFace } from './likeness.ts';

/** The page that the reader is at: its keys, its own first, and what was read there (`null` while it is loading). */
export type PageFace = { readonly urls: readonly string[]; readonly article: ArticleFace | null };

/** A page of the library that the one at hand may be. */
export type KnownPage = PageFace & {
  readonly id: string;
  readonly article: ArticleFace;
  readonly apart: readonly string[];
};

/** Which page of the library this is, and which one it may be besides, so that the reader is to be asked. */
export type Recognition = { readonly id: string | null; readonly doubt: string | null };

/** Of two pages that nothing but their words connects, so much must agree. */
const copyShare = 0.9;
/** From here on it is worth asking whether they are one. */
const doubtShare = 0.6;

/**
 * Which of the known pages the page at hand is. Its own address decides. An address that it only claims is believed
 * when the texts agree; pages of one site under unrelated addresses are one article when headline and text do. What
 * neither agrees nor differs clearly is a doubt, and the page counts as another one until the reader has said.
 */
export function recognisePage(page: PageFace, known: readonly KnownPage[]): Recognition {
  const [ownKey = '', ...claimed] = page.urls;
  const own = known.find(({ urls }) => urls.includes(ownKey)) ?? null;
  const others = known.filter(
    ({ id, apart }) => id !== own?.id && !apart.includes(own?.id ?? '') && own?.apart.includes(id) !== true,
  );
  const { article } = page;
  if (article === null) return { id: own?.id ?? null, doubt: null };
  let doubt: string | null = null;
  for (const other of others) {
    const isClaimed = claimed.some((key) => other.urls.includes(key));
    const relation = isClaimed
      ? relateClaimed(ownKey, article, other)
      : relateByWords(ownKey, article, other);
    // What is stored under two pages is never made one without the reader, nor what two hosts of a site show: on
    // some, each host is another owner's, who may copy a page to learn what was highlighted on it.
    if (relation === 'same' && own === null && other.urls.some((key) => isSameHost(ownKey, key)))
      return { id: other.id, doubt: null };
    if (relation !== 'different') doubt ??= other.id;
  }
  return { id: own?.id ?? null, doubt };
}

type Relation = ReturnType<typeof compareArticles>;

function relateClaimed(ownKey: string, article: ArticleFace, other: KnownPage): Relation {
  const likeness = compareArticles(article, other.article);
  const isPart = other.urls.some((key) => isGuiseOf(ownKey, key)) && hasSameTitle(article, other.article);
  return likeness === 'unsure' && isPart ? 'same' : likeness;
}

function relateByWords(ownKey: string, article: ArticleFace, other: KnownPage): Relation {
  if (!other.urls.some((key) => isSameSite(ownKey, key))) return 'different';
  const share = shareInCommon(article, other.article) ?? 0;
  if (share >= copyShare && hasSameTitle(article, other.article)) return 'same';
  return share >= doubtShare ? 'unsure' : 'different';
}
