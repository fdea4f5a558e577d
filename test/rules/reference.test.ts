import { defaultAlerts } from '../../lib/alerts';
import { limitsOf } from '../../lib/limits';
import { referenceRules } from '../../lib/reference-rules';
import type { Release } from '../../lib/release';
import { clusterSeries, type Side, seriesOf } from '../../lib/rule-test-series';
import { blueGreenDeployment, canaryDeployment, canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest } from './promtool';

const steady = '0+150x60'; // 10 requests per second
const old: Side = { version: '1.0.0', track: 'stable', good: steady };
const next: Side = { version: '2.0.0', track: 'canary', good: steady };
const group = referenceRules('production', [canaryRollout(), blueGreenDeployment(), canaryDeployment()], limitsOf(defaultAlerts), {
  runbooks: 'https://runbooks.example.com',
});

interface Row extends Omit<Case, 'series' | 'at' | 'values'> {
  readonly sides: readonly Side[];
  readonly release?: Release;
  readonly at?: string;
  readonly percent?: Readonly<Record<string, number>>;
}

const rows: readonly Row[] = [
  {
    name: 'half of the requests fail on the new side, one in five hundred on the other',
    sides: [
      { ...old, good: '0+499x60', failed: '0+1x60' },
      { ...next, good: '0+75x60', failed: '0+75x60' },
    ],
    percent: { '1.0.0': 0.2, '2.0.0': 50 },
    fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
  },
  {
    name: 'two colours without a track are told apart by their version',
    release: blueGreenDeployment(),
    sides: [
      { version: 'blue', good: steady },
      { version: 'green', good: '0+75x60', failed: '0+75x60' },
    ],
    percent: { blue: 0, green: 50 },
    fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
  },
  {
    name: 'what Istio counts is judged by the same limits',
    release: canaryDeployment(),
    sides: [old, { ...next, good: '0+75x60', failed: '0+75x60' }],
    percent: { '1.0.0': 0, '2.0.0': 50 },
    fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
  },
  {
    name: 'the old side fails, the new one does not',
    sides: [{ ...old, good: '0+135x60', failed: '0+15x60' }, next],
    percent: { '1.0.0': 10, '2.0.0': 0 },
    fires: { HighErrorRate: 1, PerformanceDivergence: 1 },
  },
  { name: 'no 5xx was ever seen', sides: [old, next], percent: { '1.0.0': 0, '2.0.0': 0 } },
  {
    name: 'two of three thousand fail',
    sides: [old, { ...next, good: steady, failed: '0x50 1 2x8' }],
    percent: { '1.0.0': 0, '2.0.0': 0.0666 },
  },
  { name: 'one side is idle', sides: [old, { ...next, good: '700x60', failed: '300x60' }], percent: { '1.0.0': 0 } },
  {
    name: 'ten requests, five of them fail',
    sides: [old, { ...next, good: '0x50 5x9', failed: '0x50 5x9' }],
    percent: { '1.0.0': 0, '2.0.0': 50 },
  },
  { name: 'the new side is slow', sides: [old, { ...next, latency: 'slow' }], fires: { HighLatency: 1 } },
  { name: 'a hundred slow requests are too few for a percentile', sides: [old, { ...next, good: '0+5x60', latency: 'slow' }] },
  { name: 'nothing is scraped', sides: [], percent: {} },
  {
    name: 'both fail 8 % and 6 %',
    sides: [
      { ...old, good: '0+94x60', failed: '0+6x60' },
      { ...next, good: '0+92x60', failed: '0+8x60' },
    ],
    percent: { '1.0.0': 6, '2.0.0': 8 },
    fires: { HighErrorRate: 2 },
  },
  {
    name: 'both fail 4 %',
    sides: [
      { ...old, good: '0+96x60', failed: '0+4x60' },
      { ...next, good: '0+96x60', failed: '0+4x60' },
    ],
    percent: { '1.0.0': 4, '2.0.0': 4 },
  },
  {
    name: 'a process restarts and its counters begin anew',
    sides: [old, { ...next, good: '0+149x50 0+149x9', failed: '0+1x50 0+1x9' }],
    percent: { '1.0.0': 0, '2.0.0': 0.6667 },
  },
  {
    name: 'a new pod has failed 150 times before its first scrape',
    sides: [old, { ...next, good: '_x20 150+150x39', failed: '_x20 150x39', up: '_x20 1x39', started: '290x60' }],
    at: '9m',
    percent: { '1.0.0': 0, '2.0.0': 5.5556 },
  },
];

describeWithPrometheus('the reference rules', () => {
  test('are the five of the specification', () => {
    const names = group.rules.map((rule) => ('record' in rule ? rule.record : rule.alert));
    expect(names).toEqual([
      'deployment:error_rate:rate5m',
      'deployment:latency:p99',
      'HighErrorRate',
      'HighLatency',
      'PerformanceDivergence',
    ]);
    expect(group.interval).toBe('30s');
  });

  test(`hold in ${rows.length} scenarios`, async () => {
    expect(await promtoolTest([group], rows.map(toCase))).toBeUndefined();
  }, 60_000);
});

function toCase({ sides, release = canaryRollout(), percent, at = '15m', ...row }: Row): Case {
  const of = `namespace="production",app="${release.name}"`;
  return {
    ...row,
    at,
    series: [...sides.flatMap((side) => seriesOf(release, side, 1)), ...clusterSeries(release, sides)],
    ...(percent
      ? {
          values: {
            [`sum by (version) (deployment:error_rate:rate5m{${of}})`]: Object.fromEntries(
              Object.entries(percent).map(([version, value]) => [`{version="${version}"}`, value]),
            ),
          },
        }
      : {}),
  };
}
