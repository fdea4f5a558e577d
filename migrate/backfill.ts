import type { BackfillReport, RunOptions } from './api';
import { backupLimit, backupProblem } from './backup';
import type { LedgerRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { gather } from './evidence';
import { driftGate } from './gate';
import { buildIndexes } from './indexes';
import { checkPreconditions } from './preconditions';
import { releaseQuarantined } from './quarantine';
import { forwardSweep } from './sweep';
import { cleanPasses, refusedOnly, sweepUntil } from './sweep-run';
import { tailAlongside } from './tailer';
import type { Migration, State } from './types';

const underWay: readonly State[] = ['backfilling', 'verifying', 'ready'];
const enoughClean = 2;

/**
 * Carries the data over: one pass over everything, then repair passes until two in a row changed nothing, then the indexes. Beside a tailer
 * two passes are enough: the second begins when the first has put everything right and the tailer follows.
 * Any number of processes may run it at the same time, die at any moment, and start again.
 */
export async function backfill(
  context: Context,
  migration: Migration,
  options: RunOptions & { readonly maxPasses?: number },
): Promise<BackfillReport> {
  const sweep = forwardSweep(migration);
  const row = await begin(context, migration, options.acceptChecksum);
  const maxPasses = options.maxPasses ?? 10;
  const tail = migration.backfill?.catchUp === 'changeStream' ? tailAlongside(context, sweep, options.signal) : undefined;
  const done = await sweepUntil(
    context,
    sweep,
    row,
    (passes, seen, tally) =>
      cleanPasses(passes, 'forward') >= enoughClean ||
      seen >= (tail ? Math.min(2, maxPasses) : maxPasses) ||
      refusedOnly(passes, seen, tally),
    options,
  ).finally(() => tail?.stop());
  await buildIndexes(context, migration, 'afterBackfill', options.onProgress);
  const now = await carriedOver(context, migration);
  await releaseQuarantined(context.collections, sweep);
  const evidence = await gather(context, migration);
  const { gate, reasons, cleanPasses: clean } = driftGate(evidence);
  const { batches, scanned, modified, fenced } = done.tally;
  return {
    ...{ migration: migration.id, state: evidence.row?.state ?? now.state, passes: done.passes },
    ...{ quarantined: evidence.quarantined, settled: clean >= enoughClean, gate, reasons, own: { batches, scanned, modified, fenced } },
  };
}

/** Checks before the first write only: a restart after hours must not fail on a backup that was fresh when it began. */
async function begin(context: Context, migration: Migration, acceptChecksum: boolean | undefined): Promise<LedgerRow> {
  const { ledger, settings } = context;
  const found = await ledger.find(migration.id);
  if (found && underWay.includes(found.state)) return ledger.open(migration, acceptChecksum);
  const { now } = await checkPreconditions(context, migration);
  const row = await ledger.open(migration, acceptChecksum);
  if (underWay.includes(row.state)) return row;
  const problem = settings.backupRequired ? backupProblem(row, backupLimit(migration, 'backfill'), now) : undefined;
  if (problem !== undefined) throw new MigrationError('GATE_CLOSED', `${migration.id}: the backfill has not begun:`, [problem]);
  return started(context, migration);
}

/** Another process may have been quicker, all the way to the switch, even between a look and the move. */
async function carriedOver({ ledger }: Context, { id }: Migration): Promise<LedgerRow> {
  const row = await ledger.get(id);
  if (row.state !== 'backfilling') return row;
  try {
    return await ledger.move(id, ['backfilling'], 'verifying');
  } catch (error) {
    const now = await ledger.get(id);
    if (now.state === 'backfilling') throw error;
    return now;
  }
}

/** Of two processes that begin at once, the second finds it begun. */
async function started({ ledger }: Context, { id, expand }: Migration): Promise<LedgerRow> {
  // A roll back has brought back the validator that accepts only the old shape.
  const from: readonly State[] = expand?.validator ? ['expanded'] : ['expanded', 'rolledBack'];
  try {
    return await ledger.move(id, from, 'backfilling');
  } catch (error) {
    const row = await ledger.get(id);
    if (underWay.includes(row.state)) return row;
    throw error;
  }
}
