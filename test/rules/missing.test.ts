/** Silence is not health: every way in which the numbers of an app can be missing calls somebody, and nothing else does. */
import { defaultAlerts, releaseRules } from '../../lib/alerts';
import type { Release } from '../../lib/release';
import { clusterSeries, type InputSeries, type Side, seriesOf } from '../../lib/rule-test-series';
import { blueGreenDeployment, blueGreenRollout, canaryDeployment, canaryRollout } from '../monitoring/releases';
import { describeWithPrometheus } from '../support/prometheus';
import { type Case, promtoolTest, series } from './promtool';

const steady = '0+150x60'; // 10 requests per second
const old: Side = { version: '1.0.0', track: 'stable', good: steady };
const next: Side = { version: '2.0.0', track: 'canary', good: steady };

interface Row extends Omit<Case, 'series' | 'at'> {
  readonly release?: Release;
  readonly sides: readonly Side[];
  /** @default '12m' */
  readonly at?: string;
  /** What becomes of the series on their way; undefined is lost. */
  readonly change?: (series: InputSeries) => InputSeries | undefined;
  /** Further series. */
  readonly also?: Readonly<Record<string, string>>;
}

const without = (text: string) => (one: InputSeries) => (one.series.includes(text) ? undefined : one);
const renamed = (from: string, to: string) => (one: InputSeries) => ({ ...one, series: one.series.replace(from, to) });
const analysis = (name: string, phase: string) => `analysis_run_info{namespace="production",name="${name}",phase="${phase}"}`;
const idle: Side = { ...next, good: '0x60' };
const migrating = canaryRollout({ migrations: ['users-full-name'], gateStep: 2 });
const withoutTesters = canaryRollout({ migrations: ['users-full-name'], gateStep: 1 });
const onlyKubernetes = (one: InputSeries) => (one.series.startsWith('kube_') ? one : undefined);

