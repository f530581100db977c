import type { AnnotationKind, Colour } from '../model/annotation.ts';
import type { FailureCode } from '../model/failure.ts';
import type { ArticleRecord } from '../model/page.ts';
import type { Selector } from '../model/selector.ts';
import type { AnnotationView, NamedEntity } from '../model/view.ts';

/** What the page side may know of an annotation: where it is and how it looks, never what was noted. */
export type Mark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly selector: readonly Selector[];
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
export type PageDraft = {
  /** The address that the page declares for its article; the background decides whether to believe it. */
  readonly canonicalUrl: string | null;
  readonly article: ArticleRecord;
};

export type AnnotationDraft = KeepChoice & {
  /** Made by the page side, so that a call repeated after a lost answer stores nothing twice. */
  readonly id: string;
  readonly selector: readonly Selector[];
  readonly page: PageDraft;
};

/** A stored change that can be taken back with `undoAct`. */
export type Receipt = { readonly actId: number };

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

/** Calls that the background answers. */
export type ExtensionCalls = {
  findPage: (input: { canonicalUrl: string | null }) => { pageId: string | null; marks: readonly Mark[] };
  createAnnotation: (draft: AnnotationDraft) => { pageId: string; mark: Mark } & Receipt;
  deleteAnnotation: (input: { id: string }) => Receipt;
  undoAct: (input: { actId: number }) => null;
  reportPlacement: (input: { placed: number; lost: number }) => null;

  /** The annotation as the card edits it, with the language of its article. */
  readAnnotation: (input: { id: string }) => AnnotationView & { lang: string | null };
  editAnnotation: (patch: AnnotationPatch) => Receipt;
  saveDraft: (input: { key: string; value: string }) => null;
  discardDraft: (input: { key: string }) => null;
  listEntityNames: (input: null) => readonly NamedEntity[];
  listEntityTypes: (input: null) => readonly string[];
  addEntityType: (input: { name: string }) => null;
  removeEntityType: (input: { name: string }) => null;
  /** From the card in the page: its content's height in CSS pixels. */
  resizeCard: (input: { id: string; height: number }) => null;
  closeCard: (input: CardResult) => null;
};

/** How an annotation was found on this visit. */
export type PlacementStatus = 'exact' | 'moved' | 'altered' | 'orphan';

export type Placement = { readonly id: string; readonly status: PlacementStatus };

/** What the popup shows of an article. */
export type ArticleSummary = Omit<ArticleRecord, 'text'>;

export type PageStatus = {
  readonly state: 'article' | 'no-article' | 'too-large' | 'not-a-page';
  readonly article: ArticleSummary;
  readonly pageId: string | null;
  /** The selected words, trimmed; `null` when nothing is selected. */
  readonly selection: string | null;
  readonly placements: readonly Placement[];
  /** A failure while the page's annotations were looked up, as a code; `null` when all went well. */
  readonly failure: FailureCode | null;
};

/** Calls that the page side answers. */
export type PageCalls = {
  getStatus: (input: null) => PageStatus;
  keepSelection: (choice: KeepChoice) => { id: string } & Receipt;
  showAnnotation: (input: { id: string }) => boolean;
  openCard: (input: { id: string }) => boolean;
  annotationsChanged: (input: { pageId: string }) => null;
  /** Says in the page what was kept, with the way back. */
  showKept: (input: { id: string; kind: AnnotationKind } & Receipt) => null;
  /** Says in the page what went wrong. */
  showFailure: (input: { code: FailureCode }) => null;
  focusToolbar: (input: null) => boolean;
  resizeCard: (input: { id: string; height: number }) => null;
  closeCard: (input: CardResult) => null;
};
