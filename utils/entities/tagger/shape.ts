/** What a token looks like: `Xx`, `XX`, `X`, `X.`, `X.X.`, `xx`, `xX`, `X-d`, `d`, or the sign itself. */
export function shapeOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return 'xx';
  if (/^\d/.test(word)) return digitShapeOf(word);
  if (!/^[\p{L}@#_]/u.test(word)) return word.length > 2 ? '…' : word;
  if (/^[@#]/.test(word)) return word.charAt(0);
  if (/^\p{Lu}\.$/u.test(word)) return 'X.';
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(word)) return 'X.X';
  if (/\d/.test(word)) return 'Xd';
  if (/^\p{Lu}\p{M}*$/u.test(word)) return 'X';
  const isUpper = /^[\p{Lu}\p{Lt}]/u.test(word);
  if (isUpper && !/\p{Ll}/u.test(word)) return 'XX';
  if (isUpper) return /^.[^\p{Lu}]*$/u.test(word) ? 'Xx' : 'XxX';
  return /\p{Lu}/u.test(word) ? 'xX' : 'xx';
}

function digitShapeOf(word: string): string {
  if (/^\d+$/.test(word)) return word.length === 4 ? 'dddd' : word.length < 3 ? 'd' : 'dd';
  return /\p{L}/u.test(word) ? 'dx' : 'd,d';
}

/** Whether a shape begins with a capital. */
export function isCapital(shape: string): boolean {
  return shape.startsWith('X');
}
