import type { Filter } from 'mongodb';
import { type Collections, type LockRow, literal } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { expired, Lease, leaseStage, outlive } from './lease';
import { timeLimits } from './limits';
import { upserting } from './upsert';

export type LockName = `phase:${string}` | `ddl:${string}` | `tail:${string}`;

const pollMs = 200;

/**
 * Does something that only one process may do at a time. Waits for the holder, or for the lease of one that was killed.
 *
 * @throws MigrationError `LOCKED` when it is still held after that, `STOPPED` when the command is to end while it waits
 */
export async function exclusively<T>(
  context: Context,
  name: LockName,
  m: string,
  body: (lease: Lease<LockRow>) => Promise<T>,
  patience: 'for two leases' | 'while the holder lives' = 'for two leases',
): Promise<T> {
  const { clock, settings, signal } = context;
  const until = clock.monotonic() + settings.leaseMs * 2;
  for (;;) {
    const lease = await tryLock(context, name, m);
    if (lease !== undefined) {
      try {
        return await body(lease);
      } finally {
        await lease
          .release()
          .catch((error: unknown) => context.log.warn({ lock: name, error: String(error) }, 'not released, runs out by itself'));
      }
    }
    if (patience === 'for two leases' && clock.monotonic() > until) throw await locked(context.collections, name);
    await clock.sleep(pollMs, signal);
    if (signal?.aborted)
      throw new MigrationError('STOPPED', `${m}: stopped while waiting for ${name}, held by another process; this one has begun nothing`);
  }
}

/** The lock when nobody holds it, else undefined. */
export async function tryLock({ collections, settings, clock }: Context, name: LockName, m: string): Promise<Lease<LockRow> | undefined> {
  const rows = collections.locks;
  await layOut(rows, name, m);
  const askedAt = clock.monotonic();
  const row = await rows.findOneAndUpdate(
    { _id: name, ...expired } as Filter<LockRow>,
    [{ $set: { ...leaseStage(settings.leaseMs), owner: literal(settings.owner), m: literal(m), token: { $add: ['$token', 1] } } }],
    { returnDocument: 'after', maxTimeMS: timeLimits.ledgerMs },
  );
  return row === null ? undefined : new Lease(rows, row, askedAt, { ...settings, clock });
}

/**
 * Takes a lock away from whoever holds it, for good: does something under it once nothing of the former holder can reach the server.
 * Nobody else gets it in between.
 */
export async function seizing<T>(context: Context, name: LockName, m: string, body: () => Promise<T>): Promise<T> {
  const { collections, settings, clock, signal } = context;
  const rows = collections.locks;
  await layOut(rows, name, m);
  const askedAt = clock.monotonic();
  const after = { $add: [{ $max: ['$leaseUntil', '$$NOW'] }, settings.leaseMs] };
  const taken = { owner: literal(settings.owner), token: { $add: ['$token', 1] }, leaseUntil: after };
  const before = await rows.findOneAndUpdate({ _id: name }, [{ $set: taken }], {
    returnDocument: 'before',
    maxTimeMS: timeLimits.ledgerMs,
  });
  const row = await rows.findOne({ _id: name }, { maxTimeMS: timeLimits.ledgerMs });
  if (before === null || row === null) throw await locked(collections, name);
  const lease = new Lease(rows, row, askedAt, { ...settings, clock });
  try {
    const held = { _id: name, $expr: { $gt: [before.leaseUntil, '$$NOW'] } } as Filter<LockRow>;
    await outlive(() => rows.countDocuments(held, { limit: 1, maxTimeMS: timeLimits.ledgerMs }), { ...settings, clock, signal });
    return await body();
  } finally {
    await lease.release();
  }
}

/** First the row, then the claim: an upsert cannot have `$expr` in its filter. */
async function layOut(rows: Collections['locks'], name: LockName, m: string): Promise<void> {
  const row = { $setOnInsert: { m, owner: '', token: 0, leaseUntil: new Date(0) } };
  await upserting(() => rows.updateOne({ _id: name }, row, { upsert: true }));
}

async function locked({ locks }: Collections, name: string): Promise<MigrationError> {
  const row = await locks.findOne({ _id: name });
  const holder = row ? `${row.owner} until ${row.leaseUntil.toISOString()}` : 'somebody';
  return new MigrationError(
    'LOCKED',
    `${name}: must be free, got held by ${holder}; wait for it, or free it with unlock ${tokenOf(name, row?.token ?? 0)}`,
  );
}

/** What a person types to free one lease, and only this one. */
export const tokenOf = (id: string, token: number): string => `${id}@${token}`;
