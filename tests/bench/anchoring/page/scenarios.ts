import * as change from './mutations.ts';
import type { Draft } from './mutations.ts';
import type { Stretch } from './tracked.ts';

/** How a page changes between keeping and coming back. */
export type Scenario = {
  readonly name: string;
  /** Whether one changed page serves all highlights; else each has one of its own. */
  readonly isShared: boolean;
  /** Changes the page before it is annotated; false when the scenario does not fit the page. */
  readonly prepare?: (draft: Draft, passage: Stretch) => boolean | Draft | null | void;
  /** Changes it afterwards; a new draft when the page is rendered anew, false or `null` when that can't be. */
  readonly mutate: (draft: Draft, passage: Stretch) => boolean | Draft | null | void;
  /** The passages are chosen among the captions that the scenario put in. */
  readonly onCaptions?: true;
};

export const scenarios: readonly Scenario[] = [
  { name: 'reload', isShared: true, mutate: () => true },
  { name: 'boxes', isShared: true, mutate: change.insertBoxes },
  { name: 'edit-5', isShared: true, mutate: (draft) => change.editWords(draft, 0.05) },
  { name: 'edit-15', isShared: true, mutate: (draft) => change.editWords(draft, 0.15) },
  { name: 'edit-30', isShared: true, mutate: (draft) => change.editWords(draft, 0.3) },
  { name: 'typography', isShared: true, mutate: (draft) => change.setTypography(draft, 'fancy') },
  { name: 'typography-back', isShared: true, mutate: (draft) => change.setTypography(draft, 'plain') },
  { name: 'white-space', isShared: true, mutate: change.setWhiteSpace },
  { name: 'nfd', isShared: true, mutate: change.decompose },
  { name: 'reader', isShared: true, mutate: change.readerView },
  { name: 'reader-back', isShared: true, prepare: () => true, mutate: change.readerView },
  { name: 'mobile', isShared: true, mutate: change.mobileView },
  { name: 'mobile-back', isShared: true, prepare: () => true, mutate: change.mobileView },
  {
    name: 'mixed',
    isShared: true,
    mutate: (draft) => {
      change.editWords(draft, 0.1);
      change.insertBoxes(draft);
      change.setTypography(draft, draft.random.next() < 0.5 ? 'fancy' : 'plain');
      change.setWhiteSpace(draft);
      change.decompose(draft);
    },
  },
  { name: 'moved', isShared: false, mutate: change.moveParagraphs },
  { name: 'deleted', isShared: false, mutate: change.deletePassage },
  { name: 'block-deleted', isShared: false, mutate: change.deleteBlocks },
  {
    name: 'deleted-copies',
    isShared: false,
    prepare: (draft, passage) => change.addCopies(draft, passage, 1 + draft.random.below(3)),
    mutate: change.deletePassage,
  },
  {
    name: 'block-deleted-copies',
    isShared: false,
    prepare: (draft, passage) => change.addCopies(draft, passage, 1 + draft.random.below(3)),
    mutate: change.deleteBlocks,
  },
  {
    name: 'deleted-lookalike',
    isShared: false,
    prepare: change.addLookalike,
    mutate: (draft, passage) =>
      draft.random.next() < 0.5 ? change.deletePassage(draft, passage) : change.deleteBlocks(draft, passage),
  },
  {
    name: 'deleted-related',
    isShared: false,
    mutate: (draft, passage) => {
      change.addRelated(draft, passage);
      change.deletePassage(draft, passage);
    },
  },
  { name: 'copied-before', isShared: false, mutate: change.copyBefore },
  { name: 'letter', isShared: false, mutate: change.changeLetter },
  {
    name: 'words',
    isShared: false,
    mutate: (draft, passage) => change.changeWords(draft, passage, 1 + draft.random.below(3)),
  },
  { name: 'clause', isShared: false, mutate: change.changeClause },
  {
    name: 'caption-dropped',
    isShared: false,
    onCaptions: true,
    prepare: change.addCaptions,
    mutate: (draft, passage) => change.dropCaption(draft, passage, 'this'),
  },
  {
    name: 'other-caption-dropped',
    isShared: false,
    onCaptions: true,
    prepare: change.addCaptions,
    mutate: (draft, passage) => change.dropCaption(draft, passage, 'other'),
  },
];
