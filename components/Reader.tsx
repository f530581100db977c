import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReadArticle } from '../utils/model/read-article.ts';
import { nextAt, type Passage, type ShownBlock, type Span } from '../utils/reader/index.ts';
import { useGradual } from './gradual.ts';
import { readKey, type ReaderAct } from './reader-keys.ts';
import { useFollowing } from './reader-follow.ts';
import { blockAround, rangesOf, selectSpan, spanOfSelection } from './reader-selection.ts';
import { ReaderBlock } from './ReaderBlock.tsx';
import { useSettledSelection } from './settled-selection.ts';
import { useText } from './text.ts';

export type ReaderProps = {
  readonly article: ReadArticle;
  readonly blocks: readonly ShownBlock[];
  /** Stands in for a headline that the page does not show. */
  readonly title: string;
  /** Byline and date. */
  readonly facts: ComponentChildren;
  readonly openId: string | null;
  /** What is to be kept, shown as selected while the reader types elsewhere. */
  readonly passage: Passage | null;
  /** Where the reader is on the page: the offset of a block. */
  readonly place: number | null;
  readonly onOpen: (id: string, isByKey: boolean) => void;
  readonly onSelect: (span: Span | null) => void;
  /** Enter, with something selected: on to the ways to keep it. */
  readonly onKeep: () => void;
  readonly onShow: (start: number) => void;
};

/** Shown first and per step; a paragraph costs less than an item of a list. */
const steps = { first: 60, step: 60 };

/** The article as text, with what is kept painted in it. */
export function Reader(props: ReaderProps): JSX.Element {
  const { article, blocks, onSelect } = props;
  const { t } = useText();
  const root = useRef<HTMLElement>(null);
  const [currentId, setCurrentId] = useState<number | null>(null);
  const mounted = useGradual(
    blocks.map(({ id }) => id),
    steps,
  );
  const shown = blocks.filter(({ id }) => mounted.has(id));
  const current = shown.find(({ id }) => id === currentId)?.id ?? shown[0]?.id ?? null;
  const onShow = useCallback((start: number) => latest.current.onShow(start), []);
  const latest = useRef(props);
  latest.current = props;

  useSettledSelection(root, (selection) => onSelect(spanOfSelection(selection.root, getSelection())));
  usePassagePaint(root, props.passage, blocks);
  useFollowing(root, { place: props.place, isWhole: mounted.size >= blocks.length });

  function makeCurrent(target: EventTarget | null): void {
    const block = target instanceof Element ? target.closest('[data-block]') : null;
    if (block !== null) setCurrentId(Number(block.getAttribute('data-block')));
  }

  function openAt(target: EventTarget | null, isByKey: boolean): boolean {
    const mark = target instanceof Element ? target.closest('mark') : null;
    const ids = mark?.dataset['marks']?.split(' ') ?? [];
    const next = nextAt(ids, props.openId);
    if (next !== null) props.onOpen(next, isByKey);
    return next !== null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    const element = root.current;
    if (element === null || !(target instanceof Element)) return;
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (target.matches('[role=button]') && isPress) {
      event.preventDefault();
      openAt(target, true);
      return;
    }
    const block = blockAround(element, target);
    if (block === null) return;
    const { lang, dir } = article;
    const act = readKey(event, {
      blocks: article.blocks,
      start: Number(block.dataset['start']),
      span: spanOfSelection(element, getSelection()),
      lang: lang ?? undefined,
      dir,
    });
    if (act === null) return;
    event.preventDefault();
    perform(act, element);
  }

  function perform(act: ReaderAct, element: Element): void {
    switch (act.do) {
      case 'focus':
        return element.querySelector<HTMLElement>(`[data-start="${act.start}"]`)?.focus();
      case 'select':
        return selectSpan(element, act.span);
      case 'unselect':
        getSelection()?.collapseToStart();
        return onSelect(null);
      case 'keep':
        return props.onKeep();
      case 'show':
        return props.onShow(act.start);
    }
  }

  const lead = shown.findLastIndex(({ block }) => block.kind === 'headline' || block.kind === 'standfirst');
  const hasHeadline = shown.some(({ block }) => block.kind === 'headline');
  return (
    <article
      ref={root}
      class="read"
      lang={article.lang ?? undefined}
      dir={article.dir}
      onPointerOver={({ target }) => makeCurrent(target)}
      onFocusIn={({ target }) => makeCurrent(target)}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        // A drag over a highlight selects; it does not open.
        if (getSelection()?.isCollapsed !== false) openAt(target, false);
      }}
    >
      {!hasHeadline && <h1 class="read-title">{props.title}</h1>}
      {lead === -1 && props.facts}
      {renderRuns(shown, lead, props.facts, (one, level) => (
        <ReaderBlock
          key={one.id}
          shown={one}
          level={level}
          isCurrent={one.id === current}
          openId={one.marks.some(({ mark }) => mark.id === props.openId) ? props.openId : null}
          onShow={onShow}
        />
      ))}
      {article.isCut && <p class="hint">{t('readCut')}</p>}
    </article>
  );
}

/** The blocks in order, entries of a list together in one, heading ranks without gaps, the byline below the lead. */
function renderRuns(
  shown: readonly ShownBlock[],
  lead: number,
  facts: ComponentChildren,
  render: (one: ShownBlock, level: number) => JSX.Element,
): ComponentChildren[] {
  const nodes: ComponentChildren[] = [];
  let level = 1;
  for (let index = 0; index < shown.length; index++) {
    const one = shown[index];
    if (one === undefined) break;
    if (one.block.kind === 'list') {
      const isNumbered = one.block.rank > 0;
      const run: JSX.Element[] = [];
      for (let next = shown[index]; next?.block.kind === 'list'; next = shown[++index]) {
        if (next.block.rank > 0 !== isNumbered) break;
        run.push(render(next, 0));
      }
      index--;
      const List = isNumbered ? 'ol' : 'ul';
      nodes.push(<List key={`list ${one.id}`}>{run}</List>);
    } else {
      if (one.block.kind === 'headline') level = 1;
      if (one.block.kind === 'subheading') level = Math.min(one.block.rank, level + 1);
      nodes.push(render(one, level));
    }
    if (index === lead) nodes.push(<div key="facts">{facts}</div>);
  }
  return nodes;
}

/** The name under which our own document paints what is about to be kept. */
const passageName = 'passage';

/** A field that takes the focus takes the browser's selection along; the words stay visible all the same. */
function usePassagePaint(
  root: { readonly current: HTMLElement | null },
  passage: Passage | null,
  blocks: readonly ShownBlock[],
): void {
  useEffect(() => {
    if (passage === null || root.current === null || !('highlights' in CSS)) return undefined;
    CSS.highlights.set(passageName, new Highlight(...rangesOf(root.current, passage)));
    return () => {
      CSS.highlights.delete(passageName);
    };
  }, [passage, blocks]);
}
