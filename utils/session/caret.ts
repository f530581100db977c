import { readSpan } from '../anchoring/index.ts';
import type { CaretAct, CaretCall, CaretView, Receipt } from '../messaging/protocol.ts';
import type { CaretMove } from '../model/caret-keys.ts';
import type { CaretStage, Edge } from '../model/caret-stage.ts';
import { Failure } from '../model/failure.ts';
import { createId } from '../model/id.ts';
import { findFoothold, keepFoothold, type Foothold } from '../text/foothold.ts';
import { growToSentences } from '../text/snap.ts';
import { blockIndexAt, langAt } from '../text/stretch.ts';
import type { PageText, Span } from '../text/types.ts';
import { caretAt, spanOfCaret, stopNear, unitAt, walkCaret, type Caret } from '../text/walk-caret.ts';
import { bringIntoView } from './bring-into-view.ts';
import {
  edgeOfLine,
  firstVisibleOffset,
  isRightToLeft,
  offsetAtPoint,
  offsetInNextLine,
  rectOfCaret,
} from './caret-geometry.ts';
import type { CaretHost, PlacedMark } from './caret-host.ts';
import { moveEdge } from './passage-range.ts';
import { selectInPage, spanOfSelection } from './selection.ts';

/** The caret in a page's text. */
export type CaretSession = {
  /** Puts the caret where the reader is and gives it the keys; false on a page without text. */
  readonly start: () => Promise<boolean>;
  /** Begins to change the passage of an annotation; false when it is not on the page. */
  readonly changePassage: (id: string) => boolean;
  readonly perform: (call: CaretCall) => Promise<CaretView>;
  /** Grows what is selected on the page to whole sentences, and by one each time; false when nothing is. */
  readonly growSelection: () => boolean;
  /** Gives the keys back, as when the reader presses into the page. */
  readonly stop: () => void;
  readonly isOn: () => boolean;
  /** Says that the page has changed and come to rest. */
  readonly refresh: () => void;
};

/** A passage while it is being changed. */
type Change = {
  readonly id: string;
  readonly span: Span;
  readonly saved: Span;
  readonly wasWalking: boolean;
};

/** So much of what the caret went to is told. */
const longestSaid = 1_000;
const longestSelection = 20_000;

const offView: CaretView = {
  mode: 'off',
  said: '',
  lang: null,
  paragraph: { position: 0, total: 0 },
  selection: null,
  annotation: null,
};

