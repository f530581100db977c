/** How many words a reader would count; scripts without spaces count by characters (CJK) or by dictionary. */
export function countWords(text: string): number {
  throw new Error(`not built yet: ${text.length}`);
}

/** Minutes of silent reading, rounded up; 0 for no text. */
export function readingMinutesOf(text: string): number {
  throw new Error(`not built yet: ${text.length}`);
}
