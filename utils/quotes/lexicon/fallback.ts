import { cues, type Lexicon, words } from './types.ts';

/**
 * For languages without tables: names, colons and where a word stands beside the marks have to do. A few words that
 * many languages share are no tables of any.
 */
export const fallback: Lexicon = {
  langs: [],
  reliability: 0.85,
  cues: cues(''),
  weakCues: cues(''),
  nounLike: words(''),
  participle: null,
  sourceBefore: cues(''),
  sourceAfter: cues(''),
  parenthetical: words(''),
  that: words('che que att at dat'),
  commaOpens: false,
  bareCues: cues(''),
  pronouns: words(''),
  fillers: words(''),
  fillerEnding: null,
  determiners: words(''),
  openers: words(''),
  asWords: words(''),
  linkers: words('de da do dos van von der den di del della al bin ibn af av'),
  conjunctions: words(''),
  relatives: words(''),
  leadIns: words(''),
  naming: cues(''),
  subordinators: words(''),
  times: words(''),
  infinitive: '',
  passive: { auxiliaries: words(''), by: words('') },
  singular: words(''),
  gender: {
    masculine: words(''),
    feminine: words(''),
  },
  roles: words(''),
};
