import type { PhaseReport } from './api';
import { stopSweeps } from './claims';
import type { LedgerRow } from './collections';
import type { Context } from './context';
import { stillWriting } from './drain';
import { MigrationError } from './errors';
import { exclusively, seizing } from './exclusive';
import { setHidden } from './indexes';
import { readServer } from './server';
import type { Migration } from './types';
import { assertSound, inspect } from './verify';

/**
 * Makes the new side the authoritative one. From here on forward repair would overwrite it, so every runner and the tailer are stopped
 * for good first; the old fields are still written, and `down` leads back without loss.
 */
export async function switchOver(context: Context, migration: Migration, by?: string): Promise<PhaseReport> {
  const { ledger, collections } = context;
  const { id } = migration;
  await ledger.open(migration);
  return exclusively(context, `phase:${collections.db.databaseName}.${migration.collection}`, id, async (lease) => {
    const row = await ledger.get(id);
    // One that ended between the two writes has left the indexes hidden.
    if (row.state === 'switched') return { migration: id, state: 'switched', done: await show(context, migration) };
    if (row.state !== 'ready')
      throw new MigrationError('STATE_REFUSED', `${id}: switch comes after 'ready', got '${row.state}'; run verify`);
    const { now } = await readServer(collections.db);
    // Before every document is looked at: what is right then stays right.
    const writing = migration.backfill ? await stillWriting(context, migration, row, now) : [];
    if (writing.length > 0) throw new MigrationError('GATE_CLOSED', `${id}: the old version must be gone before the switch:`, writing);
    const report = await inspect(context, migration);
    assertSound(report);
    if (report.gate === 'closed')
      throw new MigrationError('GATE_CLOSED', `${id}: the old side stays the authoritative one:`, report.reasons);
    await withoutTailer(context, id, async () => {
      await stopForward(context, row);
      await ledger.move(id, ['ready'], 'switched', { set: { switchedAt: '$$NOW' }, fence: lease.row.token });
      // Whoever began in the meantime has seen 'ready' and must go, too.
      await stopForward(context, await ledger.get(id));
    });
    await ledger.note(id, {}, 'switched', by);
    return { migration: id, state: 'switched', done: ['the new side is authoritative', ...(await show(context, migration))] };
  });
}

async function show(context: Context, migration: Migration): Promise<readonly string[]> {
  return (await setHidden(context, migration, false)).map((name) => `index ${name} visible`);
}

/** Ends every forward pass, and waits until nothing of theirs can reach the server. */
export async function stopForward({ collections, ledger, settings, clock, signal }: Context, row: LedgerRow): Promise<void> {
  const forward = row.passes.filter(({ kind }) => kind === 'forward');
  for (const pass of await stopSweeps(collections, row._id, forward, { ...settings, clock, signal }))
    await ledger.cancelPass(row._id, pass);
}

/** While this runs no tailer writes; when it has moved the ledger, none begins again. */
export function withoutTailer<T>(context: Context, id: string, body: () => Promise<T>): Promise<T> {
  return seizing(context, `tail:${id}`, id, body);
}
