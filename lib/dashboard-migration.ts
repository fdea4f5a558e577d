import type { Row } from './dashboard-model';
import { migrationJobs, migrationsOf } from './dashboard-queries';
import type { Release } from './release';

const quarter = { width: 6, height: 8 } as const;

/** How far the schema is. The ledger knows it also when no Job runs. */
export function migrationRow({ migrations }: Release): Row {
  const own = migrationsOf(migrations);
  const jobs = migrationJobs(migrations);
  const most = (metric: string) => `max by (mig) (${metric}{${own}})`;
  return {
    title: 'Migration',
    panels: [
      {
        kind: 'timeseries',
        title: 'Progress of the pass',
        description: 'Ranges that are done. Every pass begins at zero; two in a row must change nothing before the gate opens.',
        unit: 'percentunit',
        ...quarter,
        queries: [{ expr: `${most('mig_ranges_done')} / (${most('mig_ranges_planned')} > 0)`, legend: '{{mig}}' }],
      },
      {
        kind: 'timeseries',
        title: 'Documents left',
        description: 'Wrong now, at least so many in a large collection, and put aside for a person. Both must be zero before the switch.',
        unit: 'short',
        ...quarter,
        queries: [
          { expr: most('mig_drift'), legend: 'wrong {{mig}}' },
          { expr: most('mig_quarantined'), legend: 'put aside {{mig}}' },
        ],
        limit: { value: 1, good: 'below' },
      },
      {
        kind: 'stat',
        title: 'Migration Jobs',
        description: 'That are done, run, or have failed.',
        unit: 'short',
        ...quarter,
        queries: [
          { expr: `sum(kube_job_complete{${jobs},condition="true"})`, legend: 'done' },
          { expr: `sum(kube_job_status_active{${jobs}})`, legend: 'running' },
          { expr: `sum(kube_job_failed{${jobs},condition="true"})`, legend: 'failed' },
        ],
        colours: { done: 'green', running: 'blue', failed: 'red' },
      },
      {
        kind: 'timeseries',
        title: 'Duration of the migration Jobs',
        description: 'Of those that run.',
        unit: 's',
        ...quarter,
        queries: [
          {
            expr: `
  time() - max by (job_name) (kube_job_status_start_time{${jobs}})
and on (job_name)
  max by (job_name) (kube_job_status_active{${jobs}}) > 0`.slice(1),
            legend: '{{job_name}}',
          },
        ],
        limit: { value: 1800, good: 'below' },
      },
    ],
  };
}
