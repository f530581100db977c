import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CloseButton } from './CloseButton.tsx';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import type { Translator } from '../utils/i18n/translator.ts';
import type { CaretView } from '../utils/messaging/protocol.ts';
import type { PageKeys } from '../utils/model/page-keys.ts';
import { hintsOf } from './caret-hints.ts';
import { useText } from './text.ts';

export type CaretBarProps = {
  readonly view: CaretView;
  readonly keys: PageKeys;
  readonly isMac: boolean;
  /** What was done or cannot be done, in a sentence; empty for nothing. */
  readonly message: string;
  /** The reader's own types while they choose one for the selection; `null` while they do not. */
  readonly ownTypes: readonly string[] | null;
  readonly onType: (type: string) => void;
  /** Ends the change of a passage. */
  readonly onFinish: (isKept: boolean) => void;
  readonly onClose: () => void;
};

/** Where the reader is in the text, and the keys that go on from there. */
export function CaretBar(props: CaretBarProps): JSX.Element {
  const { view, keys, isMac, message, ownTypes, onFinish, onClose } = props;
  const text = useText();
  const { t } = text;
  const [showsAll, setShowsAll] = useState(false);
  const isChanging = view.mode === 'range';
  const hints = hintsOf({ keys, isMac, isChanging, showsAll }, text);
  return (
    <>
      <div class="caret-head">
        <p class="caret-place">{message === '' ? placeOf(view, text) : message}</p>
        {isChanging ? (
          <>
            <button type="button" class="button" onClick={() => onFinish(false)}>
              {t('actCancel')}
            </button>
            <button type="button" class="button button-main" onClick={() => onFinish(true)}>
              {t('actSave')}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              class="button button-quiet"
              aria-expanded={showsAll}
              onClick={() => setShowsAll(!showsAll)}
            >
              {t('caretAllKeys')}
            </button>
            <CloseButton onClose={onClose} />
          </>
        )}
      </div>
      {ownTypes === null ? (
        <ul class={showsAll ? 'caret-keys caret-keys-all' : 'caret-keys'}>
          {hints.map(({ keys, does }) => (
            <li key={does}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {does}
            </li>
          ))}
        </ul>
      ) : (
        <TypeChoice ownTypes={ownTypes} onType={props.onType} />
      )}
      <p class="said" role="status">
        {message === '' ? placeOf(view, text) : message}
      </p>
      {/* Its own region: it is in the language of the page. */}
      <p class="said" role="status" lang={view.lang ?? undefined}>
        {view.said}
      </p>
    </>
  );
}

type TypeChoiceProps = Pick<CaretBarProps, 'onType'> & { readonly ownTypes: readonly string[] };

/** Arrow keys go through the types; Escape, which the whole bar hears, goes back. */
function TypeChoice({ ownTypes, onType }: TypeChoiceProps): JSX.Element {
  const text = useText();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={group} class="caret-types" role="group" aria-label={text.t('toolbarTypes')}>
      {allTypes(ownTypes).map((type) => (
        <button key={type} type="button" class="button button-quiet" onClick={() => onType(type)}>
          {nameOfType(type, text)}
        </button>
      ))}
    </div>
  );
}

/** Where one is, in a few words: what is being changed, else what is selected, else which annotation, else the paragraph. */
function placeOf(view: CaretView, { t, plural }: Translator): string {
  const { mode, selection, annotation, paragraph } = view;
  if (mode === 'range') return t('caretChanging', shorten(selection ?? ''));
  if (selection !== null) return plural('caretSelected', wordsIn(selection));
  if (annotation !== null) {
    const { kind, position, total } = annotation;
    return t('caretAnnotation', t(`kind_${kind}`), String(position), String(total));
  }
  return t('caretParagraph', String(paragraph.position), String(paragraph.total));
}

function wordsIn(words: string): number {
  return words.split(/\s+/u).filter((word) => word !== '').length;
}

/** The beginning and the end: these are what changes. */
function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 28).trimEnd()} … ${words.slice(-28).trimStart()}`;
}
