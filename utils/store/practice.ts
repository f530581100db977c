import type { callExtension } from '../messaging/send.ts';
import type { AnnotationPatch, ExtensionCalls, Mark, PassageDraft, Receipt } from '../messaging/protocol.ts';
import type { InputOf, OutputOf } from '../messaging/wire.ts';
import { Failure } from '../model/failure.ts';
import type { Target } from '../model/annotation.ts';
import { addPiece, createTarget, joinPieces, pieceKeyOf, piecesOf } from '../model/pieces.ts';
import type { AnnotationView } from '../model/view.ts';

/** The id of the one page there is. */
export const practicePageId = 'practice';

type Practised = AnnotationView & { readonly target: Target };
type Act = { readonly id: string; readonly before: Practised | null };

/** A library for trying things on: it lasts as long as the page, and what is in it never reaches the real one. */
export type PracticeLibrary = {
  /** Answers the page side in the background's place; only what changes nothing is asked of the background. */
  readonly call: typeof callExtension;
  readonly read: (id: string) => AnnotationView | null;
  /** @throws {Failure} `annotationGone` */
  readonly edit: (patch: AnnotationPatch) => Receipt;
  /** @throws {Failure} `annotationGone` */
  readonly remove: (id: string) => Receipt;
  readonly clear: () => void;
};

type Handlers = {
  [Name in keyof ExtensionCalls]?: (
    input: InputOf<ExtensionCalls, Name>,
  ) => OutputOf<ExtensionCalls, Name> | Promise<OutputOf<ExtensionCalls, Name>>;
};

/** An empty practice library. `ask` reaches the background. */
export function createPracticeLibrary(ask: typeof callExtension): PracticeLibrary {
  const kept = new Map<string, Practised>();
  /** What one step takes back. */
  const acts: (readonly Act[])[] = [];

  function record(id: string, after: Practised | null): Receipt {
    return recordTogether([[id, after]]);
  }

  function recordTogether(changes: readonly (readonly [string, Practised | null])[]): Receipt {
    acts.push(changes.map(([id]) => ({ id, before: kept.get(id) ?? null })));
    for (const [id, after] of changes) put(id, after);
    return { actId: acts.length - 1 };
  }

  function put(id: string, value: Practised | null): void {
    if (value === null) kept.delete(id);
    else kept.set(id, value);
  }

  function get(id: string): Practised {
    const annotation = kept.get(id);
    if (annotation === undefined) throw new Failure('annotationGone');
    return annotation;
  }

  const handlers: Handlers = {
    findPage: () => ({ pageId: practicePageId, doubt: null, marks: Array.from(kept.values(), toMark) }),
    keepPage: () => ({ pageId: practicePageId }),
    // Nobody publishes it anew.
    reportVersion: () => ({ versionId: null }),
    createAnnotations({ annotations }) {
      const made = annotations.map(fromDraft);
      const receipt = recordTogether(made.map((annotation) => [annotation.id, annotation]));
      return { pageId: practicePageId, marks: made.map(toMark), ...receipt };
    },
    retargetAnnotation({ id, selector }) {
      const annotation = withTarget(get(id), createTarget('', selector, []));
      return { mark: toMark(annotation), ...record(id, annotation) };
    },
    addPiece({ id, selector }) {
      const before = get(id);
      const annotation = withTarget(before, addPiece(before.target, selector));
      return { mark: toMark(annotation), ...record(id, annotation) };
    },
    undoAct({ actId }) {
      const act = acts[actId];
      if (act === undefined) throw new Failure('annotationGone');
      recordTogether(act.map(({ id, before }) => [id, before]));
      return null;
    },
    // The icon counts what is kept.
    reportPlacement: () => null,
    loadPageUi: () => null,
    readSettings: async (input) => await ask('readSettings', input),
    listEntityTypes: async (input) => await ask('listEntityTypes', input),
  };

  return {
    async call(name, input) {
      const handler = handlers[name];
      if (handler === undefined) throw new Failure('invalidMessage');
      return await handler(input);
    },
    read: (id) => kept.get(id) ?? null,
    edit: ({ id, ...fields }) => record(id, { ...get(id), ...fields }),
    remove(id) {
      get(id);
      return record(id, null);
    },
    clear: () => kept.clear(),
  };
}

function fromDraft({
  id,
  kind,
  colour,
  selector,
  pieces = [],
  speaker = '',
  subject,
}: PassageDraft): Practised {
  const blank = {
    id,
    kind,
    colour,
    quote: '',
    note: '',
    tags: [],
    speaker,
    subject: subject ?? null,
    draft: null,
  };
  return withTarget(blank, createTarget('', selector, pieces));
}

/** The annotation on other words. */
function withTarget(annotation: AnnotationView, target: Target): Practised {
  const { pieces: _, ...view } = annotation;
  const keys = piecesOf(target).map(({ selector }) => pieceKeyOf(selector));
  const quote = joinPieces(keys.map(({ exact }) => exact));
  return { ...view, quote, target, ...(keys.length === 1 ? {} : { pieces: keys }) };
}

function toMark({ id, kind, colour, target }: Practised): Mark {
  const { source: _, ...places } = target;
  return { id, kind, colour, ...places };
}
