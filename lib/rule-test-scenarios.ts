import type { ReleaseRulesOptions } from './alerts';
import { burnRates } from './alerts-slo';
import { limitsOf, releaseLimits, sloOf } from './limits';
import type { Release } from './release';
import type { Side } from './rule-test-series';
import { compared, sendsToCanary } from './rules';

/** A scenario: what the pods do, and what the rules must make of it. */
export interface Scenario {
  readonly name: string;
  readonly sides: readonly Side[];
  /** When to look, in PromQL's form. @default '12m' */
  readonly at?: string;
  /** Every alert that fires, by name; no other may. */
  readonly fires: Readonly<Record<string, number>>;
  /** Values of records by version; a version that is not named has no value. @default not looked at */
  readonly requests?: Readonly<Record<string, number>>;
  readonly errorRatio?: Readonly<Record<string, number>>;
  /** As a multiple of the limit. */
  readonly p99?: Readonly<Record<string, number>>;
}

/** Ten requests per second, from the first scrape on. */
const steady = '0+150x60';

/** What every release goes through sooner or later. All numbers can be checked on paper. */
export function scenarios(release: Release, options: Pick<ReleaseRulesOptions, 'alerts' | 'slo'>): Scenario[] {
  const { fresh, settled } = release.tracks ?? {};
  const old: Side = { version: '1.0.0', ...(settled ? { track: settled } : {}), good: steady };
  const next: Side = { version: '2.0.0', ...(fresh ? { track: fresh } : {}), good: steady };
  const alerts = expected(release, options);
  // All requests lie in one bucket, from 0 to half of the limit or from the limit to four times it: the percentile is 99 % of the way through.
  const fast = 0.99 * 0.5;
  const slow = 1 + 0.99 * 3;
  const failing: Side = { ...next, good: '0x60', failed: steady, timed: steady };
  const canary = compared(release) !== undefined;
  return [
    {
      name: 'healthy: no 5xx was ever seen, and that is an error ratio of 0',
      sides: [old, next],
      requests: { '1.0.0': 10, '2.0.0': 10 },
      errorRatio: { '1.0.0': 0, '2.0.0': 0 },
      p99: { '1.0.0': fast, '2.0.0': fast },
      fires: {},
    },
    {
      name: 'bad: the new version fails every request',
      sides: [old, failing],
      errorRatio: { '1.0.0': 0, '2.0.0': 1 },
      fires: { ...alerts.burning(0.5), ...alerts.failing(1), ...(canary ? { CanaryErrorRatioDivergence: 1 } : {}) },
    },
    {
      name: 'slow: the new version answers, but too late',
      sides: [old, { ...next, latency: 'slow' }],
      p99: { '1.0.0': fast, '2.0.0': slow },
      fires: alerts.slow(slow / fast, slow),
    },
    {
      name: 'both bad: no version differs from the other, and users suffer',
      sides: [{ ...failing, ...old, good: '0x60' }, failing],
      errorRatio: { '1.0.0': 1, '2.0.0': 1 },
      fires: { ...alerts.burning(1), ...alerts.failing(1, 1) },
    },
    {
      name: 'better: the version that is replaced fails, which is no reason to stop the new one',
      sides: [{ ...old, good: '0+105x60', failed: '0+45x60', timed: steady }, next],
      errorRatio: { '1.0.0': 0.3, '2.0.0': 0 },
      fires: { ...alerts.burning(0.15), ...alerts.failing(0.3) },
    },
    {
      name: 'few: one of three requests fails, and three requests say nothing',
      sides: [old, { ...next, good: '0x20 2x40', failed: '0x20 1x40', timed: '0x20 3x40' }],
      at: '9m',
      errorRatio: { '1.0.0': 0, '2.0.0': 1 / 3 },
      // One of the 5400 requests since the first scrape: the error budget alone can be so small that it is too much.
      fires: alerts.burning(1 / 5400),
    },
    {
      name: 'idle: without requests there is no ratio, neither 0 nor NaN',
      sides: [
        { ...old, good: '500x60' },
        { ...next, good: '500x60' },
      ],
      requests: { '1.0.0': 0, '2.0.0': 0 },
      errorRatio: {},
      p99: {},
      fires: sendsToCanary(release) ? { CanaryNoTraffic: 1 } : {},
    },
    {
      name: 'empty: nothing is scraped, and silence is not health',
      sides: [],
      requests: {},
      errorRatio: {},
      p99: {},
      fires: { AppMetricsAbsent: 1 },
    },
    {
      name: 'newborn: 150 errors before the first scrape of a new pod count',
      // Born in the fifth minute with 150 of each; four minutes later 2550 have succeeded and still 150 failed.
      sides: [old, { ...next, good: '_x20 150+150x39', failed: '_x20 150x39', up: '_x20 1x39', started: '290x60' }],
      at: '9m',
      errorRatio: { '1.0.0': 0, '2.0.0': 150 / 2700 },
      fires: canary ? { CanaryErrorRatioDivergence: 1 } : {},
    },
    {
      name: 'reset: a restart of the process is neither an error nor a gap',
      sides: [old, { ...next, good: '0+145x30 0+145x29', failed: '0+5x30 0+5x29', timed: '0+150x30 0+150x29' }],
      at: '10m',
      errorRatio: { '1.0.0': 0, '2.0.0': 5 / 150 },
      p99: { '1.0.0': fast, '2.0.0': fast },
      fires: { ...alerts.burning(5 / 300), ...alerts.failing(5 / 150), ...(canary ? { CanaryErrorRatioDivergence: 1 } : {}) },
    },
    {
      name: 'blind: the new version cannot be scraped any more',
      sides: [old, { ...next, good: '0+150x40 stale', up: '1x40 0x19' }],
      at: '13m',
      fires: { [canary ? 'CanaryTargetDown' : 'TargetDown']: 1 },
    },
    { name: 'between releases: one version alone', sides: [old], errorRatio: { '1.0.0': 0 }, fires: {} },
    ...promoted(release, old, next),
  ];
}

