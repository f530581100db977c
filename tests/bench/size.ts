import { existsSync } from 'node:fs';
import { contentScriptLimit, readEntrySizes } from './entry-sizes.ts';

// Prints what each entry point weighs in both builds. Run `npm run build` before.
for (const folder of ['.output/chrome-mv3', '.output/firefox-mv3']) {
  if (!existsSync(folder)) {
    console.error(`${folder} is not built yet. Run: npm run build`);
    process.exitCode = 1;
    continue;
  }
  console.log(folder);
  for (const { entry, bytes, gzipBytes } of readEntrySizes(folder)) {
    const limit = entry.endsWith('annotator.js') ? `  (limit ${kilobytes(contentScriptLimit)})` : '';
    console.log(`  ${entry.padEnd(30)}${kilobytes(bytes)}${kilobytes(gzipBytes)} gzip${limit}`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
