type Apis = { readonly browser?: unknown; readonly chrome?: unknown };

/**
 * The extension API of the browser that this build is for, in the place of the one that WXT picks at run time.
 * Only the native one is named: whatever a browser does not define, an element of the page may.
 */
export const browser = (globalThis as Apis)[import.meta.env.FIREFOX ? 'browser' : 'chrome'];
