import { defineContentScript } from '#imports';
import { startAnnotator } from './annotator.ts';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // A message would tell every page that we are here, with the extension's id.
  noScriptStartedPostMessage: true,
  main(ctx) {
    startAnnotator(ctx);
  },
});
