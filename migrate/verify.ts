import type { VerifyReport } from './api';
import type { Context } from './context';
import { MigrationError } from './errors';
import { gather } from './evidence';
import { driftGate, wayOutOfDrift } from './gate';
import { broken, violations } from './invariants';
import { planRanges } from './planner';
import { ids } from './preconditions';
import { releaseQuarantined } from './quarantine';
import { countMatching } from './scan';
import { readServer } from './server';
import { forwardSweep, reverseSweep } from './sweep';
import type { Migration } from './types';

/** Looks at every document: who is wrong now, which invariants do not hold, what is in quarantine. Writes nothing but the quarantine. */
export async function inspect(context: Context, migration: Migration, reverse = false): Promise<VerifyReport> {
  const { collections, signal } = context;
  const documents = collections.documents(migration.collection);
  const { ranges } = await planRanges(documents, migration);
  const { now: asOf } = await readServer(collections.db);
  const sweep = migration.backfill === undefined ? undefined : reverse ? reverseSweep(migration) : forwardSweep(migration);
  const drift = sweep ? await countMatching(documents, ranges, sweep.guard, signal) : { count: 0, sample: [] };
  const invariants = [];
  for (const invariant of reverse ? [] : migration.invariants) {
    const { count, sample } = await violations(context, migration, ranges, invariant);
    invariants.push({ name: invariant.name, holds: count === 0, violations: count, sample });
  }
  const quarantined = sweep ? await releaseQuarantined(collections, sweep) : 0;
  const { gate, reasons, cleanPasses } = driftGate({ ...(await gather(context, migration, drift.count)), quarantined });
  const wrong = broken(invariants);
  return {
    ...{ migration: migration.id, direction: reverse ? 'reverse' : 'forward', drift: drift.count, driftSample: drift.sample },
    ...{ cleanPasses, invariants, quarantined, asOf, gate: wrong.length > 0 ? 'closed' : gate, reasons: [...reasons, ...wrong] },
  };
}

/**
 * The verification as a command: moves the ledger to `ready`.
 *
 * @throws MigrationError `INVARIANT_VIOLATED` when data is wrong, `GATE_CLOSED` when only proof is missing
 */
export async function verify(context: Context, migration: Migration, options: { readonly reverse?: boolean } = {}): Promise<VerifyReport> {
  const { ledger } = context;
  await ledger.open(migration);
  const report = await inspect(context, migration, options.reverse);
  const { drift, direction, asOf } = report;
  await ledger.note(
    migration.id,
    { verified: { at: asOf, drift, direction } },
    `verified (${direction}): drift ${drift}, gate ${report.gate}`,
  );
  assertSound(report, options.reverse);
  if (options.reverse) return report;
  if (report.gate === 'closed') throw new MigrationError('GATE_CLOSED', `${migration.id}: not ready yet:`, report.reasons);
  const { state } = await ledger.get(migration.id);
  if (state !== 'switched') await ledger.move(migration.id, ['expanded', 'backfilling', 'verifying'], 'ready');
  return report;
}

/** Wrong data, as opposed to missing proof. */
export function assertSound(
  { migration, drift, driftSample, cleanPasses, invariants, quarantined, direction }: VerifyReport,
  reverse = false,
): void {
  const wrong = [
    drift > 0 &&
      `${direction} drift: no document may be wrong, got ${drift}, with _id ${ids(driftSample)}; ${reverse ? 'run backfill again, which now repairs the old side' : wayOutOfDrift(cleanPasses)}`,
    quarantined > 0 && `quarantine: must be empty, got ${quarantined}; status names them`,
    ...broken(invariants),
  ].filter((reason) => typeof reason === 'string');
  if (wrong.length > 0) throw new MigrationError('INVARIANT_VIOLATED', `${migration}: the data is not as declared:`, wrong);
}
