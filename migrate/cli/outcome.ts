import { type BackfillReport, MigrationError } from '../index';

/**
 * Why a backfill that ran to its end is no success: the release at the gate waits for ever if nobody is told. Only where other passes may
 * find less is it worth another attempt of the Job.
 */
export function failureOf({ migration, state, passes, settled, quarantined, gate, reasons }: BackfillReport): MigrationError | undefined {
  // After the switch the gate is behind it, and the old side is what is brought in step.
  if (gate === 'open' && state !== 'switched') return undefined;
  if (quarantined > 0)
    return new MigrationError(
      'INVARIANT_VIOLATED',
      `${migration}: all other documents are done, and ${quarantined} are in quarantine:`,
      reasons,
    );
  if (!settled)
    return new MigrationError(
      'UNSETTLED',
      `${migration}: the passes must come to an end that changes nothing, got ${passes.at(-1)?.modified ?? 0} changes in the last one, number ${passes.at(-1)?.pass ?? 0}; run backfill again, as a Job does by itself, and catchup where the old version never stops writing:`,
      reasons,
    );
  if (state === 'switched') return undefined;
  return new MigrationError('GATE_CLOSED', `${migration}: the passes changed nothing in the end, but the release still waits:`, reasons);
}
