import { checksumOf } from './checksum';
import type { Context } from './context';
import type { Evidence } from './gate';
import { timeLimits } from './limits';
import { readServer } from './server';
import type { Migration } from './types';

/** Reads what the gate judges. */
export async function gather({ collections, ledger }: Context, migration: Migration, drift?: number): Promise<Evidence> {
  const [row, quarantined, clients, tail, { now }] = await Promise.all([
    ledger.find(migration.id),
    collections.quarantine.countDocuments({ m: migration.id }, { maxTimeMS: timeLimits.ledgerMs }),
    collections.clients.find({}, { maxTimeMS: timeLimits.ledgerMs }).toArray(),
    collections.locks.findOne({ _id: `tail:${migration.id}` }, { maxTimeMS: timeLimits.ledgerMs }),
    readServer(collections.db),
  ]);
  const changed = typeof row?.checksum === 'string' && row.checksum !== checksumOf(migration);
  return { migration, row, quarantined, clients, tail, changed, now, drift };
}
