import { build, mergeConfig, type InlineConfig } from 'vite';

/** What a bundle needs besides; `config` is merged over the usual. */
export type BundleOptions = {
  readonly entry: string;
  /** The global that the script leaves its exports in. */
  readonly name: string;
  readonly config?: InlineConfig;
};

/** A script of the project as one piece, to be run in a page. */
export async function bundleForPage({ entry, name, config = {} }: BundleOptions): Promise<string> {
  const usual: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  };
  const result = await build(mergeConfig(usual, config));
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('expected a bundle');
  // Puppeteer runs scripts inside a function, where a `var` would stay.
  return output.output[0].code.replace(new RegExp(`^var ${name}`, 'mu'), `globalThis.${name}`);
}
