import type { MessageKey, Translator } from '../utils/i18n/translator.ts';
import type { PageAct, PageKeys } from '../utils/model/page-keys.ts';

/** Keys and what they do. */
export type CaretHint = { readonly keys: readonly string[]; readonly does: string };

export type HintOptions = {
  readonly keys: PageKeys;
  readonly isMac: boolean;
  /** While a passage is being changed other keys count. */
  readonly isChanging: boolean;
  /** All of them, else those that one needs first. */
  readonly showsAll: boolean;
};

const colourActs: readonly PageAct[] = ['keepYellow', 'keepGreen', 'keepBlue', 'keepPink', 'keepPurple'];

/** The keys to show, the most needed first; those that the reader switched off are not there. */
export function hintsOf({ keys, isMac, isChanging, showsAll }: HintOptions, { t }: Translator): CaretHint[] {
  const far = isMac ? '⌥' : t('keyControl');
  const shift = t('keyShift');
  const fixed = (does: MessageKey, ...keys: string[]): CaretHint => ({ keys, does: t(does) });
  const chosen = (does: MessageKey, ...acts: PageAct[]): CaretHint => ({
    keys: acts.flatMap((act) => (keys[act] === '' ? [] : [nameOfKey(keys[act], t)])),
    does: t(does),
  });
  if (isChanging) {
    return [
      fixed('caretMoveEnd', shift, '← →'),
      fixed('caretMoveStart', isMac ? '⌘' : t('keyControl'), shift, '← →'),
      fixed('caretByWord', isMac ? '⌥' : t('keyAlt')),
      fixed('actSave', t('keyEnter')),
      fixed('actCancel', t('keyEscape')),
    ];
  }
  const first = [
    fixed('caretWalk', '← → ↑ ↓'),
    fixed('caretSelect', shift),
    fixed('caretWholeSentence', 's'),
    rangeOfKeys(chosen('caretKeep', ...colourActs)),
    fixed('caretLeave', t('keyEscape')),
  ];
  const second = [
    fixed('caretBySentence', ', .'),
    chosen('kind_quote', 'keepQuote'),
    chosen('kind_entity', 'keepEntity'),
    chosen('actNote', 'editNote'),
    chosen('caretAnnotations', 'previousAnnotation', 'nextAnnotation'),
  ];
  const rest = [
    fixed('caretByWord', far, '← →'),
    fixed('caretByParagraph', far, '↑ ↓'),
    fixed('caretLineEnds', t('keyHome'), t('keyEnd')),
    fixed('caretArticleEnds', far, t('keyHome'), t('keyEnd')),
    chosen('actEdit', 'openAnnotation'),
    chosen('actChangePassage', 'changeRange'),
    chosen('actDelete', 'deleteAnnotation'),
    chosen('actCopyWords', 'copy'),
    fixed('actUndo', isMac ? '⌘' : t('keyControl'), 'z'),
  ];
  const hints = showsAll ? [...first, ...second, ...rest] : [...first, ...second];
  return hints.filter((hint) => hint.keys.length > 0);
}

/** Five keys in a row are shown as the first and the last. */
function rangeOfKeys({ keys, does }: CaretHint): CaretHint {
  return { keys: keys.join('') === '12345' ? ['1 – 5'] : keys, does };
}

/** A key as keyboards have it printed. */
function nameOfKey(key: string, t: Translator['t']): string {
  if (key === 'Enter') return t('keyEnter');
  if (key === 'Delete') return t('keyDelete');
  return key === ' ' ? t('keySpace') : key;
}
