import type { ComponentChildren, JSX } from 'preact';
import type { Placement } from '../utils/messaging/protocol.ts';
import type { AnnotationView } from '../utils/model/view.ts';
import { AnnotationMeta } from './AnnotationMeta.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { MarkdownNote } from './MarkdownNote.tsx';
import { PassageDiff } from './PassageDiff.tsx';
import { useText } from './text.ts';

export type AnnotationItemProps = {
  readonly annotation: AnnotationView;
  /** Language of the article, so that a screen reader reads the quote in it. */
  readonly lang?: string | undefined;
  /** How it was found on the page; `null` where nobody looked. */
  readonly placement?: Placement | null;
  readonly isOpen: boolean;
  /** Whether the reader sees its words on the page right now. */
  readonly isVisible?: boolean;
  readonly onToggle: () => void;
  /** Absent for an annotation that was not found on the page. */
  readonly onShow?: (() => void) | undefined;
  readonly onCopyLink: () => void;
  readonly onDelete: () => void;
  /** The editor, shown while the item is open. */
  readonly children?: ComponentChildren;
};

const orphanMessages = { deleted: 'lostDeleted', ambiguous: 'lostAmbiguous' } as const;

/** One kept annotation in a list: its words, who said or what it names, note and tags, and its acts. */
export function AnnotationItem(props: AnnotationItemProps): JSX.Element {
  const { annotation, isOpen } = props;
  const { t } = useText();
  return (
    <li class={`item mark-${annotation.colour}${props.isVisible === true ? ' item-visible' : ''}`}>
      <div class="item-head">
        <div class="item-body">
          <blockquote class="item-words" lang={props.lang}>
            {annotation.quote}
          </blockquote>
          <AnnotationMeta annotation={annotation} />
          {props.placement?.status === 'altered' && (
            <PassageDiff before={annotation.quote} after={props.placement.words} lang={props.lang} />
          )}
          {props.placement?.status === 'orphan' && (
            <p class="item-note">{t(orphanMessages[props.placement.reason])}</p>
          )}
          {annotation.note !== '' && !isOpen && <MarkdownNote markdown={annotation.note} isClamped />}
        </div>
        <div class="item-acts">
          {props.onShow !== undefined && <Act icon={icons.show} name={t('actShow')} onPress={props.onShow} />}
          <Act
            icon={isOpen ? icons.close : icons.edit}
            name={t(isOpen ? 'actClose' : 'actEdit')}
            isOpen={isOpen}
            onPress={props.onToggle}
          />
          <Act icon={icons.link} name={t('actCopyLink')} onPress={props.onCopyLink} />
          <Act icon={icons.remove} name={t('actDelete')} onPress={props.onDelete} />
        </div>
      </div>
      {isOpen && props.children}
    </li>
  );
}

type ActProps = {
  readonly icon: string;
  readonly name: string;
  readonly isOpen?: boolean;
  readonly onPress: () => void;
};

function Act({ icon, name, isOpen, onPress }: ActProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      title={name}
      aria-label={name}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <Icon path={icon} />
    </button>
  );
}
