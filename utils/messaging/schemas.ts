import * as v from 'valibot';
import { annotationKinds, colours } from '../model/annotation.ts';
import { metadataSources } from '../model/article.ts';
import { pageActs } from '../model/page-keys.ts';
import { languages, themes } from '../model/settings.ts';
import type { Caller, ExtensionGate } from './handle.ts';
import type { ExtensionCalls } from './protocol.ts';
import { entityLimits, normaliseName } from '../model/entity.ts';
import { Failure } from '../model/failure.ts';
import { versionLimits, versionRoles } from '../model/version.ts';

// Bounds keep a hostile page from filling the disk with one message; each is far above honest use.
const id = v.pipe(v.string(), v.uuid());
const shortText = v.pipe(v.string(), v.maxLength(1_000));
const longText = v.pipe(v.string(), v.maxLength(1_000_000));
const articleText = v.pipe(v.string(), v.maxLength(5_000_000));
const url = v.pipe(v.string(), v.maxLength(8_000), v.url());
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = offset;
const kind = v.picklist(annotationKinds);
const colour = v.picklist(colours);
const nullableText = v.nullable(shortText);

const nearbyText = v.object({ text: shortText, distance: offset });
const selector = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(longText, v.nonEmpty()),
    prefix: shortText,
    suffix: shortText,
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.object({
    type: v.literal('PressmarkTextSelector'),
    role: v.pipe(v.string(), v.maxLength(100)),
    before: shortText,
    after: shortText,
    previous: v.nullable(nearbyText),
    next: v.nullable(nearbyText),
    rivals: v.pipe(
      v.array(
        v.object({
          likeness: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
          distance: v.exactOptional(v.pipe(v.number(), v.integer())),
          unlike: v.exactOptional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(100))),
          words: v.pipe(v.array(shortText), v.maxLength(20)),
        }),
      ),
      v.maxLength(20),
    ),
  }),
]);

const selectors = v.pipe(v.array(selector), v.minLength(1), v.maxLength(10));

const people = v.pipe(v.array(shortText), v.maxLength(100));
const standfirst = v.pipe(v.string(), v.maxLength(5_000));

const article = v.object({
  title: shortText,
  standfirst: v.nullable(standfirst),
  publisher: nullableText,
  creditedSource: nullableText,
  section: nullableText,
  authors: people,
  published: nullableText,
  modified: nullableText,
  lang: nullableText,
  keywords: v.pipe(v.array(shortText), v.maxLength(100)),
  image: v.nullable(v.pipe(v.string(), v.maxLength(8_000))),
  isPaywalled: v.boolean(),
  wordCount: count,
  readingMinutes: count,
  text: articleText,
  sources: v.partial(
    v.strictObject({
      title: v.picklist(metadataSources),
      standfirst: v.picklist(metadataSources),
      publisher: v.picklist(metadataSources),
      authors: v.picklist(metadataSources),
      published: v.picklist(metadataSources),
      lang: v.picklist(metadataSources),
    }),
  ),
});

const claims = {
  canonicalUrl: v.nullable(url),
  alternateUrls: v.pipe(v.array(url), v.maxLength(10)),
};
const versionBlock = v.object({
  role: v.picklist(versionRoles),
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(versionLimits.characters)),
});
const version = v.object({
  visit: id,
  blocks: v.pipe(
    v.array(versionBlock),
    v.minLength(1),
    v.maxLength(versionLimits.blocks),
    v.check((blocks) => blocks.reduce((sum, { text }) => sum + text.length, 0) <= versionLimits.characters),
  ),
});
const pageDraft = v.object({ ...claims, article, version: v.nullable(version) });

const correction = v.exactOptional(v.nullable(shortText));
/** ISO 8601, a day or a time, as the model has it. */
const day = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?$/u),
);
const corrections = v.strictObject({
  title: correction,
  standfirst: v.exactOptional(v.nullable(standfirst)),
  publisher: correction,
  authors: v.exactOptional(v.nullable(people)),
  published: v.exactOptional(v.nullable(day)),
  lang: correction,
});

