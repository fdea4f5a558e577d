import type { Document } from 'mongodb';
import type { DriftReport } from './api';
import type { Context } from './context';
import { gather } from './evidence';
import { driftGate, followsClosely, tailLag } from './gate';
import { timeLimits } from './limits';
import { forwardSweep, reverseSweep } from './sweep';
import type { Migration } from './types';

/** Collections up to this size are looked at whole on every question; larger ones are sampled, and their passes speak for the rest. */
export const countable = 100_000;
export const sampleSize = 10_000;

/** So many wrong documents at most are looked at again; more are no lag of the tailer. */
const fewEnough = 1000;
const looks = 8;

/**
 * The question of the release gate. What passes and verification found is in the ledger; what is true this minute is looked at here, by a
 * count or by a sample, and one wrong document is enough to close the gate. After the switch the question is about the old side.
 * While the old version writes and the tailer follows closely, a few are wrong at any moment: those count that it does not mend in time.
 */
export async function drift(context: Context, migration: Migration): Promise<DriftReport> {
  const { collections, clock } = context;
  const evidence = await gather(context, migration);
  const pass = evidence.row?.passes.at(-1)?.n ?? 0;
  if (migration.backfill === undefined) return { drift: 0, exact: true, asOf: evidence.now, pass, ...driftGate(evidence) };
  const reverse = evidence.row?.state === 'switched' && migration.down !== undefined;
  const { guard } = reverse ? reverseSweep(migration) : forwardSweep(migration);
  const documents = collections.documents(migration.collection);
  const total = await documents.estimatedDocumentCount({ maxTimeMS: timeLimits.ledgerMs });
  const exact = total <= countable;
  const options = { maxTimeMS: timeLimits.ledgerMs, readConcern: { level: 'majority' } } as const;
  const stages = [...(exact ? [] : [{ $sample: { size: sampleSize } }]), { $match: guard }];
  const [found] = await documents.aggregate<{ readonly n: number }>([...stages, { $count: 'n' }], options).toArray();
  const now = found?.n ?? 0;
  const mending = now > 0 && now <= fewEnough && !reverse && followsClosely(evidence);
  const wrong = mending ? await notMended(await documents.aggregate([...stages, { $limit: fewEnough }, onlyId], options).toArray()) : now;
  return { drift: wrong, exact, asOf: evidence.now, pass, ...driftGate({ ...evidence, drift: wrong }) };

  /** Those that were never seen right, within the time that the tailer has. */
  async function notMended(seen: readonly Document[]): Promise<number> {
    let left = seen;
    for (let look = 0; look < looks && left.length > 0; look++) {
      await clock.sleep(tailLag.ms / looks);
      const again = { $match: { $and: [{ _id: { $in: left.map(({ _id }) => _id) } }, guard] } };
      left = await documents.aggregate([again, onlyId], options).toArray();
    }
    return left.length;
  }
}

const onlyId = { $project: { _id: 1 } };
