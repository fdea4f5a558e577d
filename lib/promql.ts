import type { Queries } from '../analysis/contract/catalogue.generated';
import { probePaths, queriesWithout } from '../analysis/contract/queries';
import { istioQueries } from './promql-istio';
import type { Release } from './release';

/**
 * Matcher of the AnalysisRuns of a rollout. They have no label of it, and its name alone would also match those of another app that begins with it.
 *
 * @param step position of the step that an analysis belongs to, as the name says it @default those of every step, and those of none
 */
export function analysisRuns(name: string, step?: number): string {
  // A run of a name that there was gets a number after it.
  return `name=~${quoted(`${name}-[0-9a-z]{8,10}-[0-9]+${step === undefined ? '(-[0-9a-z]+)?' : `-${step}`}([.][0-9]+)?`)}`;
}

/** Where the request metrics of a release come from. */
export type MetricSource = Release['metricSource'];

/**
 * How the judge counts one side of a release: templates over `<namespace>`, `<app>`, `<hash>` and `<window>`.
 *
 * A side is its pod-template hash. A role such as `track` moves between pods, so that the pods of a failed canary would count against the next one.
 */
export function judgeQueries({ metricSource, probes = probePaths }: Pick<Release, 'metricSource' | 'probes'>): Queries {
  return metricSource === 'app' ? queriesWithout(probes) : istioQueries;
}

/**
 * Label matchers of a selector.
 *
 * @example matchers({ namespace: 'production', app: 'catalog' }) // 'namespace="production",app="catalog"'
 */
export function matchers(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(',');
}

/** A string of PromQL. A value can then not end it and go on as a query. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** One of several plain names, for `=~`. RE2 anchors the whole value. */
export function oneOf(names: readonly string[]): string {
  return quoted(names.map((name) => name.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')).join('|'));
}

/**
 * Matches a bucket by its bound however the number is written: Prometheus 3 stores `1` as `1.0`, and `le="1"` would then find nothing.
 *
 * @example bound(0.5) // 'le=~"0\\.50*"', which matches 0.5 and 0.500
 */
export function bound(seconds: number): string {
  const [whole = '0', fraction] = String(seconds).split('.');
  return `le=~${quoted(fraction === undefined ? `${whole}(\\.0+)?` : `${whole}\\.${fraction}0*`)}`;
}

/** A duration of PromQL: `90s`, `5m`, `36h`. Whole seconds. */
export function duration(seconds: number): string {
  if (seconds % 3600 === 0 && seconds > 0) return `${seconds / 3600}h`;
  if (seconds % 60 === 0 && seconds > 0) return `${seconds / 60}m`;
  return `${seconds}s`;
}

/** Moves a nested expression to the right, so that the whole reads one operation a line. */
export function indent(expression: string, by = 2): string {
  return expression.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
