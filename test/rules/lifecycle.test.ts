import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { stuckAfter } from '../../lib/alerts-lifecycle';
import type { Release } from '../../lib/release';
import { blueGreenDeployment, canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest, series } from './promtool';

type Row = Omit<Case, 'series'> & { readonly input: Readonly<Record<string, string>> };

function lifecycleOf(release: Release) {
  return releaseRules(release, { alerts: defaultAlerts, runbooks: 'https://runbooks.example.com' }).filter(({ name }) =>
    name.endsWith('-release'),
  );
}

const phase = (name: string, rollout = 'catalog') =>
  `rollout_info{namespace="production",name="${rollout}",strategy="canary",phase="${name}"}`;
const aborts = 'rollout_events_total{namespace="production",name="catalog",type="Warning",reason="RolloutAborted"}';
const run = (name: string, state: string) => `analysis_run_info{namespace="production",name="${name}",phase="${state}"}`;
const replicas = (kind: string) => `rollout_info_replicas_${kind}{namespace="production",name="catalog"}`;
// Five minutes of progress, five of pause, over and over, a value every 15 seconds.
const turns = (first: 0 | 1) => Array.from({ length: 8 }, (_, i) => `${(i + first) % 2}x19`).join(' ');

const rollout: readonly Row[] = [
  {
    name: 'a finished rollout',
    at: '2h',
    input: { [phase('Completed')]: '1x480', [phase('Progressing')]: '0x480', [phase('Paused')]: '0x480' },
  },
  { name: 'aborted, and Git still asks for it', at: '3m', input: { [phase('Abort')]: '1x20' }, fires: { RolloutDegraded: 1 } },
  { name: 'the first abort ever, whose counter is born at 1', at: '6m', input: { [aborts]: '_x20 1x20' }, fires: { RolloutAborted: 1 } },
  { name: 'the second abort', at: '11m', input: { [aborts]: '1x38 2x10' }, fires: { RolloutAborted: 1 } },
  { name: 'an abort of an hour ago', at: '60m', input: { [aborts]: '1x300' } },
  {
    name: 'stages and timed pauses take turns for longer than they can',
    at: '46m',
    input: { [phase('Progressing')]: `${turns(1)} 1x80`, [phase('Paused')]: `${turns(0)} 0x80` },
    fires: { RolloutStuck: 1 },
  },
  {
    name: 'stages and timed pauses take turns for as long as they may',
    at: '40m',
    input: { [phase('Progressing')]: turns(1), [phase('Paused')]: turns(0) },
  },
  { name: 'a pause of half an hour', at: '30m', input: { [phase('Paused')]: '1x120' } },
  {
    name: 'a pause of more than an hour',
    at: '62m',
    input: { [phase('Paused')]: '1x260' },
    fires: { RolloutPausedTooLong: 1, RolloutStuck: 1 },
  },
  {
    name: 'two of three pods for 16 minutes',
    at: '16m',
    input: { [replicas('available')]: '2x80', [replicas('desired')]: '3x80' },
    fires: { RolloutReplicasUnavailable: 1 },
  },
  { name: 'two of three pods for 5 minutes', at: '5m', input: { [replicas('available')]: '2x80', [replicas('desired')]: '3x80' } },
  {
    name: 'an analysis has just failed',
    at: '6m',
    input: { [run('catalog-7d9f8b6c5d-4-2', 'Failed')]: '_x20 1x20' },
    fires: { AnalysisRunFailed: 1 },
  },
  {
    name: 'an analysis was inconclusive',
    at: '6m',
    input: { [run('catalog-7d9f8b6c5d-4', 'Inconclusive')]: '_x20 1x20' },
    fires: { AnalysisRunFailed: 1 },
  },
  {
    name: 'an analysis that runs beside the stages failed at the second try',
    at: '6m',
    input: { [run('catalog-7d9f8b6c5d-4.1', 'Failed')]: '_x20 1x20' },
    fires: { AnalysisRunFailed: 1 },
  },
  { name: 'an analysis that failed three hours ago is kept', at: '3h', input: { [run('catalog-7d9f8b6c5d-4-2', 'Failed')]: '1x800' } },
  {
    name: 'an analysis of another app whose name begins alike',
    at: '6m',
    input: { [run('catalog-admin-7d9f8b6c5d-4-2', 'Failed')]: '_x20 1x20' },
  },
  { name: 'another rollout is in trouble', at: '10m', input: { [phase('Error', 'catalog-admin')]: '1x60' } },
];

const deployment = (name: string) => `namespace="production",deployment="${name}"`;
const condition = (name: string, status: string) =>
  `kube_deployment_status_condition{${deployment(name)},condition="Progressing",status="${status}"}`;

const deployments: readonly Row[] = [
  {
    name: 'both sides progress',
    at: '10m',
    input: { [condition('orders-blue', 'true')]: '1x60', [condition('orders-blue', 'false')]: '0x60' },
  },
  {
    name: 'the deadline of one side is over',
    at: '3m',
    input: { [condition('orders-green', 'false')]: '1x20' },
    fires: { DeploymentStuck: 1 },
  },
  { name: 'another app whose name begins alike', at: '3m', input: { [condition('orders-green-admin', 'false')]: '1x20' } },
  {
    name: 'the standby has no pods and asks for none',
    at: '20m',
    input: {
      [`kube_deployment_status_replicas_available{${deployment('orders-green')}}`]: '0x100',
      [`kube_deployment_spec_replicas{${deployment('orders-green')}}`]: '0x100',
    },
  },
  {
    name: 'one pod is missing for 16 minutes',
    at: '16m',
    input: {
      [`kube_deployment_status_replicas_available{${deployment('orders-blue')}}`]: '2x100',
      [`kube_deployment_spec_replicas{${deployment('orders-blue')}}`]: '3x100',
    },
    fires: { DeploymentReplicasUnavailable: 1 },
  },
];

describeWithPrometheus('the alerts on the course of a release', () => {
  test('a rollout is stuck after half as long again as it takes', () => {
    expect(stuckAfter(canaryRollout())).toBe(43 * 60); // 1650 s and a quarter of an hour, in whole minutes
    // Two hours more: so long its gate may wait for a migration, and that is nothing wrong.
    expect(stuckAfter(canaryRollout({ migrations: ['users'] }))).toBe((43 + 120) * 60);
  });

  test.each([
    { what: 'rollouts', release: canaryRollout(), rows: rollout },
    { what: 'deployments', release: blueGreenDeployment(), rows: deployments },
  ])(
    '$what: every scenario',
    async ({ release, rows }) => {
      const cases = rows.map(({ input, ...row }) => ({ ...row, series: series(input) }));
      expect(await promtoolTest(lifecycleOf(release), cases)).toBeUndefined();
    },
    60_000,
  );
});