/** Makes the caret of a page. Until it is started it does nothing and costs nothing. */
export function createCaretSession(host: CaretHost, stage: CaretStage): CaretSession {
  const { document } = host;
  let keysId: string | null = null;
  let lastTurn = 0;
  let pageText = host.readText();
  let caret: Caret = caretAt(0);
  let footholds: readonly [Foothold, Foothold] | null = null;
  /** Where a walk by lines began, in window pixels: it goes straight down over short lines. */
  let goalX: number | null = null;
  /** The annotation that was walked to, as long as the caret stays there. */
  let reached: string | null = null;
  let change: Change | null = null;
  let said: Span | null = null;
  let receipt: Receipt | null = null;
  let performing: Promise<unknown> = Promise.resolve();

  /** The page text as it is now, with the caret where it was in it. */
  function read(): PageText {
    const now = host.readText();
    if (now === pageText) return now;
    pageText = now;
    if (footholds !== null) {
      const [anchor, focus] = footholds;
      caret = { anchor: findFoothold(now, anchor), focus: findFoothold(now, focus) };
    }
    const mark = change === null ? null : findMark(change.id);
    if (change !== null && mark === null) endChange();
    else if (change !== null && mark !== null) change = { ...change, span: mark, saved: mark };
    return now;
  }

  function put(next: Caret): void {
    caret = next;
    footholds = [keepFoothold(pageText, next.anchor), keepFoothold(pageText, next.focus)];
  }

  function findMark(id: string): PlacedMark | null {
    return host.listPlaced().find((mark) => mark.id === id) ?? null;
  }

  /** The one that was walked to, else the shortest around the caret. */
  function markUnderCaret(): PlacedMark | null {
    const { focus } = caret;
    const around = host.listPlaced().filter(({ start, end }) => start <= focus && focus <= end);
    const [shortest = null] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    return around.find(({ id }) => id === reached) ?? shortest;
  }

  async function findStart(): Promise<Caret | null> {
    const article = await host.readArticle();
    const text = read();
    const whole = { start: 0, end: text.raw.length };
    const selected = spanOfSelection(text, Document.prototype.getSelection.call(document));
    if (selected !== null) return { anchor: selected.start, focus: selected.end };
    const walkedTo = host.walkedTo();
    const mark = walkedTo === null ? null : findMark(walkedTo);
    if (mark !== null) reached = mark.id;
    const offset =
      mark?.start ??
      firstVisibleOffset(text, article ?? whole) ??
      firstVisibleOffset(text, whole) ??
      article?.start ??
      0;
    const stop = stopNear(text, offset);
    return stop === null ? null : caretAt(stop);
  }

  async function goTo(move: CaretMove, from: Caret, isSelecting: boolean): Promise<Caret> {
    if (move.unit === 'sentence' || move.unit === 'paragraph') {
      return walkCaret(pageText, from, move, isSelecting);
    }
    if (move.unit === 'line') return extend(from, goByLine(move.to, from.focus), isSelecting);
    if (move.unit === 'article') return extend(from, await endOfArticle(move.to), isSelecting);
    const { unit, to } = move as Extract<CaretMove, { to: 'left' | 'right' }>;
    const isForward = (to === 'right') !== isRightToLeft(pageText, from.focus);
    return walkCaret(pageText, from, { unit, to: isForward ? 'forward' : 'backward' }, isSelecting);
  }

  function goByLine(to: 'forward' | 'backward' | 'start' | 'end', from: number): number {
    if (to === 'start' || to === 'end') return edgeOfLine(pageText, from, to);
    goalX ??= rectOfCaret(pageText, from)?.x ?? 0;
    return offsetInNextLine(pageText, from, to, goalX);
  }

  async function endOfArticle(to: 'start' | 'end'): Promise<number> {
    const article = await host.readArticle();
    const text = read();
    const offset = to === 'start' ? (article?.start ?? 0) : (article?.end ?? text.raw.length);
    return stopNear(text, offset) ?? 0;
  }

  async function walk(move: CaretMove, isSelecting: boolean): Promise<void> {
    if (move.unit !== 'line' || move.to === 'start' || move.to === 'end') goalX = null;
    const before = caret.focus;
    put(await goTo(move, caret, isSelecting));
    reached = null;
    said = spanToSay(move, before);
    select();
  }

  function spanToSay(move: CaretMove, before: number): Span | null {
    const { focus } = caret;
    if (move.unit === 'line') {
      return { start: edgeOfLine(pageText, focus, 'start'), end: edgeOfLine(pageText, focus, 'end') };
    }
    if (move.unit === 'article') return unitAt(pageText, focus, 'sentence');
    // Forward by word the caret stands behind the word.
    const isBehind = move.unit === 'word' && focus > before;
    return unitAt(pageText, isBehind ? focus - 1 : focus, move.unit);
  }

  function select(): void {
    selectInPage(document, pageText, caret);
    host.onSelected(caret.anchor === caret.focus);
  }

  async function keep(act: Extract<CaretAct, { do: 'keep' }>): Promise<void> {
    const span = spanOfCaret(caret);
    if (span.start === span.end) throw new Failure('nothingSelected');
    const kept = await host.keep(act.choice, span, act.opensCard);
    receipt = kept.receipt;
    read();
    put(caretAt(findMark(kept.id)?.end ?? caret.focus));
    reached = kept.id;
    select();
  }

  function goToAnnotation(step: 1 | -1): void {
    const marks = host.listPlaced();
    const at = reached === null ? -1 : marks.findIndex(({ id }) => id === reached);
    const next = at === -1 ? nearestMark(marks, step) : marks[(at + step + marks.length) % marks.length];
    if (next === undefined) return host.tellNone();
    put(caretAt(stopNear(pageText, next.start) ?? next.start));
    reached = next.id;
    said = next;
    select();
  }

  function nearestMark(marks: readonly PlacedMark[], step: 1 | -1): PlacedMark | undefined {
    const { focus } = caret;
    return step === 1
      ? (marks.find(({ start }) => start >= focus) ?? marks[0])
      : (marks.findLast(({ start }) => start < focus) ?? marks.at(-1));
  }

  function beginChange(mark: PlacedMark, wasWalking: boolean): void {
    const { id, start, end } = mark;
    change = { id, span: { start, end }, saved: { start, end }, wasWalking };
    reached = id;
    put(caretAt(end));
    select();
  }

  function moveTo(edge: Edge, offset: number, byWord: boolean): void {
    if (change === null) return;
    change = { ...change, span: moveEdge(pageText, change.span, { edge, offset, byWord }) };
    put(caretAt(edge === 'start' ? change.span.start : change.span.end));
  }

  async function pushEdge({ edge, move }: Extract<CaretAct, { do: 'edge' }>): Promise<void> {
    if (change === null) return;
    if (move.unit !== 'line') goalX = null;
    const from = edge === 'start' ? change.span.start : change.span.end;
    const { focus } = await goTo(move, caretAt(from), true);
    moveTo(edge, focus, false);
    said = unitAt(pageText, edge === 'start' ? change.span.start : change.span.end - 1, 'word');
  }

  async function saveChange(): Promise<void> {
    if (change === null) return;
    const { id, span, saved } = change;
    if (isSame(span, saved)) return;
    receipt = await host.retarget(id, span);
    change = { ...change, saved: span };
  }

  function endChange(): void {
    if (change === null) return;
    const { wasWalking } = change;
    change = null;
    if (!wasWalking) stop();
  }

  async function perform(act: CaretAct): Promise<void> {
    switch (act.do) {
      case 'look':
        return;
      case 'walk':
        return await walk(act.move, act.isSelecting);
      case 'sentences': {
        const { start, end } = growToSentences(pageText, spanOfCaret(caret), act.grow);
        put({ anchor: start, focus: end });
        said = { start, end };
        return select();
      }
      case 'keep':
        return await keep(act);
      case 'annotation':
        return goToAnnotation(act.step);
      case 'open': {
        const mark = markUnderCaret();
        if (mark !== null) host.openCard(mark.id, act.atNote);
        return;
      }
      case 'range': {
        const mark = markUnderCaret();
        if (mark !== null) beginChange(mark, true);
        return;
      }
      case 'edge':
        return await pushEdge(act);
      case 'finish':
        if (act.isKept) await saveChange();
        return endChange();
      case 'escape':
        return escape();
      case 'leave':
        return stop();
      case 'undo':
        return await undo();
      case 'tell':
        ({ receipt } = act);
        return await host.tell(act.done, act.receipt);
      case 'resize':
        return stage.resizeKeys(act.height);
    }
  }

  function escape(): void {
    if (change !== null) return endChange();
    if (caret.anchor === caret.focus) return stop();
    put(caretAt(caret.focus));
    select();
  }

  async function undo(): Promise<void> {
    const taken = receipt;
    receipt = null;
    if (taken !== null) await host.undo(taken);
  }

  function draw(): void {
    const anchorAt = (offset: number): DOMRect | null => rectOfCaret(pageText, offset);
    host.emphasise(keysId === null ? null : (markUnderCaret()?.id ?? null));
    host.preview(change === null ? null : pageText.rangesOf(change.span));
    stage.drawCaret(keysId === null || change !== null ? null : () => anchorAt(caret.focus));
    stage.drawHandles(
      change === null
        ? null
        : {
            anchorOf: (edge) => (change === null ? null : anchorAt(change.span[edge])),
            onDrag(edge, point, byCharacter) {
              const offset = offsetAtPoint(document, read(), point);
              if (offset === null) return;
              moveTo(edge, offset, !byCharacter);
              draw();
            },
            onDrop: () => void saveChange().then(draw, host.tellFailure),
          },
    );
  }

  function follow(): void {
    const place = pageText.placeOf(caret.focus, 'backward') ?? pageText.placeOf(caret.focus, 'forward');
    if (place !== null) bringIntoView(place.node, () => rectOfCaret(pageText, caret.focus));
  }

  function view(): CaretView {
    if (keysId === null) return offView;
    const marks = host.listPlaced();
    const mark = markUnderCaret();
    const selected = change?.span ?? spanOfCaret(caret);
    return {
      mode: change === null ? 'walk' : 'range',
      said: said === null ? '' : readSpan(pageText, said).slice(0, longestSaid),
      lang: langAt(pageText, caret.focus),
      paragraph: { position: blockIndexAt(pageText, caret.focus) + 1, total: pageText.blocks.length },
      selection:
        selected.start === selected.end ? null : readSpan(pageText, selected).slice(0, longestSelection),
      annotation:
        mark === null
          ? null
          : {
              id: mark.id,
              kind: mark.kind,
              colour: mark.colour,
              position: marks.indexOf(mark) + 1,
              total: marks.length,
            },
    };
  }

  function turnOn(): void {
    keysId = createId();
    lastTurn = 0;
    receipt = null;
    stage.showKeys(keysId);
    draw();
    follow();
  }

  function stop(): void {
    if (keysId === null) return;
    keysId = null;
    change = null;
    reached = null;
    footholds = null;
    draw();
    stage.showKeys(null);
  }

  async function performAll({ id, turn, acts }: CaretCall): Promise<CaretView> {
    // A frame that was left, or a call that was sent twice.
    if (id !== keysId || turn <= lastTurn) return view();
    lastTurn = turn;
    said = null;
    for (const act of acts) {
      read();
      await perform(act).catch(host.tellFailure);
    }
    if (keysId !== null && acts.some((act) => act.do !== 'resize' && act.do !== 'look')) {
      draw();
      follow();
    }
    return view();
  }

  host.signal.addEventListener('abort', stop);

  return {
    async start() {
      if (keysId !== null) {
        stage.focusKeys();
        return true;
      }
      const found = await findStart();
      if (found === null || host.signal.aborted) return false;
      put(found);
      turnOn();
      select();
      return true;
    },
    changePassage(id) {
      read();
      const mark = findMark(id);
      if (mark === null) return false;
      beginChange(mark, keysId !== null);
      if (keysId === null) turnOn();
      else {
        stage.focusKeys();
        draw();
      }
      return true;
    },
    growSelection() {
      const text = host.readText();
      const selected = spanOfSelection(text, Document.prototype.getSelection.call(document));
      if (selected === null) return false;
      const { start, end } = growToSentences(text, selected);
      selectInPage(document, text, { anchor: start, focus: end });
      host.onSelected(false);
      return true;
    },
    perform(call) {
      const next = performing.then(async () => await performAll(call));
      performing = next.catch(() => null);
      return next;
    },
    stop,
    isOn: () => keysId !== null,
    refresh() {
      if (keysId === null) return;
      read();
      const mark = change === null ? null : findMark(change.id);
      // Somebody changed the passage meanwhile, or took a change back.
      if (change !== null && mark !== null && !isSame(mark, change.saved)) {
        change = { ...change, span: mark, saved: mark };
      }
      draw();
    },
  };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function extend({ anchor }: Caret, focus: number, isSelecting: boolean): Caret {
  return isSelecting ? { anchor, focus } : caretAt(focus);
}
