import type { AnnotationKind, Colour, Piece } from '../model/annotation.ts';
import type { CaretMove } from '../model/caret-keys.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { FailureCode } from '../model/failure.ts';
import type { WikidataEntry } from '../model/entity.ts';
import type { EntityAbout, EntityPatch, EntitySplit } from '../model/entity-about.ts';
import type { ListedEntity } from '../model/known-entity.ts';
import type { NameOfType, WordsInLine } from '../model/learned.ts';
import type { ArticleRecord, CorrectionPatch } from '../model/page.ts';
import type { PieceKey } from '../model/pieces.ts';
import type { ReadArticle, ReadPiece } from '../model/read-article.ts';
import type { Safety } from '../model/safety.ts';
import type { Selector } from '../model/selector.ts';
import type { Settings, SettingsPatch } from '../model/settings.ts';
import type { VersionDraft } from '../model/version.ts';
import type { AnnotationView, NamedEntity } from '../model/view.ts';

/** What the page side may know of an annotation: where it is and how it looks, never what was noted. */
export type Mark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly selector: readonly Selector[];
  /** The pieces behind the first, in reading order; absent where the passage is whole. */
  readonly pieces?: readonly Piece[];
};

/** What the reader chose to keep the selection as. */
export type KeepChoice = {
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  /** For an entity; without it, or with an empty name, the selected words are the name. */
  readonly subject?: NamedEntity;
  /** For a quote; empty or absent when the speaker is not known. */
  readonly speaker?: string;
};

/** What the page side knows of the page it runs in. The background takes the address from the browser. */
export type PageDraft = PageClaims & {
  readonly article: ArticleRecord;
  /** Its text, to be kept as a version; `null` where it was not read well enough. */
  readonly version: VersionDraft | null;
};

/** The addresses that a page names as its own; the background decides whether to believe them. */
export type PageClaims = {
  readonly canonicalUrl: string | null;
  /** Its AMP and mobile renderings. */
  readonly alternateUrls: readonly string[];
};

/** What is kept of the page that asks. */
export type FoundPage = {
  readonly pageId: string | null;
  /** Another page of the library that may be the same article; the reader is to be asked. */
  readonly doubt: string | null;
  readonly marks: readonly Mark[];
};

/** A passage on its way from the page to the library. */
export type PassageDraft = KeepChoice & {
  /** Made by the page side, so that a call repeated after a lost answer stores nothing twice. */
  readonly id: string;
  readonly selector: readonly Selector[];
  readonly pieces?: readonly Piece[];
};

/** New annotations of a page, which are kept together. */
export type AnnotationsDraft = {
  readonly page: PageDraft;
  readonly annotations: readonly PassageDraft[];
};

/** A stored change that can be taken back with `undoAct`. */
export type Receipt = { readonly actId: number };

/** An edit on its way to the library; fields that it does not name stay as they are. */
export type AnnotationPatch = {
  readonly id: string;
  readonly kind?: AnnotationKind;
  readonly colour?: Colour;
  readonly note?: string;
  readonly tags?: readonly string[];
  /** An empty name takes the speaker away. */
  readonly speaker?: string;
  readonly subject?: NamedEntity;
};

/** How the card in the page was left; `receipt` takes back what was done. */
export type CardResult =
  | { readonly id: string; readonly done: 'changed' | 'deleted'; readonly receipt: Receipt }
  | { readonly id: string; readonly done: 'nothing' };

/** Where the annotation of a card is, and which it is of those that lie over each other there, from 1. */
export type CardPlace = {
  readonly placement: Placement | null;
  readonly position: number;
  readonly total: number;
};

export type CardStep = { readonly id: string; readonly to: 'previous' | 'next'; readonly receipt?: Receipt };
/** What the reader does with the caret in the page's text, from the frame that hears their keys. */
export type CaretAct =
  /** Nothing: asks how things stand. */
  | { readonly do: 'look' }
  | { readonly do: 'walk'; readonly move: CaretMove; readonly isSelecting: boolean }
  /** Selects whole sentences, and one more each time. */
  | { readonly do: 'sentences'; readonly grow: 'after' | 'before' }
  /** `opensCard`: to write a note at once. */
  | { readonly do: 'keep'; readonly choice: KeepChoice; readonly opensCard: boolean }
  | { readonly do: 'annotation'; readonly step: 1 | -1 }
  /** Opens the card of the annotation under the caret. */
  | { readonly do: 'open'; readonly atNote: boolean }
  /** Begins to change the passage of the annotation under the caret. */
  | { readonly do: 'range' }
  | { readonly do: 'edge'; readonly edge: 'start' | 'end'; readonly move: CaretMove }
  | { readonly do: 'finish'; readonly isKept: boolean }
  /** Takes one layer away: the selection, then the caret. */
  | { readonly do: 'escape' }
  /** Takes all layers away. */
  | { readonly do: 'leave' }
  | { readonly do: 'undo' }
  /** Says in the page what the frame has done. */
  | { readonly do: 'tell'; readonly done: 'changed' | 'deleted'; readonly receipt: Receipt }
  /** The height of what the frame shows, in CSS pixels. */
  | { readonly do: 'resize'; readonly height: number };

