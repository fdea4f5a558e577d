import type { ExpandReport, RunOptions } from './api';
import { backupLimit, backupProblem } from './backup';
import type { Context } from './context';
import { MigrationError } from './errors';
import { exclusively } from './exclusive';
import { buildIndexes } from './indexes';
import { checkPreconditions } from './preconditions';
import type { Migration } from './types';
import { setValidator } from './validator';

/**
 * Makes room for both shapes, in seconds: a validator that accepts both, and the indexes the guard needs, hidden. Never rewrites
 * documents: for a reader, missing is as good as null.
 */
export async function expand(context: Context, migration: Migration, options: RunOptions): Promise<ExpandReport> {
  const { ledger, settings, collections } = context;
  const found = await ledger.find(migration.id);
  if (found && !['planned', 'expanding', 'rolledBack'].includes(found.state)) {
    const row = await ledger.open(migration, options.acceptChecksum);
    if (row.state === 'failed') await ledger.move(migration.id, ['planned'], 'expanding');
    return { migration: migration.id, done: [], alreadyThere: [`state '${row.state}'`] };
  }
  const { now } = await checkPreconditions(context, migration);
  const opened = await ledger.open(migration, options.acceptChecksum);
  const problem = settings.backupRequired ? backupProblem(opened, backupLimit(migration, 'expand'), now) : undefined;
  if (problem !== undefined) throw new MigrationError('GATE_CLOSED', `${migration.id}: nothing has been changed, because:`, [problem]);
  return exclusively(context, `phase:${collections.db.databaseName}.${migration.collection}`, migration.id, async (lease) => {
    const fence = lease.row.token;
    const current = await ledger.get(migration.id);
    if (!['planned', 'expanding', 'rolledBack'].includes(current.state)) {
      return { migration: migration.id, done: [], alreadyThere: [`state '${current.state}'`] };
    }
    await ledger.move(migration.id, ['planned', 'rolledBack'], 'expanding', { fence });
    const done: string[] = [];
    if (migration.expand?.validator) {
      const { validator, action = 'warn' } = migration.expand;
      await setValidator(collections.db, migration.collection, { validator, validationLevel: 'moderate', validationAction: action });
      done.push(`validator (moderate, ${action})`);
    }
    done.push(...(await buildIndexes(context, migration, 'expand', options.signal)).map((name) => `index ${name}, hidden`));
    await ledger.move(migration.id, ['expanding'], 'expanded', { fence });
    return { migration: migration.id, done, alreadyThere: [] };
  });
}
