import { readAnnotation } from '../db/annotations.ts';
import type { Library } from '../db/database.ts';
import { passageLink } from '../export/passage-link.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import type { Candidate } from '../messaging/protocol.ts';
import { Failure } from '../model/failure.ts';
import type { AnnotationKind, Colour } from '../model/annotation.ts';
import type { PieceKey } from '../model/pieces.ts';
import type { AnnotationTextDraft, EditedText } from '../model/view.ts';
import type { Translator } from '../i18n/translator.ts';
import { copyText } from './deliver.ts';
import { keepDraft } from './drafts.ts';
import type { Outcomes } from './use-outcome.ts';

/** What a list of kept annotations can do, each act with its outcome told by `run`. */
export function createAnnotationActs(
  library: Library,
  tabId: number,
  { run, text: { t, plural } }: { readonly run: Outcomes['run']; readonly text: Translator },
) {
  return {
    show: (id: string) =>
      void run(async () => {
        if (!(await callPage(tabId, 'showAnnotation', { id }))) throw new Failure('pageUnreachable');
        return null;
      }, ''),
    remove: (id: string) =>
      void run(async () => await callExtension('deleteAnnotation', { id }), t('deleted')),
    copyLink: (id: string) =>
      void run(async () => {
        const annotation = await readAnnotation(library, id);
        if (annotation === null) throw new Failure('annotationGone');
        const { source, selector, pieces } = annotation.target;
        await copyText(passageLink(source, selector, pieces));
        return null;
      }, t('linkCopied')),
    restyle: (id: string, style: { kind?: AnnotationKind; colour?: Colour }) =>
      void run(async () => await callExtension('editAnnotation', { id, ...style }), t('savedChanges')),
    save: (id: string, edited: EditedText, onDone: () => void) =>
      void run(async () => {
        const receipt = await callExtension('editAnnotation', { id, ...edited });
        keepDraft(id, null);
        onDone();
        return receipt;
      }, t('savedChanges')),
    removePiece: (id: string, piece: PieceKey) =>
      void run(async () => await callExtension('removePiece', { id, piece }), t('savedChanges')),
    draft: (id: string, draft: AnnotationTextDraft | null) => keepDraft(id, draft),
    addType: (name: string) => void run(async () => await callExtension('addEntityType', { name }), ''),
    countMentions: async (id: string) => (await callExtension('countMentions', { id, tabId })).count,
    markMentions: (id: string, count: number) =>
      void run(
        async () => await callExtension('markMentions', { id, tabId }),
        plural('markedMentions', count),
      ),
    attach: (id: string, candidate: Candidate | null) =>
      void run(async () => await callPage(tabId, 'attachAnnotation', { id, candidate }), t('attached')),
  };
}
