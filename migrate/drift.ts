import type { DriftReport } from './api';
import type { Context } from './context';
import { gather } from './evidence';
import { driftGate } from './gate';
import { timeLimits } from './limits';
import { forwardSweep, reverseSweep } from './sweep';
import type { Migration } from './types';

/** Collections up to this size are looked at whole on every question; larger ones are sampled, and their passes speak for the rest. */
export const countable = 100_000;
export const sampleSize = 10_000;

/**
 * The question of the release gate. What passes and verification found is in the ledger; what is true this minute is looked at here, by a
 * count or by a sample, and one wrong document is enough to close the gate. After the switch the question is about the old side.
 */
export async function drift(context: Context, migration: Migration): Promise<DriftReport> {
  const { collections } = context;
  const evidence = await gather(context, migration);
  const pass = evidence.row?.passes.at(-1)?.n ?? 0;
  if (migration.backfill === undefined) return { drift: 0, exact: true, asOf: evidence.now, pass, ...driftGate(evidence) };
  const reverse = evidence.row?.state === 'switched' && migration.down !== undefined;
  const { guard } = reverse ? reverseSweep(migration) : forwardSweep(migration);
  const documents = collections.documents(migration.collection);
  const total = await documents.estimatedDocumentCount({ maxTimeMS: timeLimits.ledgerMs });
  const exact = total <= countable;
  const stages = [...(exact ? [] : [{ $sample: { size: sampleSize } }]), { $match: guard }, { $count: 'n' }];
  const [found] = await documents
    .aggregate<{ readonly n: number }>(stages, { maxTimeMS: timeLimits.ledgerMs, readConcern: { level: 'majority' } })
    .toArray();
  const wrong = found?.n ?? 0;
  return { drift: wrong, exact, asOf: evidence.now, pass, ...driftGate({ ...evidence, drift: wrong }) };
}
