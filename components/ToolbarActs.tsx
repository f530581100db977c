import type { JSX } from 'preact';
import type { KeepChoice } from '../utils/messaging/protocol.ts';
import { defaultColours } from '../utils/model/annotation.ts';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import { ColourDots } from './ColourDots.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

/** The field of the card to go on with after something was kept. */
export type CardField = 'note' | 'tags';

/** What can be copied of a selection. */
export type CopyChoice = 'words' | 'link';

/** What a press in the toolbar asks for. */
export type ToolbarCallbacks = {
  readonly onKeep: (choice: KeepChoice, goOnWith?: CardField) => void;
  /** Opens the place where an entity is named; nothing is kept yet. */
  readonly onName: () => void;
  readonly onCopy: (choice: CopyChoice) => void;
  /** Grows the selection to whole sentences; absent where that can't be done. */
  readonly onGrow?: (() => void) | undefined;
  /** Adds the selection to the quote at hand; absent when none is. */
  readonly onAddPiece?: (() => void) | undefined;
};

type ActsProps = ToolbarCallbacks & {
  readonly isNarrow?: boolean;
  readonly onOpen: (panel: 'types' | 'more') => void;
};

/** Everything that one press can do with a selection; the rest is behind two of the buttons. */
export function ToolbarActs(props: ActsProps): JSX.Element {
  const { isNarrow = false, onKeep, onOpen, onAddPiece } = props;
  const { t } = useText();
  const keepNoted = (): void => onKeep(plainHighlight, 'note');
  return (
    <>
      {onAddPiece !== undefined && (
        <BarButton icon={icons.piece} name={t('toolbarPiece')} hasLabel={!isNarrow} onPress={onAddPiece} />
      )}
      <ColourDots onChoose={(colour) => onKeep({ kind: 'highlight', colour })} />
      <BarButton
        icon={icons.quote}
        name={t('kind_quote')}
        hasLabel={!isNarrow}
        onPress={() => onKeep({ kind: 'quote', colour: defaultColours.quote })}
      />
      <BarButton
        icon={icons.entity}
        name={t('kind_entity')}
        hasLabel={!isNarrow}
        opens="types"
        onPress={() => onOpen('types')}
      />
      <BarButton icon={icons.note} name={t('toolbarNote')} onPress={keepNoted} />
      {isNarrow ? (
        <BarButton icon={icons.more} name={t('toolbarMore')} opens="more" onPress={() => onOpen('more')} />
      ) : (
        <FurtherActs {...props} />
      )}
    </>
  );
}

/** The less used acts by themselves, for narrow windows. */
export function MoreActs(props: ToolbarCallbacks): JSX.Element {
  const { t } = useText();
  return (
    <span class="types" role="group" aria-label={t('toolbarMore')}>
      <FurtherActs {...props} hasLabels />
    </span>
  );
}

/** Names an entity by one press on its type; the selected words are the name then. */
export function EntityTypes({
  ownTypes,
  onKeep,
  onName,
}: ToolbarCallbacks & { readonly ownTypes: readonly string[] }): JSX.Element {
  const text = useText();
  const { t } = text;
  return (
    <span class="types" role="group" aria-label={t('toolbarTypes')}>
      <BarButton icon={icons.find} name={t('toolbarName')} hasLabel onPress={onName} />
      {allTypes(ownTypes).map((type) => (
        <button
          key={type}
          type="button"
          class="button button-quiet"
          onClick={() =>
            onKeep({ kind: 'entity', colour: defaultColours.entity, subject: { name: '', type } })
          }
        >
          {nameOfType(type, text)}
        </button>
      ))}
    </span>
  );
}

const plainHighlight: KeepChoice = { kind: 'highlight', colour: defaultColours.highlight };

function FurtherActs({
  onKeep,
  onGrow,
  onCopy,
  hasLabels = false,
}: ToolbarCallbacks & { readonly hasLabels?: boolean }): JSX.Element {
  const { t } = useText();
  const all: readonly { icon: string; name: string; onPress: (() => void) | undefined }[] = [
    { icon: icons.tag, name: t('toolbarTag'), onPress: () => onKeep(plainHighlight, 'tags') },
    { icon: icons.grow, name: t('toolbarSentence'), onPress: onGrow },
    { icon: icons.copy, name: t('toolbarCopy'), onPress: () => onCopy('words') },
    { icon: icons.link, name: t('actCopyLink'), onPress: () => onCopy('link') },
  ];
  return (
    <>
      {all.map(
        ({ icon, name, onPress }) =>
          onPress !== undefined && (
            <BarButton key={icon} icon={icon} name={name} hasLabel={hasLabels} onPress={onPress} />
          ),
      )}
    </>
  );
}

type BarButtonProps = {
  readonly icon: string;
  readonly name: string;
  readonly hasLabel?: boolean;
  /** The panel that takes the place of the acts. */
  readonly opens?: 'types' | 'more';
  readonly onPress: () => void;
};

function BarButton({ icon, name, hasLabel = false, opens, onPress }: BarButtonProps): JSX.Element {
  const shown = hasLabel ? { class: 'button button-quiet' } : { class: 'icon-button', title: name };
  return (
    <button
      type="button"
      {...shown}
      aria-label={name}
      aria-expanded={opens === undefined ? undefined : false}
      data-opens={opens}
      onClick={onPress}
    >
      <Icon path={icon} />
      {hasLabel && name}
    </button>
  );
}
