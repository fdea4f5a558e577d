/** The commonly copied forms: every one is loaded without a complaint, and every one is found by our scenarios. */
import { defaultAlerts, releaseRules } from '../../lib/alerts';
import { readyPods } from '../../lib/dashboard-queries';
import { limitsOf } from '../../lib/limits';
import { referenceRules } from '../../lib/reference-rules';
import type { RuleGroup } from '../../lib/rules';
import { blueGreenRollout, canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { alert, bucket, buckets, type Fault, healthy, p99, paths, pods, rate, record, requests, turns, up } from './copied';
import { promtoolTest, series } from './promtool';

const release = canaryRollout();
const addresses = { runbooks: 'https://runbooks.example.com' };
const reference = referenceRules('production', [release], limitsOf(defaultAlerts), addresses);
const own = releaseRules(release, { alerts: defaultAlerts, ...addresses });

const copiedRatio = 'rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m]) * 100';

const faults: readonly Fault[] = [
  {
    id: 'P1',
    rule: 'sum first, then divide: a series divided by itself is 100 %',
    wrong: [record('deployment:error_rate:rate5m', copiedRatio)],
    right: [reference],
    given: {
      at: '10m',
      input: { [requests('200')]: '0+999x60', [requests('500')]: '0+1x60' },
      values: { [rate]: { '{version="2.0.0"}': 0.1 } },
    },
  },
  {
    id: 'P1',
    rule: 'a side without errors is 0, and a side without requests is nothing',
    wrong: [
      record(
        'deployment:error_rate:rate5m',
        '100 * sum by (version, app, namespace) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (version, app, namespace) (rate(http_requests_total[5m]))',
      ),
    ],
    right: [reference],
    given: {
      at: '10m',
      input: { ...healthy, [requests('200')]: '7x60', [requests('500')]: '7x60' },
      values: { [rate]: { '{version="1.0.0"}': 0 } },
    },
  },
  {
    id: 'P2',
    rule: 'two versions are compared by what they share',
    wrong: [
      record('deployment:error_rate:rate5m', '0'),
      alert(
        'PerformanceDivergence',
        'abs(deployment:error_rate:rate5m{version="2.0.0"} - deployment:error_rate:rate5m{version="1.0.0"}) > 3',
        '5m',
      ),
    ],
    right: [reference],
    given: {
      at: '15m',
      input: { ...healthy, [requests('200')]: '0+142x60', [requests('500')]: '0+8x60' },
      fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
    },
  },
  {
    id: 'P2',
    rule: 'a new version that fails less stops no release',
    wrong: [
      alert(
        'CanaryErrorRatioDivergence',
        'abs(sum by (app) (rate(http_requests_total{status=~"5..",track="canary"}[5m])) / sum by (app) (rate(http_requests_total{track="canary"}[5m])) - sum by (app) (rate(http_requests_total{status=~"5..",track="stable"}[5m])) / sum by (app) (rate(http_requests_total{track="stable"}[5m]))) > 0.01',
      ),
    ],
    right: own.slice(0, 1),
    given: {
      at: '10m',
      input: {
        [requests('200', '1.0.0', 'stable')]: '0+140x60',
        [requests('500', '1.0.0', 'stable')]: '0+10x60',
        [requests('200')]: '0+150x60',
        [requests('500')]: '0x60',
        ...buckets(),
      },
    },
  },
  {
    id: 'P3',
    rule: 'two errors in three thousand requests wake nobody',
    wrong: [alert('HighErrorRate', `${copiedRatio} > 5`, '5m')],
    right: [reference],
    given: { at: '11m', input: { [requests('200')]: '0+150x60', [requests('500')]: '0x20 1x4 2x40' } },
  },
  {
    id: 'P4',
    rule: 'the percentile of a version is not that of its slowest path',
    wrong: [record('deployment:latency:p99', 'histogram_quantile(0.99, rate(http_request_duration_seconds_bucket[5m]))')],
    right: [reference],
    given: { at: '10m', input: { [requests('200')]: '0+1001x60', ...paths() }, values: { [p99]: { '{version="2.0.0"}': 0.4955 } } },
  },
  {
    id: 'P4',
    rule: 'the mean of percentiles is no percentile',
    wrong: [
      record(
        'deployment:latency:p99',
        'avg by (namespace, app, version) (histogram_quantile(0.99, sum by (namespace, app, version, path, le) (rate(http_request_duration_seconds_bucket[5m]))))',
      ),
    ],
    right: [reference],
    given: { at: '10m', input: { [requests('200')]: '0+1001x60', ...paths() }, values: { [p99]: { '{version="2.0.0"}': 0.4955 } } },
  },
  {
    id: 'P5',
    rule: 'errors that a counter is born with are errors',
    wrong: [
      record(
        'deployment:error_rate:rate5m',
        '100 * sum by (namespace, app, version) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (namespace, app, version) (rate(http_requests_total[5m]))',
      ),
    ],
    right: [reference],
    // The pod runs for eight minutes before its first 25 errors, which come between two scrapes: 25 of 3 025 requests.
    given: {
      at: '11m',
      input: { ...up, [requests('200')]: '0+150x60', [requests('500')]: '_x32 25x28' },
      values: { [rate]: { '{version="2.0.0"}': 0.8264 } },
    },
  },
  {
    id: 'P5',
    rule: 'slow requests that a histogram is born with are slow',
    wrong: [
      record(
        'deployment:latency:p99',
        'histogram_quantile(0.99, sum by (namespace, app, version, le) (rate(http_request_duration_seconds_bucket[5m])))',
      ),
    ],
    right: [reference],
    // A path whose first 100 requests come between two scrapes and take up to three seconds: 3 000 of 3 100 are fast, the 3 069th is the percentile.
    given: {
      at: '11m',
      input: {
        ...up,
        [requests('200')]: '0+150x60',
        ...Object.fromEntries(['0.5', '1', '3', '+Inf'].map((le) => [bucket('/items', le), '0+150x60'])),
        ...Object.fromEntries(
          ['0.5', '1', '3', '+Inf'].map((le) => [bucket('/report', le), `_x32 ${le === '0.5' || le === '1' ? 0 : 100}x28`]),
        ),
      },
      values: { [p99]: { '{version="2.0.0"}': 2.38 } },
    },
  },
  {
    id: 'P6',
    rule: 'neither another app, nor another namespace, nor a probe is counted',
    wrong: [
      record(
        'deployment:error_rate:rate5m',
        '100 * sum by (namespace, version) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (namespace, version) (rate(http_requests_total[5m]))',
      ),
      record('x', 'vector(1)'),
    ],
    right: [reference],
    given: {
      at: '10m',
      input: {
        [requests('200', '2.0.0', 'canary', ',path="/items"')]: '0+50x60',
        [requests('500', '2.0.0', 'canary', ',path="/items"')]: '0+50x60',
        [requests('200', '2.0.0', 'canary', ',path="/health"')]: '0+9900x60',
        [requests('200').replace('app="catalog"', 'app="shop"')]: '0+9900x60',
        [requests('200').replace('namespace="production"', 'namespace="staging"')]: '0+9900x60',
      },
      values: { [rate]: { '{version="2.0.0"}': 50 } },
      fires: { HighErrorRate: 1 },
    },
  },
  {
    id: 'P7',
    rule: 'a label that nobody produces matches nothing, for ever',
    wrong: [
      alert(
        'CanaryErrorRatioDivergence',
        'sum(rate(http_requests_total{version="green",status=~"5.."}[5m])) / sum(rate(http_requests_total{version="green"}[5m])) > 0.01',
      ),
    ],
    right: own.slice(0, 1),
    given: {
      at: '10m',
      input: { ...healthy, [requests('200')]: '0+135x60', [requests('500')]: '0+15x60', ...buckets() },
      fires: { CanaryErrorRatioDivergence: 1 },
    },
  },
  {
    id: 'P8',
    rule: 'silence calls somebody',
    wrong: [alert('HighErrorRate', `${copiedRatio} > 5`, '5m')],
    right: own.slice(0, 1),
    given: { at: '10m', input: {}, fires: { AppMetricsAbsent: 1 } },
  },
  {
    id: 'P8',
    rule: 'the first abort ever is an abort',
    wrong: [alert('RolloutAborted', 'increase(rollout_events_total{reason="RolloutAborted"}[5m]) > 0')],
    right: own.slice(2),
    given: {
      at: '6m',
      input: { 'rollout_events_total{namespace="production",name="catalog",reason="RolloutAborted"}': '_x20 1x20' },
      fires: { RolloutAborted: 1 },
    },
  },
  {
    id: 'P8',
    rule: 'stages and timed pauses that take turns do not start the clock anew',
    wrong: [alert('RolloutStuck', 'rollout_info{phase=~"Progressing|Paused"} > 0', '43m')],
    right: own.slice(2),
    given: {
      at: '60m',
      input: {
        'rollout_info{namespace="production",name="catalog",phase="Progressing"}': turns(1),
        'rollout_info{namespace="production",name="catalog",phase="Paused"}': turns(0),
      },
      fires: { RolloutStuck: 1 },
    },
  },
  {
    id: 'P8',
    rule: 'a migration that stands still has not failed, and is in trouble',
    wrong: [alert('MigrationStalled', 'kube_job_status_failed{job_name=~"users-full-name-.*"} > 0')],
    right: releaseRules(blueGreenRollout(), { alerts: defaultAlerts, ...addresses }).slice(2),
    given: {
      at: '20m',
      input: {
        'mig_observed{namespace="production"}': '1x100',
        ...Object.fromEntries(
          Object.entries({ pass_open: 1, ranges_planned: 8, ranges_done: 3, docs_scanned: 1_000 }).map(([name, value]) => [
            `mig_${name}{namespace="production",mig="20261101-users-full-name"}`,
            `${value}x100`,
          ]),
        ),
        'kube_job_status_failed{namespace="production",job_name="users-full-name-backfill-1a2b3c4d"}': '0x100',
      },
      fires: { MigrationStalled: 1 },
    },
  },
  {
    id: 'P9',
    rule: 'to wait for five minutes, on a window of five minutes, is too long for a canary: three minutes after the first error',
    wrong: [
      alert(
        'CanaryErrorRatioDivergence',
        '100 * sum by (namespace, app, version) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (namespace, app, version) (rate(http_requests_total[5m])) > 5',
        '5m',
      ),
    ],
    right: own.slice(0, 1),
    // From the fourth minute on a fifth fails.
    given: {
      at: '7m',
      input: { ...healthy, [requests('200')]: '0+150x16 2520+120x40', [requests('500')]: '0x16 30+30x40', ...buckets() },
      fires: { CanaryErrorRatioDivergence: 1 },
    },
  },
  {
    id: 'P10',
    rule: 'a pod that is not ready is 0, and still a row',
    wrong: [record('ready', 'count by (version) (kube_pod_status_ready{condition="true"})')],
    right: [record('ready', readyPods.expr.replaceAll('$namespace', 'production').replaceAll('$app', 'catalog'))],
    given: {
      at: '5m',
      input: pods(),
      values: { 'sum by (label_version) (ready)': { '{label_version="1.0.0"}': 1, '{label_version="2.0.0"}': 2 } },
    },
  },
];

describeWithPrometheus('the commonly copied forms', () => {
  test.each(faults)(
    '$id: $rule',
    async ({ id, rule, wrong, right, given }) => {
      const { input, ...expected } = given;
      const cases = [{ name: `${id}: ${rule}`, series: series(input), ...expected }];
      const merged: RuleGroup = { name: 'copied', interval: '30s', rules: wrong.flatMap(({ rules }) => rules) };
      const [copied, ours] = await Promise.all([promtoolTest([merged], cases), promtoolTest(right, cases)]);
      expect(copied).toMatch(/FAILED/);
      expect(copied).not.toMatch(/error loading|parse error/i);
      expect(ours).toBeUndefined();
    },
    30_000,
  );
});
