import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { bundleForPage } from '../bundle.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The page side of the benchmark with all engines, as one script. */
export async function bundlePageSide(): Promise<string> {
  return await bundleForPage({
    entry: join(here, 'page/main.ts'),
    name: 'bench',
    config: {
      plugins: [standInForUndeclared()],
      define: { hasApacheAnnotator: String(isInstalled) },
      build: { minify: false, target: 'chrome120' },
    },
  });
}

/**
 * `@apache-annotator/dom` 0.2.0 imports a package that it does not declare as its dependency. Where that is not
 * installed an empty one stands in, and `page/peers.ts` leaves the engine out.
 */
const undeclared = '@apache-annotator/selector';
const isInstalled = canResolve(undeclared);

function canResolve(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    console.log(`${name} is not installed: leaving @apache-annotator/dom out.`);
    return false;
  }
}

function standInForUndeclared(): Plugin {
  const standIn = `\0${undeclared}`;
  const names = [
    'describeTextQuote',
    'describeTextPosition',
    'textQuoteSelectorMatcher',
    'textPositionSelectorMatcher',
  ];
  return {
    name: 'stand-in-for-undeclared',
    enforce: 'pre',
    resolveId: (id) => (id === undeclared && !isInstalled ? standIn : null),
    load: (id) => (id === standIn ? names.map((name) => `export const ${name} = null;`).join('\n') : null),
  };
}
