import { defineContentScript } from '#imports';
import { startAnnotator } from './annotator.ts';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main(ctx) {
    startAnnotator(ctx);
  },
});