/** `turn` grows by one with each call of a frame, so that one repeated after a lost answer moves nothing twice. */
export type CaretCall = {
  readonly id: string;
  readonly turn: number;
  readonly acts: readonly CaretAct[];
};

/** How the caret stands after some acts. */
export type CaretView = {
  readonly mode: 'walk' | 'range' | 'off';
  /** The words that the last step went to, for those who do not see the caret; empty when none did. */
  readonly said: string;
  /** The page's own word for the language of its words. */
  readonly lang: string | null;
  /** From 1; of how many. */
  readonly paragraph: { readonly position: number; readonly total: number };
  /** The selected words, or the passage as it is being changed, cut off where it is very long. */
  readonly selection: string | null;
  /** The annotation under the caret. */
  readonly annotation: {
    readonly id: string;
    readonly kind: AnnotationKind;
    readonly colour: Colour;
    readonly position: number;
    readonly total: number;
  } | null;
};

/** An entity annotation, and the tab whose page is looked through; `null` for the tab that the call comes from. */
export type MentionsOf = { readonly id: string; readonly tabId: number | null };

/** `catalogue` is `null` where the browser's own choice of language is the reader's. */
export type ReaderSettings = { readonly settings: Settings; readonly catalogue: Catalogue | null };

/** A name that the reader rejected: wherever it stands in the article, or at one spot of it. */
export type Rejection = NameOfType & { readonly spot: string | null };

/** What there is to learn of an article from its proposals; what was kept is learned where it is stored. */
export type LearnedPart = {
  readonly url: string;
  readonly lang: string;
  readonly rejected: readonly (Rejection & { readonly line: WordsInLine | null })[];
  readonly offered: readonly NameOfType[];
};

