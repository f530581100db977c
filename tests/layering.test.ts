import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The arrows of the architecture: which room may import which, and which packages. Type imports count too, so
 * that a part can be understood, and moved, without the rooms it may not see.
 */
const arrows: Readonly<Record<string, { readonly rooms: string; readonly packages?: string }>> = {
  'utils/model': { rooms: '', packages: 'uuid' },
  'utils/text': { rooms: '' },
  'utils/anchoring': { rooms: 'utils/text' },
  'utils/quotes': { rooms: 'utils/text' },
  'utils/entities': { rooms: 'utils/text' },
  'utils/reader': { rooms: 'utils/text' },
  'utils/extraction': { rooms: 'utils/text', packages: '@mozilla/readability' },
  'utils/proposals': { rooms: 'utils/quotes utils/entities utils/reader utils/text' },
  'utils/versions': { rooms: 'utils/text', packages: 'diff' },
  'utils/export': { rooms: 'utils/entities' },
  'utils/import': { rooms: 'utils/export' },
  'utils/painting': { rooms: '' },
  'utils/i18n': { rooms: 'public/_locales', packages: 'wxt/browser' },
  'utils/messaging': { rooms: '', packages: 'wxt/browser valibot' },
  'utils/db': { rooms: 'utils/extraction utils/versions utils/text', packages: 'dexie' },
  'utils/session': {
    rooms:
      'utils/text utils/anchoring utils/extraction utils/quotes utils/entities utils/painting utils/versions utils/messaging',
    packages: 'wxt/browser',
  },
  'utils/store': {
    rooms:
      'utils/db utils/messaging utils/export utils/import utils/i18n utils/proposals utils/session utils/reader utils/versions',
    packages: 'preact preact/hooks dexie wxt/browser',
  },
  'utils/views': {
    rooms:
      'components utils/store utils/db utils/messaging utils/session utils/i18n utils/proposals utils/versions utils/reader utils/painting',
    packages: '#imports preact preact/hooks',
  },
  components: {
    rooms: 'utils/i18n utils/messaging utils/export utils/versions utils/reader',
    packages: 'preact preact/hooks micromark dompurify',
  },
  'entrypoints/annotator.content': {
    rooms: 'components utils/session utils/messaging utils/painting utils/i18n',
    packages: '#imports',
  },
  'entrypoints/page-ui.content': {
    rooms: 'components utils/session utils/i18n utils/messaging utils/export',
    packages: '#imports preact preact/hooks',
  },
  'entrypoints/background': {
    rooms: 'utils/db utils/messaging utils/session utils/extraction utils/export utils/proposals utils/i18n',
    packages: '#imports',
  },
  // In a frame whose storage is not the extension's: it reads by message, never from the database.
  'entrypoints/card': {
    rooms: 'components utils/views utils/store utils/messaging utils/i18n',
    packages: '#imports preact preact/hooks',
  },
  // In a frame too: it hears the keys that walk the page's text, and asks by message.
  'entrypoints/keys': {
    rooms: 'components utils/views utils/store utils/messaging utils/i18n',
    packages: '#imports preact preact/hooks',
  },
  'entrypoints/popup': {
    rooms: 'components utils/views utils/store utils/db utils/i18n',
    packages: '#imports preact preact/hooks',
  },
  'entrypoints/sidepanel': {
    rooms: 'components utils/views utils/store utils/db utils/i18n',
    packages: '#imports preact preact/hooks',
  },
  'entrypoints/proposal-worker': { rooms: 'utils/proposals', packages: '#imports' },
  // Runs the page side on an article of our own, so it takes in the two scripts that go into pages.
  'entrypoints/welcome': {
    rooms:
      'components utils/views utils/store utils/db utils/messaging utils/session utils/i18n entrypoints/annotator.content entrypoints/page-ui.content',
    packages: '#imports preact preact/hooks',
  },
  'entrypoints/options': {
    rooms: 'components utils/views utils/store utils/db utils/messaging utils/session utils/i18n',
    packages: '#imports preact preact/hooks',
  },
};

const pure = 'model text anchoring quotes entities versions export import extraction reader'
  .split(' ')
  .map((room) => `utils/${room}`);

type Graph = ReadonlyMap<string, readonly string[]>;

const importing =
  /(?:^|[;}\s])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;

/** What each source file imports: paths from the root for our own files, names for packages. */
function readGraph(): Graph {
  const files = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));
}

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(importing)].map(([, from = '', lazy = '']) => {
    const name = (from + lazy).replace(/\?\w+$/u, '');
    return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
  });
}

/** The room a file stands in: `components`, or two folders deep. */
function roomOf(path: string): string {
  return path.startsWith('components/') ? 'components' : path.split('/').slice(0, 2).join('/');
}

function isOwn(path: string): boolean {
  return /^(?:components|entrypoints|utils|public)\//u.test(path);
}