/** A name of which something can be seen: zero-width characters alone are none. */
const visibleName = v.pipe(
  shortText,
  v.check((name) => normaliseName(name) !== ''),
);
const entityType = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const namedEntity = v.object({ name: visibleName, type: entityType });
const entityName = v.pipe(visibleName, v.maxLength(entityLimits.name));
const wikidataEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^Q\d{1,15}$/u)),
  label: shortText,
  description: shortText,
});
const mentionsOf = v.object({ id, tabId: v.nullable(count) });

const nameOfType = {
  name: v.pipe(shortText, v.nonEmpty()),
  type: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
};
const rejection = { ...nameOfType, spot: nullableText };
const wordsInLine = v.object({ text: longText, start: offset, end: offset });

const colourName = v.pipe(v.string(), v.trim(), v.maxLength(40));
const flag = v.exactOptional(v.boolean());
const settingsFields = v.strictObject({
  language: v.exactOptional(v.picklist(languages)),
  theme: v.exactOptional(v.picklist(themes)),
  colourNames: v.exactOptional(v.record(colour, colourName)),
  // A key by its name, as `KeyboardEvent.key` has it.
  keys: v.exactOptional(v.record(v.picklist(pageActs), v.pipe(v.string(), v.maxLength(20)))),
  snapsToWords: flag,
  showsStrip: flag,
  showsBadge: flag,
  showsProposals: flag,
  learns: flag,
  asksModel: flag,
});
const settingsPatch = v.pipe(
  settingsFields,
  v.check((patch) => Object.keys(patch).length > 0),
);

const receipt = v.object({ actId: count });
const keepChoice = {
  kind,
  colour,
  subject: v.exactOptional(v.object({ name: shortText, type: v.pipe(v.string(), v.maxLength(100)) })),
  speaker: v.exactOptional(shortText),
};
const caretMove = v.variant('unit', [
  v.object({ unit: v.picklist(['character', 'word']), to: v.picklist(['left', 'right']) }),
  v.object({ unit: v.literal('line'), to: v.picklist(['forward', 'backward', 'start', 'end']) }),
  v.object({ unit: v.picklist(['sentence', 'paragraph']), to: v.picklist(['forward', 'backward']) }),
  v.object({ unit: v.literal('article'), to: v.picklist(['start', 'end']) }),
]);
const caretAct = v.variant('do', [
  v.object({ do: v.picklist(['look', 'range', 'escape', 'leave', 'undo']) }),
  v.object({ do: v.literal('open'), atNote: v.boolean() }),
  v.object({ do: v.literal('walk'), move: caretMove, isSelecting: v.boolean() }),
  v.object({ do: v.literal('sentences'), grow: v.picklist(['after', 'before']) }),
  v.object({ do: v.literal('keep'), choice: v.object(keepChoice), opensCard: v.boolean() }),
  v.object({ do: v.literal('annotation'), step: v.picklist([1, -1]) }),
  v.object({ do: v.literal('edge'), edge: v.picklist(['start', 'end']), move: caretMove }),
  v.object({ do: v.literal('finish'), isKept: v.boolean() }),
  v.object({ do: v.literal('tell'), done: v.picklist(['changed', 'deleted']), receipt }),
  v.object({ do: v.literal('resize'), height: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)) }),
]);

const passage = v.object({
  id,
  kind,
  colour,
  subject: v.exactOptional(namedEntity),
  speaker: v.exactOptional(shortText),
  selector: selectors,
  pieces: v.exactOptional(v.pipe(v.array(v.object({ selector: selectors })), v.maxLength(50))),
});

