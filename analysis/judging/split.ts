import type { CatalogueObjective } from '../contract/catalogue.generated';
import type { MetricDetail } from '../contract/record';
import type { Windows } from '../contract/windows.generated';
import { judgeSplit } from '../judge/split/judge';
import type { AbsoluteLimit, MetricResult, ReleaseWindows, SplitConfig, SplitInput } from '../judge/types';
import type { JudgedRelease, ReleaseJudge } from './opinion';

/** The default judge: both sides by an always-valid test, and every limit beside it. */
export const splitJudge: ReleaseJudge = {
  name: 'split',
  judge(release) {
    const { verdict, reason, sentence, metrics } = judgeSplit(splitInput(release));
    return { verdict, reason, message: sentence, details: metrics.map(detailOf) };
  },
};

/** The release in the words of the `split` judge. */
export function splitInput({ rollout, objectives, windows }: JudgedRelease): SplitInput {
  return { windows: countsOf(windows), config: configOf(rollout.alpha, objectives, windows.stable !== null) };
}

/**
 * Every metric that has an objective is compared with the stable side where there is one. An objective relative to the stable side says how much
 * worse is still healthy; without one, no worse is. Absolute objectives are limits, and so are relative ones on the value itself.
 */
function configOf(alpha: number, objectives: readonly CatalogueObjective[], compares: boolean): SplitConfig {
  const has = (metric: CatalogueObjective['metric']) => objectives.some((objective) => objective.metric === metric);
  return {
    alpha,
    compare: compares ? [...(has('error-rate') ? (['errors'] as const) : []), ...(has('p99') ? (['latency'] as const) : [])] : [],
    toleratedErrors: toleratedOf(objectives, 'error-rate'),
    toleratedLatency: toleratedOf(objectives, 'p99'),
    limits: objectives.map(limitOf),
  };
}

function toleratedOf(objectives: readonly CatalogueObjective[], metric: CatalogueObjective['metric']): number {
  const times = objectives.flatMap((objective) =>
    objective.metric === metric && objective.limit.kind === 'times-stable' ? [objective.limit.times] : [],
  );
  return times.length === 0 ? 1 : Math.min(...times);
}

function limitOf({ metric, limit }: CatalogueObjective): AbsoluteLimit {
  return limit.kind === 'at-most' ? { metric, kind: 'at-most', value: limit.value } : { metric, kind: 'times-stable', times: limit.times };
}

export function countsOf({ seconds, le, canary, stable }: Windows): ReleaseWindows {
  return { seconds, le, canary, baseline: stable };
}

export function detailOf(result: MetricResult): MetricDetail {
  const { baseline, ...rest } = result;
  return { ...rest, stable: baseline };
}
