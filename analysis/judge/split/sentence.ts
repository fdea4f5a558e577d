import type { Maybe, MetricResult, Reason, SideSummary, Verdict } from '../types';
import type { Draft } from './draft';

const reasons: Readonly<Record<Reason, string>> = {
  healthy: 'healthy',
  'worse-than-stable': 'worse than stable',
  'over-limit': 'over its limit',
  'no-canary-data': 'the canary sent no data',
  'no-stable-data': 'the stable version sent no data',
  'not-finite': 'the values are not finite numbers',
  'too-little-evidence': 'too little evidence',
};

/**
 * One metric in one sentence: what was counted, how the sides compare, and what is missing.
 *
 * @param draft what is said of the metric besides its result.
 * @param lately a failure is one of the later part of the release: as a whole, which all numbers are of, it may look fine.
 */
export function metricSentence(
  metric: Omit<MetricResult, 'sentence'>,
  { beyond, unmeasured }: Pick<Draft, 'beyond' | 'unmeasured'>,
  lately: boolean,
): string {
  const { name, reason } = metric;
  if (reason === 'no-canary-data' || reason === 'no-stable-data' || reason === 'not-finite') return `${name}: ${reasons[reason]}.`;
  if (unmeasured !== undefined) return `${name} ${reasons[reason]}: ${unmeasured}.`;
  const when = metric.verdict === 'Fail' && lately ? ' lately' : '';
  const measured = `${sideText(metric.canary, metric)}${metric.baseline.n === null ? '' : ` against ${sideText(metric.baseline, { ...metric, le: null })}`}`;
  return `${name} ${reasons[reason]}${when}: ${measured}${comparedText(metric, beyond)}${neededText(metric.requestsNeeded)}.`;
}

/** A comparison is about the two sides, a limit about what it allows: the ratio of a limit is not that of the two numbers before it. */
function comparedText({ kind, ratio, interval }: Omit<MetricResult, 'sentence'>, beyond?: number): string {
  if (ratio === null) return '';
  const range = `${short(ratio)} [${short(interval[0], '0')}, ${short(interval[1], 'unbounded')}]`;
  return kind === 'limit'
    ? `; ${range} times what the limit allows`
    : `, ratio ${range}${beyond === undefined ? '' : ` beyond the tolerated x ${beyond}`}`;
}

/** The whole judgement in one sentence: the metric that decided it, or that all are healthy. */
export function sentence(verdict: Verdict, metrics: readonly MetricResult[], windows: number): string {
  const decisive = metrics.find((metric) => metric.verdict === verdict);
  if (decisive === undefined) return 'Nothing was asked to be judged.';
  if (verdict !== 'Pass') return decisive.sentence;
  return `Healthy on ${windows} windows: ${metrics.map(({ name }) => name).join(', ')}.`;
}

function sideText({ n, bad, value }: SideSummary, { kind, le }: Pick<MetricResult, 'kind' | 'le'>): string {
  if (n !== null && bad !== null) return `${count(bad)} of ${count(n)}${le === null ? '' : ` slower than ${short(le)} s`}`;
  // A limit without a count of what is bad is one on p99; without a value that lies beyond the last bucket.
  if (kind === 'limit' && n !== null) return value === null ? 'beyond the last bucket' : `${short(value)} s`;
  return value === null ? 'unknown' : short(value);
}

function neededText(needed: Maybe): string {
  return needed === null || needed === 0 ? '' : `; about ${count(needed)} more requests needed`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function short(value: Maybe, unknown = 'unknown'): string {
  return value === null ? unknown : String(Number(value.toPrecision(3)));
}
