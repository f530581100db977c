import { defineContentScript } from '#imports';
import { provideUi } from '../../components/page-ui.ts';
import { createCaretSession } from '../../utils/session/caret.ts';
import { provideCaret } from '../../utils/session/caret-script.ts';
import { provideFurther } from '../../utils/session/further-script.ts';
import { further } from './further.ts';
import { createUi } from './ui.tsx';

// A script of its own: a page on which the reader only looks at highlights does without it.
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // A message would tell every page that we are here, with the extension's id.
  noScriptStartedPostMessage: true,
  main() {
    provideUi(createUi);
    provideCaret(createCaretSession);
    provideFurther(further);
  },
});
