import { type Alert, commands } from './alert';
import { quoted } from './promql';
import type { Release } from './release';

/** Seconds that a migration Job may run before somebody looks at it. */
const slow = 1800;

/** The Jobs of the migrations that a release waits for. */
export function migrationAlerts({ namespace, migrations }: Release): Alert[] {
  if (migrations.length === 0) return [];
  // Job names end with a hash of their content.
  const jobs = `namespace=${quoted(namespace)},job_name=~${quoted(`(${migrations.join('|')})-(backup|expand|backfill|verify|contract)-[0-9a-f]+`)}`;
  const look = commands(
    `kubectl -n ${namespace} get jobs | grep -E '^(${migrations.join('|')})-'`,
    `kubectl -n ${namespace} logs job/<name of the job> --all-containers --tail=200`,
  );
  const active = `on (namespace, job_name) max by (namespace, job_name) (kube_job_status_active{${jobs}}) > 0`;
  return [
    {
      name: 'MigrationJobFailed',
      severity: 'critical',
      // One row per condition, and only this one is a failure.
      expr: `max by (namespace, job_name) (kube_job_failed{${jobs},condition="true"}) > 0`,
      summary: 'The migration Job {{ $labels.job_name }} has failed',
      description: 'The release that needs this migration is held. The old fields are still the ones that count, so nothing is lost.',
      runbook: `The engine names the gate, the document or the lease that stopped it. After the repair delete the Job; the next sync creates it anew and it goes on where the ledger says.\n\n${look}`,
    },
    {
      name: 'MigrationJobRetrying',
      severity: 'warning',
      expr: `max by (namespace, job_name) (kube_job_status_failed{${jobs}}) > 0\nand ${active}`,
      for: '5m',
      summary: 'The migration Job {{ $labels.job_name }} tries again',
      description: '{{ $value | humanize }} of its pods have failed so far.',
      runbook: `A retry resumes at the last checkpoint. Look whether the same error comes back before the Job gives up.\n\n${look}`,
    },
    {
      name: 'MigrationJobSlow',
      severity: 'warning',
      expr: `
  (time() - max by (namespace, job_name) (kube_job_status_start_time{${jobs}})
    > ${slow})
and ${active}`.slice(1),
      summary: 'The migration Job {{ $labels.job_name }} runs for {{ $value | humanizeDuration }}',
      description: `More than ${slow / 60} minutes. It may be throttled because MongoDB is busy, or it may hang.`,
      runbook: `The engine slows down by itself when the secondaries lag or the cache fills. Its log says the reason of every pause.\n\n${look}`,
    },
  ];
}
