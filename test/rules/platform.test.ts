import { alertingRule } from '../../lib/alert';
import { platformAlerts } from '../../lib/alerts-platform';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest, series } from './promtool';

type Row = Omit<Case, 'series'> & {
  readonly input: Readonly<Record<string, string>>;
  readonly controller?: 'up' | 'down' | 'gone';
  /** Beginning of the names that nobody exposes. */
  readonly lost?: string;
};

const alerts = platformAlerts({ namespace: 'production', rollouts: true, database: { connectionBudget: 1500 } });
const group = {
  name: 'platform',
  interval: '30s',
  rules: alerts.map((alert) => alertingRule(alert, { runbook: 'https://runbooks.example.com/monitoring/runbook.md' })),
};

const set = 'cluster="main",rs_nm="rs0"';
const member = (state: string, index: number, exporter = 'mongo-0') =>
  `mongodb_members_optimeDate{${set},member_state="${state}",member_idx="${index}",instance="${exporter}"}`;
const connections = (type: string) => `mongodb_ss_connections{instance="mongo-0",conn_type="${type}"}`;

const rows: readonly Row[] = [
  { name: 'all is well', at: '10m', input: { 'mongodb_up{instance="mongo-0"}': '1x60' } },
  { name: 'the controller does not answer', at: '10m', controller: 'down', input: {}, fires: { RolloutsControllerDown: 1 } },
  { name: 'the controller is not scraped at all', at: '10m', controller: 'gone', input: {}, fires: { RolloutsControllerDown: 1 } },
  {
    name: 'two errors of the controller in ten minutes',
    at: '12m',
    input: { 'rollout_reconcile_error{namespace="production",name="catalog"}': '0x20 1x10 2x30' },
  },
  {
    name: 'errors of the controller without end',
    at: '12m',
    input: { 'rollout_reconcile_error{namespace="production",name="catalog"}': '0+1x60' },
    fires: { RolloutsReconcileErrors: 1 },
  },
  {
    name: 'a notification is lost',
    at: '12m',
    input: { 'notification_send_error{namespace="production",name="catalog"}': '0x30 1x30' },
    fires: { RolloutsNotificationErrors: 1 },
  },
  {
    name: 'a rule cannot be evaluated',
    at: '12m',
    input: { 'prometheus_rule_evaluation_failures_total{rule_group="catalog"}': '0x40 1x20' },
    fires: { RuleEvaluationFails: 1 },
  },
  {
    name: 'the judge cannot ask Prometheus',
    at: '12m',
    input: { 'canary_query_errors_total{namespace="production",reason="provider-unreachable",pod="judge-0"}': '0+1x60' },
    fires: { JudgeCannotAsk: 1 },
  },
  {
    name: 'the judge of another namespace cannot ask',
    at: '12m',
    input: { 'canary_query_errors_total{namespace="staging",reason="provider-unreachable",pod="judge-0"}': '0+1x60' },
  },
  {
    name: 'a node of MongoDB is down',
    at: '5m',
    input: { 'mongodb_up{instance="mongo-0"}': '0x30', 'mongodb_up{instance="mongo-1"}': '1x30' },
    fires: { MongoDBDown: 1 },
  },
  {
    name: 'an election takes 15 seconds',
    at: '5m',
    input: { [member('SECONDARY', 1)]: '0+15000x30', [member('PRIMARY', 0)]: '0+15000x17 stale 285000+15000x10' },
  },
  {
    name: 'there is no primary',
    at: '5m',
    input: { [member('SECONDARY', 0)]: '1000x30', [member('SECONDARY', 1)]: '1000x30' },
    fires: { MongoDBNoPrimary: 1 },
  },
  {
    name: 'a secondary is 5 s behind',
    at: '10m',
    input: { [member('PRIMARY', 0)]: '30000+15000x60', [member('SECONDARY', 1)]: '25000+15000x60' },
  },
  {
    name: 'a secondary is 20 s behind',
    at: '10m',
    input: { [member('PRIMARY', 0)]: '30000+15000x60', [member('SECONDARY', 1)]: '10000+15000x60' },
    fires: { MongoDBReplicationLag: 1 },
  },
  {
    name: 'three exporters that say the same are one alert',
    at: '10m',
    input: Object.fromEntries(
      ['mongo-0', 'mongo-1', 'mongo-2'].flatMap((one) => [
        [member('PRIMARY', 0, one), '30000+15000x60'],
        [member('SECONDARY', 1, one), '10000+15000x60'],
      ]),
    ),
    fires: { MongoDBReplicationLag: 1 },
  },
  {
    name: 'half of the connections are in use',
    at: '10m',
    input: { [connections('current')]: '500x60', [connections('available')]: '500x60' },
  },
  {
    name: 'nine of ten connections are in use',
    at: '10m',
    input: { [connections('current')]: '900x60', [connections('available')]: '100x60' },
    fires: { MongoDBConnectionsHigh: 1 },
  },
  {
    name: 'more connections than four fifths of the budget',
    at: '10m',
    input: { [connections('current')]: '1300x60', [connections('available')]: '50000x60' },
    fires: { MongoDBConnectionsNearBudget: 1 },
  },
  {
    name: 'a peak of connections that lasts three minutes',
    at: '10m',
    input: { [connections('current')]: '100x20 900x12 100x30', [connections('available')]: '900x20 100x12 900x30' },
  },
  {
    name: 'a secondary catches up within a minute',
    at: '10m',
    input: { [member('PRIMARY', 0)]: '30000+15000x60', [member('SECONDARY', 1)]: '30000+15000x34 540000 555000 600000+15000x24' },
  },
  {
    name: 'one of two secondaries is behind, and the other set has its own primary',
    at: '10m',
    input: {
      [member('PRIMARY', 0)]: '30000+15000x60',
      [member('SECONDARY', 1)]: '30000+15000x60',
      [member('SECONDARY', 2)]: '0+15000x60',
      [member('PRIMARY', 0).replace('rs0', 'rs1')]: '9000000+15000x60',
      [member('SECONDARY', 1).replace('rs0', 'rs1')]: '9000000+15000x60',
    },
    fires: { MongoDBReplicationLag: 1 },
  },
  {
    name: 'a node restarts within half a minute',
    at: '10m',
    input: { 'mongodb_up{instance="mongo-0"}': '1x37 0x1 1x20' },
  },
  { name: 'nobody exports anything of MongoDB', at: '12m', lost: 'mongodb_', input: {}, fires: { MongoDBMetricsAbsent: 1 } },
  { name: 'the exporter runs without its collectors', at: '12m', lost: 'mongodb_members', input: {}, fires: { MongoDBMetricsAbsent: 1 } },
  { name: 'the exporter restarts', at: '10m', lost: 'mongodb_ss', input: { [connections('current')]: '10x10 stale _x10 10x30' } },
  { name: 'kube-state-metrics is gone', at: '12m', lost: 'kube_pod_labels', input: {}, fires: { KubeStateMetricsAbsent: 1 } },
  {
    name: 'kube-state-metrics does not tell the labels of the pods',
    at: '12m',
    lost: 'kube_pod_labels',
    input: { 'kube_pod_labels{namespace="production",pod="catalog-0"}': '1x60' },
    fires: { KubeStateMetricsAbsent: 1 },
  },
  {
    name: 'the cache is nearly full',
    at: '10m',
    input: {
      'mongodb_ss_wt_cache_bytes_currently_in_the_cache{instance="mongo-0"}': '940x60',
      'mongodb_ss_wt_cache_maximum_bytes_configured{instance="mongo-0"}': '1000x60',
    },
  },
  {
    name: 'the cache is full',
    at: '10m',
    input: {
      'mongodb_ss_wt_cache_bytes_currently_in_the_cache{instance="mongo-0"}': '970x60',
      'mongodb_ss_wt_cache_maximum_bytes_configured{instance="mongo-0"}': '1000x60',
    },
    fires: { MongoDBCachePressure: 1 },
  },
];

