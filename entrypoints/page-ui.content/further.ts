import type { Further } from '../../utils/session/further-script.ts';
import { createFollowers } from '../../utils/session/followers.ts';
import { describeArticle, rememberBlocks, spanOfPieces } from '../../utils/session/read-article.ts';
import { scrollToRect } from '../../utils/session/scroll-to.ts';

/** What the page side takes from this script. */
export const further: Further = {
  createFollowers,
  describeArticle,
  rememberBlocks,
  spanOfPieces,
  scrollToRect,
};
