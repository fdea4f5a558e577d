import { probePaths } from '../analysis/contract/queries';
import { indent, type MetricSource, oneOf, quoted } from './promql';
import { callsTo, inSeconds, istioFailed } from './promql-istio';

/** The labels that every record about a version keeps. */
export const byVersion = 'namespace, app, track, version';
export const byApp = 'namespace, app';
/** Without the track, which moves from pod to pod. */
export const byRelease = 'namespace, app, version';

export interface RequestScope {
  readonly source: MetricSource;
  readonly namespace: string;
  readonly apps: readonly string[];
  /**
   * Paths that probes and scrapes ask: not traffic. An app whose counters have no label `path` must leave them out itself.
   *
   * @default /health, /ready and /metrics
   */
  readonly probes?: readonly string[] | undefined;
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

/** A percentile in seconds, 0.99 for the 99th; absent without requests. */
export function quantile(share: number, buckets: string, requests: string, by: string): string {
  return `
  histogram_quantile(${share},
${indent(buckets, 4)}
  )
and on (${by})
  ${requests} > 0`.slice(1);
}

function appVectors({ namespace, apps, probes: paths = probePaths }: RequestScope): RequestVectors {
  const probes = `path!~${oneOf(paths)}`;
  const target = targetsOf(namespace, apps);
  const requests = `http_requests_total{${target},${probes}`;
  const born = `on (namespace, pod, track, version)
    (up{${target}} offset ${shortWindow} == 1 or time() - process_start_time_seconds{${target}} < 300)`;
  const perSecond = (by: string, selector: string, window: string) => `sum by (${by}) (${counted(selector, window, born)})`;
  return {
    requests: (window, by) => perSecond(by, `${requests}}`, window),
    errors: (window, by) =>
      `${perSecond(by, `${requests},status=~"5.."}`, window)}\nor\n  0 * sum by (${by}) (max_over_time(${requests}}[${window}]))`,
    buckets: (window, by) => perSecond(`${by}, le`, `http_request_duration_seconds_bucket{${target},${probes}}`, window),
    count: (window) => `sum by (${byRelease}) (increase(${requests}}[${window}]))`,
  };
}

function istioVectors({ namespace, apps }: RequestScope): RequestVectors {
  const calls = `istio_requests_total{${callsTo(quoted(namespace), isOneOf(apps))}`;
  const buckets = `istio_request_duration_milliseconds_bucket{${callsTo(quoted(namespace), isOneOf(apps))}}`;
  // The callers' proxies are scraped elsewhere; `namespace` and `pod` are theirs until the destination takes their place.
  const born = `on (namespace, pod)\n    up offset ${shortWindow} == 1`;
  const perSecond = (by: string, selector: string, window: string) => ofDestination(by, '', counted(selector, window, born));
  const pods = `up{${targetsOf(namespace, apps)}}`;
  // One row per version, always the same one: a version that runs under two tracks has none.
  const track = `(
        group by (${byVersion}) (${pods})
      and on (${byRelease})
        count by (${byRelease}) (group by (${byVersion}) (${pods})) == 1
      or on (${byRelease})
        group by (${byRelease}) (${pods})
    )`;
  const ofDestination = (by: string, more: string, vector: string) => {
    if (!by.includes('version')) return `sum by (${by}${more}) (${destination(vector)})`;
    // Callers do not know the track: the pods' own scrape does.
    return `
sum by (${by}${more}) (
${indent(`sum by (${byRelease}${more}) (${destination(vector)})`, 4)}
  * on (${byRelease}) group_left (track)
    ${track}
)`.slice(1);
  };
  return {
    requests: (window, by) => perSecond(by, `${calls}}`, window),
    errors: (window, by) =>
      `${perSecond(by, `${calls},${istioFailed}}`, window)}\nor\n  0 *\n${indent(ofDestination(by, '', `max_over_time(${calls}}[${window}])`), 4)}`,
    buckets: (window, by) => ofDestination(by, ', le', inSeconds(counted(buckets, window, born))),
    count: (window) => `sum by (${byRelease}) (${destination(`increase(${calls}}[${window}])`)})`,
  };
}

/** The window in which the value that a counter was born with matters. */
const shortWindow = '5m';

/**
 * Counts per second of every series. `rate` cannot see the value that a counter was born with, and every counter of a new version is newborn:
 * one that is younger than the window counts from zero.
 *
 * @param born what proves that a series is new because its counter is, and not because a label or the scrape has changed
 */
function counted(selector: string, window: string, born: string): string {
  if (window !== shortWindow) return `rate(${selector}[${window}])`;
  return `
    max_over_time(${selector}[${window}]) / 300
  unless
    ${selector} offset ${window}
  and ${born}
  or
    rate(${selector}[${window}])
`;
}

/** Names the app as its own metrics would. */
function destination(vector: string): string {
  const names = [
    ['version', 'destination_version'],
    ['app', 'destination_app'],
    ['namespace', 'destination_workload_namespace'],
  ] as const;
  const named = names.reduce(
    (inner, [to, from]) => `label_replace(\n${indent(inner)},\n  "${to}", "$1", "${from}", "(.+)"\n)`,
    vector.replaceAll(/^\n|\n$/g, ''),
  );
  return `\n${indent(named)}\n`;
}

function targetsOf(namespace: string, apps: readonly string[]): string {
  return `namespace=${quoted(namespace)},app${isOneOf(apps)}`;
}

function isOneOf(names: readonly string[]): string {
  const [only, ...more] = names;
  return only !== undefined && more.length === 0 ? `=${quoted(only)}` : `=~${oneOf(names)}`;
}
