import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation } from '../model/annotation.ts';
import type { Entity } from '../model/entity.ts';
import type { Page } from '../model/page.ts';

/** An annotation with the ids it refers to spread out for the index. */
export type AnnotationRow = Annotation & { readonly entityIds: readonly string[] };

/** An entity with the folded name that two spellings share. */
export type EntityRow = Entity & { readonly key: string };

export type ActKind = 'create' | 'change' | 'delete' | 'undo';

/**
 * One stored change of an annotation, written in the same transaction as the change.
 * `undoAct` goes back by it; rows are kept as long as deleted annotations are.
 */
export type ActRow = {
  readonly id: number;
  readonly kind: ActKind;
  readonly annotationId: string;
  readonly pageId: string;
  readonly before: Annotation | null;
  readonly after: Annotation;
  readonly at: string;
};

/** Text typed and not yet saved. */
export type DraftRow = { readonly key: string; readonly value: string; readonly modified: string };

export type SettingRow = { readonly key: string; readonly value: unknown };

/** The reader's library. It lives in the extension's origin; a page never opens it. */
export class Library extends Dexie {
  declare readonly pages: Table<Page, string>;
  declare readonly annotations: Table<AnnotationRow, string>;
  declare readonly entities: Table<EntityRow, string>;
  declare readonly acts: EntityTable<ActRow, 'id'>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly settings: Table<SettingRow, string>;

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
    // A newer version waits for us to let go. Writing on with the old schema would damage its rows.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      // Dexie's own handler would run next, and let the database open again with the next query.
      return false;
    });
  }
}
