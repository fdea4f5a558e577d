import type { MetricJudgement, Verdict } from '../contract/judgement.generated';
import type { MetricDetail } from '../contract/record';
import { isQuietVeto } from './opinion';

const severity: Readonly<Record<Verdict, number>> = { Pass: 0, Inconclusive: 1, Fail: 2 };

/** Which details speak about which metric of the catalogue, by the beginning of their name. */
export const briefNames = [
  { name: 'error-rate', prefixes: ['error'] },
  { name: 'p99', prefixes: ['latency', 'p99'] },
] as const;

/** Per metric the one detail that decided: the worst verdict, then the one nearest to its bound. An AnalysisRun keeps every answer, so it is short. */
export function briefOf(details: readonly MetricDetail[]): MetricJudgement[] {
  return briefNames.flatMap(({ name, prefixes }) => {
    const [decisive] = details
      .filter((detail) => prefixes.some((prefix) => detail.name.startsWith(prefix)) && !isQuietVeto(detail))
      .sort(byWeight);
    return decisive === undefined ? [] : [metricOf(name, decisive)];
  });
}

function byWeight(a: MetricDetail, b: MetricDetail): number {
  return severity[b.verdict] - severity[a.verdict] || nearness(b) - nearness(a);
}

function nearness({ evidence, bound }: MetricDetail): number {
  return evidence === null || bound === null ? Number.NEGATIVE_INFINITY : evidence / bound;
}

function metricOf(name: string, { verdict, reason, canary, stable, ratio, interval, evidence, bound }: MetricDetail): MetricJudgement {
  const side = ({ n, bad, value }: MetricDetail['canary']) => ({ n: short(n), bad: short(bad), value: short(value) });
  const [low, high] = interval;
  return {
    name,
    verdict,
    reason,
    canary: side(canary),
    stable: side(stable),
    ratio: short(ratio),
    interval: [short(low), short(high)],
    evidence: short(evidence),
    bound: short(bound),
  };
}

/** Whole numbers as they are, others in four digits; what is not finite is null. */
export function short(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
