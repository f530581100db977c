import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ArticleFacts } from '../../components/ArticleHeader.tsx';
import { KeptItem, type AnnotationActs } from '../../components/KeptLists.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { Reader } from '../../components/Reader.tsx';
import { SelectionActs } from '../../components/SelectionActs.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useText } from '../../components/text.ts';
import type { ArticleSummary, KeepChoice, Placement, Receipt } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import { Failure, type FailureCode } from '../model/failure.ts';
import type { ReadArticle } from '../model/read-article.ts';
import type { ReadingLook } from '../model/reading-look.ts';
import { followPassage, passageOf, type Passage } from '../reader/index.ts';
import { keepSelectionDraft } from '../store/drafts.ts';
import type { ArticleNotes } from '../store/use-article-notes.ts';
import type { Outcomes } from '../store/use-outcome.ts';
import { useReadArticle } from '../store/use-read-article.ts';
import type { TabState } from '../store/use-tab.ts';
import { adoptMarkStyles } from './mark-styles.ts';
import { savedMessages } from './messages.ts';

export type ReaderViewProps = {
  readonly tab: Extract<TabState, { state: 'ready' }>;
  /** The article's details as the reader has set them right. */
  readonly article: ArticleSummary;
  readonly notes: ArticleNotes;
  readonly placements: readonly Placement[];
  readonly look: ReadingLook;
  /** Grows with changes of the page's text. */
  readonly revision: number;
  /** Offset of the block at the reader's eyes on the page. */
  readonly place: number | null;
  readonly acts: AnnotationActs;
  readonly isBusy: boolean;
  /** Of the last act. */
  readonly failure: FailureCode | null;
  readonly run: Outcomes['run'];
  /** Asks the page anew after an act. */
  readonly refresh: () => Promise<void>;
  /** The words selected here, for which the notes hold what was typed. */
  readonly passage: ReaderPassage | null;
  readonly onPassage: (passage: ReaderPassage | null) => void;
};

/** Words selected in the reader view, and the article they were selected in. */
export type ReaderPassage = Passage & { readonly from: ReadArticle };

