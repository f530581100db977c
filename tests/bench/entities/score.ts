/** A stretch of a text with a type. */
export type TypedSpan = { readonly start: number; readonly end: number; readonly type: string };

/** Hits, proposals and gold mentions; sums of texts are sums of these. */
export type Count = { hits: number; found: number; gold: number };

export function emptyCount(): Count {
  return { hits: 0, found: 0, gold: 0 };
}

export function addCount(into: Count, { hits, found, gold }: Count): void {
  into.hits += hits;
  into.found += found;
  into.gold += gold;
}

/** Exact spans: with their types, and without. */
export function countExact(found: readonly TypedSpan[], gold: readonly TypedSpan[], typed: boolean): Count {
  const key = ({ start, end, type }: TypedSpan): string => `${start}-${end}${typed ? `-${type}` : ''}`;
  const keys = new Set(gold.map(key));
  return { hits: found.filter((span) => keys.has(key(span))).length, found: found.length, gold: gold.length };
}

/** Spans that overlap one of the other side, whatever their types: precision's hits and recall's hits apart. */
export function countOverlap(
  found: readonly TypedSpan[],
  gold: readonly TypedSpan[],
): { precision: Count; recall: Count } {
  const overlaps = (span: TypedSpan, others: readonly TypedSpan[]): boolean =>
    others.some((other) => span.start < other.end && other.start < span.end);
  return {
    precision: {
      hits: found.filter((span) => overlaps(span, gold)).length,
      found: found.length,
      gold: gold.length,
    },
    recall: {
      hits: gold.filter((span) => overlaps(span, found)).length,
      found: found.length,
      gold: gold.length,
    },
  };
}

/** Precision, recall and F1 in percent, as one word. */
export function formatScore({ hits, found, gold }: Count): string {
  const precision = found === 0 ? 0 : (hits / found) * 100;
  const recall = gold === 0 ? 0 : (hits / gold) * 100;
  return `${precision.toFixed(1)}/${recall.toFixed(1)}/${f1Of({ hits, found, gold }).toFixed(1)}`;
}

/** F1 in percent. */
export function f1Of({ hits, found, gold }: Count): number {
  return found + gold === 0 ? 0 : (200 * hits) / (found + gold);
}

/** B³ precision, recall and F1 in percent of a clustering of the mentions 0 to n-1 (Bagga and Baldwin 1998). */
export function scoreClusters(
  found: readonly (readonly number[])[],
  gold: readonly (readonly number[])[],
): [number, number, number] {
  const clusterOf = (clusters: readonly (readonly number[])[]): Map<number, readonly number[]> =>
    new Map(clusters.flatMap((cluster) => cluster.map((mention) => [mention, cluster] as const)));
  const [ours, theirs] = [clusterOf(found), clusterOf(gold)];
  let precision = 0;
  let recall = 0;
  for (const [mention, cluster] of theirs) {
    const own = ours.get(mention) ?? [mention];
    const both = own.filter((other) => cluster.includes(other)).length;
    precision += both / own.length / theirs.size;
    recall += both / cluster.length / theirs.size;
  }
  return [precision * 100, recall * 100, (200 * precision * recall) / (precision + recall)];
}
