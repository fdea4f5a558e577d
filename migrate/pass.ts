import type { Progress, SweepKind } from './api';
import { claimRange, layOutRanges, standOf, sumUp } from './claims';
import { every } from './clock';
import type { LedgerRow, PassRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import type { Governor } from './governor';
import { Fenced } from './lease';
import { planRanges } from './planner';
import { persist } from './retry';
import { workRange } from './stream';
import type { Sweep } from './sweep';
import type { Tally } from './tally';
import type { State } from './types';

export interface PassOptions {
  readonly context: Context;
  readonly sweep: Sweep;
  readonly governor: Governor;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const pollMs = 200;

/** The unfinished pass of this kind, or a new one. Whoever plans first decides; the others join. */
export async function currentPass(row: LedgerRow, options: PassOptions): Promise<PassRow> {
  const { context, sweep } = options;
  const { collections, ledger } = context;
  const last = row.passes.at(-1);
  if (last && last.finishedAt === undefined) {
    if (last.kind === sweep.kind) return last;
    throw new MigrationError(
      'STATE_REFUSED',
      `${row._id}: the ${last.kind} pass ${last.n} must end before a ${sweep.kind} pass, got it unfinished`,
    );
  }
  // Before the ranges are read: whatever is written after this moment is the tailer's.
  const { operationTime } = await collections.db.command({ ping: 1 });
  const plan = await planRanges(collections.documents(sweep.migration.collection), sweep.migration);
  const planned = await ledger.addPass(row, { n: row.passes.length + 1, kind: sweep.kind, ...plan }, operationTime);
  return planned?.passes.at(-1) ?? currentPass(await stillIn(row, options), options);
}

const during: Readonly<Record<SweepKind, readonly State[]>> = {
  forward: ['backfilling', 'verifying', 'ready'],
  reverse: ['rollingBack', 'switched'],
  contract: ['contracting'],
};

/** Somebody was quicker: with the same pass, which is joined, or with another command, which ends this one. */
async function stillIn(row: LedgerRow, { context, sweep }: PassOptions): Promise<LedgerRow> {
  const now = await context.ledger.get(row._id);
  if (!during[sweep.kind].includes(now.state))
    throw new MigrationError(
      'STATE_REFUSED',
      `${row._id}: must stay '${row.state}' during a pass, got '${now.state}': another command moved it`,
    );
  return now;
}

/** Shares one pass with every other process that runs it, until all its ranges are done. Returns the ledger afterwards. */
export async function runPass(pass: PassRow, options: PassOptions): Promise<LedgerRow> {
  const { context, sweep, signal } = options;
  const id = sweep.migration.id;
  await layOutRanges(context.collections, id, pass);
  context.log.info({ migration: id, pass: pass.n, kind: pass.kind, ranges: pass.ranges.length }, 'pass begun');
  // The first error stops the other streams at their next checkpoint.
  const failing = new AbortController();
  const together = AbortSignal.any([signal, failing.signal]);
  const reporter = every(
    1000,
    () => report(pass, options),
    (error) => context.log.warn({ error: String(error) }, 'progress unknown'),
  );
  try {
    const streams = Array.from({ length: context.settings.streams }, () =>
      streamOf(pass, { ...options, signal: together }).catch((error: unknown) => {
        failing.abort();
        throw error;
      }),
    );
    const results = await Promise.allSettled(streams);
    const broken = results.find((result) => result.status === 'rejected');
    if (broken) throw broken.reason;
  } finally {
    reporter.stop();
  }
  if (signal.aborted || options.governor.control.abort)
    throw new MigrationError('STOPPED', `${id}: stopped at a checkpoint of pass ${pass.n}; the same command goes on from there`);
  await report(pass, options);
  const row = await context.ledger.get(id);
  if (row.passes.find(({ n }) => n === pass.n)?.cancelled) throw cancelled(id, pass, row);
  if ((await context.collections.ranges.countDocuments({ m: id, pass: pass.n, state: 'cancelled' }, { limit: 1 })) > 0)
    throw cancelled(id, pass, row);
  return context.ledger.finishPass(id, pass.n, await sumUp(context.collections, id, pass.n));
}

async function streamOf(pass: PassRow, options: PassOptions): Promise<void> {
  const { context, sweep, tally, signal, governor } = options;
  const { collections, settings, clock, log } = context;
  const id = sweep.migration.id;
  while (!signal.aborted && !governor.control.abort) {
    const claim = () => claimRange(collections, id, pass.n, { ...settings, clock });
    const lease = await persist(`claiming a range of pass ${pass.n}`, claim, { clock, retryMs: settings.retryMs, signal });
    if (lease === 'done') return;
    if (lease === 'busy') {
      await clock.sleep(pollMs, signal);
      continue;
    }
    const documents = collections.documents(sweep.migration.collection);
    const work = { collections, documents, sweep, lease, pass: pass.n, comment: `mig:${lease.row._id}` };
    try {
      await workRange(work, { context, governor, tally, signal });
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      tally.fenced += 1;
      log.warn({ range: lease.row._id, token: lease.row.token }, 'fenced');
    }
  }
}

async function report(pass: PassRow, { context, sweep, governor, tally, onProgress }: PassOptions): Promise<void> {
  if (onProgress === undefined) return;
  const { done, passed } = await standOf(context.collections, sweep.migration.id, pass.n);
  const activity = sweep.kind === 'forward' ? (pass.n === 1 ? 'backfill' : 'repair') : sweep.kind === 'reverse' ? 'down' : 'contract';
  onProgress(
    tally.progress({
      ...{ migration: sweep.migration.id, activity, pass: pass.n, passed, total: pass.documents },
      ...{ ranges: { done, total: pass.ranges.length }, lagMs: governor.signals.lagMs, throttle: governor.reasons },
    }),
  );
}

function cancelled(id: string, pass: PassRow, row: LedgerRow): MigrationError {
  return new MigrationError('STATE_REFUSED', `${id}: pass ${pass.n} was cancelled by another command, which moved it to '${row.state}'`);
}
