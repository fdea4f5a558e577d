import { judgeKayenta } from '../../analysis/judge/kayenta/judge';
import { bounds } from '../../analysis/judge/split/budget';
import { comparisons, prepared } from '../../analysis/judge/split/comparisons';
import { decide } from '../../analysis/judge/split/decide';
import { settings } from '../../analysis/judge/split/settings';
import { cleaned } from '../../analysis/judge/split/windows';
import type { SplitConfig, Verdict } from '../../analysis/judge/types';
import { le } from './scenario';
import { type Rollout, type Sample, windowsOf } from './simulate';

/** The answers of one judge over the looks of one rollout. */
export interface Course {
  /** The first look at which it failed, from 1; undefined if never. */
  readonly failedAt: number | undefined;
  /** The first failure when the first ten windows are waited for. */
  readonly failedAfterWarmUp: number | undefined;
  /** What it would have said if asked only once, at the end. */
  readonly atTheEnd: boolean;
  /** The first look at which it passed; undefined for judges that only fail or not. */
  readonly passedAt?: number | undefined;
  readonly last?: Verdict;
}

export const warmUp = 10;

/** The `split` judge, asked at every window on all windows so far. A window's own terms are kept from look to look, as they never change. */
export function split(rollout: Rollout, config: SplitConfig = {}): Course {
  const known = settings(config);
  const all = cleaned(windowsOf(rollout)).windows.map((window) => prepared(window, le, known));
  const verdicts = all.map((_, index): Verdict => {
    const drafts = comparisons(all.slice(0, index + 1), le, known, 0);
    const limits = bounds(drafts, known);
    const each = drafts.map((draft, metric) => decide(draft, limits[metric] ?? Number.POSITIVE_INFINITY, index + 1, known).verdict);
    if (each.includes('Fail')) return 'Fail';
    return each.includes('Inconclusive') ? 'Inconclusive' : 'Pass';
  });
  const passed = verdicts.indexOf('Pass');
  const course = courseOf(verdicts.map((verdict) => verdict === 'Fail'));
  return { ...course, passedAt: passed < 0 ? undefined : passed + 1, last: verdicts.at(-1) ?? 'Inconclusive' };
}

/** Kayenta with its defaults: error rate, p50 and p99 per window, each a group of its own, a rise of any of them being a failure. */
export function kayenta({ baseline, canary }: Rollout): Course {
  const names = ['error rate', 'p50', 'p99'] as const;
  const config = {
    metrics: names.map((name) => ({ name, groups: [name], analysisConfigurations: { canary: { direction: 'increase' } } })),
  };
  const failures = canary.map((_, index) => {
    const metrics = names.map((name) => ({ name, baseline: series(baseline, name, index), canary: series(canary, name, index) }));
    return judgeKayenta({ metrics, config }).score.classification === 'Fail';
  });
  return courseOf(failures);
}

/** The plain threshold rule: the latest window has more than 5 percent errors, or a p99 above 1.5 times the stable one. */
export function threshold({ baseline, canary }: Rollout): Course {
  return courseOf(
    canary.map(
      (sample, index) => sample.errors > 0.05 * sample.requests || sample.p99 > 1.5 * (baseline[index]?.p99 ?? Number.POSITIVE_INFINITY),
    ),
  );
}

function courseOf(failures: readonly boolean[]): Course {
  const first = failures.indexOf(true);
  const late = failures.indexOf(true, warmUp - 1);
  return {
    failedAt: first < 0 ? undefined : first + 1,
    failedAfterWarmUp: late < 0 ? undefined : late + 1,
    atTheEnd: failures.at(-1) ?? false,
  };
}

function series(samples: readonly Sample[], name: 'error rate' | 'p50' | 'p99', last: number): readonly (number | null)[] {
  return samples.slice(0, last + 1).map((sample) => {
    if (sample.requests === 0) return null;
    return name === 'error rate' ? sample.errors / sample.requests : sample[name];
  });
}