/** Calls that the background answers. */
export type ExtensionCalls = {
  /** `article` is `null` while the page still loads another article. */
  findPage: (
    input: PageClaims & { readonly article: Pick<ArticleRecord, 'title' | 'text'> | null },
  ) => FoundPage;
  /** Keeps the page itself, before anything is kept of it. */
  keepPage: (page: PageDraft) => { pageId: string };
  /** Keeps passages in one act; the marks are in the order of the passages. */
  createAnnotations: (draft: AnnotationsDraft) => { pageId: string; marks: readonly Mark[] } & Receipt;
  /** What a kept page says now; the version that it is, `null` when none is kept of it. */
  reportVersion: (input: { pageId: string; version: VersionDraft }) => { versionId: string | null };
  /** Gives an annotation another passage; from the page itself, which alone can describe one. */
  retargetAnnotation: (input: { id: string; selector: readonly Selector[] }) => { mark: Mark } & Receipt;
  /** Makes the passage of an annotation one piece longer; from the page itself too. */
  addPiece: (input: { id: string; selector: readonly Selector[] }) => { mark: Mark } & Receipt;
  removePiece: (input: { id: string; piece: PieceKey }) => Receipt;
  deleteAnnotation: (input: { id: string }) => Receipt;
  restoreAnnotation: (input: { id: string }) => Receipt;
  undoAct: (input: { actId: number }) => null;
  /** Brings the script with the page's UI into the page that asks. */
  loadPageUi: (input: null) => null;
  reportPlacement: (counts: PlacementCounts) => null;
  /** With the words of the language that the reader chose, where it is not the browser's. */
  readSettings: (input: null) => ReaderSettings;

  /** The annotation as the card edits it, with the language of its article. */
  readAnnotation: (input: { id: string }) => AnnotationView & { lang: string | null };
  editAnnotation: (patch: AnnotationPatch) => Receipt;
  /** Remembers that the reader was told what has changed up to this version, or takes that back. */
  noteVersion: (input: { versionId: string; isNoted: boolean }) => null;
  correctArticle: (input: { pageId: string; corrections: CorrectionPatch }) => Receipt;
  /** Makes one page of two: the first goes into the other. */
  mergePages: (input: { pageId: string; intoId: string }) => Receipt;
  /** Makes a page of its own of one of a page's addresses. */
  splitPage: (input: { pageId: string; url: string }) => Receipt;
  /** Remembers that two pages are different articles. */
  keepApart: (input: { pageId: string; otherId: string }) => Receipt;
  saveDraft: (input: { key: string; value: string }) => null;
  discardDraft: (input: { key: string }) => null;
  /** Answers all settings as they are then. */
  changeSettings: (patch: SettingsPatch) => Settings;
  /** Remembers what the reader rejected in an article, and what they were offered there. */
  learn: (input: LearnedPart) => null;
  takeRejectionBack: (input: { url: string; rejected: readonly Rejection[] }) => null;
  /** Lets a silenced name be proposed again, or silences it. */
  allowName: (input: NameOfType & { isAllowed: boolean }) => null;
  /** How the library is kept safe, and what happened to it. */
  readSafety: (input: null) => Safety;
  /** Makes a whole copy of the library now. */
  makeCopy: (input: null) => null;
  /** The reader has seen what happened to the library. */
  discardReport: (input: null) => null;
  /** What was left of a damaged library: gzip in base64. */
  readRemains: (input: null) => { gzip: string | null };
  listEntityNames: (input: null) => readonly NamedEntity[];
  /** Every entity to choose from, those that were used last before the others. */
  listKnownEntities: (input: null) => readonly ListedEntity[];
  /** Everything that is kept of an entity, or of the one that it was merged into. */
  readEntity: (input: { id: string }) => EntityAbout;
  editEntity: (patch: EntityPatch) => Receipt;
  /** Makes one entity of two: the first goes into the other. */
  mergeEntities: (input: { id: string; intoId: string }) => Receipt;
  splitEntity: (split: EntitySplit) => Receipt;
  deleteEntity: (input: { id: string }) => Receipt;
  /** Makes an entity the speaker of the quotes whose speaker was written down by one of its names. */
  takeOverSpeakers: (input: { id: string }) => Receipt;
  /** Asks Wikidata who or what goes by a name, where the reader allowed that; an answer is kept for a month. */
  lookUpEntity: (input: { name: string; lang: string }) => readonly WikidataEntry[];
  /** How many mentions of an annotation's entity on the page are not tagged yet; of a page itself its own tab. */
  countMentions: (input: MentionsOf) => { count: number };
  /** Tags them all in one act. */
  markMentions: (input: MentionsOf) => { count: number } & Receipt;
  listEntityTypes: (input: null) => readonly string[];
  addEntityType: (input: { name: string }) => null;
  removeEntityType: (input: { name: string }) => null;
  /** From the card in the page: its content's height in CSS pixels. */
  resizeCard: (input: { id: string; height: number }) => null;
  closeCard: (input: CardResult) => null;
  /** From the card: how its annotation stands in the page around it. */
  readPlacement: (input: { id: string }) => CardPlace;
  /** From the card: to the annotation before or after it at the same place; `receipt` as in `closeCard`. */
  stepCard: (input: CardStep) => null;
  /** From the frame that names an entity: the words selected in the page around it. */
  readPassage: (input: null) => { words: string };
  /** Keeps the selection of the page around the frame as an entity. */
  keepNamed: (input: { subject: NamedEntity }) => null;
  /** From the card in the page: the reader wants to change the passage. */
  changePassage: (input: { id: string }) => null;
  /** From the frame that hears the keys of the caret. */
  moveCaret: (input: CaretCall) => CaretView;
};

/** How many of a page's annotations were found on it, and how many were not. */
export type PlacementCounts = { readonly placed: number; readonly lost: number };

/** Where an annotation was found, and what the reader is to know about that. */
export type Placement =
  | { readonly id: string; readonly status: 'exact' | 'moved' }
  /** `words`: what stands there now, cut off where it is very long. */
  | { readonly id: string; readonly status: 'altered'; readonly words: string }
  | {
      readonly id: string;
      readonly status: 'orphan';
      readonly reason: 'deleted' | 'ambiguous';
      readonly candidates: readonly Candidate[];
    };

/** A place that a lost annotation may belong to, the likeliest first. */
export type Candidate = {
  /** Offsets into the page text as it is now, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** A little of the text on each side. */
  readonly before: string;
  readonly after: string;
};

