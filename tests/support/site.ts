import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

import { applyEdition, editions, type Edition } from './site-editions.ts';
import { deepPage, hugePage, photoSvg, plainPng, tinyPdf } from './site-generated.ts';
import {
  fixturesDir,
  pageFiles,
  readExpectations,
  readPage,
  readStory,
  type EditablePage,
  type Expectations,
} from './site-pages.ts';
import { readSeedPage } from './site-seed.ts';

export type { Edition } from './site-editions.ts';
export type { ExpectedName, ExpectedQuote, Expectations } from './site-pages.ts';

/** Two names of the loopback server, for tests across origins. */
export type Host = '127.0.0.1' | 'localhost';

/** The article that the demo opens and that most tests read. */
export const sampleArticlePath = '/2026/11/harbour-levy';

export type Site = {
  readonly sampleArticlePath: string;
  readonly vietnameseArticlePath: string;
  /** The absolute address of a path; `host` is `127.0.0.1` unless told. */
  url(path: string, host?: Host): string;
  /** Serves another edition of the page from its next load on; `?edition=` in an address wins over it. */
  setEdition(path: string, edition: Edition): void;
  /** The path of the page made from the seed article, or `null` where there is no seed. */
  seedArticle(): Promise<{ readonly path: string } | null>;
  /** What extraction should find at a path, or `null` when the page is no article. */
  expectations(path: string): Promise<Expectations | null>;
  close(): Promise<void>;
};

