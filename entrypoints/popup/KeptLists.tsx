import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { useText } from '../../components/text.ts';
import type { Placement } from '../../utils/messaging/protocol.ts';
import { callExtension, callPage } from '../../utils/messaging/send.ts';
import { Failure } from '../../utils/model/failure.ts';
import type { AnnotationView, NamedEntity } from '../../utils/model/view.ts';
import { keepDraft } from '../../utils/store/drafts.ts';
import type { Outcomes } from '../../utils/store/use-outcome.ts';

export type KeptListsProps = {
  readonly kept: readonly AnnotationView[];
  readonly placements: readonly Placement[];
  readonly lang: string | undefined;
  readonly tabId: number;
  readonly ownTypes: readonly string[];
  readonly knownEntities: readonly NamedEntity[];
  readonly run: Outcomes['run'];
};

/** What is kept of the article: in reading order, then what was not found on the page, with its words. */
export function KeptLists(props: KeptListsProps): JSX.Element {
  const { kept, placements } = props;
  const { t, plural } = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const placementOf = new Map(placements.map((placement) => [placement.id, placement]));
  const isLost = ({ id }: AnnotationView): boolean => placementOf.get(id)?.status === 'orphan';
  const lost = kept.filter(isLost);
  const found = kept.filter((annotation) => !isLost(annotation));
  const listItem = (annotation: AnnotationView): JSX.Element => (
    <KeptItem
      key={annotation.id}
      {...props}
      annotation={annotation}
      placement={placementOf.get(annotation.id) ?? null}
      isOpen={openId === annotation.id}
      onToggle={() => setOpenId(openId === annotation.id ? null : annotation.id)}
    />
  );
  return (
    <>
      <section class="kept" aria-labelledby="kept-title">
        <h2 id="kept-title">
          {t('keptTitle')}
          {kept.length > 0 && <span class="count">{plural('keptCount', kept.length)}</span>}
        </h2>
        {kept.length === 0 && <p class="hint">{t('keptNone')}</p>}
        <ul class="items">{found.map(listItem)}</ul>
      </section>
      {lost.length > 0 && (
        <section class="kept lost" aria-labelledby="lost-title">
          <h2 id="lost-title">{t('lostTitle')}</h2>
          <p class="hint">{t('lostHint')}</p>
          <ul class="items">{lost.map(listItem)}</ul>
        </section>
      )}
    </>
  );
}

type KeptItemProps = Omit<KeptListsProps, 'kept' | 'placements'> & {
  readonly annotation: AnnotationView;
  /** `null` until the page has said where it is. */
  readonly placement: Placement | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function KeptItem(props: KeptItemProps): JSX.Element {
  const { annotation, placement, isOpen, onToggle, tabId, run } = props;
  const { t } = useText();
  const { id } = annotation;
  const show = async (): Promise<null> => {
    if (!(await callPage(tabId, 'showAnnotation', { id }))) throw new Failure('pageUnreachable');
    return null;
  };
  const remove = (): void =>
    void run(async () => await callExtension('deleteAnnotation', { id }), t('deleted'));
  return (
    <AnnotationItem
      annotation={annotation}
      lang={props.lang}
      isOpen={isOpen}
      onToggle={onToggle}
      placement={placement}
      onShow={placement?.status === 'orphan' ? undefined : () => void run(show, '')}
      onDelete={remove}
    >
      <AnnotationEditor
        annotation={annotation}
        ownTypes={props.ownTypes}
        knownEntities={props.knownEntities}
        onRestyle={(style) =>
          void run(async () => await callExtension('editAnnotation', { id, ...style }), t('savedChanges'))
        }
        onSave={(edited) =>
          void run(async () => {
            const receipt = await callExtension('editAnnotation', { id, ...edited });
            keepDraft(id, null);
            onToggle();
            return receipt;
          }, t('savedChanges'))
        }
        onDraft={(draft) => keepDraft(id, draft)}
        onDelete={remove}
        onAddType={(name) => void run(async () => await callExtension('addEntityType', { name }), '')}
      />
    </AnnotationItem>
  );
}
