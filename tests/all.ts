import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './support/browsers.ts';

// The whole of `npm test`: every part in order, the quick ones first. It fails at the first part that fails,
// and also when a part ran nothing: a suite that was skipped must not look like one that passed.

const report = 'test-results/vitest.json';

/** Warnings of `web-ext lint` that stay, each explained in CONTRIBUTING.md. */
const knownLintWarnings = new Set([
  'UNSAFE_VAR_ASSIGNMENT',
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
]);

run('formatting', 'oxfmt', ['--check']);
run('linting', 'oxlint', []);
run('types', 'tsc', ['--noEmit']);
console.log('\n— browsers');
process.env['PRESSMARK_CHROMIUM'] = ensureBrowser('chromium');
process.env['PRESSMARK_FIREFOX'] = ensureBrowser('firefox');
run('unit, browser and end-to-end tests', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
]);
run('size of every entry point', 'node', ['tests/bench/size.ts']);
lintFirefoxBuild();
closeWith(readFileSync(report, 'utf8'));

function run(part: string, command: string, args: readonly string[]): void {
  console.log(`\n— ${part}`);
  const { status, error } = spawnSync(join('node_modules', '.bin', command), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${part}: ${error?.message ?? `exit code ${status}`}`);
}

type LintReport = {
  readonly errors: readonly LintMessage[];
  readonly warnings: readonly LintMessage[];
};
type LintMessage = { readonly code: string; readonly file?: string; readonly message: string };

function lintFirefoxBuild(): void {
  console.log('\n— web-ext lint');
  const { stdout, error } = spawnSync(
    join('node_modules', '.bin', 'web-ext'),
    ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
    { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout) fail(`web-ext lint: ${error?.message ?? 'it printed nothing'}`);
  const { errors, warnings } = JSON.parse(stdout) as LintReport;
  const unexplained = warnings.filter(({ code }) => !knownLintWarnings.has(code));
  for (const { code, file, message } of [...errors, ...unexplained])
    console.error(`${code} ${file ?? ''} ${message}`);
  if (errors.length + unexplained.length > 0) fail('web-ext lint');
  console.log(`0 errors, ${warnings.length} warnings, all explained in CONTRIBUTING.md`);
}

type TestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly unknown[] }[];
};

function closeWith(text: string): void {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    text,
  ) as TestReport;
  const counts = { unit: 0, browser: 0, e2e: 0 };
  for (const { name, assertionResults } of testResults) {
    const [, folder = ''] = /[\\/]tests[\\/](\w+)/u.exec(name) ?? [];
    const part = folder === 'browser' || folder === 'e2e' ? folder : 'unit';
    counts[part] += assertionResults.length;
  }
  for (const [part, count] of Object.entries(counts)) {
    console.log(`${part}: ${count} tests`);
    if (count === 0) fail(`no ${part} test ran`);
  }
  if (numPendingTests + numTodoTests > 0) fail(`${numPendingTests + numTodoTests} tests were skipped`);
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
}

function fail(reason: string): never {
  console.error(`\nFailed: ${reason}`);
  process.exit(1);
}
