import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** In order of preference. */
const NAMES: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC_APPS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** Where packages and archives put them, for when PATH is poor. */
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/firefox'];

const ENVIRONMENT: Record<BrowserKind, string> = {
  chromium: 'PRESSMARK_CHROMIUM',
  firefox: 'PRESSMARK_FIREFOX',
};

const LABEL: Record<BrowserKind, string> = {
  chromium: 'Chromium, Chrome or Edge',
  firefox: 'Firefox',
};

/**
 * Path of the browser's executable: the one named by PRESSMARK_CHROMIUM or PRESSMARK_FIREFOX, else the first found
 * on PATH or where installers put it; `null` when there is none.
 * @throws when the environment variable names no executable file
 */
export function findBrowser(kind: BrowserKind): string | null {
  const variable = ENVIRONMENT[kind];
  const chosen = process.env[variable];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${variable} should name an executable file, but names ${chosen}.`);
  }
  return candidates(kind).find(isExecutable) ?? null;
}

/**
 * Path of the browser's executable. Where we are root on Debian or Ubuntu, a missing one is installed from the
 * distribution.
 * @throws saying what to install, when it is missing and can't be installed
 */
export function ensureBrowser(kind: BrowserKind): string {
  const found = findBrowser(kind);
  if (found) return found;
  if (installPackages([kind === 'chromium' ? 'chromium' : 'firefox-esr'])) {
    // For screenshots with Vietnamese text and symbols; DejaVu, which browsers depend on, does when this fails.
    installPackages(['fonts-noto-core']);
  }
  const installed = findBrowser(kind);
  if (installed) return installed;
  throw new Error(
    `${LABEL[kind]} was not found: install it, or set ${ENVIRONMENT[kind]} to the path of its executable.`,
  );
}

/**
 * Debian ships Chromium's languages apart from the browser; where we are root they are installed.
 * @throws saying what to install, when the language is missing
 */
export function ensureChromiumLanguage(executablePath: string, lang: string): void {
  const locales = '/usr/lib/chromium/locales';
  // Other builds bring every language along.
  if (!executablePath.startsWith('/usr/bin/chromium') || !existsSync(locales)) return;
  const hasLanguage = () => existsSync(join(locales, `${lang}.pak`));
  if (hasLanguage() || (installPackages(['chromium-l10n']) && hasLanguage())) return;
  throw new Error(`Chromium doesn't speak "${lang}" here: install chromium-l10n.`);
}

/** Path of a program found on PATH or in one of the other folders, or `null`. */
export function findProgram(name: string, otherFolders: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...otherFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Whether apt-get has installed the packages; false where there is no apt-get, no root or no such package. */
export function installPackages(names: readonly string[]): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !findProgram('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  try {
    console.error(`Installing ${names.join(', ')} …`);
    execFileSync('apt-get', ['-q', '-y', 'update'], options);
    execFileSync('apt-get', ['-q', '-y', 'install', '--no-install-recommends', ...names], options);
    return true;
  } catch {
    // apt-get has told its reason on stderr; the caller says what is missing.
    return false;
  }
}

function candidates(kind: BrowserKind): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
    return folders.flatMap((folder) => MAC_APPS[kind].map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [
      process.env['ProgramFiles'],
      process.env['ProgramFiles(x86)'],
      process.env['LOCALAPPDATA'],
    ];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS[kind].map((program) => join(folder, program)));
  }
  return NAMES[kind].map((name) => findProgram(name, LINUX_FOLDERS)).filter((path) => path !== null);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: not a candidate.
    return false;
  }
}
