import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { blueGreenRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest, series } from './promtool';

interface Row extends Omit<Case, 'series'> {
  readonly input: Readonly<Record<string, string>>;
  /** Whether the judge reads the ledger. @default it does */
  readonly observed?: string;
}

const groups = releaseRules(blueGreenRollout(), { alerts: defaultAlerts, runbooks: 'https://runbooks.example.com' }).filter(({ name }) =>
  name.endsWith('-release'),
);

const job = (name: string) => `namespace="production",job_name="${name}"`;
const backfill = 'users-full-name-backfill-1a2b3c4d';

const observed = (pod: string) => `mig_observed{namespace="production",pod="${pod}"}`;
const progress = (metric: string, pod: string) => `${metric}{namespace="production",mig="20261101-users-full-name",pod="${pod}"}`;
const docs = (pod: string) => progress('mig_docs_scanned', pod);
const pass = (open: string) => ({
  [progress('mig_pass_open', 'judge-0')]: open,
  [progress('mig_ranges_planned', 'judge-0')]: '8x500',
  [progress('mig_ranges_done', 'judge-0')]: '3x500',
});
const renamed = (input: Row['input'], name: string) =>
  Object.fromEntries(Object.entries(input).map(([series, values]) => [series.replace('20261101-users-full-name', name), values]));

const rows: readonly Row[] = [
  {
    name: 'a Job runs',
    at: '5m',
    input: { [`kube_job_status_active{${job(backfill)}}`]: '1x40', [`kube_job_status_start_time{${job(backfill)}}`]: '0x40' },
  },
  {
    name: 'a Job has failed',
    at: '1m',
    input: { [`kube_job_failed{${job(backfill)},condition="true"}`]: '1x20' },
    fires: { MigrationJobFailed: 1 },
  },
  {
    name: 'the other rows of the condition are not a failure',
    at: '5m',
    input: {
      [`kube_job_failed{${job(backfill)},condition="false"}`]: '1x20',
      [`kube_job_failed{${job(backfill)},condition="unknown"}`]: '1x20',
      [`kube_job_failed{${job(backfill)},condition="true"}`]: '0x20',
    },
  },
  { name: 'a Job of something else', at: '5m', input: { [`kube_job_failed{${job('nightly-report-1a2b3c4d')},condition="true"}`]: '1x20' } },
  {
    name: 'a Job with the name of the migration that is none of its phases',
    at: '5m',
    input: { [`kube_job_failed{${job('users-full-name-report-1a2b3c4d')},condition="true"}`]: '1x20' },
  },
  {
    name: 'a pod of the Job has failed and the next one works',
    at: '7m',
    input: { [`kube_job_status_failed{${job(backfill)}}`]: '1x40', [`kube_job_status_active{${job(backfill)}}`]: '1x40' },
    fires: { MigrationJobRetrying: 1 },
  },
  {
    name: 'a pod of the Job has failed and another one did it',
    at: '7m',
    input: { [`kube_job_status_failed{${job(backfill)}}`]: '1x40', [`kube_job_status_active{${job(backfill)}}`]: '0x40' },
  },
  {
    name: 'a Job runs for 31 minutes',
    at: '31m',
    input: { [`kube_job_status_active{${job(backfill)}}`]: '1x140', [`kube_job_status_start_time{${job(backfill)}}`]: '0x140' },
    fires: { MigrationJobSlow: 1 },
  },
  {
    name: 'a Job runs for 29 minutes',
    at: '29m',
    input: { [`kube_job_status_active{${job(backfill)}}`]: '1x140', [`kube_job_status_start_time{${job(backfill)}}`]: '0x140' },
  },
  {
    name: 'a Job that ended is not slow',
    at: '2h',
    input: { [`kube_job_status_active{${job(backfill)}}`]: '0x500', [`kube_job_status_start_time{${job(backfill)}}`]: '0x500' },
  },
  {
    name: 'the contract waits for its approval',
    at: '2h',
    input: { [`kube_job_status_active{${job('users-full-name-contract-1a2b3c4d')}}`]: '0x500' },
  },
  { name: 'no Job exists', at: '10m', input: {} },
  {
    name: 'a pass goes on, slowly',
    at: '40m',
    input: { ...pass('1x200'), [docs('judge-0')]: '0+1x200' },
  },
  {
    name: 'a pass stands still in the middle',
    at: '20m',
    input: { ...pass('1x100'), [docs('judge-0')]: '0+100x10 1000x90' },
    fires: { MigrationStalled: 1 },
  },
  {
    name: 'two replicas of the judge that say the same are one alert',
    at: '20m',
    input: { ...pass('1x100'), [docs('judge-0')]: '1000x100', [docs('judge-1')]: '1000x100' },
    fires: { MigrationStalled: 1 },
  },
  {
    name: 'one replica of the judge looked a moment later than the other',
    at: '20m',
    input: { ...pass('1x100'), [docs('judge-0')]: '0+60x100', [docs('judge-1')]: '0 0+60x99' },
  },
  { name: 'a pass has just begun', at: '5m', input: { ...pass('1x100'), [docs('judge-0')]: '0x100' } },
  { name: 'a pass that has ended does not move', at: '2h', input: { ...pass('0x500'), [docs('judge-0')]: '1000x500' } },
  {
    name: 'a person has paused it',
    at: '20m',
    input: { ...pass('1x100'), [docs('judge-0')]: '1000x100', [progress('mig_paused', 'judge-0')]: '1x100' },
  },
  {
    name: 'the migration of another app stands still',
    at: '20m',
    input: renamed({ ...pass('1x100'), [docs('judge-0')]: '1000x100' }, '20261101-orders-total'),
  },
  {
    name: 'the judge cannot read the ledger',
    at: '20m',
    observed: '0x100',
    input: {},
    fires: { MigrationNotObserved: 1 },
  },
  { name: 'one of two replicas of the judge can read it', at: '20m', observed: '0x100', input: { [observed('judge-1')]: '1x100' } },
  { name: 'nobody says anything of the ledger', at: '20m', observed: '_x100', input: {}, fires: { MigrationNotObserved: 1 } },
  { name: 'the judge restarts', at: '10m', observed: '1x20 _x20 1x20', input: {} },
];

describeWithPrometheus('the alerts on a migration', () => {
  test(`hold in ${rows.length} scenarios`, async () => {
    const cases = rows.map(({ input, observed: values = '1x600', ...row }) => ({
      ...row,
      series: series({ [observed('judge-0')]: values, ...input }),
    }));
    expect(await promtoolTest(groups, cases)).toBeUndefined();
  }, 60_000);
});
