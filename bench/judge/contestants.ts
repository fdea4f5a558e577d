import { judgeKayenta } from '../../analysis/judge/kayenta/judge';
import { bounds } from '../../analysis/judge/split/budget';
import { comparisons } from '../../analysis/judge/split/comparisons';
import { decide } from '../../analysis/judge/split/decide';
import { preparing } from '../../analysis/judge/split/prepared';
import { settings } from '../../analysis/judge/split/settings';
import { cleaned } from '../../analysis/judge/split/windows';
import type { SplitConfig, Verdict } from '../../analysis/judge/types';
import { finished } from '../../analysis/judge/work';
import { le } from './scenario';
import { type Rollout, type Sample, windowsOf } from './simulate';

/** What one judge said of one rollout when asked at every window. Looks count from 1. */
export interface Course {
  readonly failedAt: number | undefined;
  /** The same when failures of the first ten windows are not listened to. */
  readonly failedAfterWarmUp: number | undefined;
  /** What it would have said if asked only once, at the end. */
  readonly failsAtTheEnd: boolean;
  /** The first Pass before any failure. */
  readonly passedAt: number | undefined;
  readonly passesAtTheEnd: boolean;
}

export const warmUp = 10;

/** The `split` judge on all windows so far. What a window adds is kept from look to look, as it never changes. */
export function split(rollout: Rollout, config: SplitConfig = {}): Course {
  const known = settings(config);
  const all = cleaned(windowsOf(rollout)).windows.map(preparing(le, known));
  return follow(all.length, (look) => {
    const drafts = finished(comparisons(all.slice(0, look), le, known, 0));
    const limits = bounds(drafts, known);
    const verdicts = drafts.map((draft, metric) => decide(draft, limits[metric] ?? Number.POSITIVE_INFINITY, look, known).verdict);
    if (verdicts.includes('Fail')) return 'Fail';
    return verdicts.includes('Inconclusive') ? 'Inconclusive' : 'Pass';
  });
}

/** Kayenta with its defaults: error rate, p50 and p99 per window, each a group of its own, a rise of any of them being a failure. */
export function kayenta({ baseline, canary }: Rollout): Course {
  const names = ['error rate', 'p50', 'p99'] as const;
  const config = {
    metrics: names.map((name) => ({ name, groups: [name], analysisConfigurations: { canary: { direction: 'increase' } } })),
  };
  return follow(canary.length, (look) => {
    const metrics = names.map((name) => ({ name, baseline: series(baseline, name, look), canary: series(canary, name, look) }));
    const { classification } = judgeKayenta({ metrics, config }).score;
    return classification === 'Marginal' ? 'Inconclusive' : classification;
  });
}

/** The plain threshold rule: the latest window has more than 5 percent errors, or a p99 above 1.5 times the stable one. */
export function threshold({ baseline, canary }: Rollout): Course {
  return follow(canary.length, (look) => {
    const [stable, sample] = [baseline[look - 1], canary[look - 1]];
    if (stable === undefined || sample === undefined) return 'Inconclusive';
    return sample.errors > 0.05 * sample.requests || sample.p99 > 1.5 * stable.p99 ? 'Fail' : 'Pass';
  });
}

/** Asks look after look, only as long as the answers can still change the course, and once more at the end. */
function follow(looks: number, verdictAt: (look: number) => Verdict): Course {
  let [failedAt, failedAfterWarmUp, passedAt]: (number | undefined)[] = [];
  let last: Verdict = 'Inconclusive';
  for (let look = 1; look <= looks; look++) {
    const settled = failedAt !== undefined && (failedAfterWarmUp !== undefined || look < warmUp);
    if (settled && look < looks) continue;
    last = verdictAt(look);
    if (last === 'Pass' && failedAt === undefined) passedAt ??= look;
    if (last !== 'Fail') continue;
    failedAt ??= look;
    if (look >= warmUp) failedAfterWarmUp ??= look;
  }
  return { failedAt, failedAfterWarmUp, failsAtTheEnd: last === 'Fail', passedAt, passesAtTheEnd: last === 'Pass' };
}

function series(samples: readonly Sample[], name: 'error rate' | 'p50' | 'p99', looks: number): readonly (number | null)[] {
  return samples.slice(0, looks).map((sample) => {
    if (sample.requests === 0) return null;
    return name === 'error rate' ? sample.errors / sample.requests : sample[name];
  });
}