const rows: readonly Row[] = [
  { name: 'both sides are scraped', sides: [old, next] },
  { name: 'no pod, no series', sides: [], fires: { AppMetricsAbsent: 1 } },
  { name: 'nothing yet, for four minutes', sides: [], at: '4m' },
  {
    name: 'the pods run and nobody scrapes them',
    sides: [old, next],
    change: onlyKubernetes,
    fires: { AppMetricsAbsent: 1, CanaryNoTraffic: 1 },
  },
  { name: 'the pods run without a canary, and nobody scrapes them', sides: [old], change: onlyKubernetes, fires: { AppMetricsAbsent: 1 } },
  {
    name: 'the same app of another namespace is no substitute',
    sides: [old],
    change: renamed('namespace="production"', 'namespace="staging"'),
    fires: { AppMetricsAbsent: 1 },
  },
  {
    name: 'another app is no substitute',
    sides: [old],
    change: renamed('app="catalog"', 'app="catalog-admin"'),
    fires: { AppMetricsAbsent: 1 },
  },
  {
    name: 'all pods go, and their series with them',
    sides: [{ ...old, good: '0+150x12 stale', up: '1x12 stale' }],
    at: '14m',
    fires: { AppMetricsAbsent: 1 },
  },
  { name: 'the canary is ready and gets no request', sides: [old, { ...next, good: '0x60' }], fires: { CanaryNoTraffic: 1 } },
  { name: 'the canary gets no request for four minutes', sides: [old, { ...next, good: '0x60' }], at: '4m' },
  {
    name: 'the canary waits at the gate of its migration, where it has no users by design',
    release: migrating,
    sides: [old, idle],
    also: { [analysis('catalog-7d9f8b6c5d-4-2', 'Running')]: '1x60' },
  },
  {
    name: 'the gate is asked a second time',
    release: migrating,
    sides: [old, idle],
    also: { [analysis('catalog-7d9f8b6c5d-4-2', 'Inconclusive')]: '1x60', [analysis('catalog-7d9f8b6c5d-4-2.1', 'Running')]: '1x60' },
  },
  {
    name: 'without testers the gate is one step earlier',
    release: withoutTesters,
    sides: [old, idle],
    also: { [analysis('catalog-7d9f8b6c5d-4-1', 'Running')]: '1x60' },
  },
  {
    name: 'a stage is judged, its gate is passed, and no request comes',
    release: migrating,
    sides: [old, idle],
    also: { [analysis('catalog-7d9f8b6c5d-4-2', 'Successful')]: '1x60', [analysis('catalog-7d9f8b6c5d-4-6', 'Running')]: '1x60' },
    fires: { CanaryNoTraffic: 1 },
  },
  {
    name: 'another canary of the namespace waits at its gate',
    release: migrating,
    sides: [old, idle],
    also: { [analysis('catalog-admin-7d9f8b6c5d-4-2', 'Running')]: '1x60' },
    fires: { CanaryNoTraffic: 1 },
  },
  {
    name: 'an aborted canary whose pods are kept for ten minutes',
    sides: [old, { ...next, good: '0+150x8 1200x52' }],
    also: { 'rollout_info{namespace="production",name="catalog",phase="Abort"}': '0x8 1x52' },
  },
  {
    name: 'the canary is not scraped at all',
    sides: [old, next],
    change: (one) => (/^(http|up|process).*canary/.test(one.series) ? undefined : one),
    fires: { CanaryNoTraffic: 1 },
  },
  { name: 'between two releases there is no canary', sides: [old] },
  {
    name: 'the canary stops to answer the scrape',
    sides: [old, { ...next, good: '0+150x40 stale', up: '1x40 0x20' }],
    fires: { CanaryTargetDown: 1 },
  },
  {
    name: 'the stable side stops to answer: no comparison is possible any more',
    sides: [{ ...old, good: '0+150x40 stale', up: '1x40 0x20' }, next],
    fires: { TargetDown: 1 },
  },
  { name: 'one scrape fails', sides: [old, { ...next, up: '1x30 0 1x29' }], at: '8m' },
  { name: 'a histogram without a bucket at the limit', sides: [old], change: without('le="1"'), fires: { LatencyBucketsMissing: 1 } },
  {
    name: 'a histogram whose bucket +Inf was dropped on the way',
    sides: [old],
    change: without('le="+Inf"'),
    fires: { LatencyBucketsMissing: 1 },
  },
  { name: 'a bound that is written in another way is the same bound', sides: [old, next], change: renamed('le="1"', 'le="1.0"') },
  { name: 'an app without a histogram', sides: [old], change: without('_bucket'), fires: { LatencyBucketsMissing: 1 } },
  {
    name: 'a preview has no users, by design',
    release: blueGreenRollout(),
    sides: [
      { ...old, track: 'active' },
      { ...next, track: 'preview', good: '0x60' },
    ],
  },
  {
    name: 'a colour stops to answer',
    release: blueGreenDeployment(),
    sides: [
      { version: 'blue', good: steady },
      { version: 'green', good: '0+150x40 stale', up: '1x40 0x20' },
    ],
    fires: { TargetDown: 1 },
  },
  {
    name: 'the gateway that counts for Istio is not scraped',
    release: canaryDeployment(),
    sides: [old, next],
    change: without('istio-ingress'),
    fires: { AppMetricsAbsent: 1, CanaryNoTraffic: 1 },
  },
  {
    name: 'callers are counted by Istio, and the pods are not scraped',
    release: canaryDeployment(),
    sides: [old, next],
    change: (one) => (/^(up|process).*track/.test(one.series) ? undefined : one),
    fires: { AppMetricsAbsent: 1, CanaryNoTraffic: 1 },
  },
];

describeWithPrometheus('missing data', () => {
  const releases = [canaryRollout(), migrating, withoutTesters, blueGreenRollout(), blueGreenDeployment(), canaryDeployment()];

  test.each(releases.map((release) => ({ name: release.name, migrations: release.migrations, release })))(
    '$name $migrations: every way in which numbers can be missing',
    async ({ release }) => {
      const of = rows.filter((row) => JSON.stringify(row.release ?? canaryRollout()) === JSON.stringify(release));
      expect(of.length).toBeGreaterThan(0);
      const requests = releaseRules(release, { alerts: defaultAlerts, runbooks: 'https://runbooks.example.com' }).slice(0, 1);
      expect(
        await promtoolTest(
          requests,
          of.map((row) => toCase(row, release)),
        ),
      ).toBeUndefined();
    },
    60_000,
  );
});

function toCase({ sides, change = (one) => one, also = {}, at = '12m', release: _, ...row }: Row, release: Release): Case {
  const all = [...sides.flatMap((side) => seriesOf(release, side, 1)), ...clusterSeries(release, sides), ...series(also)];
  return { ...row, at, series: all.flatMap((one) => change(one) ?? []) };
}