const inputs = {
  findPage: v.object({
    ...claims,
    article: v.nullable(v.object({ title: shortText, text: articleText })),
  }),
  keepPage: pageDraft,
  createAnnotations: v.object({
    page: pageDraft,
    annotations: v.pipe(v.array(passage), v.minLength(1), v.maxLength(1_000)),
  }),
  reportVersion: v.object({ pageId: id, version }),
  retargetAnnotation: v.object({ id, selector: selectors }),
  addPiece: v.object({ id, selector: selectors }),
  removePiece: v.object({ id, piece: v.object({ exact: longText, start: offset }) }),
  deleteAnnotation: v.object({ id }),
  restoreAnnotation: v.object({ id }),
  undoAct: v.object({ actId: count }),
  loadPageUi: v.null(),
  reportPlacement: v.object({ placed: count, lost: count }),
  readSettings: v.null(),
  readAnnotation: v.object({ id }),
  editAnnotation: v.object({
    id,
    kind: v.exactOptional(kind),
    colour: v.exactOptional(colour),
    note: v.exactOptional(longText),
    tags: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(200))),
    speaker: v.exactOptional(shortText),
    subject: v.exactOptional(namedEntity),
  }),
  noteVersion: v.object({ versionId: id, isNoted: v.boolean() }),
  correctArticle: v.object({ pageId: id, corrections }),
  mergePages: v.object({ pageId: id, intoId: id }),
  splitPage: v.object({ pageId: id, url }),
  keepApart: v.object({ pageId: id, otherId: id }),
  saveDraft: v.object({ key: shortText, value: longText }),
  discardDraft: v.object({ key: shortText }),
  changeSettings: settingsPatch,
  learn: v.object({
    url,
    lang: v.pipe(v.string(), v.maxLength(100)),
    rejected: v.pipe(v.array(v.object({ ...rejection, line: v.nullable(wordsInLine) })), v.maxLength(2_000)),
    offered: v.pipe(v.array(v.object(nameOfType)), v.maxLength(2_000)),
  }),
  takeRejectionBack: v.object({
    url,
    rejected: v.pipe(v.array(v.object(rejection)), v.minLength(1), v.maxLength(2_000)),
  }),
  allowName: v.object({ ...nameOfType, isAllowed: v.boolean() }),
  listEntityNames: v.null(),
  listKnownEntities: v.null(),
  readEntity: v.object({ id }),
  editEntity: v.strictObject({
    id,
    name: v.exactOptional(entityName),
    type: v.exactOptional(entityType),
    aliases: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(entityLimits.aliases))),
    note: v.exactOptional(longText),
    wikidata: v.exactOptional(v.nullable(wikidataEntry)),
  }),
  mergeEntities: v.object({ id, intoId: id }),
  splitEntity: v.union([
    v.strictObject({ id, newId: id, alias: entityName }),
    v.strictObject({
      id,
      newId: id,
      name: entityName,
      annotationIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(10_000)),
    }),
  ]),
  deleteEntity: v.object({ id }),
  takeOverSpeakers: v.object({ id }),
  lookUpEntity: v.object({
    name: entityName,
    lang: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u)),
  }),
  countMentions: mentionsOf,
  markMentions: mentionsOf,
  listEntityTypes: v.null(),
  addEntityType: v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)) }),
  removeEntityType: v.object({ name: shortText }),
  resizeCard: v.object({ id, height: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)) }),
  closeCard: v.variant('done', [
    v.object({ id, done: v.picklist(['changed', 'deleted']), receipt }),
    v.object({ id, done: v.literal('nothing') }),
  ]),
  readPlacement: v.object({ id }),
  stepCard: v.object({
    id,
    to: v.picklist(['previous', 'next']),
    receipt: v.exactOptional(v.object({ actId: count })),
  }),
  readPassage: v.null(),
  keepNamed: v.object({ subject: namedEntity }),
  changePassage: v.object({ id }),
  moveCaret: v.object({ id, turn: count, acts: v.pipe(v.array(caretAct), v.maxLength(1_000)) }),
} satisfies Record<keyof ExtensionCalls, v.GenericSchema>;

/** What our script in a web page may ask for. Everything else is for our own pages. */
const pageCalls: ReadonlySet<string> = new Set<keyof ExtensionCalls>([
  'findPage',
  'keepPage',
  'createAnnotations',
  'reportVersion',
  'retargetAnnotation',
  'addPiece',
  'undoAct',
  'loadPageUi',
  'reportPlacement',
  'readSettings',
  'listEntityTypes',
  'countMentions',
  'markMentions',
]);

/** Checks name, caller and shape of every call to the background. */
export const extensionGate: ExtensionGate = {
  admit(call: string, input: unknown, caller: Caller): unknown {
    if (!Object.hasOwn(inputs, call)) throw new Failure('invalidMessage');
    if (caller.from === 'page' && !pageCalls.has(call)) throw new Failure('invalidMessage');
    const result = v.safeParse(inputs[call as keyof typeof inputs], input);
    if (!result.success) throw new Failure('invalidMessage', { cause: result.issues });
    return result.output;
  },
};