/** The track of a running pod changes when its version is promoted: its counters go on, and are not counted from zero again. */
function promoted({ metricSource }: Release, old: Side, next: Side): Scenario[] {
  if (metricSource !== 'app' || old.track === undefined) return [];
  return [
    {
      name: 'promoted: a pod that changes its track does not count twice',
      sides: [
        { ...next, good: '0+150x40 stale', up: '1x40 stale' },
        { ...next, track: old.track, good: '_x41 6150+150x18', up: '_x41 1x18' },
      ],
      at: '12m',
      requests: { '2.0.0': 10 },
      errorRatio: { '2.0.0': 0 },
      fires: {},
    },
  ];
}

/** Which alerts follow from constant ratios, by the limits of the release. */
function expected(release: Release, { alerts, slo }: Pick<ReleaseRulesOptions, 'alerts' | 'slo'>) {
  const common = limitsOf(alerts);
  const limits = releaseLimits(release, alerts);
  const budget = (slo ?? sloOf(limits))?.limit ?? 1;
  const some = (alert: string, count: number) => (count > 0 ? { [alert]: count } : {});
  return {
    burning(ratio: number) {
      const over = (kind: string) => burnRates.filter((rate) => rate.kind === kind && rate.factor * budget < ratio).length;
      const pages = over('page');
      return pages > 0 ? { ErrorBudgetBurnsFast: pages } : some('ErrorBudgetBurnsSlowly', over('ticket'));
    },
    failing(...ratios: readonly number[]) {
      const { errorRatio } = limits;
      const own = errorRatio !== undefined && errorRatio !== common.errorRatio;
      return own ? some('ErrorObjectiveMissed', ratios.filter((ratio) => ratio > errorRatio).length) : {};
    },
    slow(times: number, limitTimes: number) {
      const { p99, p99Times = 1.5 } = limits;
      const diverges = compared(release) && times > p99Times && limitTimes * (p99 ?? 1) > 0.25;
      return {
        ...(diverges ? { CanaryLatencyDivergence: 1 } : {}),
        ...(p99 === undefined ? {} : { SlowRequests: 1 }),
        ...(p99 === undefined || p99 === common.p99 ? {} : { LatencyObjectiveMissed: 1 }),
      };
    },
  };
}
