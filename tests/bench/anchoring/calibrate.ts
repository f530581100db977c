import { readFileSync } from 'node:fs';
import { outcomeOf } from './report.ts';
import type { TrialRow } from './page/run-page.ts';

/**
 * Fits the weights of `utils/anchoring/verdict.ts`: a logistic regression of "the best place is the passage" on what
 * was weighed. Usage: `node calibrate.ts ROWS…`, rows written by `run.ts --engines inside` on pages and seeds that no
 * test uses.
 */
const rows = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as TrialRow)
  .filter(({ engine, features, answer }) => engine === 'inside' && features.length > 0 && answer !== null);

const samples = rows.map((row) => ({
  features: row.features,
  label: outcomeOf(row) === 'right' ? 1 : 0,
}));
const width = samples[0]?.features.length ?? 0;
/** Pulls weights that the rows do not need towards 0. */
const decay = 1;

let weights: number[] = Array.from({ length: width }, () => 0);
for (let round = 0; round < 60; round++) weights = step(weights);
console.log(`${samples.length} places, ${samples.filter(({ label }) => label === 1).length} right`);
console.log(`[${weights.map((weight) => weight.toFixed(2)).join(', ')}]`);
const errors = samples.filter(({ features, label }) => predict(weights, features) >= 0.5 !== (label === 1));
console.log(`${((100 * errors.length) / samples.length).toFixed(2)} % of verdicts wrong`);

function predict(given: readonly number[], features: readonly number[]): number {
  const sum = features.reduce((total, feature, at) => total + feature * (given[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** One step of Newton's method. */
function step(given: readonly number[]): number[] {
  const gradient: number[] = given.map((weight) => -decay * weight);
  const curvature: number[][] = given.map((_, row) =>
    given.map((__, column) => (row === column ? decay : 0)),
  );
  for (const { features, label } of samples) {
    const likelihood = predict(given, features);
    features.forEach((feature, row) => {
      gradient[row] = (gradient[row] ?? 0) + feature * (label - likelihood);
      features.forEach((other, column) => {
        const line = curvature[row] ?? [];
        line[column] = (line[column] ?? 0) + feature * other * likelihood * (1 - likelihood);
      });
    });
  }
  const change = solve(curvature, gradient);
  return given.map((weight, at) => weight + (change[at] ?? 0));
}

/** Gauss elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let row = column; row < rows.length; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const line = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = line;
    for (let row = 0; row < rows.length; row++) {
      if (row === column) continue;
      const factor = (rows[row]?.[column] ?? 0) / (line[column] ?? 1);
      rows[row] = (rows[row] ?? []).map((value, at) => value - factor * (line[at] ?? 0));
    }
  }
  return rows.map((line, at) => (line[rows.length] ?? 0) / (line[at] ?? 1));
}
