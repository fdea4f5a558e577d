import type { LedgerRow } from './collections';
import { type Duration, describeDuration, hours } from './duration';
import type { Migration } from './types';

/** How old the backup may be: contract removes data for good, so there the last hour counts. */
export function backupLimit(migration: Migration, phase: 'expand' | 'backfill' | 'contract'): Duration {
  const limit = migration.gates?.backupNotOlderThan;
  if (phase !== 'contract') return limit ?? hours(24);
  return limit && limit.ms < hours(1).ms ? limit : hours(1);
}

/** Why the recorded backup is not good enough. The Job that makes a backup records it; this only reads. */
export function backupProblem(row: LedgerRow | null, limit: Duration, now: Date): string | undefined {
  const { backup } = row ?? {};
  const way = 'make one and record it with migrate backup';
  if (backup === undefined) return `a backup at most ${describeDuration(limit)} old must be recorded, got none; ${way}`;
  const age = now.getTime() - backup.at.getTime();
  if (age > limit.ms)
    return `a backup at most ${describeDuration(limit)} old must be recorded, got one of ${backup.at.toISOString()} (${backup.method}); ${way}`;
  return age < -60_000 ? `a backup must lie in the past, got ${backup.at.toISOString()}; is the clock of the Job right?` : undefined;
}
