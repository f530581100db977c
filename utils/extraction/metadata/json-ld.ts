import { attributeOf, querySelectorAllIn, textContentOf } from '../../text/dom.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** Pages exist that carry megabytes of it; an article's own is a few thousand characters. */
const longestScript = 1_000_000;
const mostNodes = 2_000;
const deepest = 12;

const articleType =
  /(?:Article|BlogPosting|Blog(?:Post)?|Report|LiveBlogPosting|SocialMediaPosting|Review|Recipe|HowTo|CreativeWork|WebPage)$/u;
const articleTypes = [
  /^(?:News|Reportage|Analysis|Opinion|Background|AskPublic|ReviewNews|AdvertiserContent)\w*Article$|^ReportageNewsArticle$/u,
  /^LiveBlogPosting$/u,
  /Article$|^BlogPosting$|^Report$/u,
];

/** The linked data of a page. */
export type LinkedData = {
  /** The node that describes the article, `null` when there is none. */
  readonly article: JsonObject | null;
  /** The types of all nodes. */
  readonly types: ReadonlySet<string>;
  /** The node that an `@id` refers to. */
  readonly resolve: (value: unknown) => unknown;
};

/** Reads the JSON-LD of a page: graphs, arrays, references, and what is broken in the common ways. */
export function readLinkedData(document: Document): LinkedData {
  const nodes: JsonObject[] = [];
  for (const script of querySelectorAllIn(document, 'script[type]')) {
    if (!/^\s*application\/ld\+json/i.test(attributeOf(script, 'type') ?? '')) continue;
    const source = textContentOf(script) ?? '';
    if (source.length <= longestScript) collectNodes(parseLeniently(source), nodes);
  }
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id !== 'string') continue;
    const known = byId.get(id);
    if (known === undefined || Object.keys(known).length < Object.keys(node).length) byId.set(id, node);
  }
  return {
    article: chooseArticle(nodes),
    types: new Set(nodes.flatMap(typesOf)),
    resolve: (value) => {
      const id = isObject(value) && !('name' in value) ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

/** The types of a node, without the vocabulary's address. */
export function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types
    .filter((name) => typeof name === 'string')
    .map((name: string) => name.replace(/^.*[/#:]/u, ''));
}

/** Whether a value is an object that is not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function chooseArticle(nodes: readonly JsonObject[]): JsonObject | null {
  for (const wanted of articleTypes) {
    const found = nodes.filter((node) => typesOf(node).some((type) => wanted.test(type)));
    const best =
      found.find((node) => 'headline' in node && 'datePublished' in node) ??
      found.find((node) => 'headline' in node);
    if (best !== undefined) return best;
    if (found[0] !== undefined) return found[0];
  }
  return (
    nodes.find((node) => 'headline' in node && typesOf(node).some((type) => articleType.test(type))) ?? null
  );
}

/** Every object that has a type or an id, outer ones first. */
function collectNodes(value: unknown, nodes: JsonObject[]): void {
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (nodes.length >= mostNodes) return;
      if (Array.isArray(item)) next.push(...item.slice(0, mostNodes));
      else if (isObject(item)) {
        if ('@type' in item || '@id' in item || 'headline' in item) nodes.push(item);
        next.push(...Object.values(item).filter((part) => typeof part === 'object'));
      }
    }
    level = next;
  }
}

/** The value of a JSON text, with the mistakes that publishers make mended; `undefined` when it can't be. */
export function parseLeniently(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    // Then it is mended.
  }
  const text = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|(?:\/\*|\/\/)?\s*\]\]>\s*(?:\*\/)?)\s*;?$/u, '')
    .trim();
  for (const repair of [mendStrings, mendAll]) {
    try {
      return JSON.parse(repair(text)) as unknown;
    } catch {
      // The next repair goes further; after the last one the block is left out, as browsers leave it out.
    }
  }
  return undefined;
}

/** Escapes control characters inside strings. */
function mendStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[^])*"/gu, (string) =>
    string.replace(/\p{Cc}/gu, (char) => (char === '\n' ? '\\n' : ' ')),
  );
}

/** Also takes out comments and trailing commas, and puts objects in a row into an array. */
function mendAll(text: string): string {
  const parts = mendStrings(text.replace(/;\s*$/u, '')).split(/("(?:[^"\\]|\\[^])*")/u);
  const mended = parts
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/\\(?!["\\/bfnrtu])/gu, '\\\\')
        : part
            .replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, '')
            .replace(/,(\s*[}\]])/gu, '$1')
            .replace(/,(\s*,)+/gu, ','),
    )
    .join('')
    .replace(/,\s*$/, '')
    .replace(/,(\s*[}\]])/gu, '$1');
  return /\}\s*\{/u.test(mended) && !mended.startsWith('[')
    ? `[${mended.replace(/\}\s*\{/gu, '},{')}]`
    : mended;
}