/** What a healthy cluster always tells. */
const usual = {
  'kube_pod_labels{namespace="production",pod="catalog-0",label_app="catalog"}': '1x60',
  'mongodb_up{instance="mongo-9"}': '1x60',
  'mongodb_ss_connections{instance="mongo-9",conn_type="current"}': '10x60',
  'mongodb_members_optimeDate{cluster="other",rs_nm="rs9",member_state="PRIMARY",member_idx="0",instance="mongo-9"}': '1000x60',
};

const controllers = { up: '1x60', down: '0x60' } as const;

describeWithPrometheus('what all releases stand on', () => {
  test('a database that has labels is told apart from the others', async () => {
    const own = platformAlerts({
      namespace: 'staging',
      rollouts: false,
      database: { connectionBudget: 100, databaseLabels: { cluster: 'small' } },
    });
    const node = (cluster: string) => `cluster="${cluster}",instance="${cluster}-0"`;
    const database = (cluster: string, connections: number, up: 0 | 1) => ({
      [`mongodb_up{${node(cluster)}}`]: `${up}x60`,
      [`mongodb_ss_connections{${node(cluster)},conn_type="current"}`]: `${connections}x60`,
      [`mongodb_ss_connections{${node(cluster)},conn_type="available"}`]: '9x60',
      [`mongodb_ss_wt_cache_bytes_currently_in_the_cache{${node(cluster)}}`]: `${connections}x60`,
      [`mongodb_ss_wt_cache_maximum_bytes_configured{${node(cluster)}}`]: '100x60',
      [`mongodb_members_optimeDate{${node(cluster)},rs_nm="rs",member_state="PRIMARY",member_idx="0"}`]: '1x60',
    });
    const pods = { 'kube_pod_labels{namespace="staging",pod="catalog-0",label_app="catalog"}': '1x60' };
    const cases = [
      {
        name: 'the large database is busy and its node is down',
        at: '12m',
        series: series({ ...pods, ...database('small', 20, 1), ...database('large', 900, 0) }),
      },
      {
        name: 'the own one is missing',
        at: '12m',
        series: series({ ...pods, ...database('large', 20, 1) }),
        fires: { MongoDBMetricsAbsent: 1 },
      },
    ];
    const rules = own.map((alert) => alertingRule(alert, { runbook: '' }));
    expect(await promtoolTest([{ name: 'platform', interval: '30s', rules }], cases)).toBeUndefined();
  }, 60_000);

  test(`is watched in ${rows.length} scenarios`, async () => {
    const cases = rows.map(({ input, controller = 'up', lost, ...row }) => ({
      ...row,
      series: series({
        ...Object.fromEntries(Object.entries(usual).filter(([name]) => lost === undefined || !name.startsWith(lost))),
        ...input,
        ...(controller === 'gone' ? {} : { 'up{job="argo-rollouts-metrics"}': controllers[controller] }),
      }),
    }));
    expect(await promtoolTest([group], cases)).toBeUndefined();
  }, 60_000);
});
