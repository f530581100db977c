import { ensureBrowser } from './browsers.ts';

// node tests/support/ensure-browsers.ts chromium firefox
for (const kind of process.argv.slice(2)) {
  if (kind !== 'chromium' && kind !== 'firefox') {
    console.error(`Expected "chromium" or "firefox", got "${kind}".`);
    process.exitCode = 1;
    continue;
  }
  try {
    console.log(`${kind}: ${ensureBrowser(kind)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
