import type { Release } from './release';

/** A series of `promtool test rules`: values in its notation, one every 15 seconds. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** What the pods of one version do. Values in promtool's notation: `0+150x60` begins at 0 and counts 150 more at each of 60 scrapes. */
export interface Side {
  readonly version: string;
  readonly track?: string;
  /** Answered with 200. */
  readonly good: string;
  /** Answered with 500. @default the series does not exist */
  readonly failed?: string;
  /** All requests, for the histogram. @default `good` */
  readonly timed?: string;
  /** How long every request takes, in terms of the limit: at most half of it, or between it and four times as much. @default 'fast' */
  readonly latency?: 'fast' | 'slow';
  /** Whether its pod answers the scrape. @default '1x60' */
  readonly up?: string;
  /** Second at which the process began. @default long ago */
  readonly started?: string;
}

/** The series that a release's metric source would have. */
export function seriesOf(release: Release, side: Side, limit: number): InputSeries[] {
  const { name, namespace, metricSource } = release;
  const pod = `${name}-${side.version}`;
  const target = {
    namespace,
    app: name,
    version: side.version,
    ...(side.track === undefined ? {} : { track: side.track }),
    rollouts_pod_template_hash: side.version.replaceAll('.', ''),
    pod,
    instance: `${pod}:9090`,
    job: `${namespace}/${name}`,
  };
  const gateway = { namespace: 'istio-ingress', pod: 'gateway', instance: 'gateway:15090', job: 'istio-ingress/gateway' };
  const call = {
    ...gateway,
    reporter: 'source',
    destination_workload_namespace: namespace,
    destination_app: name,
    destination_version: side.version,
  };
  const app = metricSource === 'app';
  const counter = (status: string) =>
    app ? selector('http_requests_total', { ...target, status }) : selector('istio_requests_total', { ...call, response_code: status });
  const bucket = (seconds: number | undefined) =>
    app
      ? selector('http_request_duration_seconds_bucket', { ...target, le: seconds === undefined ? '+Inf' : String(seconds) })
      : selector('istio_request_duration_milliseconds_bucket', { ...call, le: seconds === undefined ? '+Inf' : String(seconds * 1000) });
  const timed = side.timed ?? side.good;
  const none = timed.replaceAll(/(\d+)([+-]\d+)?x/g, '0+0x');
  return [
    { series: counter('200'), values: side.good },
    ...(side.failed === undefined ? [] : [{ series: counter('500'), values: side.failed }]),
    ...[limit / 2, limit, limit * 4, undefined].map((bound) => ({
      series: bucket(bound),
      values: side.latency === 'slow' && bound !== undefined && bound <= limit ? none : timed,
    })),
    { series: selector('up', target), values: side.up ?? '1x60' },
    { series: selector('process_start_time_seconds', target), values: side.started ?? '-86400x60' },
  ];
}

/** What the cluster knows beside the requests: the pods' labels, and that the gateway is scraped. */
export function clusterSeries({ name, namespace, metricSource }: Release, sides: readonly Side[]): InputSeries[] {
  const pods = sides.map(({ version, track }) => ({
    series: selector('kube_pod_labels', {
      namespace,
      pod: `${name}-${version}`,
      label_app: name,
      ...(track === undefined ? {} : { label_track: track }),
    }),
    values: '1x60',
  }));
  const gateway = selector('up', { namespace: 'istio-ingress', pod: 'gateway', instance: 'gateway:15090', job: 'istio-ingress/gateway' });
  return metricSource === 'app' ? pods : [...pods, { series: gateway, values: '1x60' }];
}

/** @example nameOf({ series: 'http_requests_total{app="x",version="1.0.0",status="200"}', ... }) // http_requests_total-1_0_0-200 */
export function nameOf({ series }: InputSeries): string {
  const value = (label: RegExp) => label.exec(series)?.[1];
  const parts = [/^(\w+)/, /\b(?:destination_)?version="([^"]*)"/, /\bpod="([^"]*)"/, /\b(?:le|status|response_code)="([^"]*)"/].map(value);
  const [metric, version, pod, which] = parts;
  return [metric, version ?? pod, which].flatMap((part) => part?.replace('+', '').replaceAll(/\W+/g, '_') ?? []).join('-');
}

/** @example selector('up', { job: 'x' }) // 'up{job="x"}' */
export function selector(name: string, labels: Readonly<Record<string, string>>): string {
  return `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`;
}
