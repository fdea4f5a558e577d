import type { Control } from './api';
import type { Context } from './context';
import { MigrationError } from './errors';
import { tokenOf } from './exclusive';
import { timeLimits } from './limits';
import { readControl } from './signals';
import { upserting } from './upsert';

const all = '*';

/** Live control of one migration, or of all of them with `*`; every runner reads it once a second. */
export async function setControl(context: Context, id: string, control: Control): Promise<Control> {
  const { collections, migrations, ledger } = context;
  const row = await ledger.find(id);
  if (id !== all && row === null && !migrations.some((one) => one.id === id)) {
    throw new MigrationError('MIGRATION_UNKNOWN', `'${id}': must be a declared migration or * for all, got neither`);
  }
  const problems = [
    control.maxDocsPerSec !== undefined &&
      !(control.maxDocsPerSec > 0) &&
      `maxDocsPerSec: more than 0, got ${control.maxDocsPerSec}; pause is the way to stop`,
    control.targetMs !== undefined &&
      !(control.targetMs >= 10 && control.targetMs <= 5000) &&
      `targetMs: 10 to 5000, got ${control.targetMs}`,
    control.oplogHours !== undefined && !(control.oplogHours >= 1) && `oplogHours: at least 1, got ${control.oplogHours}`,
  ].filter((problem) => typeof problem === 'string');
  if (problems.length > 0) throw new MigrationError('CONFIG_INVALID', `${id}: the limits are not usable:`, problems);
  const options = { upsert: true, maxTimeMS: timeLimits.ledgerMs };
  await upserting(() => collections.control.updateOne({ _id: id }, { $set: control }, options));
  if (row !== null) await ledger.note(id, {}, `control: ${JSON.stringify(control)}`, control.by);
  return readControl(collections, id);
}

/** Ends a pause, and lets a failed migration go on from the state it failed in. */
export async function resume(context: Context, id: string, who: { readonly by: string; readonly reason: string }): Promise<Control> {
  const { ledger } = context;
  const row = await ledger.find(id);
  const control = await setControl(context, id, { paused: false, abort: false, ...who });
  if (row?.state === 'failed' && row.failedFrom) {
    await ledger.move(id, ['failed'], row.failedFrom);
    await ledger.note(id, {}, `resumed: ${who.reason}`, who.by);
  }
  return control;
}

/** Frees one lease of a holder that is known to be dead. Its token grows, so that a holder that is not dead is fenced. */
export async function unlock(
  { collections, ledger }: Context,
  token: string,
  { by }: { readonly by: string },
): Promise<{ readonly freed: string; readonly owner: string }> {
  const match = /^(.+)@(\d+)$/.exec(token);
  if (match === null)
    throw new MigrationError('CONFIG_INVALID', `a token as status prints it, such as ${tokenOf('phase:myapp.users', 7)}, got '${token}'`);
  const [id, number] = [match[1] ?? '', Number(match[2])];
  const freed = [{ $set: { token: { $add: ['$token', 1] }, leaseUntil: '$$NOW' } }];
  const lock = await collections.locks.findOneAndUpdate({ _id: id, token: number }, freed);
  const range = lock ? null : await collections.ranges.findOneAndUpdate({ _id: id, token: number, state: 'running' }, freed);
  const row = lock ?? range;
  if (row === null)
    throw new MigrationError(
      'LOCKED',
      `'${token}': must be the token of a lease that is held now, got another; it may have moved on, ask status again`,
    );
  if (await ledger.find(row.m)) await ledger.note(row.m, {}, `unlocked ${token}, held by ${row.owner}`, by);
  return { freed: id, owner: row.owner };
}
