/** What whoever is called reads, as Prometheus renders it: numbers that a person can take in, and where to read on. */
import { alertingRule } from '../../lib/alert';
import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { platformAlerts } from '../../lib/alerts-platform';
import { limitsOf } from '../../lib/limits';
import { referenceRules } from '../../lib/reference-rules';
import { clusterSeries, type Side, seriesOf } from '../../lib/rule-test-series';
import type { RuleGroup } from '../../lib/rules';
import { canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Called, type Case, promtoolTest, series } from './promtool';

const release = canaryRollout();
const addresses = { runbooks: 'https://runbooks.example.com' };
const reference = referenceRules('production', [release], limitsOf(defaultAlerts), addresses);
const [requests] = releaseRules(release, { alerts: defaultAlerts, ...addresses });
const platform: RuleGroup = {
  name: 'platform',
  interval: '30s',
  rules: platformAlerts({ namespace: 'production', rollouts: true, database: { connectionBudget: 1500 } })
    .filter(({ name }) => name === 'MongoDBReplicationLag')
    .map((alert) => alertingRule(alert, { runbook: 'https://runbooks.example.com/monitoring/runbook.md' })),
};

const stable: Side = { version: '1.0.0', track: 'stable', good: '0+150x60' };
const failing: Side = { version: '2.0.0', track: 'canary', good: '0+138x60', failed: '0+12x60', timed: '0+150x60' };
const sides = [stable, failing];
const traffic = [...sides.flatMap((side) => seriesOf(release, side, 1)), ...clusterSeries(release, sides)];

const highErrorRate: Called = {
  labels: { severity: 'critical', namespace: 'production', app: 'catalog', track: 'canary', version: '2.0.0' },
  annotations: {
    summary: 'catalog 2.0.0 fails too many requests',
    description: '8.00 % of the requests fail, the limit is 5 %.',
    runbook_url: 'https://runbooks.example.com/catalog/runbook.md#higherrorrate',
  },
};

const cases: readonly { readonly alert: string; readonly groups: readonly RuleGroup[]; readonly given: Omit<Case, 'name'> }[] = [
  {
    alert: 'HighErrorRate, in percent',
    groups: [reference],
    given: {
      at: '12m',
      series: traffic,
      fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
      says: { HighErrorRate: highErrorRate },
    },
  },
  {
    alert: 'CanaryErrorRatioDivergence, as a share of the requests',
    groups: requests ? [requests] : [],
    given: {
      at: '12m',
      series: traffic,
      fires: { CanaryErrorRatioDivergence: 1 },
      says: {
        CanaryErrorRatioDivergence: {
          labels: { severity: 'critical', namespace: 'production', app: 'catalog' },
          annotations: {
            summary: 'The canary of catalog fails more requests than the stable side',
            description: 'The difference is 8% of the requests, at more than 100 requests in five minutes.',
            runbook_url: 'https://runbooks.example.com/catalog/runbook.md#canaryerrorratiodivergence',
          },
        },
      },
    },
  },
  {
    alert: 'MongoDBReplicationLag, as a duration',
    groups: [platform],
    given: {
      at: '10m',
      series: series(
        Object.fromEntries(
          [
            ['PRIMARY', 0, 100_000],
            ['SECONDARY', 1, 7_500],
          ].map(([state, index, from]) => [
            `mongodb_members_optimeDate{cluster="main",rs_nm="rs0",member_state="${state}",member_idx="${index}",instance="mongo-0"}`,
            `${from}+15000x60`,
          ]),
        ),
      ),
      fires: { MongoDBReplicationLag: 1 },
      says: {
        MongoDBReplicationLag: {
          labels: { severity: 'warning', cluster: 'main', rs_nm: 'rs0', member_idx: '1' },
          annotations: {
            summary: 'A secondary of rs0 lags behind',
            description: 'Member 1 is 1m 32s behind the primary. Majority writes wait for it.',
            runbook_url: 'https://runbooks.example.com/monitoring/runbook.md#mongodbreplicationlag',
          },
        },
      },
    },
  },
];

describeWithPrometheus('what an alert says', () => {
  test.each(cases)(
    '$alert',
    async ({ alert, groups, given }) => {
      expect(await promtoolTest(groups, [{ name: alert, ...given }])).toBeUndefined();
    },
    30_000,
  );

  test('P8: a bare value is printed with all its digits', async () => {
    const bare = reference.rules.map((rule) =>
      'alert' in rule && rule.alert === 'HighErrorRate'
        ? { ...rule, annotations: { ...rule.annotations, description: '{{ $value }} % of the requests fail, the limit is 5 %.' } }
        : rule,
    );
    const thirds: Side = { ...failing, good: '0+100x60', failed: '0+50x60' };
    const both = [stable, thirds];
    const given = {
      name: 'a third fails',
      at: '12m',
      series: [...both.flatMap((side) => seriesOf(release, side, 1)), ...clusterSeries(release, both)],
      fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
      says: {
        HighErrorRate: {
          ...highErrorRate,
          annotations: { ...highErrorRate.annotations, description: '33.33 % of the requests fail, the limit is 5 %.' },
        },
      },
    };
    expect(await promtoolTest([{ ...reference, rules: bare }], [given])).toContain('33.333333333333');
    expect(await promtoolTest([reference], [given])).toBeUndefined();
  }, 30_000);
});
