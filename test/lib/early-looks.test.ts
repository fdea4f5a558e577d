import { Duration } from 'cdk8s';
import type { SideCounts } from '../../analysis/judge/types';
import { finished } from '../../analysis/judge/work';
import { splitJudge } from '../../analysis/judging/split';
import { BlueGreenRollout, errorRate, type Objective, p99, percent, timesStable } from '../../lib';
import { earlySeconds, requestsNeeded, windowSeconds } from '../../lib/early-looks';
import { toCatalogue } from '../../lib/metric';
import { runbookText } from '../../lib/runbook';
import { release } from '../analysis/judge/support';
import { pinned, world } from './support';

interface Sides {
  readonly canary: number;
  readonly stable: number;
}

const plenty = { canary: 30_000, stable: 270_000 };

/** Windows of healthy traffic, with so many requests in each, until the judge passes. */
function windowsUntilPass(objectives: readonly Objective[], compares: boolean, { canary, stable }: Sides, seed = 1): number {
  const side = (requests: number) => ({ requests, errors: 0.002 });
  const { baseline, ...counts } = release({ windows: 8, baseline: side(stable), canary: side(canary), seed });
  const first = (windows: number, { requests, errors, buckets }: SideCounts): SideCounts => ({
    requests: requests.slice(0, windows),
    errors: errors.slice(0, windows),
    buckets: buckets.slice(0, windows),
  });
  const passed = Array.from({ length: 8 }, (_, index) => index + 1).find((windows) => {
    const sides = { canary: first(windows, counts.canary), stable: compares && baseline ? first(windows, baseline) : null };
    const judged = finished(
      splitJudge.judge({
        rollout: { alpha: 0.01 },
        objectives: objectives.map(toCatalogue),
        windows: { ...counts, ...sides, from: 0, seconds: windowSeconds },
      } as never),
    ); // of the rollout, the judge reads its budget of errors only
    return judged.verdict === 'Pass';
  });
  return passed ?? Number.POSITIVE_INFINITY;
}

const limits = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))] as const;
const watched = { stages: [10, 50], looks: { interval: 30, watch: 300 }, settle: 30, alpha: 0.01 };

test.each([
  { of: 'limits', objectives: limits, compares: false },
  { of: 'a p99 beside the stable one', objectives: [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))] as const, compares: true },
])('however much traffic there is, a judge of $of passes not before the windows that the expected duration counts', (one) => {
  const seconds = earlySeconds({ ...watched, objectives: one.objectives, looks: { interval: 1, watch: 300 }, settle: 0 });
  expect(windowsUntilPass(one.objectives, one.compares, plenty)).toBe(seconds / windowSeconds);
});

test('what a settled stage has gathered at its first look counts, in whole looks', () => {
  const early = (settle: number) => earlySeconds({ ...watched, objectives: limits, settle });
  expect([0, 30, 40, 300].map(early)).toEqual([120, 90, 90, 0]);
});

test('with declared traffic a stage waits for its requests, and a later one for what the earlier ones have not brought', () => {
  const needed = requestsNeeded({ objectives: limits }, 10, 0.01);
  const perSecond = (10 * needed) / 240;
  // 240 s for the requests, 30 of them while it settles; then the next stage has them all.
  expect(earlySeconds({ ...watched, objectives: limits, requestsPerSecond: perSecond })).toBe(210);
  expect(earlySeconds({ ...watched, objectives: limits, requestsPerSecond: perSecond, stages: [10] })).toBe(210);
});

test('the judge has evidence when the expected duration says, give or take a window', () => {
  const objectives = [errorRate.atMost(percent(5)), p99.atMost(timesStable(1.5))] as const;
  const seconds = 30 + earlySeconds({ ...watched, objectives, requestsPerSecond: 80, stages: [10] });
  const sides = { canary: 8 * windowSeconds, stable: 72 * windowSeconds };
  const seen = Array.from({ length: 15 }, (_, index) => windowsUntilPass(objectives, true, sides, index + 1)).sort((a, b) => a - b);
  expect(Math.abs((seen[7] ?? 0) * windowSeconds - seconds)).toBeLessThanOrEqual(windowSeconds);
});

test('without enough traffic it ends when a person decides', () => {
  expect(earlySeconds({ ...watched, objectives: limits, requestsPerSecond: 0.001, stages: [10] })).toBe(22 * 30);
});

test('the watch after a switch begins without any evidence, and the expected duration says so', () => {
  const { production, judge } = world();
  const { release: cart } = new BlueGreenRollout(production, 'cart', { image: pinned('cart'), judgedBy: judge, smokeTests: [] });
  expect(cart.timing).toMatchObject({ early: 120, expected: 40 + 120 + 300 });
  expect(runbookText(cart)).toContain('7 min 40 s counts 2 min of looks that come before there is evidence');
});
