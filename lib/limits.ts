import { type AbsoluteObjective, errorRate, type Objective, p99 } from './metric';
import type { Release } from './release';
import { percent } from './units';

/** The limits that objectives set, in the units of the recorded series: the single source of every threshold in rules, alerts and dashboards. */
export interface Limits {
  /** Share of failed requests, 0 to 1. */
  readonly errorRatio?: number;
  /** Seconds. */
  readonly p99?: number;
  /** How many times the stable side's p99 the new side may show. */
  readonly p99Times?: number;
}

/** The strictest limit of each kind. */
export function limitsOf(objectives: readonly Objective[]): Limits {
  const absolute = objectives.filter((objective): objective is AbsoluteObjective => objective.kind === 'absolute');
  const least = (values: readonly number[]) => (values.length > 0 ? Math.min(...values) : undefined);
  const of = (name: string) => least(absolute.filter(({ metric }) => metric.name === name).map(({ limit }) => limit));
  const times = least(objectives.flatMap((one) => (one.kind === 'relative' && one.metric.name === p99.name ? [one.times] : [])));
  return defined({ errorRatio: of(errorRate.name), p99: of(p99.name), p99Times: times });
}

/** The limits of a release: its own objectives, and where it has none of a kind, those of the alerts. */
export function releaseLimits(release: Release, alerts: readonly Objective[]): Limits {
  return { ...limitsOf(alerts), ...limitsOf(release.objectives) };
}

/**
 * The error budget of 30 days: a tenth of what a release may reach for minutes.
 *
 * @example sloOf({ errorRatio: 0.05 }) // 0.005, which is an availability of 99.5 %
 */
export function sloOf(limits: Limits): AbsoluteObjective | undefined {
  return limits.errorRatio === undefined ? undefined : errorRate.atMost(percent(Number((limits.errorRatio * 10).toPrecision(12))));
}

/** A number in an expression: no exponent, no digits that the computer made up. */
export function constant(value: number): string {
  return Number(value.toPrecision(12))
    .toFixed(12)
    .replace(/\.?0+$/, '');
}

function defined(limits: { readonly [key in keyof Limits]: number | undefined }): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
