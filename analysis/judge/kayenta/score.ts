import type { KayentaClassification, KayentaScore, KayentaThresholds } from './types';

/** Scores from which a canary passes, and below which it fails. */
export const defaultThresholds: KayentaThresholds = { pass: 95, marginal: 75 };

/** What of a metric's result counts towards the score. */
export interface Scored {
  readonly classification: KayentaClassification;
  readonly classificationReason?: string;
  readonly groups: readonly string[];
  readonly critical: boolean;
  readonly muted: boolean;
}

export interface GroupScore {
  readonly name: string;
  readonly score: number;
  readonly hasData: boolean;
}

/** Share of passing metrics in each group, in percent, over the metrics that are not muted and had data. */
export function groupScores(results: readonly Scored[]): readonly GroupScore[] {
  const counted = results.filter((result) => !result.muted);
  const names = [...new Set(counted.flatMap((result) => result.groups))];
  return names.map((name) => {
    const members = counted.filter((result) => result.groups.includes(name));
    const passed = members.filter((result) => result.classification === 'Pass').length;
    const failed = members.filter((result) => ['High', 'Low', 'NodataFailMetric'].includes(result.classification)).length;
    const hasData = passed + failed > 0;
    return { name, score: hasData ? (100 * passed) / (passed + failed) : 0, hasData };
  });
}

/**
 * The summary score: 0 after a critical failure or with half of the metrics missing, else the weighted mean of the groups.
 *
 * A weight of a configured group without results is lost, and weights are not normalised: this is Kayenta's behaviour.
 */
export function summary(
  results: readonly Scored[],
  groups: readonly GroupScore[],
  weights: Readonly<Record<string, number>>,
  thresholds: KayentaThresholds,
): KayentaScore {
  const counted = results.filter((result) => !result.muted);
  const failure = failureOf(counted);
  const score = failure === undefined && counted.length > 0 ? roundHalfUp(weighted(groups, weights)) : 0;
  const classification = score >= thresholds.pass ? 'Pass' : score >= thresholds.marginal ? 'Marginal' : 'Fail';
  return { score, classification, classificationReason: failure === undefined ? '' : `Canary Failed: ${failure}` };
}

function failureOf(counted: readonly Scored[]): string | undefined {
  const critical = counted.find((result) => result.critical && result.classification !== 'Pass');
  if (critical !== undefined) return critical.classificationReason;
  const missing = counted.filter((result) => result.classification === 'Nodata').length;
  return counted.length > 0 && missing / counted.length >= 0.5 ? '50% or more metrics returned NODATA' : undefined;
}

function weighted(groups: readonly GroupScore[], weights: Readonly<Record<string, number>>): number {
  const unweighted = groups.filter((group) => weights[group.name] === undefined).length;
  const left = 100 - Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const weightOf = (name: string): number => weights[name] ?? left / unweighted;
  return groups.reduce((sum, group) => sum + ((group.hasData ? group.score : 100) * weightOf(group.name)) / 100, 0);
}

/**
 * Rounds the shortest decimal form of a number to 2 decimals, halves away from 0.
 *
 * @example roundHalfUp(66.665) // 66.67, although the number itself is a little less
 */
export function roundHalfUp(value: number): number {
  const [whole = '0', fraction = ''] = Math.abs(value).toString().split('.');
  if (fraction.length <= 2 || fraction.includes('e')) return Math.abs(value) < 1e-6 ? 0 : value;
  const up = Number(fraction[2]) >= 5 ? 1 : 0;
  return (Math.sign(value) * (Number(whole + fraction.slice(0, 2)) + up)) / 100;
}
