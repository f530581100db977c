import { editAnnotation, type Annotation, type AnnotationEdit } from '../../utils/model/annotation.ts';
import { createEntity as createBareEntity, type Entity } from '../../utils/model/entity.ts';
import type { ArticleRecord, Page } from '../../utils/model/page.ts';
import { createArticle } from '../support/articles.ts';

const at = '2026-11-19T07:00:00.000Z';

/** A page with an article of which the given parts are known. */
export function createPage(id: string, article: Partial<ArticleRecord>, page: Partial<Page> = {}): Page {
  const url = `https://harbour.example/${id}`;
  return {
    id,
    url,
    urls: [url],
    article: createArticle({ title: 'Harbour levy to double in March', lang: 'en', ...article }),
    corrections: {},
    apart: [],
    created: at,
    visited: at,
    ...page,
  };
}

/** An annotation of a page: where its words stand in the article's text, and what was edited into it. */
export function createAnnotation(
  page: Page,
  exact: string,
  edit: AnnotationEdit & { id: string },
): Annotation {
  const start = Math.max(0, page.article.text.indexOf(exact));
  const blank: Annotation = {
    id: edit.id,
    pageId: page.id,
    kind: 'highlight',
    motivation: 'highlighting',
    colour: 'yellow',
    target: {
      source: page.url,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
    body: [],
    created: at,
    modified: at,
    deleted: null,
  };
  return editAnnotation(blank, edit, at);
}

export function createEntity(id: string, name: string, type: string, fields: Partial<Entity> = {}): Entity {
  return { ...createBareEntity(id, { name, type }, at), ...fields };
}
