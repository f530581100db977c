/** Fields of rows are plain JSON made by one function, so their text form tells whether they are equal. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
