import type { AnnotationKind, Colour } from '../model/annotation.ts';
import type { ArticleRecord } from '../model/page.ts';
import type { Selector } from '../model/selector.ts';

/** What the page side may know of an annotation: where it is and how it looks, never what was noted. */
export type Mark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly selector: readonly Selector[];
};

/** A name that the reader gave, with the entity type they chose for it. */
export type NamedEntity = { readonly name: string; readonly type: string };

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
  /** Further addresses of the same article that the page declares (canonical, AMP). */
  readonly aliases: readonly string[];
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

/** One annotation as the editor shows it. */
export type AnnotationView = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly quote: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly speaker: string;
  readonly subject: NamedEntity | null;
  /** What was typed and not saved yet, by field. */
  readonly draft: AnnotationTextDraft | null;
};

/** Text in the editor's fields, not yet saved. */
export type AnnotationTextDraft = {
  readonly note: string;
  readonly tags: string;
  readonly speaker: string;
  readonly subject: string;
};

/** Calls that the background answers. */
export type ExtensionCalls = {
  findPage: (input: { aliases: readonly string[] }) => { pageId: string | null; marks: readonly Mark[] };
  createAnnotation: (draft: AnnotationDraft) => { pageId: string; mark: Mark } & Receipt;
  /** The only change that the page side may make: how an annotation of its own page looks. */
  restyleAnnotation: (input: { id: string; kind?: AnnotationKind; colour?: Colour }) => Receipt;
  deleteAnnotation: (input: { id: string }) => Receipt;
  undoAct: (input: { actId: number }) => null;
  reportPlacement: (input: { placed: number; lost: number }) => null;

  readAnnotation: (input: { id: string }) => AnnotationView;
  editAnnotation: (patch: AnnotationPatch) => Receipt;
  saveDraft: (input: { key: string; value: string }) => null;
  discardDraft: (input: { key: string }) => null;
  listEntityNames: (input: null) => readonly NamedEntity[];
  listEntityTypes: (input: null) => readonly string[];
  addEntityType: (input: { name: string }) => null;
  /** From the card in the page: its content's height in CSS pixels. */
  resizeCard: (input: { height: number }) => null;
  closeCard: (input: { undo: Receipt | null }) => null;
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
  readonly failure: string | null;
};

/** Calls that the page side answers. */
export type PageCalls = {
  getStatus: (input: null) => PageStatus;
  keepSelection: (choice: KeepChoice) => { id: string } & Receipt;
  showAnnotation: (input: { id: string }) => boolean;
  openCard: (input: { id: string }) => boolean;
  annotationsChanged: (input: { pageId: string }) => null;
  focusToolbar: (input: null) => boolean;
  resizeCard: (input: { height: number }) => null;
  closeCard: (input: { undo: Receipt | null }) => null;
};
