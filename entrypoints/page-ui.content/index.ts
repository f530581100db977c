import { defineContentScript } from '#imports';
import { provideUi } from '../../components/page-ui.ts';
import { createCaretSession } from '../../utils/session/caret.ts';
import { handlePageUiCalls } from '../../utils/messaging/handle.ts';
import { provideCaret } from '../../utils/session/caret-script.ts';
import { createDrawnProposals } from '../../utils/session/drawn-proposals.ts';
import { provideFurther } from '../../utils/session/further-script.ts';
import { further } from './further.ts';
import { createUi } from './ui.tsx';

// A script of its own: a page on which the reader only looks at highlights does without it.
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // A message would tell every page that we are here, with the extension's id.
  noScriptStartedPostMessage: true,
  main(ctx) {
    provideUi(createUi);
    provideCaret(createCaretSession);
    const proposals = createDrawnProposals(document, ctx.signal);
    handlePageUiCalls(
      {
        drawProposals({ pieces }) {
          proposals.draw(pieces);
          return null;
        },
        showProposal: ({ piece }) => proposals.show(piece),
      },
      ctx.signal,
    );
    // What was found in one article says nothing of the next.
    ctx.addEventListener(window, 'wxt:locationchange', () => proposals.draw([]));
    provideFurther(further);
  },
});
