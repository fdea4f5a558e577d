import type { ReasonCode, Verdict } from '../contract/judgement.generated';
import type { MetricDetail } from '../contract/record';
import { judgeKayenta } from '../judge/kayenta/judge';
import type { KayentaJudgement, KayentaMetricResult, KayentaPair } from '../judge/kayenta/types';
import { judgingSplit } from '../judge/split/judge';
import type { Work } from '../judge/work';
import { errorRateOf, p99Of, type WindowFigure } from './figures';
import type { JudgedRelease, Opinion, ReleaseJudge } from './opinion';
import { detailOf, preparation, splitInput } from './split';

/**
 * The judge that Kayenta has, for teams that move from it: error rate and p99 per window, compared as Kayenta does, and the limits beside it.
 *
 * Kayenta scores what it could not judge as if it were good; here that is Inconclusive.
 */
export const kayentaJudge: ReleaseJudge = {
  name: 'kayenta',
  *judge(release) {
    const limits = yield* limitsOf(release);
    const pairs = pairsOf(release);
    if (release.windows.stable === null || pairs.length === 0) return limits;
    const judged = judgeKayenta({ metrics: pairs, config: { metrics: pairs.map(({ name }) => metricConfig(name)) } });
    return worst(opinionOf(judged), limits);
  },
};

function* limitsOf(release: JudgedRelease): Work<Opinion> {
  const { windows, config } = splitInput(release);
  const { verdict, reason, sentence, metrics } = yield* judgingSplit({ windows, config: { ...config, compare: [] } }, preparation);
  return { verdict, reason, message: sentence, details: metrics.map((result) => detailOf(result, release.objectives)) };
}

function metricConfig(name: string) {
  return { name, groups: [name], analysisConfigurations: { canary: { direction: 'increase', critical: true } } };
}

function pairsOf({ objectives, windows }: JudgedRelease): KayentaPair[] {
  const { stable } = windows;
  if (stable === null) return [];
  const pair = (name: string, value: WindowFigure): KayentaPair => ({
    name,
    baseline: stable.requests.map((_, i) => value(stable, i, windows.le)),
    canary: windows.canary.requests.map((_, i) => value(windows.canary, i, windows.le)),
  });
  return [
    ...(objectives.some(({ metric }) => metric === 'error-rate') ? [pair('errors', errorRateOf)] : []),
    ...(objectives.some(({ metric }) => metric === 'p99') ? [pair('latency', p99Of)] : []),
  ];
}

function opinionOf({ score, results }: KayentaJudgement): Opinion {
  const details = results.map(detailOfResult);
  const isHealthy = score.classification === 'Pass' && details.every(({ verdict }) => verdict === 'Pass');
  const failed = details.find(({ verdict }) => verdict === 'Fail');
  if (isHealthy) return { verdict: 'Pass', reason: 'healthy', message: `Kayenta's score is ${score.score}.`, details };
  if (failed !== undefined) return { verdict: 'Fail', reason: failed.reason, message: failed.sentence, details };
  const unknown = details.find(({ verdict }) => verdict === 'Inconclusive');
  return {
    verdict: 'Inconclusive',
    reason: unknown?.reason ?? 'too-little-evidence',
    message: unknown?.sentence ?? `Kayenta's score is ${score.score}: neither good nor bad enough.`,
    details,
  };
}

const meanings: Readonly<Record<KayentaMetricResult['classification'], readonly [Verdict, ReasonCode]>> = {
  Pass: ['Pass', 'healthy'],
  Low: ['Pass', 'healthy'],
  High: ['Fail', 'worse-than-stable'],
  Nodata: ['Inconclusive', 'no-canary-data'],
  NodataFailMetric: ['Inconclusive', 'no-canary-data'],
  Error: ['Inconclusive', 'too-little-evidence'],
};

function detailOfResult({
  name,
  classification,
  classificationReason,
  experimentMetadata,
  controlMetadata,
  resultMetadata,
}: KayentaMetricResult): MetricDetail {
  const [canary, stable] = [experimentMetadata.stats, controlMetadata.stats];
  const [verdict, reason] = meanings[classification];
  const ratio = resultMetadata?.ratio;
  return {
    name,
    kind: 'comparison',
    verdict,
    reason: reason === 'no-canary-data' && canary.count > 0 ? 'no-stable-data' : reason,
    sentence: `${classificationReason ?? `${name} was classified as ${classification}`}.`,
    canary: { n: canary.count, bad: null, value: canary.count === 0 ? null : canary.mean },
    stable: { n: stable.count, bad: null, value: stable.count === 0 ? null : stable.mean },
    vetoOnly: false,
    le: null,
    ratio: typeof ratio === 'number' ? ratio : null,
    interval: [null, null],
    evidence: null,
    bound: null,
    requestsNeeded: null,
  };
}

/** A failure decides, then doubt; with both healthy, the comparison speaks. */
function worst(comparison: Opinion, limits: Opinion): Opinion {
  const details = [...comparison.details, ...limits.details];
  const decisive =
    [comparison, limits].find(({ verdict }) => verdict === 'Fail') ??
    [comparison, limits].find(({ verdict }) => verdict === 'Inconclusive') ??
    comparison;
  return { ...decisive, details };
}
