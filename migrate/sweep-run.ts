import type { PassReport, Progress, RunOptions } from './api';
import type { LedgerRow, PassRow } from './collections';
import type { Context } from './context';
import { passesOfThisTry } from './gate';
import { Governor } from './governor';
import { currentPass, runPass } from './pass';
import { createProbe } from './signals';
import type { Sweep } from './sweep';
import { Tally } from './tally';

/** Documents in the first batch, before anything is known: far below what takes the time limit of a batch. */
const firstBatch = 500;

export interface SweepRun {
  readonly row: LedgerRow;
  readonly passes: readonly PassReport[];
  readonly tally: Tally;
}

/**
 * Pass after pass of one sweep, under the throttle, until `enough` says so of the finished passes.
 *
 * @param enough told after every pass, with how many this call has seen
 */
export async function sweepUntil(
  context: Context,
  sweep: Sweep,
  row: LedgerRow,
  enough: (passes: readonly PassRow[], seen: number, tally: Tally) => boolean,
  options: RunOptions,
): Promise<SweepRun> {
  const { collections, clock, log } = context;
  const governor = new Governor(createProbe(collections, row._id), clock, log);
  const { min, max } = sweep.limits;
  const tally = new Tally(clock, Math.min(max, Math.max(min, firstBatch)));
  const pass = {
    ...{ context, sweep, governor, tally },
    signal: options.signal ?? new AbortController().signal,
    onProgress: guarded(options.onProgress, context),
  };
  await governor.start();
  try {
    let now = row;
    for (let seen = 1; ; seen++) {
      now = await runPass(await currentPass(now, pass), pass);
      if (enough(passesOfThisTry(now), seen, tally)) return { row: now, passes: now.passes.map(passReport), tally };
    }
  } finally {
    await governor.stop();
  }
}

export function passReport({ n, kind, modified, exact, startedAt, finishedAt }: PassRow): PassReport {
  return { pass: n, kind, modified: modified ?? 0, exact: exact ?? false, startedAt, finishedAt };
}

/** How many of the last passes of a kind changed nothing, for certain. */
export function cleanPasses(passes: readonly PassRow[], kind: PassRow['kind']): number {
  const finished = passes.filter((pass) => pass.kind === kind && pass.finishedAt !== undefined);
  return finished.length - 1 - finished.findLastIndex((pass) => pass.cancelled || pass.exact !== true || pass.modified !== 0);
}

/** Nothing was left to write but what is refused: more passes would be refused again, until a person has put the quarantine right. */
export function refusedOnly(passes: readonly PassRow[], seen: number, { quarantined }: Tally): boolean {
  const last = passes.at(-1);
  return seen > 1 && quarantined > 0 && last?.modified === 0 && last.exact === false;
}

/** A callback of the caller must not end a migration. */
function guarded(onProgress: RunOptions['onProgress'], { log }: Context): RunOptions['onProgress'] {
  if (onProgress === undefined) return undefined;
  return (progress: Progress) => {
    try {
      onProgress(progress);
    } catch (error) {
      log.warn({ error: String(error) }, 'progress callback failed');
    }
  };
}
