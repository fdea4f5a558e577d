import { Duration } from 'cdk8s';
import type { CatalogueObjective, MetricName } from '../analysis/contract/catalogue.generated';
import { Percent, TimesStable, trimmed } from './units';

/**
 * One measure of health. Judge, recording rules, alerts, dashboard and runbook all refer to the same object.
 *
 * @typeParam Limit the unit an absolute limit is written in
 */
export interface Metric<Limit> {
  /** Name in the catalogue of the judge. */
  readonly name: MetricName;
  /** For people. */
  readonly title: string;
  /** Unit of the recorded series: a ratio from 0 to 1, or seconds. */
  readonly unit: 'ratio' | 'seconds';

  /** An objective: the metric stays at or under an absolute limit. It needs no traffic on the other side. */
  atMost(limit: Limit): AbsoluteObjective;
  /** An objective: the metric stays at or under so many times what the stable side shows in the same windows. */
  atMost(limit: TimesStable): RelativeObjective;
}

interface ObjectiveBase {
  readonly metric: Metric<never>;
  /** For people: `error rate at most 5 %`. */
  readonly text: string;
  /** What is wrong with the limit, for the report of the construct that uses it. */
  readonly problem?: string;
}

/** A limit that one side alone can keep or break. */
export interface AbsoluteObjective extends ObjectiveBase {
  readonly kind: 'absolute';
  /** In the unit of the metric. */
  readonly limit: number;
}

/** A limit that compares the new version with the stable one under traffic. */
export interface RelativeObjective extends ObjectiveBase {
  readonly kind: 'relative';
  readonly times: number;
}

export type Objective = AbsoluteObjective | RelativeObjective;

/** At least one: a release without an objective would promote anything. */
export type Objectives<T extends Objective = Objective> = readonly [T, ...T[]];

const everyRequest = 'errorRate.atMost(percent(100)): every request may fail then, so there is nothing to judge';

/** Share of requests that the app answered with a 5xx status. */
export const errorRate: Metric<Percent> = metric('error-rate', 'error rate', 'ratio', (limit) =>
  limit instanceof Percent
    ? { value: limit.ratio, text: String(limit), problem: limit.problem ?? (limit.ratio < 1 ? undefined : everyRequest) }
    : notA(limit, 'errorRate.atMost takes a share', 'percent(5)'),
);

/** The 99th percentile of the request duration, from the buckets of the histogram. */
export const p99: Metric<Duration> = metric('p99', 'p99 latency', 'seconds', (limit) => {
  if (!(limit instanceof Duration)) return notA(limit, 'p99.atMost takes a time', 'Duration.seconds(1) or timesStable(1.5)');
  const value = limit.toMilliseconds({ integral: false }) / 1000;
  return { value, text: `${trimmed(value)} s`, problem: value > 0 ? undefined : 'p99.atMost(0): a latency is above 0' };
});

/** `main.ts` is not type-checked on its way to a synth, so a bare number arrives. */
function notA(limit: unknown, what: string, form: string): Parsed {
  const text = JSON.stringify(limit) ?? String(limit);
  return { value: Number.NaN, text, problem: `${what}, got ${text}; write ${form}` };
}

/** The form in which an objective crosses to the judge. */
export function toCatalogue(objective: Objective): CatalogueObjective {
  const limit =
    objective.kind === 'absolute'
      ? ({ kind: 'at-most', value: objective.limit } as const)
      : ({ kind: 'times-stable', times: objective.times } as const);
  return { metric: objective.metric.name, limit };
}

interface Parsed {
  readonly value: number;
  readonly text: string;
  readonly problem: string | undefined;
}

function metric<Limit>(name: MetricName, title: string, unit: 'ratio' | 'seconds', parse: (limit: unknown) => Parsed): Metric<Limit> {
  function atMost(limit: Limit): AbsoluteObjective;
  function atMost(limit: TimesStable): RelativeObjective;
  function atMost(limit: Limit | TimesStable): Objective {
    if (limit instanceof TimesStable) {
      const text = `${title} at most ${limit}`;
      return {
        kind: 'relative',
        metric: self,
        times: limit.times,
        text,
        ...(limit.problem === undefined ? {} : { problem: limit.problem }),
      };
    }
    const { value, text, problem } = parse(limit);
    return {
      kind: 'absolute',
      metric: self,
      limit: value,
      text: `${title} at most ${text}`,
      ...(problem === undefined ? {} : { problem }),
    };
  }
  const self: Metric<Limit> = { name, title, unit, atMost };
  return self;
}
