import type { TrialRow } from './page/run-page.ts';
import type { SpeedRow } from './page/run-speed.ts';

export type Outcome = 'right' | 'wrong place' | 'off boundaries' | 'false anchor' | 'false orphan';

/** Boundaries may be off by a tenth of the passage in all. */
const tolerance = 0.1;

export function outcomeOf({
  truth,
  isTwin,
  answer,
  status,
}: Pick<TrialRow, 'truth' | 'isTwin' | 'answer' | 'status'>): Outcome {
  if (isTwin && status === 'ambiguous') return 'right';
  if (truth === null) return answer === null ? 'right' : 'false anchor';
  if (answer === null) return 'false orphan';
  if (answer.end <= truth.start || answer.start >= truth.end) return 'wrong place';
  const { outer = truth } = truth;
  const off = distance(answer.start, outer.start, truth.start) + distance(answer.end, truth.end, outer.end);
  return off <= tolerance * (truth.end - truth.start) ? 'right' : 'off boundaries';
}

/** How far an offset is from a stretch that may be empty. */
function distance(offset: number, start: number, end: number): number {
  return Math.max(0, start - offset, offset - end);
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

/** Upper ends of the stretches of confidence that are looked at together. */
const bins = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
/** With fewer trials than this a stretch says nothing: its share of right answers is known to ten points. */
const leastInBin = 100;

/**
 * How often answers of a confidence are right; the expected calibration error (the mean gap, weighted by trials) and
 * the widest gap of a stretch with enough trials, in points.
 */
function reliabilityOf(rows: readonly TrialRow[]): string[] {
  let gapSum = 0;
  let widest = 0;
  let from = 0;
  const lines = bins.flatMap((to) => {
    const inBin = rows.filter(({ confidence }) => confidence > from && confidence <= to);
    from = to;
    if (inBin.length === 0) return [];
    const claimed = (100 * inBin.reduce((sum, { confidence }) => sum + confidence, 0)) / inBin.length;
    const right = (100 * inBin.filter((row) => outcomeOf(row) === 'right').length) / inBin.length;
    gapSum += Math.abs(claimed - right) * inBin.length;
    if (inBin.length >= leastInBin) widest = Math.max(widest, Math.abs(claimed - right));
    return [
      `  confidence ${claimed.toFixed(1).padStart(5)}  right ${right.toFixed(1).padStart(5)}  (${inBin.length} trials)`,
    ];
  });
  return [
    ...lines,
    `  expected calibration error ${(gapSum / rows.length).toFixed(2)} points, widest gap ${widest.toFixed(2)} points`,
  ];
}

/** Times of ours, how often the other way takes as long, and how ours grow. */
export function summariseSpeed(rows: readonly SpeedRow[]): string {
  const own = rows.filter(({ engine }) => engine === 'pressmark');
  const lines = ['', 'Milliseconds (and how many times as long Hypothesis’s way takes)'];
  lines.push(
    ['words', 'highlights', 'build', ...phases.map((phase) => phase.padStart(16))]
      .map((head) => head.padStart(10))
      .join('  '),
  );
  for (const row of own) {
    const { words, highlights, build } = row;
    const peer = rows.find(
      (other) =>
        other !== row &&
        other.words === words &&
        other.highlights === highlights &&
        other.engine !== row.engine,
    );
    const cells = phases.map((phase) => {
      const ratio = peer === undefined ? '' : ` (${(peer[phase] / row[phase]).toFixed(1)})`;
      return `${row[phase].toFixed(1)}${ratio}`.padStart(16);
    });
    lines.push(
      [
        String(words).padStart(10),
        String(highlights).padStart(10),
        build.toFixed(1).padStart(10),
        ...cells,
      ].join('  '),
    );
  }
  return [...lines, growthOf(own, 'highlights', 'words'), growthOf(own, 'words', 'highlights')].join('\n');
}

const phases = ['describe', 'unchanged', 'edited'] as const;

/** The power with which time grows from the second largest to the largest, all else equal: 1 is linear. */
function growthOf(
  rows: readonly SpeedRow[],
  by: 'words' | 'highlights',
  fixed: 'words' | 'highlights',
): string {
  const most = Math.max(...rows.map((row) => row[fixed]));
  const series = rows.filter((row) => row[fixed] === most).sort((a, b) => a[by] - b[by]);
  const last = series.at(-1);
  const first = series.at(-3);
  if (first === undefined || last === undefined) return '';
  const powers = phases.map(
    (phase) =>
      `${phase} ${(Math.log(last[phase] / first[phase]) / Math.log(last[by] / first[by])).toFixed(2)}`,
  );
  return `Growth with ${by}, ${first[by]} to ${last[by]}, as a power: ${powers.join(', ')}`;
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
