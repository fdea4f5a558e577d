import { constant, type Limits } from './limits';
import { bound, matchers } from './promql';
import { byApp, byVersion, quantile, type RequestScope, ratio, requestVectors } from './promql-requests';
import type { Release } from './release';

/** Keeps the answer of a query as a series of its own. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** Calls a person. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must hold, in PromQL's form. */
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Rules that are evaluated one after the other: an alert sees the fresh value of a record that stands before it. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly (RecordingRule | AlertingRule)[];
}

/** Names of the records, `level:metric:operation`; the level names the labels that they keep. */
export const recorded = {
  requests: 'app_version:http_requests:rate5m',
  errors: 'app_version:http_requests_errors:rate5m',
  errorRatio: 'app_version:http_requests_errors:ratio_rate5m',
  buckets: 'app_version:http_request_duration_seconds_bucket:rate5m',
  p50: 'app_version:http_request_duration_seconds:p50_rate5m',
  p95: 'app_version:http_request_duration_seconds:p95_rate5m',
  p99: 'app_version:http_request_duration_seconds:p99_rate5m',
  slow: 'app_version:http_requests_slow:ratio_rate5m',
} as const;

const quantiles = [
  { record: recorded.p50, share: 0.5 },
  { record: recorded.p95, share: 0.95 },
  { record: recorded.p99, share: 0.99 },
] as const;

/** Windows of the error budget, in PromQL's form. */
export const sloWindows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;
export type SloWindow = (typeof sloWindows)[number];

/** Share of failed requests of an app, whichever version failed them: users do not care. */
export function appErrorRatio(window: SloWindow): string {
  return `app:http_requests_errors:ratio_rate${window}`;
}

/** Matchers of one release in its records. */
export function ofRelease({ namespace, name }: Release, more: Readonly<Record<string, string>> = {}): string {
  return matchers({ namespace, app: name, ...more });
}

/**
 * The two sides that are compared under the traffic of users. A preview has none, and after the switch its pods are the active ones:
 * the versions of a blue/green release are compared by their names.
 */
export function compared({ strategy, tracks }: Release): Release['tracks'] {
  return strategy === 'canary' ? tracks : undefined;
}

/** Whether the new side of a canary gets requests when its pods run: a plain one rests at a weight of 0. */
export function sendsToCanary(release: Release): boolean {
  return compared(release) !== undefined && release.stages.some((weight) => weight > 0);
}

function scopeOf({ metricSource, namespace, name, probes }: Release): RequestScope {
  return { source: metricSource, namespace, apps: [name], probes };
}

/** What alerts, dashboard and people read of a release, recorded once. */
export function requestRecords(release: Release, limits: Limits): RecordingRule[] {
  const vectors = requestVectors(scopeOf(release));
  const own = ofRelease(release);
  const requests = `${recorded.requests}{${own}}`;
  const buckets = `${recorded.buckets}{${own}}`;
  return [
    { record: recorded.requests, expr: vectors.requests('5m', byVersion) },
    { record: recorded.errors, expr: vectors.errors('5m', byVersion) },
    { record: recorded.errorRatio, expr: `${recorded.errors}{${own}}\n/\n  (${requests} > 0)` },
    { record: recorded.buckets, expr: vectors.buckets('5m', byVersion) },
    ...quantiles.map(({ record, share }) => ({
      record,
      expr: quantile(share, `sum by (${byVersion}, le) (${buckets})`, requests, byVersion),
    })),
    ...(limits.p99 === undefined ? [] : [{ record: recorded.slow, expr: slowerThan(limits.p99, buckets) }]),
  ];
}

/** The error budget's windows. Summed first and divided then, so that a version without traffic does not weigh. */
export function sloRecords(release: Release): RecordingRule[] {
  const vectors = requestVectors(scopeOf(release));
  return sloWindows.map((window) => ({
    record: appErrorRatio(window),
    expr: ratio(vectors.errors(window, byApp), vectors.requests(window, byApp)),
  }));
}

/** Exact where the limit is the bound of a bucket; where it is none, nothing is recorded and an alert says so. */
function slowerThan(seconds: number, buckets: string): string {
  const within = buckets.replace('}', `,${bound(Number(constant(seconds)))}}`);
  const all = buckets.replace('}', ',le="+Inf"}');
  return `
1 -
  sum by (${byVersion}) (${within})
/
  (sum by (${byVersion}) (${all}) > 0)`.slice(1);
}
