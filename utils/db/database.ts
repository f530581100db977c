import { Dexie, type Collection, type Table } from 'dexie';
import { speakerOf, type Annotation, type AnnotationEdit } from '../model/annotation.ts';
import { entityKeyOf, entityKeysOf, type Entity, type EntityFields } from '../model/entity.ts';
import { emptyArticle, type ArticleRecord, type Page } from '../model/page.ts';
import type { LearnedName, Lesson } from '../model/learned.ts';
import type { Version } from '../model/version.ts';
import { sketchOf } from '../extraction/sketch.ts';

/** An annotation with what it refers to spread out for the indexes. */
export type AnnotationRow = Annotation & {
  readonly entityIds: readonly string[];
  /** The folded name of a speaker who is no entity; absent, and so in no index, where there is none. */
  readonly speakerKey?: string;
};

/**
 * An entity with its name folded, and all of its names. One that is deleted or was merged into another has neither,
 * so no index leads to it: it is there for undo, and for what still points at it.
 */
export type EntityRow = Entity & { readonly key?: string; readonly keys?: readonly string[] };

/** A page with the numbers by which copies of its text are found. */
export type PageRow = Page & { readonly sketch: readonly number[] };

export type ActKind = 'create' | 'change' | 'delete' | 'undo';

/**
 * One stored change of an annotation, written in the same transaction as the change.
 * `undoAct` goes back by it; rows are kept as long as deleted annotations are.
 */
export type AnnotationAct = {
  readonly id: number;
  readonly kind: ActKind;
  readonly annotationId: string;
  readonly pageId: string;
  readonly before: Annotation | null;
  readonly after: Annotation;
  readonly at: string;
  /** The act that this one took back. */
  readonly undoOf?: number;
};

/** A page before or after an act, `null` where there was none. The article is there for pages that come or go. */
export type PageState = {
  readonly id: string;
  readonly page: (Omit<Page, 'article'> & { readonly article?: ArticleRecord }) | null;
};

/** An annotation that went from one page to another. */
export type Move = { readonly annotationId: string; readonly from: string; readonly to: string };

/** A version that went from one page to another. */
export type VersionMove = { readonly versionId: string; readonly from: string; readonly to: string };

/** One stored change of pages: a correction, a merge or a split. Both lists hold the same pages in the same order. */
export type PageAct = {
  readonly id: number;
  readonly kind: 'page';
  readonly pageId: string;
  readonly before: readonly PageState[];
  readonly after: readonly PageState[];
  readonly moved: readonly Move[];
  /** Absent where none went, and in acts older than versions. */
  readonly movedVersions?: readonly VersionMove[];
  readonly at: string;
  /** The act that this one took back. */
  readonly undoOf?: number;
};

/** What a reader changes in an annotation, each field by itself: one array of bodies holds four of them. */
export type AnnotationFields = Required<AnnotationEdit> & Pick<Annotation, 'deleted'>;

/** The fields of an annotation that an act changed; before it made one there was `null`. */
export type AnnotationFieldChange = {
  readonly annotationId: string;
  readonly pageId: string;
  readonly before: Partial<AnnotationFields> | null;
  readonly after: Partial<AnnotationFields>;
};

/** The fields of an entity that an act changed; before it made one there was `null`. */
export type EntityFieldChange = {
  readonly entityId: string;
  readonly before: Partial<EntityFields> | null;
  readonly after: Partial<EntityFields>;
};

export const groupDeeds = ['keep', 'edit', 'merge', 'split', 'delete', 'takeOver'] as const;
/** What a reader did to several annotations, or to an entity, at once. */
export type GroupDeed = (typeof groupDeeds)[number];

/** One stored change of several annotations, of entities, or of both: all of it is taken back by one step. */
export type GroupAct = {
  readonly id: number;
  readonly kind: 'group';
  readonly deed: GroupDeed;
  /** The words or the name that tell the reader what it was about. */
  readonly about: string;
  readonly annotations: readonly AnnotationFieldChange[];
  readonly entities: readonly EntityFieldChange[];
  /** Of all annotations in it, for the index. */
  readonly annotationIds: readonly string[];
  readonly at: string;
  /** The act that this one took back. */
  readonly undoOf?: number;
};

export type ActRow = AnnotationAct | PageAct | GroupAct;
type NewAct = Omit<AnnotationAct, 'id'> | Omit<PageAct, 'id'> | Omit<GroupAct, 'id'>;

