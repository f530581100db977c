/** Of each figure of several rounds the one in the middle. @throws when there was no round */
export function middleOf<T extends Record<string, number>>(rows: readonly T[]): T {
  const [first] = rows;
  if (first === undefined) throw new Error('expected a round');
  const middle = (key: keyof T): number =>
    rows.map((row) => row[key] ?? 0).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  return Object.fromEntries(Object.keys(first).map((key) => [key, middle(key)])) as T;
}
