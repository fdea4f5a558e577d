import type { Approval, BackupEvidence, ImportedMigration, Word } from './api';
import type { Context } from './context';
import { MigrationError } from './errors';
import { timeLimits } from './limits';
import type { Migration } from './types';
import { upserting } from './upsert';

/** Notes that a person has approved contract. The server's clock dates it; the same person twice counts once. */
export async function approve(
  { collections, ledger }: Context,
  migration: Migration,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<readonly Approval[]> {
  if (by.trim() === '') throw new MigrationError('CONFIG_INVALID', `${migration.id}: an approval must carry a name, got none`);
  await ledger.open(migration);
  const entry = { $mergeObjects: [{ $literal: { by, reason } }, { at: '$$NOW' }] };
  await collections.ledger.updateOne({ _id: migration.id }, [{ $set: { approvals: { $concatArrays: ['$approvals', [entry]] } } }]);
  return (await ledger.note(migration.id, {}, `approved by ${by}: ${reason}`, by)).approvals;
}

/** Notes how a person knows that the old version is gone. The server's clock dates it: a pass that began before shows nothing about it. */
export async function recordGone(
  { collections, ledger }: Context,
  migration: Migration,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Word> {
  if (by.trim() === '' || reason.trim() === '')
    throw new MigrationError('CONFIG_INVALID', `${migration.id}: who knows it and how must be told, got '${by}' and '${reason}'`);
  await ledger.open(migration);
  const gone = { $mergeObjects: [{ $literal: { by, reason } }, { at: '$$NOW' }] };
  await collections.ledger.updateOne({ _id: migration.id }, [{ $set: { gone } }]);
  const row = await ledger.note(migration.id, {}, `the old version is gone: ${reason}`, by);
  // A roll back in between has ended it.
  if (!row.gone) throw new MigrationError('STATE_REFUSED', `${migration.id}: must not be rolled back meanwhile, got '${row.state}'`);
  return row.gone;
}

/** Notes where the backup is that the gates ask for. */
export async function recordBackup({ ledger }: Context, migration: Migration, evidence: BackupEvidence): Promise<BackupEvidence> {
  const methods: readonly string[] = ['atlas', 'pbm', 'volumeSnapshot', 'mongodump'];
  const problems = [
    !methods.includes(evidence.method) && `method: ${methods.join(', ')}, got '${evidence.method}'`,
    Number.isNaN(evidence.at.getTime()) && 'at: a date, got none',
    evidence.location === '' && 'location: where it can be restored from, got nothing',
  ].filter((problem) => typeof problem === 'string');
  if (problems.length > 0) throw new MigrationError('CONFIG_INVALID', `${migration.id}: this is no evidence of a backup:`, problems);
  await ledger.open(migration);
  await ledger.note(migration.id, { backup: evidence }, `backup recorded: ${evidence.method} of ${evidence.at.toISOString()}`);
  return evidence;
}

/** Takes over what another tool has run, so that nobody runs it again. */
export async function adopt(
  { collections, settings }: Context,
  entries: readonly ImportedMigration[],
  { by }: { readonly by: string },
): Promise<{ readonly added: number; readonly known: number }> {
  if (entries.length === 0) return { added: 0, known: 0 };
  const rows = entries.map(({ id, appliedAt, description = '' }) => ({
    updateOne: {
      filter: { _id: id },
      update: {
        $setOnInsert: {
          ...{ checksum: null, description, state: 'done' as const, fence: 0, passes: [], approvals: [] },
          history: [{ at: appliedAt, by, event: `imported by ${settings.owner}` }],
        },
      },
      upsert: true,
    },
  }));
  const options = { ordered: false, maxTimeMS: timeLimits.ledgerMs };
  const { upsertedCount } = await upserting(() => collections.ledger.bulkWrite(rows, options));
  return { added: upsertedCount, known: entries.length - upsertedCount };
}
