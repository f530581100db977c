/** Bytes of UTF-8 that every file system takes with room for an ending and a counter. */
const mostBytes = 120;

/**
 * A file name made of a title: without the characters that file systems or note tools refuse, without
 * leading dots, cut between characters. Joiners inside words and emoji stay.
 */
export function createFileName(title: string, extension: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}\u200B\u2060\uFEFF[\]#^|\\/:*?"<>]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  const encoder = new TextEncoder();
  let name = '';
  for (const { segment } of new Intl.Segmenter().segment(clean)) {
    if (encoder.encode(name + segment).length > mostBytes) break;
    name += segment;
  }
  name = name.trim().replace(/[. ]+$/u, '');
  return `${name === '' ? 'Pressmark' : name}.${extension}`;
}
