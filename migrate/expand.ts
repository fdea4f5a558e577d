import type { ExpandReport, RunOptions } from './api';
import { backupLimit, backupProblem } from './backup';
import type { Context } from './context';
import { MigrationError } from './errors';
import { exclusively } from './exclusive';
import { buildIndexes } from './indexes';
import { checkPreconditions } from './preconditions';
import type { Migration } from './types';
import { inspectValidator, inWords, isNone, ruleText, setValidator } from './validator';

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
  await soundValidator(context, migration);
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
    const rule = await soundValidator(context, migration);
    if (rule && rule.finding !== 'identical') {
      const { before, after } = rule;
      // First what a roll back needs: killed in between, the same command finds the old one still there.
      const validator = { before: ruleText(before), after: ruleText(after) };
      await ledger.note(migration.id, { validator }, `validator: ${inWords(before)} -> ${inWords(after)}`);
      await setValidator(collections.db, migration.collection, after);
      done.push(
        `validator (${after.validationLevel}, ${after.validationAction})${isNone(before) ? '' : `, instead of ${inWords(before)}`}`,
      );
    }
    done.push(...(await buildIndexes(context, migration, 'expand', options.onProgress)).map((name) => `index ${name}, hidden`));
    await ledger.move(migration.id, ['expanding'], 'expanded', { fence });
    return { migration: migration.id, done, alreadyThere: [] };
  });
}

/** @throws MigrationError `PRECONDITION_FAILED` for a validator that the declaration does not know */
async function soundValidator(context: Context, migration: Migration): ReturnType<typeof inspectValidator> {
  const rule = await inspectValidator(context, migration);
  if (rule?.finding === 'conflict')
    throw new MigrationError('PRECONDITION_FAILED', `${migration.id}: nothing has been changed, because:`, [rule.detail]);
  return rule;
}
