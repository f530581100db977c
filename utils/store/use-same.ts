import { useRef } from 'preact/hooks';

/** The value before, as long as the new one says the same: what is made anew with every message is no change. */
export function useSame<T>(value: T): T {
  const before = useRef(value);
  if (before.current !== value && JSON.stringify(before.current) !== JSON.stringify(value))
    before.current = value;
  return before.current;
}

/** The same for the members of a list, each by itself. */
export function useSameItems<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = useRef<{ readonly given: readonly T[]; readonly items: readonly T[] } | null>(null);
  if (seen.current?.given === items) return seen.current.items;
  const before = new Map(seen.current?.items.map((item) => [item.id, item]));
  const next = items.map((item) => {
    const known = before.get(item.id);
    return known !== undefined && JSON.stringify(known) === JSON.stringify(item) ? known : item;
  });
  const isSame =
    seen.current?.items.length === next.length &&
    next.every((item, index) => item === seen.current?.items[index]);
  seen.current = { given: items, items: isSame ? (seen.current?.items ?? next) : next };
  return seen.current.items;
}
