import { afterEach } from 'vitest';
import type { NewAnnotation } from '../../../utils/db/annotations.ts';
import { Library } from '../../../utils/db/database.ts';
import { createId } from '../../../utils/model/id.ts';
import { createArticle } from '../../support/articles.ts';

const opened: Library[] = [];

/** A library of its own, gone after the test. */
export function openLibrary(name = `test-${createId()}`): Library {
  const library = new Library(name);
  opened.push(library);
  return library;
}

afterEach(async () => {
  const libraries = opened.splice(0);
  for (const library of libraries) library.close();
  for (const name of new Set(libraries.map((library) => library.name))) await deleteDatabase(name);
});

async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error(`expected ${name} to be deleted`)));
  });
}

/** A time on 20 November 2026, `minute` minutes after seven. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 10, 20, 7, minute)).toISOString();
}

export const article = createArticle({
  title: 'Phí cảng tăng gấp đôi',
  publisher: 'Tin Cảng',
  authors: ['Lê Thu Hà'],
  published: '2026-11-19T08:00:00+07:00',
  modified: null,
  lang: 'vi',
  wordCount: 640,
  readingMinutes: 3,
  text: 'Hoàng Lan nói rằng phí cảng sẽ tăng gấp đôi vào tháng Ba.',
});

/** A draft of an annotation on `https://harbour.example/<path>`. */
export function draft(part: Partial<NewAnnotation> & { readonly path?: string } = {}): NewAnnotation {
  const { path = 'levy', ...rest } = part;
  const url = `https://harbour.example/${path}`;
  return {
    id: createId(),
    kind: 'highlight',
    colour: 'yellow',
    selector: [{ type: 'TextQuoteSelector', exact: 'phí cảng', prefix: 'rằng ', suffix: ' sẽ' }],
    page: { url, urls: [url], article },
    ...rest,
  };
}
