import { findMentions } from '../entities/mentions.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Entity } from '../model/entity.ts';
import type { Page } from '../model/page.ts';
import { viewAnnotation, type AnnotationView, type NamedEntity } from '../model/view.ts';
import type { ArticleNotes, Notes } from './notes.ts';

/** The words that the export itself adds, in the reader's language. */
export type MarkdownLabels = {
  readonly quotes: string;
  readonly highlights: string;
  readonly entities: string;
  readonly published: string;
  readonly read: string;
  readonly untitled: string;
  readonly entityType: (type: string) => string;
  readonly mentions: (count: number) => string;
  readonly alsoCalled: (names: string) => string;
};

/** Characters of text shown on each side of a mention. */
const mentionContext = 40;

/**
 * Notes as CommonMark: per article a source line, quotes as block quotes with their speaker, highlights,
 * and entities with their mentions. Text from pages is escaped; the reader's notes are Markdown already.
 */
export function formatMarkdown(notes: Notes, labels: MarkdownLabels): string {
  return `${notes.articles.map((article) => formatArticle(article, notes, labels)).join('\n\n---\n\n')}\n`;
}

function formatArticle({ page, annotations }: ArticleNotes, notes: Notes, labels: MarkdownLabels): string {
  const title = page.article.title.trim();
  const ofKind = (kind: Annotation['kind']): AnnotationView[] =>
    annotations
      .filter((annotation) => annotation.kind === kind)
      .map((annotation) => viewAnnotation(annotation, notes.entities));
  return joinBlocks([
    `# ${escapeMarkdown(title === '' ? labels.untitled : title)}`,
    formatSource(page, labels),
    ...formatSection(labels.quotes, ofKind('quote').map(formatPassage)),
    ...formatSection(labels.highlights, ofKind('highlight').map(formatPassage)),
    ...formatSection(labels.entities, formatEntities({ page, annotations }, notes, labels)),
  ]);
}

function formatSource({ article, url, created }: Page, labels: MarkdownLabels): string {
  const parts = [
    article.publisher ?? '',
    article.authors.join(', '),
    article.published === null ? '' : `${labels.published} ${formatTime(article.published)}`,
    `${labels.read} ${created.slice(0, 10)}`,
  ].filter((part) => part !== '');
  return `${escapeMarkdown(parts.join(' · '))}\n<${url.replace(/[<>\s]/gu, encodeURIComponent)}>`;
}

/** The publisher's own clock, as it wrote it; a time of midnight without a zone is a mere date. */
function formatTime(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/u.exec(iso);
  if (match === null) return iso;
  const [, day = '', time] = match;
  return time === undefined ? day : `${day} ${time}`;
}

function formatSection(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`## ${title}`, ...entries];
}

function formatPassage(view: AnnotationView): string {
  const lines = view.quote.split('\n').map((line) => escapeMarkdown(line));
  const quoted = lines.join('\n\n');
  const speaker = view.speaker === '' ? '' : `\n\n— ${escapeMarkdown(view.speaker)}`;
  return joinBlocks([toBlockQuote(quoted + speaker), view.note, formatTags(view.tags)]);
}

function formatEntities({ page, annotations }: ArticleNotes, notes: Notes, labels: MarkdownLabels): string[] {
  const byName = Map.groupBy(
    annotations
      .filter((annotation) => annotation.kind === 'entity')
      .map((annotation) => viewAnnotation(annotation, notes.entities)),
    (view) => JSON.stringify(nameOf(view)),
  );
  const entries = [...byName.values()].flatMap((views) =>
    views.slice(0, 1).map((view) => ({ entity: nameOf(view), views })),
  );
  // One search for all names: a name inside a longer one is not a mention of its own.
  const mentions = Map.groupBy(
    findMentions(
      page.article.text,
      entries.flatMap(({ entity, views }) => namesOf(entity, views, notes)),
    ).filter(({ isNested }) => !isNested),
    (mention) => mention.name,
  );
  const items = entries.map(({ entity, views }) => {
    const found = [...new Set(namesOf(entity, views, notes))]
      .flatMap((name) => mentions.get(name) ?? [])
      .toSorted((a, b) => a.start - b.start)
      .map((mention) => formatMention(page.article.text, mention));
    const known = notes.entities.get(views[0]?.subjectId ?? '');
    const facts = [escapeMarkdown(labels.entityType(entity.type)), ...formatKnown(known, labels)];
    const head = `- **${escapeMarkdown(entity.name)}** (${facts.join('; ')}), ${labels.mentions(found.length)}`;
    const notesBelow = [
      known?.note ?? '',
      ...views.flatMap((view) => [view.note, formatTags(view.tags)]),
    ].filter((text) => text !== '');
    return [
      head,
      ...found.map((text) => `  - ${text}`),
      ...notesBelow.map((text) => `\n${indent(text)}`),
    ].join('\n');
  });
  return items.length === 0 ? [] : [items.join('\n')];
}

/** What the reader keeps of an entity besides its name: other names, and where Wikidata has it. */
function formatKnown(entity: Entity | undefined, labels: MarkdownLabels): string[] {
  if (entity === undefined) return [];
  const { aliases, wikidata } = entity;
  return [
    ...(aliases.length === 0 ? [] : [escapeMarkdown(labels.alsoCalled(aliases.join(', ')))]),
    ...(wikidata === null ? [] : [`[Wikidata ${wikidata.id}](https://www.wikidata.org/wiki/${wikidata.id})`]),
  ];
}

/** What an entity is found by: its names, and the words that it was tagged on. */
function namesOf({ name }: NamedEntity, views: readonly AnnotationView[], { entities }: Notes): string[] {
  const { aliases = [] } = entities.get(views[0]?.subjectId ?? '') ?? {};
  return [name, ...views.map((view) => view.quote), ...aliases];
}

/** The entity that an annotation names; while it names none, its own words stand for one. */
function nameOf({ subject, quote }: AnnotationView): NamedEntity {
  return subject === null ? { name: quote, type: 'other' } : { name: subject.name, type: subject.type };
}

function formatMention(text: string, { start, end }: { start: number; end: number }): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = text.indexOf('\n', end);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const from = wordStart(text, Math.max(lineStart, start - mentionContext), start);
  const to = wordEnd(text, Math.min(lineEnd, end + mentionContext), end);
  const before = `${from > lineStart ? '…' : ''}${clean(text.slice(from, start))}`;
  const after = `${clean(text.slice(end, to))}${to < lineEnd ? '…' : ''}`;
  return `${escapeMarkdown(before)}**${escapeMarkdown(clean(text.slice(start, end)))}**${escapeMarkdown(after)}`;
}

/** Moves a cut to the next space before the mention, so that no word is cut in two. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0 || /\s/u.test(text.charAt(from - 1))) return from;
  const space = text.slice(from, limit).search(/\s/u);
  return space === -1 ? from : from + space + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
  if (to === text.length || /\s/u.test(text.charAt(to))) return to;
  const space = text.lastIndexOf(' ', to - 1);
  return space <= limit ? to : space;
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function formatTags(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag.replace(/\s+/gu, '-')}`).join(' ');
}

function toBlockQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gmu, '  ');
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/**
 * Plain text as Markdown that shows exactly that text: CommonMark's inline punctuation is escaped, and what
 * would begin a heading, list or quote at the start of a line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/^(\s*)([#+>-]|=+$|~{3})/gmu, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gmu, '$1\\$2');
}
