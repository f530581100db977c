import { resolve } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

// Nothing is allowed that is not listed: extension pages load only their own files and talk to nobody.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // The message catalogue of a language other than the browser's is read from the extension's own files.
  // Besides, names are looked up where the reader asks for that and allows it.
  "connect-src 'self' https://www.wikidata.org",
  // The practice article shows our own frames, as every page does.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self' http: https: file:",
].join('; ');

/**
 * Every page that is annotated pays for the content script: terser finds a kilobyte more in what the bundler's
 * own minifier leaves.
 */
const minifyContentScript: Plugin = {
  name: 'minify-content-script',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !/annotator|page-ui/u.test(chunk.fileName)) continue;
      const { code } = await minify(chunk.code, {
        // Arrows for functions that use no `this` of their own, which nobody calls with `new`.
        compress: { passes: 3, ecma: 2022, unsafe_arrows: true, unsafe_methods: true },
        format: { ecma: 2022 },
        mangle: true,
      });
      chunk.code = code ?? chunk.code;
    }
  },
};

/**
 * What the popup needs before it can say which article it is, in one file: each further one takes its time on the way
 * from the extension's files, and a popup is not shown before all that its page names has come.
 */
const groupFirstContent: Plugin = {
  name: 'group-first-content',
  apply: 'build',
  config({ build }) {
    // Scripts that go into pages are one file each as it is.
    if (build?.lib !== undefined) return null;
    const test = /wxt-html-plugins|modulepreload-polyfill|[\\/](?:TabOutline\.tsx|mount\.tsx|use-tab\.ts)$/u;
    return {
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test }] } } } },
    };
  },
};

const suggested = (keys: string): { suggested_key: { default: string } } => ({
  suggested_key: { default: keys },
});

/** Chromium refuses an extension that suggests keys for more than four commands; the reader can choose them there. */
const further = (browser: string, keys: string): object => (browser === 'firefox' ? suggested(keys) : {});

export default defineConfig({
  imports: false,
  // WXT takes `globalThis.browser` wherever it looks like the extension API. On a page with elements of those
  // names it is a form of the page's, in our isolated world too.
  vite: () => ({
    resolve: { alias: { '@wxt-dev/browser': resolve('utils/messaging/browser-api.ts') } },
    plugins: [minifyContentScript, groupFirstContent],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    // Pages of an extension have no IndexedDB in Firefox's private windows, and Chromium would store what
    // was read in private among everything else.
    incognito: 'not_allowed',
    commands: {
      // Chromium keeps Alt+Shift+P and Alt+Shift+A for itself, and an extension that suggests them has no key.
      _execute_action: suggested('Alt+Shift+U'),
      'keep-highlight': { ...suggested('Alt+Shift+M'), description: '__MSG_commandHighlight__' },
      'keep-quote': { ...suggested('Alt+Shift+Q'), description: '__MSG_commandQuote__' },
      'next-annotation': { ...further(browser, 'Alt+Shift+N'), description: '__MSG_commandNext__' },
      'previous-annotation': { ...further(browser, 'Alt+Shift+B'), description: '__MSG_commandPrevious__' },
      'toggle-highlights': { ...further(browser, 'Alt+Shift+X'), description: '__MSG_commandHide__' },
      'caret-mode': { ...further(browser, 'Alt+Shift+C'), description: '__MSG_commandCaret__' },
      'focus-toolbar': { ...suggested('Alt+Shift+K'), description: '__MSG_commandToolbar__' },
    },
    web_accessible_resources: [
      {
        resources: ['card.html', 'keys.html'],
        matches: ['http://*/*', 'https://*/*'],
        // Firefox makes the whole address unguessable by itself and does not know the key.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pressmark@pressmark.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
});
