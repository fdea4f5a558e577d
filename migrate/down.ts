import type { DownReport, PassReport, RunOptions } from './api';
import type { PassRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { exclusively } from './exclusive';
import { setHidden } from './indexes';
import { reverseSweep } from './sweep';
import { cleanPasses, refusedOnly, sweepUntil } from './sweep-run';
import { stopForward, withoutTailer } from './switch';
import type { Tally } from './tally';
import type { Migration, State } from './types';
import { bringValidatorBack } from './validator-back';

const from: readonly State[] = ['planned', 'expanding', 'expanded', 'backfilling', 'verifying', 'ready', 'switched', 'failed'];
const afterSwitch: readonly State[] = ['contracting', 'done'];
const mostPasses = 10;

/**
 * Makes the old side the authoritative one again, and complete: where only the new version wrote, the old fields are made from the new.
 * Nothing is removed, because added fields do not disturb the old version; what both sides changed stays as it is, in quarantine.
 */
export async function down(context: Context, migration: Migration, options: RunOptions): Promise<DownReport> {
  const { ledger, collections } = context;
  const { id } = migration;
  const before = await ledger.get(id);
  const reached = before.state === 'failed' ? before.failedFrom : before.state;
  if (reached && afterSwitch.includes(reached)) {
    throw new MigrationError(
      'STATE_REFUSED',
      `${id}: a roll back comes before contract, got '${reached}'; only restoring the backup leads further back`,
    );
  }
  if (migration.down === undefined && before.switchedAt !== undefined) reverseSweep(migration);
  return exclusively(context, `phase:${collections.db.databaseName}.${migration.collection}`, id, async (lease) => {
    const row = await ledger.get(id);
    await ledger.same(row, migration, options.acceptChecksum);
    if (row.state === 'rolledBack') return { migration: id, state: 'rolledBack', done: [], passes: [], conflicts: 0, quarantined: 0 };
    const rolling = await ledger.move(id, from, 'rollingBack', { fence: lease.row.token });
    await withoutTailer(context, id, async () => {
      await stopForward(context, rolling);
      await collections.locks.updateOne({ _id: `tail:${id}` }, { $unset: { resume: '', since: '', lagMs: '', seenAt: '' } });
    });
    const hidden = await setHidden(context, migration, true);
    const passes = migration.down ? await reverse(context, migration, options) : [];
    const validator = await bringValidatorBack(context, migration, rolling);
    const { length: passesBefore } = (await ledger.get(id)).passes;
    await ledger.move(id, ['rollingBack'], 'rolledBack', {
      set: { passesBefore, startedAt: null, gone: null, validator: null },
      fence: lease.row.token,
    });
    const reasons = (migration.down?.conflicts ?? []).map(({ reason }) => reason);
    const conflicts = await collections.quarantine.countDocuments({ m: id, reason: { $in: reasons } });
    const done = ['the old side is authoritative', ...hidden.map((name) => `index ${name} hidden`), ...validator];
    const quarantined = await collections.quarantine.countDocuments({ m: id });
    return { migration: id, state: 'rolledBack', done, passes, conflicts, quarantined };
  });
}

async function reverse(context: Context, migration: Migration, options: RunOptions): Promise<readonly PassReport[]> {
  const row = await context.ledger.get(migration.id);
  const sweep = reverseSweep(migration);
  let refused = false;
  const enough = (passes: readonly PassRow[], seen: number, tally: Tally) => {
    refused = refusedOnly(passes, seen, tally);
    return refused || cleanPasses(passes, 'reverse') > 0 || seen >= mostPasses;
  };
  const done = await sweepUntil(context, sweep, row, enough, options);
  // One document that is refused must not keep all others from being rolled back: both of its sides stay, and quarantine names it.
  if (!refused && cleanPasses(done.row.passes, 'reverse') === 0) {
    throw new MigrationError(
      'INVARIANT_VIOLATED',
      `${migration.id}: a reverse pass must change nothing in the end, got ${mostPasses} that did: status shows what is in quarantine, else find who still writes only the new fields`,
    );
  }
  return done.passes.filter(({ kind }) => kind === 'reverse');
}