type Answer = {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

type State = { readonly editionOf: Map<string, Edition> };

/** A news site on 127.0.0.1 and a free port, made of `tests/fixtures` and of pages generated on request. */
export async function startSite(): Promise<Site> {
  const state: State = { editionOf: new Map() };
  const server = createServer((request, response) => {
    void respond(request, response, state);
  });
  const port = await listen(server);
  return {
    sampleArticlePath,
    vietnameseArticlePath: '/kinh-te/cau-cang-123.html',
    url: (pagePath, host = '127.0.0.1') => new URL(pagePath, `http://${host}:${port}`).href,
    setEdition: (pagePath, edition) => void state.editionOf.set(pagePath, edition),
    seedArticle: async () => {
      const page = await readSeedPage();
      return page && { path: page.path };
    },
    expectations: async (pagePath) => {
      const files = pageFiles.get(pagePath);
      return files === undefined ? null : readExpectations(files);
    },
    close: () => close(server),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('Expected a TCP port'));
      else resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Browsers keep their connections open, which would hold `close` back.
    server.closeAllConnections();
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const answer = await answerTo(url, state).catch((error: unknown): Answer => ({
    status: 500,
    type: 'text/plain; charset=utf-8',
    body: String(error),
  }));
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.body),
    // A page may forbid the clipboard to everything in it.
    ...(url.searchParams.get('policy') === 'clipboard'
      ? { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' }
      : {}),
    // A revisit must see the edition that was set meanwhile.
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function answerTo(url: URL, state: State): Promise<Answer> {
  return (
    (await articleAnswer(url, state)) ?? generatedAnswer(url) ?? (await imageAnswer(url)) ?? missing(url)
  );
}

async function articleAnswer(url: URL, state: State): Promise<Answer | null> {
  const page = await pageAt(url);
  if (page === null) return null;
  const asked = url.searchParams.get('edition');
  const edition = asked === null ? state.editionOf.get(url.pathname) : parseEdition(asked);
  const answer = html(localise(applyEdition(page.html, edition ?? 'original', page.edits), url.origin));
  return url.searchParams.has('strict') ? makeStrict(answer) : answer;
}

/**
 * The page as an overbearing publisher serves it: a policy that forbids nearly everything, and rules that are meant
 * for every element there is.
 */
function makeStrict(answer: Answer): Answer {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-src 'none'; require-trusted-types-for 'script'";
  // What is inherited reaches the inside of a shadow root too.
  const rules = `
    html { font-size: 41px !important; }
    body { font-size: 18px; }
    html > :not(head, body) {
      display: none !important; opacity: 0.1 !important; visibility: hidden !important; transform: scale(3) !important;
      filter: blur(9px) !important; pointer-events: none !important; z-index: -1 !important; clip-path: inset(50%) !important;
      font: italic 99px/4 cursive !important; letter-spacing: 1em !important; word-spacing: 2em !important;
      text-transform: uppercase !important; text-indent: 9em !important; text-align: right !important;
      white-space: pre !important; writing-mode: vertical-rl !important; direction: rtl !important; color: red !important;
    }`;
  return {
    ...answer,
    body: String(answer.body).replace('</head>', `<style>${rules}</style></head>`),
    headers: { 'content-security-policy': policy },
  };
}

async function pageAt({ pathname, searchParams }: URL): Promise<EditablePage | null> {
  if (pathname.startsWith('/copy/')) return copyOf(pathname.slice('/copy'.length));
  const files = pageFiles.get(pathname);
  if (files?.story !== undefined && searchParams.has('story')) return readStory(files.story);
  if (files !== undefined) return readPage(files);
  const seed = await readSeedPage();
  return seed?.path === pathname ? seed : null;
}

/** The sample article once more under an address that names no other, with another headline when asked as `/copy/renamed/…`. */
async function copyOf(pathname: string): Promise<EditablePage | null> {
  const isRenamed = pathname.startsWith('/renamed/');
  const files = pageFiles.get(isRenamed ? pathname.slice('/renamed'.length) : pathname);
  if (files === undefined) return null;
  const { html, edits } = await readPage(files);
  const anonymous = html.replace(
    /<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>|<script type="application\/ld\+json">.*?<\/script>/gsu,
    '',
  );
  const [headline = ''] = /(?<=<meta property="og:title" content=")[^"]+/u.exec(html) ?? [];
  const renamed = 'What the harbour vote means for small boats';
  return { html: isRenamed ? anonymous.replaceAll(headline, renamed) : anonymous, edits };
}

function parseEdition(asked: string): Edition {
  const edition = editions.find((name) => name === asked);
  if (edition === undefined)
    throw new Error(`Expected edition to be one of ${editions.join(', ')}, got ${asked}`);
  return edition;
}

// Canonical links and JSON-LD name invented hosts; here they name the server as the page was asked for.
function localise(page: string, origin: string): string {
  return page.replaceAll(/https:\/\/[a-z-]+\.example(?=[/"#])/gu, origin);
}

function generatedAnswer({ pathname, searchParams }: URL): Answer | null {
  if (pathname === '/generated/huge') return html(hugePage(Number(searchParams.get('elements') ?? 200_000)));
  if (pathname === '/generated/deep') return html(deepPage(Number(searchParams.get('depth') ?? 2500)));
  if (pathname === '/pdf') return { type: 'application/pdf', body: tinyPdf('Tide table for Haverness') };
  return null;
}

async function imageAnswer({ pathname, searchParams }: URL): Promise<Answer | null> {
  const name = path.posix.basename(pathname);
  if (name.endsWith('.png') || name === 'favicon.ico') {
    const [width, height] = ['w', 'h'].map((side) => Math.min(Number(searchParams.get(side) ?? 16), 2000));
    return { type: 'image/png', body: plainPng(width ?? 16, height ?? 16) };
  }
  if (!name.endsWith('.svg')) return null;
  if (name === 'photo.svg') return { type: 'image/svg+xml', body: photoSvg(searchParams.get('seed') ?? '') };
  // `basename` keeps the file inside the folder.
  const body = await readFile(path.join(fixturesDir, 'images', name)).catch(() => null);
  return body && { type: 'image/svg+xml', body };
}

function html(body: string): Answer {
  return { type: 'text/html; charset=utf-8', body };
}

function missing({ pathname }: URL): Answer {
  const words = pathname.replaceAll(/[^\w/.-]/gu, '');
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page not found</title><body style="font:18px/1.6 Georgia,serif;max-width:34em;margin:4em auto"><h1>We cannot find that page</h1><p>Nothing is kept at ${words}. Try the <a href="/">front page</a>.</p></body></html>`;
  return { ...html(body), status: 404 };
}
