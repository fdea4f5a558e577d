import type { StatusReport } from './api';
import { checksumOf } from './checksum';
import type { Leased, LedgerRow, LockRow, RangeRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { tokenOf } from './exclusive';
import { stillHeld } from './lease';
import { timeLimits } from './limits';
import { readServer } from './server';
import { readControl } from './signals';
import { passReport } from './sweep-run';
import type { Migration } from './types';

const limit = { maxTimeMS: timeLimits.ledgerMs };

/** Where migrations stand: what the ledger says, who holds a lease, what is in quarantine. */
export async function status(context: Context, id: string | undefined): Promise<readonly StatusReport[]> {
  const { ledger, migrations } = context;
  const rows = await ledger.list();
  const known = [...new Set([...migrations.map((one) => one.id), ...rows.map(({ _id }) => _id)])].sort();
  if (id !== undefined && !known.includes(id))
    throw new MigrationError('MIGRATION_UNKNOWN', `'${id}': must be declared or in the ledger (${known.join(', ') || 'none'})`);
  const wanted = known.filter((one) => id === undefined || one === id);
  return Promise.all(
    wanted.map((one) =>
      describe(
        context,
        one,
        rows.find(({ _id }) => _id === one),
        migrations.find((migration) => migration.id === one),
      ),
    ),
  );
}

async function describe(
  { collections }: Context,
  id: string,
  row: LedgerRow | undefined,
  migration: Migration | undefined,
): Promise<StatusReport> {
  const mine = { m: id };
  const pass = row?.passes.at(-1);
  const current = { ...mine, pass: pass?.n ?? 0 };
  const total = { $group: { _id: null, scanned: { $sum: '$scanned' } } };
  const [done, [sum], locks, ranges, count, sample, control, { now }] = await Promise.all([
    collections.ranges.countDocuments({ ...current, state: 'done' }, limit),
    collections.ranges.aggregate<{ readonly scanned: number }>([{ $match: current }, total], limit).toArray(),
    collections.locks.find({ ...mine, ...stillHeld }, limit).toArray(),
    collections.ranges.find({ ...mine, state: 'running' }, limit).toArray(),
    collections.quarantine.countDocuments(mine, limit),
    collections.quarantine.find(mine, { ...limit, limit: 20, sort: { _id: 1 } }).toArray(),
    readControl(collections, id),
    readServer(collections.db),
  ]);
  const leases = [...locks, ...ranges].map((lease: Leased & (LockRow | RangeRow)) => ({
    ...{ token: tokenOf(lease._id, lease.token), owner: lease.owner, until: lease.leaseUntil },
    expired: lease.leaseUntil <= now,
  }));
  return {
    ...{
      migration: id,
      description: row?.description ?? migration?.description ?? '',
      state: row?.state ?? 'new',
      checksum: checksumState(row, migration),
    },
    ...{
      passes: (row?.passes ?? []).map(passReport),
      ranges: { done, total: pass?.ranges.length ?? 0, scanned: sum?.scanned ?? 0 },
      leases,
    },
    quarantine: { count, sample: sample.map(({ docId, reason }) => ({ id: docId, reason })) },
    ...{ control, approvals: row?.approvals ?? [], backup: row?.backup, lastError: row?.lastError, history: row?.history ?? [] },
  };
}

function checksumState(row: LedgerRow | undefined, migration: Migration | undefined): StatusReport['checksum'] {
  if (row === undefined) return 'new';
  if (row.checksum === null) return 'imported';
  return migration === undefined || checksumOf(migration) === row.checksum ? 'unchanged' : 'changed';
}
