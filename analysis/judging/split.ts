import type { CatalogueObjective } from '../contract/catalogue.generated';
import type { MetricDetail } from '../contract/record';
import type { Windows } from '../contract/windows.generated';
import { judgingSplit } from '../judge/split/judge';
import { remembering } from '../judge/split/remembering';
import type { AbsoluteLimit, MetricResult, ReleaseWindows, SplitConfig, SplitInput } from '../judge/types';
import { isQuietVeto, type JudgedRelease, type Opinion, type ReleaseJudge } from './opinion';

/** Windows kept from look to look: those of 24 to 48 releases of 50 windows, about 7 kB each. They make a verdict faster, and never another one. */
export const preparation = remembering(1_200);

/** The default judge: both sides by an always-valid test, and every limit beside it. */
export const splitJudge: ReleaseJudge = {
  name: 'split',
  *judge(release) {
    const { verdict, reason, sentence, metrics } = yield* judgingSplit(splitInput(release), preparation);
    const details = metrics.map((result) => detailOf(result, release.objectives));
    return verdict === 'Inconclusive'
      ? withoutVetoes({ verdict, reason, message: sentence, details })
      : { verdict, reason, message: sentence, details };
  },
};

/**
 * What only a veto still has too little evidence about does not hold a release: the objectives that were asked for are kept, with evidence,
 * and nothing so far says that the canary is worse than stable. To notice a doubling of rare errors may take more requests than a release has.
 */
function withoutVetoes(opinion: Opinion): Opinion {
  const open = opinion.details.filter(({ verdict }) => verdict === 'Inconclusive');
  const [decisive] = open.filter((detail) => !isQuietVeto(detail));
  if (decisive !== undefined) return { ...opinion, reason: decisive.reason, message: decisive.sentence };
  const asked = opinion.details.filter(({ verdict }) => verdict === 'Pass').map(({ name }) => name);
  if (asked.length === 0) return opinion;
  return {
    ...opinion,
    verdict: 'Pass',
    reason: 'healthy',
    message: `Healthy: ${asked.join(', ')}; nothing speaks against ${open.map(({ name }) => name).join(', ')}.`,
  };
}

/** The release in the words of the `split` judge. */
export function splitInput({ rollout, objectives, windows }: JudgedRelease): SplitInput {
  return { windows: countsOf(windows), config: configOf(rollout.alpha, objectives, windows.stable !== null) };
}

/**
 * Every metric that has an objective is compared with the stable side where there is one. An objective relative to the stable side says how much
 * worse is still healthy. Without one, no worse is, but such a comparison is only a veto. Absolute objectives are limits, and so are relative
 * ones, on the value itself.
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

/** How many times the stable side the canary may be; 1 when no objective says. */
export function toleratedOf(objectives: readonly CatalogueObjective[], metric: CatalogueObjective['metric']): number {
  const times = objectives.flatMap((objective) =>
    objective.metric === metric && objective.limit.kind === 'times-stable' ? [objective.limit.times] : [],
  );
  return times.length === 0 ? 1 : Math.min(...times);
}

/** An objective as a limit of the judge. */
export function limitOf({ metric, limit }: CatalogueObjective): AbsoluteLimit {
  return limit.kind === 'at-most' ? { metric, kind: 'at-most', value: limit.value } : { metric, kind: 'times-stable', times: limit.times };
}

export function countsOf({ seconds, le, canary, stable }: Windows): ReleaseWindows {
  return { seconds, le, canary, baseline: stable };
}

export function detailOf(result: MetricResult, objectives: readonly CatalogueObjective[]): MetricDetail {
  const { baseline, ...rest } = result;
  return { ...rest, stable: baseline, vetoOnly: result.kind === 'comparison' && !isAskedFor(result.name, objectives) };
}

function isAskedFor(comparison: string, objectives: readonly CatalogueObjective[]): boolean {
  const compared = comparison === 'errors' ? 'error-rate' : 'p99';
  return objectives.some(({ metric, limit }) => metric === compared && limit.kind === 'times-stable');
}
