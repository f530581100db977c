import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Candidate, Placement } from '../utils/messaging/protocol.ts';
import type { AnnotationKind, Colour } from '../utils/model/annotation.ts';
import type { PieceKey } from '../utils/model/pieces.ts';
import type { AnnotationTextDraft, AnnotationView, EditedText, NamedEntity } from '../utils/model/view.ts';
import { AnnotationEditor } from './AnnotationEditor.tsx';
import { AnnotationItem } from './AnnotationItem.tsx';
import { Candidates } from './Candidates.tsx';
import { useGradual } from './gradual.ts';
import { MarkMentions } from './MarkMentions.tsx';
import { memo } from './memo.tsx';
import { useText } from './text.ts';

/** What can be done with a kept annotation. */
export type AnnotationActs = {
  readonly show: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly copyLink: (id: string) => void;
  readonly restyle: (id: string, style: { kind?: AnnotationKind; colour?: Colour }) => void;
  /** `onDone` is called once it is durable. */
  readonly save: (id: string, text: EditedText, onDone: () => void) => void;
  readonly draft: (id: string, draft: AnnotationTextDraft | null) => void;
  readonly removePiece: (id: string, piece: PieceKey) => void;
  readonly addType: (name: string) => void;
  /** Tags what else on the page names the entity of an annotation; absent where there is no page. */
  readonly countMentions?: (id: string) => Promise<number>;
  readonly markMentions?: (id: string, count: number) => void;
  /** Attaches a lost annotation to a candidate, or to what is selected on the page. */
  readonly attach: (id: string, candidate: Candidate | null) => void;
};

export type KeptListsProps = {
  readonly kept: readonly AnnotationView[];
  readonly placements: readonly Placement[];
  readonly lang: string | undefined;
  readonly ownTypes: readonly string[];
  readonly knownEntities: readonly NamedEntity[];
  /** The words selected on the page, which a lost annotation can be attached to. */
  readonly selection: string | null;
  /** Annotations that the reader sees on the page right now. */
  readonly visibleIds?: ReadonlySet<string>;
  /** Shown in the place of the list while nothing is in it. */
  readonly emptyText: string;
  /** The same object as long as it does the same, so that a long list need not render anew. */
  readonly acts: AnnotationActs;
};

/** What is kept of an article: what was found on the page, then what was not, with its words. */
export function KeptLists(props: KeptListsProps): JSX.Element {
  const { kept, placements } = props;
  const { t, plural } = useText();
  const placementOf = new Map(placements.map((placement) => [placement.id, placement]));
  const isLost = ({ id }: AnnotationView): boolean => placementOf.get(id)?.status === 'orphan';
  const lost = kept.filter(isLost);
  const found = kept.filter((annotation) => !isLost(annotation));
  const list = (annotations: readonly AnnotationView[]): JSX.Element => (
    <KeptList {...props} kept={annotations} placementOf={placementOf} />
  );
  return (
    <>
      <section class="kept" aria-labelledby="kept-title">
        <h2 id="kept-title">
          {t('keptTitle')}
          {kept.length > 0 && <span class="count">{plural('keptCount', kept.length)}</span>}
        </h2>
        {kept.length === 0 && <p class="hint">{props.emptyText}</p>}
        {list(found)}
      </section>
      {lost.length > 0 && (
        <section class="kept lost" aria-labelledby="lost-title">
          <h2 id="lost-title">{t('lostTitle')}</h2>
          <p class="hint">{t('lostHint')}</p>
          {list(lost)}
        </section>
      )}
    </>
  );
}

/** Pixels that an item takes up most often, for those still to come. */
const itemHeight = 96;

type KeptListProps = Omit<KeptListsProps, 'placements'> & {
  readonly placementOf: ReadonlyMap<string, Placement>;
};

function KeptList({ kept, placementOf, ...props }: KeptListProps): JSX.Element {
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = useCallback((id: string) => setOpenId((open) => (open === id ? null : id)), []);
  const shown = useGradual(kept.map(({ id }) => id));
  const isLost = ({ id }: AnnotationView): boolean => placementOf.get(id)?.status === 'orphan';
  return (
    // What comes below must not move while the list fills.
    <ul class="items" style={{ paddingBlockEnd: `${(kept.length - shown.size) * itemHeight}px` }}>
      {kept
        .filter(({ id }) => shown.has(id))
        .map((annotation) => (
          <KeptItem
            key={annotation.id}
            annotation={annotation}
            placement={placementOf.get(annotation.id) ?? null}
            lang={props.lang}
            ownTypes={props.ownTypes}
            knownEntities={props.knownEntities}
            selection={isLost(annotation) ? props.selection : null}
            isVisible={props.visibleIds?.has(annotation.id) === true}
            isOpen={openId === annotation.id}
            onToggle={toggle}
            acts={props.acts}
          />
        ))}
    </ul>
  );
}

export type KeptItemProps = Pick<
  KeptListsProps,
  'lang' | 'ownTypes' | 'knownEntities' | 'selection' | 'acts'
> & {
  readonly annotation: AnnotationView;
  /** `null` until the page has said where it is. */
  readonly placement: Placement | null;
  readonly isOpen: boolean;
  readonly isVisible: boolean;
  readonly onToggle: (id: string) => void;
};

/** One kept annotation with everything that can be done with it. */
export const KeptItem = memo(function KeptItem(props: KeptItemProps): JSX.Element {
  const { annotation, placement, isOpen, acts } = props;
  const { id } = annotation;
  const toggle = (): void => props.onToggle(id);
  return (
    <AnnotationItem
      annotation={annotation}
      placement={placement}
      lang={props.lang}
      isOpen={isOpen}
      isVisible={props.isVisible}
      onToggle={toggle}
      onShow={placement?.status === 'orphan' ? undefined : () => acts.show(id)}
      onCopyLink={() => acts.copyLink(id)}
      onDelete={() => acts.remove(id)}
    >
      {placement?.status === 'orphan' && (
        <Candidates
          candidates={placement.candidates}
          selection={props.selection}
          lang={props.lang}
          onAttach={(candidate) => acts.attach(id, candidate)}
        />
      )}
      {annotation.kind === 'entity' && acts.countMentions !== undefined && (
        <MarkMentions
          annotation={annotation}
          count={acts.countMentions}
          onMark={(count) => acts.markMentions?.(id, count)}
        />
      )}
      <AnnotationEditor
        annotation={annotation}
        lang={props.lang}
        ownTypes={props.ownTypes}
        knownEntities={props.knownEntities}
        onRestyle={(style) => acts.restyle(id, style)}
        onSave={(edited) => acts.save(id, edited, toggle)}
        onDraft={(draft) => acts.draft(id, draft)}
        onDelete={() => acts.remove(id)}
        onRemovePiece={(piece) => acts.removePiece(id, piece)}
        onAddType={acts.addType}
      />
    </AnnotationItem>
  );
});
