import { addCounts, type Counts, type Outcome } from './score.ts';

/** How an engine did on a text of a group (a set, or a half of one). */
export type Scored = {
  readonly group: string;
  readonly engine: string;
  readonly counts: Counts;
  readonly outcomes: readonly Outcome[];
};

const header =
  'texts,engine,n,gold,recall,exact,precision,F1,exact F1,kind,speaker,end to end,false/text,indirect P,indirect R,ms/text,ms/1000 words';

/** Prints a line for each group and engine, and how far confidences can be trusted. */
export function printReport(scored: readonly Scored[]): void {
  const lines = [header.split(',')];
  for (const [group, ofGroup] of Map.groupBy(scored, ({ group }) => group)) {
    for (const [engine, rows] of Map.groupBy(ofGroup, ({ engine }) => engine)) {
      const counts = addCounts(rows.map(({ counts }) => counts));
      if (counts !== null) lines.push([group, engine, ...figuresOf(counts)]);
    }
  }
  printTable(lines);
  printReliability(scored.filter(({ engine, group }) => engine === 'pressmark' && !group.includes('(')));
}

function figuresOf(counts: Counts): string[] {
  const recall = share(counts.found, counts.gold);
  const exact = share(counts.exact, counts.gold);
  const precision = share(counts.attributed, counts.predicted);
  return [
    String(counts.texts),
    String(counts.gold),
    percent(recall),
    percent(exact),
    percent(precision),
    percent(f1(recall, precision)),
    percent(f1(exact, precision)),
    percent(share(counts.rightKinds, counts.kinds)),
    percent(share(counts.speakers, counts.found)),
    percent(share(counts.speakers, counts.gold)),
    ((counts.predicted - counts.attributed) / counts.texts).toFixed(2),
    percent(share(counts.indirectAttributed, counts.indirectPredicted)),
    percent(share(counts.indirectFound, counts.indirectGold)),
    (counts.ms / counts.texts).toFixed(2),
    ((1_000 * counts.ms) / counts.words).toFixed(2),
  ];
}

function printReliability(scored: readonly Scored[]): void {
  for (const [group, rows] of Map.groupBy(scored, ({ group }) => group)) {
    const outcomes = rows.flatMap(({ outcomes }) => outcomes);
    const bins = Map.groupBy(outcomes, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
    const lines = [['confidence', 'quotes', 'mean confidence', 'right']];
    for (const [bin, inBin] of [...bins].toSorted(([a], [b]) => a - b)) {
      const mean = inBin.reduce((sum, { confidence }) => sum + confidence, 0) / inBin.length;
      const right = inBin.filter(({ isRight }) => isRight).length / inBin.length;
      lines.push([`${bin / 10} to ${(bin + 1) / 10}`, String(inBin.length), percent(mean), percent(right)]);
    }
    console.log(`\nReliability of pressmark on ${group}: the quotation is attributed, and to its speaker`);
    printTable(lines);
  }
}

function printTable(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function percent(value: number | null): string {
  return value === null ? '-' : (100 * value).toFixed(1);
}

function f1(a: number | null, b: number | null): number | null {
  return a === null || b === null || a + b === 0 ? null : (2 * a * b) / (a + b);
}
