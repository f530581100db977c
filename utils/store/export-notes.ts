import type { ExportChoice } from '../export/choice.ts';
import { listAnnotations, listAllAnnotations } from '../db/annotations.ts';
import type { Library } from '../db/database.ts';
import { readEntities } from '../db/entities.ts';
import { listPages, readPage } from '../db/pages.ts';
import { createFileName } from '../export/file-name.ts';
import { formatJsonLd } from '../export/jsonld.ts';
import { formatMarkdown } from '../export/markdown.ts';
import { gatherNotes } from '../export/notes.ts';
import { nameOfType } from '../i18n/names.ts';
import type { Translator } from '../i18n/translator.ts';
import { isBuiltInEntityType } from '../model/entity.ts';
import { entityIdsOf } from '../model/annotation.ts';

/** An export ready to be saved or copied. */
export type ExportedNotes = { readonly text: string; readonly fileName: string; readonly mediaType: string };

/** Writes notes in the chosen format; `null` when there is nothing to export. */
export async function exportNotes(
  library: Library,
  choice: ExportChoice & { readonly pageId: string | null },
  translator: Translator,
): Promise<ExportedNotes | null> {
  const notes = await library.transaction(
    'r',
    [library.pages, library.annotations, library.entities],
    async () => {
      const page = choice.pageId === null ? null : await readPage(library, choice.pageId);
      const isWhole = choice.scope === 'all';
      const pages = isWhole ? await listPages(library) : page === null ? [] : [page];
      const annotations = isWhole
        ? await listAllAnnotations(library)
        : page === null
          ? []
          : await listAnnotations(library, page.id);
      return gatherNotes(pages, annotations, await readEntities(library, annotations.flatMap(entityIdsOf)));
    },
  );
  const [first] = notes.articles;
  if (first === undefined) return null;
  const title = choice.scope === 'all' ? 'Pressmark' : first.page.article.title;
  if (choice.format === 'jsonld') {
    return {
      text: formatJsonLd(notes),
      fileName: createFileName(title, 'jsonld'),
      mediaType: 'application/ld+json',
    };
  }
  return {
    text: formatMarkdown(notes, createLabels(translator)),
    fileName: createFileName(title, 'md'),
    mediaType: 'text/markdown',
  };
}

function createLabels(translator: Translator): Parameters<typeof formatMarkdown>[1] {
  const { t, plural } = translator;
  return {
    quotes: t('mdQuotes'),
    highlights: t('mdHighlights'),
    entities: t('mdEntities'),
    published: t('mdPublished'),
    read: t('mdRead'),
    untitled: t('untitled'),
    entityType: (type) => {
      const name = nameOfType(type, translator);
      return isBuiltInEntityType(type) ? name.toLocaleLowerCase(translator.locale) : name;
    },
    mentions: (count) => plural('mentions', count),
    alsoCalled: (names) => t('mdAlsoCalled', names),
  };
}
