import { callExtension, callPage } from '../messaging/send.ts';
import type { Candidate } from '../messaging/protocol.ts';
import { Failure } from '../model/failure.ts';
import type { AnnotationKind, Colour } from '../model/annotation.ts';
import type { AnnotationTextDraft, NamedEntity } from '../model/view.ts';
import type { Translator } from '../i18n/translator.ts';
import { keepDraft } from './drafts.ts';
import type { Outcomes } from './use-outcome.ts';

type EditedText = {
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly speaker?: string;
  readonly subject?: NamedEntity;
};

/** What a list of kept annotations can do, each act with its outcome told by `run`. */
export function createAnnotationActs(tabId: number, run: Outcomes['run'], { t }: Translator) {
  return {
    show: (id: string) =>
      void run(async () => {
        if (!(await callPage(tabId, 'showAnnotation', { id }))) throw new Failure('pageUnreachable');
        return null;
      }, ''),
    remove: (id: string) =>
      void run(async () => await callExtension('deleteAnnotation', { id }), t('deleted')),
    restyle: (id: string, style: { kind?: AnnotationKind; colour?: Colour }) =>
      void run(async () => await callExtension('editAnnotation', { id, ...style }), t('savedChanges')),
    save: (id: string, edited: EditedText, onDone: () => void) =>
      void run(async () => {
        const receipt = await callExtension('editAnnotation', { id, ...edited });
        keepDraft(id, null);
        onDone();
        return receipt;
      }, t('savedChanges')),
    draft: (id: string, draft: AnnotationTextDraft | null) => keepDraft(id, draft),
    addType: (name: string) => void run(async () => await callExtension('addEntityType', { name }), ''),
    attach: (id: string, candidate: Candidate | null) =>
      void run(async () => await callPage(tabId, 'attachAnnotation', { id, candidate }), t('attached')),
  };
}
