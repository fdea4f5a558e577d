import type { Filter } from 'mongodb';
import { type Collections, literal, type PassRow, type RangeRow } from './collections';
import { expired, Lease, type LeaseOptions, leaseStage, outlive, stillHeld } from './lease';
import { timeLimits } from './limits';
import { upserting } from './upsert';

/** Writes the rows of a pass. Every runner does; the first one wins, because the ledger has fixed what is in them. */
export async function layOutRanges({ ranges }: Collections, m: string, pass: PassRow, state: 'free' | 'cancelled' = 'free'): Promise<void> {
  await ranges.createIndex({ m: 1, pass: 1, state: 1, leaseUntil: 1 });
  const rows = pass.ranges.map((range, n) => ({
    updateOne: {
      filter: { _id: `${m}#${pass.n}#${n}` },
      update: {
        $setOnInsert: {
          ...{ m, pass: pass.n, n, range, state, owner: '', token: 0, leaseUntil: new Date(0) },
          ...{ uncertain: false, scanned: 0, modified: 0, batches: 0 },
        },
      },
      upsert: true,
    },
  }));
  await upserting(() => ranges.bulkWrite(rows, { ordered: false }));
}

/**
 * Takes a range that nobody holds: a new one, one given back, or one whose holder has not been heard of for a whole lease. The clock of
 * the server decides, the token grows, and any process may take any range, so that a slow one strands nothing.
 *
 * @returns the lease; `busy` while others hold all that is left; `done` when nothing is left
 */
export async function claimRange(
  collections: Collections,
  m: string,
  pass: number,
  options: LeaseOptions,
): Promise<Lease<RangeRow> | 'busy' | 'done'> {
  const open: Filter<RangeRow> = { m, pass, state: { $in: ['free', 'running'] } };
  const askedAt = options.clock.monotonic();
  const row = await collections.ranges.findOneAndUpdate(
    { ...open, ...expired } as Filter<RangeRow>,
    [
      {
        $set: {
          ...leaseStage(options.leaseMs),
          owner: literal(options.owner),
          state: 'running',
          token: { $add: ['$token', 1] },
          // Still running means that its holder vanished, perhaps between a batch and its checkpoint.
          uncertain: { $or: ['$uncertain', { $eq: ['$state', 'running'] }] },
        },
      },
    ],
    {
      sort: { n: 1 },
      returnDocument: 'after',
      maxTimeMS: timeLimits.ledgerMs,
      writeConcern: { w: 'majority', wtimeoutMS: timeLimits.majorityMs },
    },
  );
  if (row !== null) return new Lease(collections.ranges, row, askedAt, options);
  return (await collections.ranges.countDocuments(open, { limit: 1, maxTimeMS: timeLimits.ledgerMs })) > 0 ? 'busy' : 'done';
}

/** How far all processes are in a pass. */
export async function standOf(
  { ranges }: Collections,
  m: string,
  pass: number,
): Promise<{ readonly done: number; readonly passed: number }> {
  const done = { $sum: { $cond: [{ $eq: ['$state', 'done'] }, 1, 0] } };
  const [stand] = await ranges
    .aggregate<{ readonly done: number; readonly passed: number }>(
      [{ $match: { m, pass } }, { $group: { _id: null, done, passed: { $sum: '$scanned' } } }],
      { maxTimeMS: timeLimits.ledgerMs },
    )
    .toArray();
  return { done: stand?.done ?? 0, passed: stand?.passed ?? 0 };
}

/** What all ranges of a pass found together. */
export async function sumUp(
  { ranges }: Collections,
  m: string,
  pass: number,
): Promise<{ readonly modified: number; readonly exact: boolean }> {
  const rows = await ranges.find({ m, pass }, { projection: { modified: 1, uncertain: 1 }, maxTimeMS: timeLimits.ledgerMs }).toArray();
  return { modified: rows.reduce((sum, row) => sum + row.modified, 0), exact: rows.every((row) => !row.uncertain) };
}

/**
 * Stops every runner of the unfinished passes for good and waits until none of their writes can arrive any more: their leases are not
 * extended after this, and the server itself refuses a batch whose lease has run out.
 */
export async function stopSweeps(
  collections: Collections,
  m: string,
  passes: readonly PassRow[],
  options: LeaseOptions,
): Promise<readonly number[]> {
  const open = passes.filter((pass) => pass.finishedAt === undefined);
  for (const pass of open) {
    // Laid out first: a runner that is late to do so then finds them cancelled.
    await layOutRanges(collections, m, pass, 'cancelled');
    await collections.ranges.updateMany({ m, pass: pass.n, state: { $in: ['free', 'running'] } }, [
      { $set: { state: 'cancelled', token: { $add: ['$token', 1] } } },
    ]);
  }
  await outlive(
    () => collections.ranges.countDocuments({ m, ...stillHeld } as Filter<RangeRow>, { limit: 1, maxTimeMS: timeLimits.ledgerMs }),
    options,
  );
  return open.map(({ n }) => n);
}
