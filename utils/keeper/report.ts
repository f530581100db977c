import * as v from 'valibot';
import { isPacked, type Packed } from '../backup/index.ts';
import { losses, type LossReport } from '../model/safety.ts';
import type { Shelf } from './shelf.ts';

const reportKey = 'report';
const remainsKey = 'remains';

const lossReport = v.object({
  at: v.string(),
  loss: v.picklist(losses),
  annotations: v.number(),
  until: v.nullable(v.string()),
  isWhole: v.boolean(),
  hasRemains: v.boolean(),
});

/** What the reader has not been told yet. */
export async function readReport(shelf: Shelf): Promise<LossReport | null> {
  const items = await shelf.get([reportKey]);
  const report = v.safeParse(lossReport, items[reportKey]);
  return report.success ? report.output : null;
}

/** Keeps it until the reader has seen it. */
export async function writeReport(shelf: Shelf, report: LossReport): Promise<void> {
  await shelf.set({ [reportKey]: report });
}

/** The reader has seen it: what was left of the damaged library goes with it. */
export async function discardReport(shelf: Shelf): Promise<void> {
  await shelf.remove([reportKey, remainsKey]);
}

/** What was left of the damaged library; `null` when nothing was. */
export async function readRemains(shelf: Shelf): Promise<Packed | null> {
  const remains = (await shelf.get([remainsKey]))[remainsKey];
  return isPacked(remains) ? remains : null;
}

/** Keeps what was left of the damaged library. The first is kept: what came later was put back from it. */
export async function writeRemains(shelf: Shelf, remains: Packed): Promise<void> {
  if ((await readRemains(shelf)) === null) await shelf.set({ [remainsKey]: remains });
}