/** The way from a file to each thing it reaches, itself included. */
function waysFrom(graph: Graph, file: string): Map<string, string[]> {
  const ways = new Map([[file, [file]]]);
  for (const [at, way] of ways) {
    for (const next of graph.get(at) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return ways;
}

/** The ways by which files of a room reach what they must not. */
function forbiddenWays(rooms: readonly string[], isForbidden: (path: string) => boolean): string[] {
  return [...graph.keys()]
    .filter((file) => rooms.includes(roomOf(file)))
    .flatMap((file) => Array.from(waysFrom(graph, file)))
    .filter(([reached]) => isForbidden(reached))
    .map(([, way]) => way.join(' → '));
}

const graph = readGraph();

describe('the import graph', () => {
  it('is read with types, re-exports, effects and lazy imports', () => {
    const source = [
      "import type { A } from './a.ts';",
      "import b, {\n  type C,\n} from '../b.ts';",
      "export { d } from './d.ts';",
      "export * from './e.ts';",
      "import './f.css';",
      "import g from './g.css?inline';",
      "const h = await import('./h.ts');",
      "import { i } from 'dexie';",
    ].join('\n');
    expect(importsOf('utils/x/y.ts', source)).toEqual([
      'utils/x/a.ts',
      'utils/b.ts',
      'utils/x/d.ts',
      'utils/x/e.ts',
      'utils/x/f.css',
      'utils/x/g.css',
      'utils/x/h.ts',
      'dexie',
    ]);
  });

  it('leads to files that are there', () => {
    const missing = [...graph].flatMap(([file, imports]) =>
      imports.filter((path) => isOwn(path) && !existsSync(path)).map((path) => `${file} → ${path}`),
    );
    expect(graph.size).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });

  it('holds only rooms that the table names', () => {
    const rooms = new Set([...graph.keys()].map(roomOf));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  it.each(Object.entries(arrows))(
    'lets %s import what it may and nothing else',
    (room, { rooms, packages = '' }) => {
      const allowed = new Set(['utils/model', room, ...rooms.split(' '), ...packages.split(' ')]);
      const wrong = [...graph]
        .filter(([file]) => roomOf(file) === room)
        .flatMap(([file, imports]) =>
          imports
            .filter((path) => !allowed.has(isOwn(path) ? roomOf(path) : path))
            .map((path) => `${file} → ${path}`),
        );
      expect(wrong).toEqual([]);
    },
  );
});

describe('the pure rooms', () => {
  it('reach neither browser nor database nor UI, by whatever way', () => {
    const impure = /^(?:wxt|#imports|dexie|preact|webextension)(?:$|\/)/u;
    expect(forbiddenWays(pure, (path) => impure.test(path))).toEqual([]);
  });

  it('reach only one another', () => {
    expect(forbiddenWays(pure, (path) => isOwn(path) && !pure.includes(roomOf(path)))).toEqual([]);
  });

  it('are joined by the translator, which knows no browser', () => {
    const ways = waysFrom(graph, 'utils/i18n/translator.ts');
    expect([...ways.keys()].toSorted()).toEqual([
      'public/_locales/en/messages.json',
      'utils/i18n/translator.ts',
    ]);
  });
});

describe('the database', () => {
  it('is the only room that imports Dexie, but for the hook that follows queries', () => {
    const importers = [...graph].filter(([, imports]) => imports.includes('dexie')).map(([file]) => file);
    expect(importers.toSorted()).toEqual(['utils/db/database.ts', 'utils/store/use-live.ts']);
  });

  it('is not reached from the content script, whose database would be the page’s', () => {
    const isDatabase = (path: string): boolean => path === 'dexie' || path.startsWith('utils/db/');
    expect(
      forbiddenWays(['entrypoints/annotator.content', 'entrypoints/page-ui.content'], isDatabase),
    ).toEqual([]);
  });

  it('is not reached from frames in pages, whose storage is parted from the extension’s', () => {
    const isDatabase = (path: string): boolean => path === 'dexie' || path.startsWith('utils/db/');
    expect(forbiddenWays(['entrypoints/card', 'entrypoints/keys'], isDatabase)).toEqual([]);
  });
});

describe('the components', () => {
  it('reach neither browser nor database nor messages, by whatever way', () => {
    const isEffect = (path: string): boolean =>
      /^(?:wxt|#imports|dexie)(?:$|\/)/u.test(path) ||
      /^utils\/(?:db|session|store|painting)\//u.test(path) ||
      ['utils/messaging/send.ts', 'utils/messaging/handle.ts', 'utils/i18n/browser-translator.ts'].includes(
        path,
      );
    expect(forbiddenWays(['components'], isEffect)).toEqual([]);
  });

  it('know of messages the types of the protocol only', () => {
    const imported = [...graph]
      .filter(([file]) => roomOf(file) === 'components')
      .flatMap(([, imports]) => imports.filter((path) => path.startsWith('utils/messaging/')));
    expect(new Set(imported)).toEqual(new Set(['utils/messaging/protocol.ts']));
    const valued = [...graph.keys()]
      .filter((file) => roomOf(file) === 'components')
      .filter((file) => /import (?!type)[^;]*protocol\.ts/u.test(readFileSync(file, 'utf8')));
    expect(valued).toEqual([]);
  });

  it('are unknown to the rooms below them', () => {
    const below = Object.keys(arrows).filter((room) => room.startsWith('utils/') && room !== 'utils/views');
    expect(
      forbiddenWays(below, (path) => path.startsWith('components/') || path.startsWith('entrypoints/')),
    ).toEqual([]);
  });
});

describe('the entrypoints', () => {
  it('do not import one another, but for the practice article, which is a page to the page side', () => {
    const crossing = [...graph].flatMap(([file, imports]) =>
      imports
        .filter((path) => path.startsWith('entrypoints/') && roomOf(path) !== roomOf(file))
        .map((path) => `${file} → ${path}`),
    );
    expect(crossing.toSorted()).toEqual([
      'entrypoints/welcome/practice.ts → entrypoints/annotator.content/annotator.ts',
      'entrypoints/welcome/practice.ts → entrypoints/page-ui.content/further.ts',
      'entrypoints/welcome/practice.ts → entrypoints/page-ui.content/ui.tsx',
    ]);
  });
});