/** The article as text beside the page, in which everything can be done that can be done on the page. */
export function ReaderView(props: ReaderViewProps): JSX.Element {
  const { tab, notes, acts, passage, onPassage } = props;
  const { tabId, url, status } = tab;
  const { t } = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);
  const origin = useRef<Element | null>(null);
  const { reading, readAgain } = useReadArticle({
    tabId,
    url,
    placements: props.placements,
    standing: status.standing,
    revision: props.revision,
    kept: notes.kept,
  });
  const article = reading.state === 'ready' ? reading.article : null;
  useReaderDocument(props.look);

  useEffect(() => () => onPassage(null), []);
  // The words stay selected while the article around them is read anew; with the words they go.
  useEffect(() => {
    if (passage === null || article === null || passage.from === article) return;
    const found = followPassage(passage, passage.from.blocks, article.blocks);
    onPassage(found === null ? null : { ...found, from: article });
  }, [passage, article]);

  /** What stands before the words may have changed a moment ago; they themselves are looked for once more. */
  async function keepPassage(choice: KeepChoice): Promise<Receipt> {
    if (passage === null) throw new Failure('nothingSelected');
    const { pieces, from } = passage;
    try {
      return await callPage(tabId, 'keepSpan', { choice, pieces });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'selectionGone') throw error;
      const found = followPassage(passage, from.blocks, (await readAgain()).blocks);
      if (found === null) throw error;
      return await callPage(tabId, 'keepSpan', { choice, pieces: found.pieces });
    }
  }

  async function keep(choice: KeepChoice): Promise<void> {
    await props.run(async () => {
      const receipt = await keepPassage(choice);
      keepSelectionDraft(notes.draftKey, null);
      closePassage();
      return receipt;
    }, t(savedMessages[choice.kind]));
    await props.refresh();
  }

  function closePassage(): void {
    getSelection()?.removeAllRanges();
    onPassage(null);
  }

  function open(id: string, isByKey: boolean): void {
    origin.current = document.activeElement;
    onPassage(null);
    setOpenId(id);
    setFocusRequest(isByKey ? focusRequest + 1 : 0);
    acts.show(id);
  }

  function close(): void {
    setOpenId(null);
    if (origin.current instanceof HTMLElement) origin.current.focus({ preventScroll: true });
  }

  if (reading.state === 'loading') return <p class="loading">{t('popupLoading')}</p>;
  if (reading.state === 'failed')
    return <FailureNotice code={reading.code} onRetry={() => void readAgain().catch(() => {})} />;
  if (reading.article.blocks.length === 0) {
    return <Notice>{t(reading.article.state === 'too-large' ? 'stateTooLarge' : 'readNone')}</Notice>;
  }
  const openView = notes.kept.find(({ id }) => id === openId);
  const lang = reading.article.lang ?? undefined;
  return (
    <>
      <Reader
        article={reading.article}
        blocks={reading.blocks}
        title={props.article.title === '' ? t('untitled') : props.article.title}
        facts={<ArticleFacts article={props.article} />}
        openId={openView === undefined ? null : openView.id}
        passage={passage}
        place={props.place}
        onOpen={open}
        onSelect={(span) => {
          const chosen = span === null ? null : passageOf(reading.article.blocks, span);
          if (chosen !== null) setOpenId(null);
          setFocusRequest(0);
          onPassage(chosen === null ? null : { ...chosen, from: reading.article });
        }}
        onKeep={() => {
          origin.current = document.activeElement;
          setFocusRequest(focusRequest + 1);
        }}
        onShow={(start) =>
          void props.run(async () => {
            if (!(await callPage(tabId, 'showBlock', { start }))) throw new Failure('pageUnreachable');
            return null;
          }, '')
        }
      />
      {passage !== null && notes.selectionDraft !== null && (
        <Sheet
          key={passage.text}
          label={t('readSelected')}
          focusRequest={focusRequest}
          about={rectOfSelection}
          onClose={() => {
            closePassage();
            close();
          }}
        >
          {props.failure !== null && <FailureNotice code={props.failure} />}
          <SelectionActs
            key={notes.draftKey}
            selection={passage.text}
            title={t('readSelected')}
            lang={lang}
            draft={notes.selectionDraft.draft}
            ownTypes={notes.ownTypes}
            knownEntities={notes.knownEntities}
            isBusy={props.isBusy}
            onKeep={(choice) => void keep(choice)}
            onDraft={(draft) => keepSelectionDraft(notes.draftKey, draft)}
            onAddType={(name) =>
              void props.run(async () => await callExtension('addEntityType', { name }), '')
            }
          />
          {passage.isApart && <p class="hint">{t('readApart')}</p>}
        </Sheet>
      )}
      {passage === null && openView !== undefined && (
        <Sheet
          key={openView.id}
          label={t(`kind_${openView.kind}`)}
          focusRequest={focusRequest}
          about={rectOfOpen}
          onClose={close}
        >
          {props.failure !== null && <FailureNotice code={props.failure} />}
          <ul class="items">
            <KeptItem
              key={openView.id}
              annotation={openView}
              placement={props.placements.find(({ id }) => id === openView.id) ?? null}
              lang={lang}
              ownTypes={notes.ownTypes}
              knownEntities={notes.knownEntities}
              selection={null}
              isOpen
              isVisible={false}
              onToggle={close}
              acts={acts}
            />
          </ul>
        </Sheet>
      )}
    </>
  );
}

function rectOfSelection(): DOMRect | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return [...selection.getRangeAt(0).getClientRects()].at(-1) ?? null;
}

function rectOfOpen(): DOMRect | null {
  return document.querySelector('.read mark.is-open')?.getBoundingClientRect() ?? null;
}

/** The look is the whole document's while the article is read: the sheet and the bar go with it. */
function useReaderDocument(look: ReadingLook): void {
  useLayoutEffect(() => {
    adoptMarkStyles(document);
    const { dataset } = document.documentElement;
    for (const [part, choice] of Object.entries(look)) dataset[`read${part}`] = choice;
    return () => {
      for (const part of Object.keys(look)) delete dataset[`read${part}`];
    };
  }, [look]);
}
