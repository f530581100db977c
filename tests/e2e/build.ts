import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from '../support/browsers.ts';

/** Builds both extensions once, and sees that both browsers are there, before any end-to-end test runs. */
export default function setup(): void {
  ensureBrowser('chromium');
  ensureBrowser('firefox');
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  for (const target of [
    ['-b', 'chrome'],
    ['-b', 'firefox', '--mv3'],
  ]) {
    execFileSync(process.execPath, [wxt, 'build', ...target], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
