/** Where a page was met and what it says of its own address; all URLs absolute. */
export type PageAddress = {
  /** The address in the address bar. */
  readonly url: string;
  /** `<link rel=canonical>`, `og:url` or the like, as the page gives it. */
  readonly canonicalUrl?: string | null;
  /** `<link rel=amphtml>` and `<link rel=alternate media=…>`. */
  readonly alternateUrls?: readonly string[];
};

/**
 * Parameters that say where a reader came from. Only names that nothing else would bear: `ref`, `source`, `src`, `t`
 * name an article on some sites.
 */
const tracking =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|ptr_name|format|bbc_team)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|vero_id|oly_(?:anon|enc)_id|__twitter_impression|guccounter|guce_referrer(?:_sig)?|xtor|wt_mc|ns_(?:campaign|mchannel|source|linkname)|mtm_\w+|pk_(?:campaign|kwd|source|medium)|srsltid|smid|cmpid|ocid|_branch_match_id|fb_(?:action_ids|action_types|source|ref)|action_(?:object|ref|type)_map)$/i;

/** What stands behind an article's path when it is the same article in another guise, or a part of it. */
const guise =
  /^\/(?:amp|print|p?\d{1,3}|(?:page|seite|trang|pagina)[/-]?\d{1,3}|index\.(?:html?|php)|full|all|single|gallery)\/?$/i;

/**
 * An address as a key: the same for two addresses only when they surely lead to the same article. Scheme, `www.`,
 * default ports, trailing slashes, tracking parameters and the order of parameters don't count, nor do fragments,
 * but for those that are routes (`#/…`, `#!…`). What is no web address comes back as it is.
 */
export function normaliseUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (!/^https?:$/u.test(parsed.protocol)) return url;
  const host = parsed.hostname.replace(/\.$/u, '').replace(/^www\d?\.(?=[^.]+\.)/u, '');
  const port = parsed.port === '' || parsed.port === '80' ? '' : `:${parsed.port}`;
  const query = normaliseQuery(parsed.searchParams);
  const route = /^#[/!]./u.test(parsed.hash) ? parsed.hash : '';
  return `https://${host}${port}${normalisePath(parsed.pathname)}${query}${route}`;
}

/**
 * All keys that this page is to be found under, its own address first. Links that cannot be believed are left out:
 * to a home page or a section, to another site, or without what tells this article from its neighbours.
 */
export function pageUrls({ url, canonicalUrl = null, alternateUrls = [] }: PageAddress): string[] {
  const own = normaliseUrl(url);
  const claimed = [canonicalUrl, ...alternateUrls].filter((claim) => claim !== null);
  const believed = claimed.filter((claim) => isBelievable(own, normaliseUrl(claim))).map(normaliseUrl);
  const unwrapped = unwrapAmpCache(url);
  return [...new Set([own, ...believed, ...(unwrapped === null ? [] : [normaliseUrl(unwrapped)])])];
}

function normalisePath(path: string): string {
  const decoded = path.replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/u.test(char) ? char : code.toUpperCase();
  });
  const trimmed = decoded
    .replace(/\/{2,}/gu, '/')
    .replace(/\/index\.(?:html?|php)$/i, '/')
    .replace(/(?<=.)\/+$/u, '');
  return trimmed === '' ? '/' : trimmed;
}

function normaliseQuery(params: URLSearchParams): string {
  const kept = [...params].filter(([name, value]) => !tracking.test(name) && name + value !== '');
  if (kept.length === 0) return '';
  kept.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return `?${new URLSearchParams(kept).toString().replace(/=(?=&|$)/gu, '')}`;
}

/** Whether a key is the other one's article in another guise by its path alone: a print view, a page 2, an AMP page. */
export function isGuiseOf(key: string, other: string): boolean {
  if (!isSameSite(key, other)) return false;
  const [own, base] = [new URL(key).pathname, new URL(other).pathname];
  return own === base || (own.startsWith(`${base}/`) && guise.test(own.slice(base.length)));
}

/** Whether two addresses belong to one publisher's site, whatever their subdomains. */
export function isSameSite(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && siteOf(new URL(a).hostname) === siteOf(new URL(b).hostname);
}

/** Whether two addresses are on one host, but for the names that publishers give its renderings. */
export function isSameHost(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const [first, second] = [a, b].map((url) => new URL(url).host.replace(/^(?:www\d?|m|mobile|amp)\./u, ''));
  return first === second;
}

function isBelievable(ownKey: string, claimedKey: string): boolean {
  if (!URL.canParse(claimedKey) || !URL.canParse(ownKey)) return false;
  const own = new URL(ownKey);
  const claimed = new URL(claimedKey);
  if (!/^https?:$/u.test(claimed.protocol)) return false;
  const unwrapped = unwrapAmpCache(ownKey);
  const ownHost = unwrapped === null ? own.hostname : new URL(unwrapped).hostname;
  if (siteOf(ownHost) !== siteOf(claimed.hostname)) return false;
  if (claimed.pathname === '/' && claimed.search === '')
    return own.pathname === '/' && own.search === '' && own.hash === '';
  if (claimed.pathname === own.pathname) return keepsArticle(own, claimed);
  // A path that is the beginning of ours is a section, unless the rest is known not to name an article.
  if (own.pathname.startsWith(`${claimed.pathname}/`))
    return guise.test(own.pathname.slice(claimed.pathname.length));
  return own.hash === '' || claimed.hash !== '';
}

/** Whether a link with our path has what may be the number of the article among the parameters, or the route. */
function keepsArticle(own: URL, claimed: URL): boolean {
  if (own.hash !== claimed.hash) return false;
  return [...own.searchParams].every(
    ([name, value]) =>
      claimed.searchParams.get(name) === value ||
      !(/id$|^(?:p|q|s|n|article|story|news)$/i.test(name) || /\d{3}/u.test(value)),
  );
}

/** The host without its subdomains; a short second level (`co.uk`, `com.vn`) belongs to the ending. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  const isCompound =
    labels.length > 2 && (second.length <= 3 || second === 'gouv') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isCompound ? -3 : -2).join('.');
}

function isAmpCache(host: string): boolean {
  return (
    host === 'cdn.ampproject.org' ||
    host.endsWith('.cdn.ampproject.org') ||
    /^google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/u.test(host)
  );
}

/** The publisher's address of a page shown by an AMP cache (`…ampproject.org/c/s/…`, `google.com/amp/s/…`). */
function unwrapAmpCache(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, search } = new URL(url);
  if (!isAmpCache(hostname.replace(/^www\./u, ''))) return null;
  const found = /^\/(?:amp|c|v)\/(?:s\/)?([^/]+\.[^/]+\/.*)$/u.exec(pathname);
  return found?.[1] === undefined ? null : `https://${found[1]}${search}`;
}
