/** Words for what is copied: rules, and the series that find them out. */
import type { RuleGroup } from '../../lib/rules';
import type { Case } from './promtool';

export interface Fault {
  readonly id: string;
  readonly rule: string;
  readonly wrong: readonly RuleGroup[];
  readonly right: readonly RuleGroup[];
  readonly given: Omit<Case, 'series' | 'name'> & { readonly input: Readonly<Record<string, string>> };
}

/** One wrong rule, in the words in which it is copied. */
export function alert(name: string, expr: string, hold = '0s'): RuleGroup {
  return { name: 'copied', interval: '30s', rules: [{ alert: name, expr, for: hold, labels: { severity: 'critical' }, annotations: {} }] };
}
export function record(name: string, expr: string): RuleGroup {
  return { name: 'copied', interval: '30s', rules: [{ record: name, expr }] };
}

export const target = (more: string, version = '2.0.0', track = 'canary') =>
  `namespace="production",app="catalog",version="${version}",track="${track}",pod="catalog-${version}",instance="${version}"${more}`;
export const requests = (status: string, version?: string, track?: string, more = '') =>
  `http_requests_total{${target(`,status="${status}"${more}`, version, track)}}`;
export const bucket = (path: string, le: string) => `http_request_duration_seconds_bucket{${target(`,path="${path}",le="${le}"`)}}`;
export const up = { [`up{${target('')}}`]: '1x60', [`up{${target('', '1.0.0', 'stable')}}`]: '1x60' };
export const rate = 'sum by (version) (deployment:error_rate:rate5m{namespace="production",app="catalog"})';
export const p99 = 'sum by (version) (deployment:latency:p99{namespace="production",app="catalog"})';
export const healthy = { [requests('200', '1.0.0', 'stable')]: '0+150x60' };

/** Five minutes of progress, five of pause, over and over. */
export function turns(first: 0 | 1): string {
  return Array.from({ length: 12 }, (_, i) => `${(i + first) % 2}x19`).join(' ');
}

/** A histogram with a bound at the limit of a second, so that no other alert speaks. */
export function buckets(): Record<string, string> {
  return Object.fromEntries(
    ['1.0.0', '2.0.0'].flatMap((version) =>
      ['0.5', '1', '4', '+Inf'].map((le) => [
        `http_request_duration_seconds_bucket{${target(`,le="${le}"`, version, version === '1.0.0' ? 'stable' : 'canary')}}`,
        '0+150x60',
      ]),
    ),
  );
}

/** A thousand requests in half a second at most, and one on another path that takes up to three: 99 % of all are below half a second. */
export function paths(): Record<string, string> {
  return Object.fromEntries(
    ['0.5', '1', '3', '+Inf'].flatMap((le) => [
      [bucket('/items', le), '0+1000x60'],
      [bucket('/report', le), le === '0.5' || le === '1' ? '0x60' : '0+1x60'],
    ]),
  );
}

export function pods(): Record<string, string> {
  const ready = { 'a-1': ['1.0.0', 1], 'a-2': ['1.0.0', 0], 'b-1': ['2.0.0', 1], 'b-2': ['2.0.0', 1] } as const;
  return Object.fromEntries(
    Object.entries(ready).flatMap(([pod, [version, value]]) => [
      [`kube_pod_status_ready{namespace="production",pod="${pod}",condition="true"}`, `${value}x30`],
      [`kube_pod_status_ready{namespace="production",pod="${pod}",condition="false"}`, `${1 - value}x30`],
      [`kube_pod_labels{namespace="production",pod="${pod}",label_app="catalog",label_version="${version}"}`, '1x30'],
    ]),
  );
}
