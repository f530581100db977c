import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { findProgram, installPackages } from './browsers.ts';
import { poll } from './poll.ts';

/** A screen nobody sees, with a window manager and a keyboard: X servers give keys to managed windows only. */
export type VirtualDisplay = {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  /** Presses a chord in the window that has the focus, in X's names: `alt+shift+h`. */
  pressKeys(...chords: readonly string[]): Promise<void>;
  /** How many windows, menus included, can be seen. */
  countWindows(): Promise<number>;
  close(): Promise<void>;
};

/** A shortcut as `chrome.commands` tells it, in X's names: those of modifiers and arrows are the same. */
export function xNamesOf(shortcut: string): string {
  return shortcut.replaceAll(/\b(?:Ctrl|Comma|Period|Space|[A-Z])\b/gu, (name) => name.toLowerCase());
}

const PROGRAMS: Record<string, string> = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool' };

/** @throws saying what to install, when it is missing and can't be installed */
export async function openVirtualDisplay(size: { width: number; height: number }): Promise<VirtualDisplay> {
  ensurePrograms();
  // The server chooses a free number and tells it on the pipe. By default it starts anew whenever its last client
  // leaves, which throws out a window manager that is about to come.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${size.width}x${size.height}x24`, '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const name = await readDisplayName(server);
  const env = { ...process.env, DISPLAY: name };
  const windowManager = spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' });
  const run = promisify(execFile);
  const xdotool = async (...args: string[]) => (await run('xdotool', args, { env })).stdout;
  const close = async () => {
    await end(windowManager);
    await end(server);
  };
  try {
    // A window manager announces itself on the root window.
    await poll(() => xdotool('get_num_desktops'), { what: 'the window manager' });
  } catch (error) {
    await close();
    throw error;
  }

  return {
    name,
    async pressKeys(...chords) {
      await xdotool('key', '--clearmodifiers', ...chords);
    },
    async countWindows() {
      const ids = await xdotool('search', '--onlyvisible', '--maxdepth', '1', '--name', '');
      return ids.split('\n').filter(Boolean).length;
    },
    close,
  };
}

async function readDisplayName(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  if (!pipe) throw new Error('Xvfb has no pipe to tell its number on.');
  const [number] = (await once(pipe, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

function ensurePrograms(): void {
  const missing = Object.keys(PROGRAMS).filter((program) => !findProgram(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => PROGRAMS[program] ?? program);
  if (installPackages(packages)) return;
  throw new Error(`A virtual screen needs ${packages.join(', ')}: install them.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
