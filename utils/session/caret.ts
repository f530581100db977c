import type { CaretAct, CaretCall, CaretView, Receipt } from '../messaging/protocol.ts';
import type { CaretMove } from '../model/caret-keys.ts';
import type { CaretStage, HandlesProps } from '../model/caret-stage.ts';
import { Failure } from '../model/failure.ts';
import { createId } from '../model/id.ts';
import { findFoothold, keepFoothold, type Foothold } from '../text/foothold.ts';
import { growToSentences } from '../text/snap.ts';
import type { PageText, Span } from '../text/types.ts';
import { caretAt, spanOfCaret, stopNear, unitAt, type Caret } from '../text/walk-caret.ts';
import { bringIntoView } from './bring-into-view.ts';
import { offsetAtPoint, rectOfCaret } from './caret-geometry.ts';
import type { CaretHost, PlacedMark } from './caret-host.ts';
import { markAt, stepThroughMarks } from './caret-marks.ts';
import { findCaretStart } from './caret-start.ts';
import { createCaretSteps, spanToSay } from './caret-steps.ts';
import { createView, offView } from './caret-view.ts';
import { beginPassageChange, type PassageChange } from './passage-change.ts';
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
  /** Says that the page, or what is kept of it, has changed. */
  readonly refresh: () => void;
};

type Change = { readonly passage: PassageChange; readonly wasWalking: boolean };
type ActOf<Do extends CaretAct['do']> = Extract<CaretAct, { do: Do }>;

