import { type Alert, commands } from './alert';
import { matchers, quoted } from './promql';
import { byMigration, declaredMigrations } from './promql-migrations';
import type { Release } from './release';

/** Seconds that a migration Job may run before somebody looks at it. */
const slow = 1800;

/** The Jobs of the migrations that a release waits for, and what the ledger says of their progress. */
export function migrationAlerts(release: Release): Alert[] {
  const { namespace, migrations } = release;
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
    ...progressAlerts(release, look),
  ];
}

function progressAlerts({ namespace, migrations }: Release, look: string): Alert[] {
  const own = declaredMigrations(quoted(namespace), migrations);
  const scanned = `mig_docs_scanned{${own}}`;
  const observed = `mig_observed{${matchers({ namespace })}}`;
  return [
    {
      name: 'MigrationStalled',
      severity: 'warning',
      // Both replicas of the judge read one ledger. A pass that begins, ends or goes on changes the number.
      expr: `
  max by (${byMigration}) (mig_ranges_planned{${own}}) - max by (${byMigration}) (mig_ranges_done{${own}})
and on (${byMigration})
  max by (${byMigration}) (mig_pass_open{${own}}) == 1
and on (${byMigration})
  max by (${byMigration}) (max_over_time(${scanned}[5m])) == min by (${byMigration}) (min_over_time(${scanned}[5m]))
unless on (${byMigration})
  max by (${byMigration}) (mig_paused{${own}}) == 1`.slice(1),
      for: '10m',
      summary: 'The migration {{ $labels.mig }} has stopped in the middle of a pass',
      description: 'No document was looked at for ten minutes, and {{ $value | humanize }} ranges of the pass are left.',
      runbook: `No Job works on it, or the one that does waits: for MongoDB, which is too busy to be written to, or for a lease that a dead pod still holds. The status says which; a pause by a person does not call anybody.\n\n${look}\n\n${commands('npx bluecanary migrate status   # with MONGODB_URI: leases, limits, the last error')}`,
    },
    {
      name: 'MigrationNotObserved',
      severity: 'warning',
      expr: `max by (namespace) (${observed}) == 0\nor\n  absent(${observed})`,
      for: '15m',
      summary: 'Nobody can say where the migrations of {{ $labels.namespace }} stand',
      description:
        'For 15 minutes the judge has not read their ledger. The gate of the release stays closed, and a migration that stops is not noticed.',
      runbook: `The judge's database user, the NetworkPolicy between the two, or MongoDB itself. The log of the judge has the error.\n\n${commands(`kubectl -n ${namespace} logs deployment/<name of the judge> --tail=200 | grep 'migrations cannot be observed'`)}`,
    },
  ];
}
