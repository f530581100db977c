import type { CorpusPage, EngineRow } from './rows.ts';
import { foldName, hasSameNames, scoreText, tokensOf, type Score } from './score.ts';

type Row = EngineRow & { readonly corpus: string; readonly id: string };
type Scored = { readonly row: Row; readonly truth: CorpusPage; readonly score: Score };

/** Prints the table: a line for each corpus, for each language of it, and for each engine. */
export function printReport(rows: readonly Row[], truths: ReadonlyMap<string, CorpusPage>): void {
  const scored = rows.flatMap((row): Scored[] => {
    const truth = truths.get(`${row.corpus}/${row.id}`);
    return truth === undefined ? [] : [{ row, truth, score: scoreText(row.text, truth.gt.body) }];
  });
  const header =
    'corpus lang engine pages F1 P R <.9 <.5 title authors any day lead false mapped ms p95 ratio median p95 task p95 errors';
  const lines = [header.split(' ')];
  const groups = Map.groupBy(scored, ({ truth }) => truth.corpus);
  for (const [corpus, ofCorpus] of groups) {
    const languages = Map.groupBy(ofCorpus, ({ truth }) => truth.gt.lang ?? '');
    const parts: [string, Scored[]][] = [['all', ofCorpus], ...(languages.size > 1 ? languages : [])];
    for (const [lang, part] of parts) {
      for (const [engine, ofEngine] of Map.groupBy(part, ({ row }) => row.engine)) {
        lines.push([corpus, lang, engine, ...figuresOf(ofEngine, part)]);
      }
    }
  }
  const widths = header
    .split(' ')
    .map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function figuresOf(rows: readonly Scored[], all: readonly Scored[]): string[] {
  const share = (of: readonly Scored[], holds: (row: Scored) => boolean) =>
    of.length === 0 ? '-' : ((100 * of.filter(holds).length) / of.length).toFixed(1);
  const withTitle = rows.filter(({ truth }) => (truth.gt.title ?? '') !== '');
  const withAuthors = rows.filter(({ truth }) => (truth.gt.authors ?? []).length > 0);
  const withDate = rows.filter(({ truth }) => (truth.gt.date ?? '') !== '');
  const withLead = rows.filter(({ truth }) => tokensOf(truth.gt.summary ?? '').length > 3);
  const times = rows.map(({ row }) => row.ms);
  const tasks = rows.flatMap(({ row }) => row.longestTaskMs ?? []);
  const plain = new Map(
    all.filter(({ row }) => row.engine === 'readability').map(({ row }) => [row.id, row.ms]),
  );
  const ratios = rows.flatMap(({ row }) => {
    const base = plain.get(row.id);
    return base === undefined || base === 0 ? [] : [row.ms / base];
  });
  const mapped = rows.flatMap(({ row }) => (row.mappedShare === null ? [] : [row.mappedShare]));
  return [
    String(rows.length),
    mean(rows.map(({ score }) => score.f1)).toFixed(4),
    mean(rows.map(({ score }) => score.precision)).toFixed(4),
    mean(rows.map(({ score }) => score.recall)).toFixed(4),
    share(rows, ({ score }) => score.f1 < 0.9),
    String(rows.filter(({ score }) => score.f1 < 0.5).length),
    share(withTitle, ({ row, truth }) => foldName(row.title ?? '') === foldName(truth.gt.title ?? '')),
    share(withAuthors, ({ row, truth }) => hasSameNames(row.authors, truth.gt.authors ?? [])),
    share(withAuthors, ({ row, truth }) =>
      row.authors.some((name) => (truth.gt.authors ?? []).some((gold) => foldName(gold) === foldName(name))),
    ),
    share(withDate, ({ row, truth }) => (row.published ?? '').slice(0, 10) === truth.gt.date?.slice(0, 10)),
    share(withLead, hasLead),
    String(rows.filter(({ row, truth }) => truth.gt.body === '' && row.text !== '').length),
    mapped.length === 0 ? '-' : (100 * mean(mapped)).toFixed(2),
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.95).toFixed(1),
    ratios.length === 0 ? '-' : mean(ratios).toFixed(2),
    ratios.length === 0 ? '-' : quantile(ratios, 0.5).toFixed(2),
    ratios.length === 0 ? '-' : quantile(ratios, 0.95).toFixed(2),
    tasks.length === 0 ? '-' : quantile(tasks, 0.5).toFixed(1),
    tasks.length === 0 ? '-' : quantile(tasks, 0.95).toFixed(1),
    String(rows.filter(({ row }) => row.error !== undefined).length),
  ];
}

/** Whether nine tenths of the standfirst's words stand in the text in their order. */
function hasLead({ row, truth }: Scored): boolean {
  return scoreText(row.text, truth.gt.summary ?? '').recall >= 0.8;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
