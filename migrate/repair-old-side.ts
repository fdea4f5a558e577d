import type { BackfillReport, RunOptions } from './api';
import type { Context } from './context';
import { gather } from './evidence';
import { driftGate } from './gate';
import { releaseQuarantined } from './quarantine';
import { reverseSweep } from './sweep';
import { cleanPasses, refusedOnly, sweepUntil } from './sweep-run';
import type { Migration } from './types';

/**
 * The backfill in the other direction: between the switch and contract the new side is the authoritative one, and the old side must
 * follow it, or a roll back would have to. Passes until one changed nothing.
 */
export async function repairOldSide(
  context: Context,
  migration: Migration,
  options: RunOptions & { readonly maxPasses?: number },
): Promise<BackfillReport> {
  const row = await context.ledger.open(migration, options.acceptChecksum);
  const most = options.maxPasses ?? 10;
  const sweep = reverseSweep(migration);
  const done = await sweepUntil(
    context,
    sweep,
    row,
    (passes, seen, tally) => cleanPasses(passes, 'reverse') > 0 || seen >= most || refusedOnly(passes, seen, tally),
    options,
  );
  await releaseQuarantined(context.collections, sweep);
  const evidence = await gather(context, migration);
  const { gate, reasons } = driftGate(evidence);
  const { batches, scanned, modified, fenced } = done.tally;
  return {
    ...{ migration: migration.id, state: done.row.state, passes: done.passes, quarantined: evidence.quarantined },
    ...{ settled: cleanPasses(done.row.passes, 'reverse') > 0, gate, reasons, own: { batches, scanned, modified, fenced } },
  };
}
