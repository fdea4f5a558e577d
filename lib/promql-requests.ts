import { indent, type MetricSource, oneOf, quoted } from './promql';
import { callsTo, inSeconds, istioFailed, versioned } from './promql-istio';

/** The labels that every record about a version keeps. */
export const byVersion = 'namespace, app, track, version';
export const byApp = 'namespace, app';
/** Without the track, which moves from pod to pod. */
export const byRelease = 'namespace, app, version';

/** Paths that probes and scrapes ask: not traffic. An app whose counters have no label `path` must leave them out itself. */
const probes = 'path!~"/health|/ready|/metrics"';

export interface RequestScope {
  readonly source: MetricSource;
  readonly namespace: string;
  readonly apps: readonly string[];
}

/** How requests are counted, whatever the source: per second, over a window in PromQL's form, with the labels `by`. */
export interface RequestVectors {
  requests(window: string, by: string): string;
  /** Failed ones; 0 where there were requests and none of them failed. */
  errors(window: string, by: string): string;
  /** Cumulative, by `le` in seconds besides. */
  buckets(window: string, by: string): string;
  /** Requests in a window by namespace, app and version, to tell whether there are enough of them. */
  count(window: string): string;
}

export function requestVectors(scope: RequestScope): RequestVectors {
  return scope.source === 'app' ? appVectors(scope) : istioVectors(scope);
}

/**
 * Failed requests as a share of all, 0 to 1. A side without errors is 0 although it has no series of 5xx;
 * a side without requests is absent, because nothing can be said of it.
 */
export function ratio(errors: string, requests: string): string {
  return `
  (
${indent(errors, 4)}
  )
/
  (
${indent(requests, 4)}
    > 0
  )`.slice(1);
}

/** The 99th percentile in seconds, absent without requests. */
export function quantile99(buckets: string, requests: string, by: string): string {
  return `
  histogram_quantile(0.99,
${indent(buckets, 4)}
  )
and on (${by})
  ${requests} > 0`.slice(1);
}

function appVectors({ namespace, apps }: RequestScope): RequestVectors {
  const target = targetsOf(namespace, apps);
  const counted = (by: string, selector: string, window: string) => {
    if (window !== shortWindow) return `sum by (${by}) (rate(${selector}[${window}]))`;
    return `
sum by (${by}) (
    max_over_time(${selector}[${window}]) / 300
  unless
    ${selector} offset ${window}
  and on (namespace, pod, track, version)
    (up{${target}} offset ${window} == 1 or time() - process_start_time_seconds{${target}} < 300)
  or
    rate(${selector}[${window}])
)`.slice(1);
  };
  const requests = `http_requests_total{${target},${probes}`;
  return {
    requests: (window, by) => counted(by, `${requests}}`, window),
    errors: (window, by) =>
      `${counted(by, `${requests},status=~"5.."}`, window)}\nor\n  0 * sum by (${by}) (max_over_time(${requests}}[${window}]))`,
    buckets: (window, by) => `sum by (${by}, le) (rate(http_request_duration_seconds_bucket{${target},${probes}}[${window}]))`,
    count: (window) => `sum by (${byRelease}) (increase(${requests}}[${window}]))`,
  };
}

/**
 * The window in which a newborn counter matters: `rate` cannot see the value it was born with, and every pod of a new version is newborn.
 * A series counts from zero when its pod was scraped before it existed, or when the process is younger than the window;
 * one that is new only because a label or the scrape changed does not.
 */
const shortWindow = '5m';

function istioVectors({ namespace, apps }: RequestScope): RequestVectors {
  const calls = callsTo(quoted(namespace), isOneOf(apps));
  const track = `topk by (namespace, app, version) (1, group by (${byVersion}) (up{${targetsOf(namespace, apps)}}))`;
  const named = (vector: string) =>
    [
      ['app', 'destination_app'],
      ['namespace', 'destination_workload_namespace'],
    ].reduce((inner, [to, from]) => `label_replace(${inner}, "${to}", "$1", "${from}", "(.+)")`, versioned(vector));
  const summed = (by: string, more: string, vector: string) => {
    if (!by.includes('version')) return `sum by (${by}${more}) (${named(vector)})`;
    // Callers do not know the track: the pods' own scrape does. A version that runs under two tracks counts for one of them.
    return `
sum by (${by}${more}) (
    sum by (namespace, app, version${more}) (${named(vector)})
  * on (namespace, app, version) group_left (track)
    ${track}
)`.slice(1);
  };
  const rate = (selector: string, window: string) => `rate(istio_requests_total{${selector}}[${window}])`;
  return {
    requests: (window, by) => summed(by, '', rate(calls, window)),
    errors: (window, by) =>
      `${summed(by, '', rate(`${calls},${istioFailed}`, window))}\nor\n  0 *\n${indent(summed(by, '', rate(calls, window)), 4)}`,
    count: (window) => `sum by (${byRelease}) (${named(`increase(istio_requests_total{${calls}}[${window}])`)})`,
    buckets: (window, by) => summed(by, ', le', inSeconds(`rate(istio_request_duration_milliseconds_bucket{${calls}}[${window}])`)),
  };
}

function targetsOf(namespace: string, apps: readonly string[]): string {
  return `namespace=${quoted(namespace)},app${isOneOf(apps)}`;
}

function isOneOf(names: readonly string[]): string {
  const [only, ...more] = names;
  return only !== undefined && more.length === 0 ? `=${quoted(only)}` : `=~${oneOf(names)}`;
}
