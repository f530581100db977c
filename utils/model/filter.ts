import type { AnnotationView } from './view.ts';

/** Text as it is searched: no accents, `đ` as `d`, lower case, straight quotes. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ');
}

/** Whether every word of the query is in what an annotation holds: its words, note, tags and names. */
export function matchesQuery(annotation: AnnotationView, query: string): boolean {
  const { quote, note, tags, speaker, subject } = annotation;
  const text = searchable([quote, note, tags.join(' '), speaker, subject?.name ?? ''].join('\n'));
  return searchable(query)
    .split(' ')
    .every((word) => text.includes(word));
}