/** What a service that the reader asked has answered. */
export type LookupRow = { readonly key: string; readonly value: unknown; readonly at: string };

/** Text typed and not yet saved. */
export type DraftRow = { readonly key: string; readonly value: string; readonly modified: string };

/** Rows that a query finds, not read yet. */
export type Rows<T> = Collection<T, string>;

export type SettingRow = { readonly key: string; readonly value: unknown };

/** Weights as plain data, as the tagger has them. They fit only the model that they were learned beside. */
export type WeightsData = {
  readonly size: number;
  readonly slots: Int32Array;
  readonly changes: Float32Array;
  readonly steps: Float32Array;
  readonly lessons: number;
};

/** What was learned of the reader's decisions: a name, the decisions on one article, the weights of a language. */
export type LearnedRow = { readonly key: string } & (
  | { readonly kind: 'name'; readonly value: LearnedName }
  /** The key holds a hash of the article's address, never the address. */
  | {
      readonly kind: 'lesson';
      readonly lesson: Lesson;
      /** Of its decisions, for the index. */
      readonly actIds: readonly number[];
      readonly at: string;
    }
  | { readonly kind: 'weights'; readonly model: string; readonly data: WeightsData }
);

/** The reader's library. It lives in the extension's origin; a page never opens it. */
export class Library extends Dexie {
  declare readonly pages: Table<PageRow, string>;
  declare readonly annotations: Table<AnnotationRow, string>;
  declare readonly entities: Table<EntityRow, string>;
  declare readonly acts: Table<ActRow, number, NewAct>;
  declare readonly versions: Table<Version, string>;
  declare readonly learned: Table<LearnedRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly lookups: Table<LookupRow, string>;

  constructor(name = 'pressmark') {
    // With the default durability a power cut loses writes that were acknowledged; strict costs about
    // 2 ms a write. Dexie passes the option on in every browser, whatever its name says.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      pages: 'id, *urls, visited',
      annotations: 'id, pageId, modified, deleted, *entityIds',
      entities: 'id, key, [key+type]',
      acts: '++id, annotationId, at',
      drafts: 'key, modified',
      settings: 'key',
    });
    this.version(2)
      .stores({ pages: 'id, *urls, visited, *sketch, *apart' })
      .upgrade(async (transaction) => {
        await transaction.table<PageRow>('pages').toCollection().modify(completePage);
      });
    // What an older library has of an article's text has lost which block is what, captions among them: compared with
    // it, every page would seem changed. So its pages get their first version on the next visit.
    this.version(3).stores({ versions: 'id, [pageId+lastSeen]' });
    this.version(4)
      .stores({
        annotations: 'id, pageId, modified, deleted, *entityIds, speakerKey',
        entities: 'id, key, *keys',
        acts: '++id, annotationId, *annotationIds, at',
        lookups: 'key, at',
      })
      .upgrade(async (transaction) => {
        await transaction.table<EntityRow>('entities').toCollection().modify(completeEntity);
        await transaction.table<AnnotationRow>('annotations').toCollection().modify(completeAnnotation);
      });
    this.version(5).stores({ learned: 'key, kind, *actIds' });
    // A newer version waits for us to let go. Writing on with the old schema would damage its rows.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      // Dexie's own handler would run next, and let the database open again with the next query.
      return false;
    });
  }
}

/** What an older version did not know of a page is as if it had not been read. */
function completePage(row: { -readonly [Key in keyof PageRow]?: PageRow[Key] }): void {
  row.article = { ...emptyArticle, ...row.article };
  row.corrections ??= {};
  row.apart ??= [];
  row.sketch ??= sketchOf(row.article.text);
}

/** Before, an entity was a name and a type. */
function completeEntity(row: { -readonly [Key in keyof EntityRow]?: EntityRow[Key] }): void {
  row.aliases ??= [];
  row.note ??= '';
  row.wikidata ??= null;
  row.mergedInto ??= null;
  row.deleted ??= null;
  row.keys ??= entityKeysOf({ name: row.name ?? '', aliases: row.aliases });
}

function completeAnnotation(row: { -readonly [Key in keyof AnnotationRow]?: AnnotationRow[Key] }): void {
  const speaker = speakerOf({ body: row.body ?? [] });
  if (speaker?.type === 'text') row.speakerKey = entityKeyOf(speaker.name);
}