/** What the popup shows of an article. */
export type ArticleSummary = Omit<ArticleRecord, 'text'>;

/** What a page side answers when it is asked how its page stands. */
export type PageStatus = {
  /** `practice`: our own article to try things on. */
  readonly state: 'article' | 'no-article' | 'too-large' | 'not-a-page' | 'practice';
  readonly article: ArticleSummary;
  /** From 0 to 1, how much of the article was read; `null` where all of it probably was. */
  readonly coverage: number | null;
  readonly pageId: string | null;
  /** Another page of the library that may be the same article. */
  readonly doubt: string | null;
  /** The version in the library that the page's text is now; `null` when nothing is kept of it, or read well enough. */
  readonly versionId: string | null;
  /** The selected words, trimmed; `null` when nothing is selected. */
  readonly selection: string | null;
  readonly placements: readonly Placement[];
  /** Whether the reader hid all highlights on this visit. */
  readonly isHidden: boolean;
  /** Differs when anything but the placements does; a view that follows the page asks again then. */
  readonly standing: string;
  /** A failure while the page's annotations were looked up, as a code; `null` when all went well. */
  readonly failure: FailureCode | null;
};

/** Calls that the page side answers. */
export type PageCalls = {
  /** `isReaders`: asked by a click of the reader, not by a view that follows the page. */
  getStatus: (input: { isReaders: boolean }) => PageStatus;
  keepSelection: (choice: KeepChoice) => { id: string } & Receipt;
  /** Keeps the page itself and answers its id in the library. */
  keepPage: (input: null) => { pageId: string };
  /** The article with what is kept of it, for the reader view; it is told what of it is in view from then on. */
  readArticle: (input: null) => ReadArticle;
  /** Keeps words chosen in the reader view, from the first piece to the last. */
  keepSpan: (input: { choice: KeepChoice; pieces: readonly ReadPiece[] }) => { id: string } & Receipt;
  /**
   * Keeps several passages in one act, which one step takes back: all with one choice, or each with its own. What is
   * not on the page any more fails, by its place in the list; the others are kept.
   */
  keepSpans: (input: {
    choice: KeepChoice | readonly KeepChoice[];
    passages: readonly (readonly ReadPiece[])[];
  }) => { ids: readonly string[]; failed: readonly number[] } & Receipt;
  showAnnotation: (input: { id: string }) => boolean;
  /** Goes to a block of the article, by its offset in the last `readArticle`. */
  showBlock: (input: { start: number }) => boolean;
  /** Shows a passage by its words; false when they are not on the page, or not in one place. */
  showPassage: (input: { words: string }) => boolean;
  /** Goes to the annotation after or before the one shown last. */
  walk: (input: { step: 1 | -1 }) => null;
  /** Hides or shows what is painted; `null` for the other of what it is now. */
  hideHighlights: (input: { isHidden: boolean | null }) => null;
  /** Gives an annotation the place of a candidate; the selection's where there is none. */
  attachAnnotation: (input: { id: string; candidate: Candidate | null }) => Receipt;
  openCard: (input: { id: string }) => boolean;
  annotationsChanged: (input: { pageId: string }) => null;
  settingsChanged: (input: null) => null;
  /** Says in the page what was kept, with the way back. */
  showKept: (input: { id: string; kind: AnnotationKind } & Receipt) => null;
  /** Says in the page what went wrong. */
  showFailure: (input: { code: FailureCode }) => null;
  focusToolbar: (input: null) => boolean;
  readPlacement: (input: { id: string }) => CardPlace;
  stepCard: (input: CardStep) => null;
  readPassage: (input: null) => { words: string };
  keepNamed: (input: { subject: NamedEntity }) => null;
  resizeCard: (input: { id: string; height: number }) => null;
  closeCard: (input: CardResult) => null;
  /** Lets the reader walk the text by keyboard; false where there is none. */
  startCaret: (input: null) => boolean;
  changePassage: (input: { id: string }) => boolean;
  moveCaret: (input: CaretCall) => CaretView;
};

/** Calls that the script with the page's UI answers by itself, which pages without any of it do without. */
export type PageUiCalls = {
  /** Draws what could be kept, in the place of what was drawn before. */
  drawProposals: (input: { pieces: readonly ReadPiece[] }) => null;
  /** Goes to some words and draws the eye to them; false when they are not on the page. */
  showProposal: (input: { piece: ReadPiece }) => boolean;
};