/** Makes the caret of a page. Until it is started it does nothing and costs nothing. */
export function createCaretSession(host: CaretHost, stage: CaretStage): CaretSession {
  const { document } = host;
  const steps = createCaretSteps();
  /** The frame that has the keys, `null` while the caret is off. */
  let keysId: string | null = null;
  let lastTurn = 0;
  let pageText = host.readText();
  let caret: Caret = caretAt(0);
  let footholds: readonly [Foothold, Foothold] | null = null;
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
      put({ anchor: findFoothold(now, anchor), focus: findFoothold(now, focus) });
    }
    followChange(true);
    return now;
  }

  function put(next: Caret): void {
    caret = next;
    footholds = [keepFoothold(pageText, next.anchor), keepFoothold(pageText, next.focus)];
  }

  function followChange(isOtherText: boolean): void {
    if (change === null) return;
    const mark = findMark(change.passage.id);
    if (mark === null) endChange();
    else if (isOtherText) change.passage.reanchor(pageText, mark);
    else change.passage.follow(mark);
  }

  function findMark(id: string): PlacedMark | null {
    return host.listPlaced().find((mark) => mark.id === id) ?? null;
  }

  function markUnderCaret(): PlacedMark | null {
    return markAt(host.listPlaced(), caret.focus, reached);
  }

  function select(): void {
    selectInPage(document, pageText, caret);
    host.onSelected(caret.anchor === caret.focus);
  }

  async function walk(move: CaretMove, isSelecting: boolean): Promise<void> {
    const article = move.unit === 'article' ? await host.articleSpan() : null;
    const before = caret.focus;
    put(steps.take({ pageText: read(), article }, caret, move, isSelecting));
    reached = null;
    said = spanToSay(pageText, move, caret.focus, before);
    select();
  }

  function growToSentence({ grow }: ActOf<'sentences'>): void {
    said = growToSentences(pageText, spanOfCaret(caret), grow);
    put({ anchor: said.start, focus: said.end });
    select();
  }

  async function keep({ choice, opensCard }: ActOf<'keep'>): Promise<void> {
    const span = spanOfCaret(caret);
    if (span.start === span.end) throw new Failure('nothingSelected');
    const kept = await host.keep(choice, span, opensCard);
    ({ receipt } = kept);
    read();
    put(caretAt(findMark(kept.id)?.end ?? caret.focus));
    reached = kept.id;
    select();
  }

  function goToAnnotation(step: 1 | -1): void {
    const next = stepThroughMarks(host.listPlaced(), { offset: caret.focus, reached }, step);
    if (next === null) return host.tellNone();
    put(caretAt(stopNear(pageText, next.start) ?? next.start));
    reached = next.id;
    said = next;
    select();
  }

  function beginChange(mark: PlacedMark, wasWalking: boolean): void {
    change = { passage: beginPassageChange(pageText, mark, { steps, retarget: host.retarget }), wasWalking };
    reached = mark.id;
    put(caretAt(mark.end));
    select();
  }

  function pushEdge({ edge, move }: ActOf<'edge'>): void {
    if (change === null) return;
    const at = change.passage.push(pageText, edge, move);
    put(caretAt(at));
    said = unitAt(pageText, edge === 'start' ? at : at - 1, 'word');
  }

  async function saveChange(): Promise<void> {
    receipt = (await change?.passage.save()) ?? receipt;
  }

  function endChange(): void {
    if (change === null) return;
    const { wasWalking } = change;
    change = null;
    if (!wasWalking) stop();
  }

  async function undo(): Promise<void> {
    const taken = receipt;
    receipt = null;
    if (taken !== null) await host.undo(taken);
  }

  function escape(): void {
    if (change !== null) return endChange();
    if (caret.anchor === caret.focus) return stop();
    put(caretAt(caret.focus));
    select();
  }

  async function perform(act: CaretAct): Promise<void> {
    const mark = act.do === 'open' || act.do === 'range' ? markUnderCaret() : null;
    switch (act.do) {
      case 'look':
        return;
      case 'walk':
        return await walk(act.move, act.isSelecting);
      case 'sentences':
        return growToSentence(act);
      case 'keep':
        return await keep(act);
      case 'annotation':
        return goToAnnotation(act.step);
      case 'open':
        if (mark !== null) host.openCard(mark.id, act.atNote);
        return;
      case 'range':
        if (mark !== null) beginChange(mark, true);
        return;
      case 'edge':
        return pushEdge(act);
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

  function draw(): void {
    const isWalking = keysId !== null && change === null;
    host.emphasise(keysId === null ? null : (markUnderCaret()?.id ?? null));
    host.preview(change === null ? null : pageText.rangesOf(change.passage.span()));
    stage.drawCaret(isWalking ? () => rectOfCaret(pageText, caret.focus) : null);
    stage.drawHandles(change === null ? null : handlesOf(change.passage));
  }

  function handlesOf(passage: PassageChange): HandlesProps {
    return {
      anchorOf: (edge) => rectOfCaret(pageText, passage.span()[edge]),
      onDrag(edge, point, byCharacter) {
        const offset = offsetAtPoint(document, read(), point);
        if (offset === null || change?.passage !== passage) return;
        put(caretAt(passage.moveTo(pageText, edge, offset, !byCharacter)));
        draw();
      },
      onDrop: () => void saveChange().then(draw, host.tellFailure),
    };
  }

  function follow(): void {
    const place = pageText.placeOf(caret.focus, 'backward') ?? pageText.placeOf(caret.focus, 'forward');
    if (place !== null) bringIntoView(place.node, () => rectOfCaret(pageText, caret.focus));
  }

  function view(): CaretView {
    if (keysId === null) return offView;
    return createView({
      pageText,
      mode: change === null ? 'walk' : 'range',
      focus: caret.focus,
      selected: change?.passage.span() ?? spanOfCaret(caret),
      said,
      marks: host.listPlaced(),
      mark: markUnderCaret(),
    });
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
      const found = findCaretStart(host, await host.articleSpan());
      read();
      if (found === null || host.signal.aborted) return false;
      put(found.caret);
      ({ reached } = found);
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
    perform(call) {
      const next = performing.then(async () => await performAll(call));
      performing = next.catch(() => null);
      return next;
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
    stop,
    isOn: () => keysId !== null,
    refresh() {
      if (keysId === null) return;
      read();
      followChange(false);
      draw();
    },
  };
}
