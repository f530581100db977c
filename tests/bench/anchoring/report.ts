import type { TrialRow } from './page/run-page.ts';

export type Outcome = 'right' | 'wrong place' | 'off boundaries' | 'false anchor' | 'false orphan';

/** Boundaries may be off by a tenth of the passage in all. */
const tolerance = 0.1;

export function outcomeOf({ truth, answer }: Pick<TrialRow, 'truth' | 'answer'>): Outcome {
  if (truth === null) return answer === null ? 'right' : 'false anchor';
  if (answer === null) return 'false orphan';
  if (answer.end <= truth.start || answer.start >= truth.end) return 'wrong place';
  const off = Math.abs(answer.start - truth.start) + Math.abs(answer.end - truth.end);
  return off <= tolerance * (truth.end - truth.start) ? 'right' : 'off boundaries';
}

const outcomes: readonly Outcome[] = [
  'right',
  'wrong place',
  'off boundaries',
  'false anchor',
  'false orphan',
];

/** A table for each engine: a line for each scenario and one for all; then how confidence and truth agree. */
export function summarise(rows: readonly TrialRow[]): string {
  const lines: string[] = [];
  for (const [engine, own] of groupBy(rows, ({ engine }) => engine)) {
    lines.push('', `${engine} (${own.length} trials)`);
    lines.push(
      ['scenario'.padEnd(22), 'trials', ...outcomes, 'harmful'].map((head) => head.padStart(8)).join('  '),
    );
    for (const [scenario, some] of groupBy(own, ({ scenario }) => scenario))
      lines.push(lineOf(scenario, some));
    lines.push(lineOf('all', own), ...reliabilityOf(own));
  }
  return lines.join('\n');
}

function lineOf(name: string, rows: readonly TrialRow[]): string {
  const counts = outcomes.map((outcome) => rows.filter((row) => outcomeOf(row) === outcome).length);
  const harmful = (counts[1] ?? 0) + (counts[2] ?? 0) + (counts[3] ?? 0);
  const percents = [...counts, harmful].map((count) => ((100 * count) / rows.length).toFixed(2));
  const heads = ['right', ...outcomes.slice(1), 'harmful'];
  return [
    name.padEnd(22),
    String(rows.length).padStart(8),
    ...percents.map((percent, at) => percent.padStart(Math.max(8, heads[at]?.length ?? 0))),
  ].join('  ');
}

function reliabilityOf(rows: readonly TrialRow[]): string[] {
  const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];
  let gap = 0;
  const lines = bins.slice(1).flatMap((to, at) => {
    const inBin = rows.filter(({ confidence }) => confidence >= (bins[at] ?? 0) && confidence < to);
    if (inBin.length === 0) return [];
    const claimed = inBin.reduce((sum, { confidence }) => sum + confidence, 0) / inBin.length;
    const right = inBin.filter((row) => outcomeOf(row) === 'right').length / inBin.length;
    gap += (Math.abs(claimed - right) * inBin.length) / rows.length;
    return [
      `  confidence ${(100 * claimed).toFixed(1).padStart(5)}  right ${(100 * right).toFixed(1).padStart(5)}  (${inBin.length})`,
    ];
  });
  return [...lines, `  calibration error ${(100 * gap).toFixed(2)} points`];
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
