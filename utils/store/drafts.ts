import { callExtension } from '../messaging/send.ts';
import type { ArticleDraft } from '../model/article-draft.ts';
import { entityDraftKeyOf, type EntityDraft } from '../model/entity-about.ts';
import type { SelectionDraft } from '../model/selection-draft.ts';
import { draftKeyOf, type AnnotationTextDraft } from '../model/view.ts';

/** Keeps unsaved text of an annotation's editor, `null` when there is none any more. */
export function keepDraft(annotationId: string, draft: AnnotationTextDraft | null): void {
  keep(draftKeyOf(annotationId), draft);
}

/** Keeps what was typed for a selection that is not kept yet, `null` once it is. */
export function keepSelectionDraft(key: string, draft: SelectionDraft | null): void {
  keep(key, draft);
}

/** Keeps details of an article as typed, `null` when there is nothing unsaved any more. */
export function keepArticleDraft(key: string, draft: ArticleDraft | null): void {
  keep(key, draft);
}

/** Keeps what was typed of an entity, `null` when there is nothing unsaved any more. */
export function keepEntityDraft(id: string, draft: EntityDraft | null): void {
  keep(entityDraftKeyOf(id), draft);
}

/**
 * Called with every keystroke: a popup closes without warning. Losing a draft is not worth a sentence in the
 * middle of typing; saving will tell when storage fails.
 */
function keep(key: string, draft: object | null): void {
  const call =
    draft === null
      ? callExtension('discardDraft', { key })
      : callExtension('saveDraft', { key, value: JSON.stringify(draft) });
  call.catch((error: unknown) => console.warn(error));
}
