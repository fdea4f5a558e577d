import type { Panel, Row } from './dashboard-model';
import { chosen, difference } from './dashboard-queries';
import type { Limits } from './limits';
import { callsTo } from './promql-istio';
import type { Release } from './release';
import { compared, recorded } from './rules';
import { trimmed } from './units';

const byVersion = '{{version}} {{track}}';
const sideLabels = 'version, track';
const third = { width: 8, height: 8 } as const;

export function trafficRow({ metricSource }: Release): Row {
  const requests = `sum by (${sideLabels}) (${recorded.requests}{${chosen}})`;
  const status =
    metricSource === 'app'
      ? { expr: `sum by (status) (rate(http_requests_total{${chosen}}[$__rate_interval]))`, legend: '{{status}}' }
      : {
          expr: `sum by (response_code) (rate(istio_requests_total{${callsTo('"$namespace"', '="$app"')}}[$__rate_interval]))`,
          legend: '{{response_code}}',
        };
  return {
    title: 'Traffic',
    panels: [
      {
        kind: 'stacked',
        title: 'Requests by version',
        description: 'Requests per second, the versions on top of each other.',
        unit: 'reqps',
        ...third,
        queries: [{ expr: requests, legend: byVersion }],
      },
      {
        kind: 'share',
        title: 'Share by version',
        description: 'How the requests really are split, which is not always what the weights say.',
        unit: 'reqps',
        ...third,
        queries: [{ expr: requests, legend: byVersion }],
      },
      { kind: 'stacked', title: 'Requests by status', description: 'All versions together.', unit: 'reqps', ...third, queries: [status] },
    ],
  };
}

export function errorsRow(release: Release, limits: Limits): Row {
  const tracks = compared(release);
  const errors = `max by (${sideLabels}) (${recorded.errorRatio}{${chosen}})`;
  const quantile = (name: 'p50' | 'p95' | 'p99') => ({
    expr: `max by (${sideLabels}) (${recorded[name]}{${chosen}})`,
    legend: `${name} ${byVersion}`,
  });
  const slow: Panel[] =
    limits.p99 === undefined
      ? []
      : [
          {
            kind: 'timeseries',
            title: `Requests slower than ${trimmed(limits.p99)} s`,
            description:
              'Counted at the bound of a bucket, so it is exact. Red: more than one in a hundred, which is what the p99 must not exceed.',
            unit: 'percentunit',
            ...third,
            queries: [{ expr: `max by (${sideLabels}) (${recorded.slow}{${chosen}})`, legend: byVersion }],
            limit: { value: 0.01, good: 'below' },
          },
        ];
  return {
    title: 'Errors and latency',
    panels: [
      {
        kind: 'timeseries',
        title: 'Error ratio by version',
        description: 'Share of requests that failed, over five minutes. Red: the objective.',
        unit: 'percentunit',
        ...third,
        queries: [{ expr: errors, legend: byVersion }],
        ...(limits.errorRatio === undefined ? {} : { limit: { value: limits.errorRatio, good: 'below' } }),
      },
      {
        kind: 'timeseries',
        title: 'Latency by version',
        description: 'Median, 95th and 99th percentile. Red: the objective on the 99th.',
        unit: 's',
        ...third,
        queries: [quantile('p50'), quantile('p95'), quantile('p99')],
        ...(limits.p99 === undefined ? {} : { limit: { value: limits.p99, good: 'below' } }),
      },
      ...slow,
      {
        kind: 'timeseries',
        title: 'Difference of the error ratios',
        description: tracks
          ? `${tracks.fresh} minus ${tracks.settled}: above zero the new side is worse.`
          : 'The worst version minus the best.',
        unit: 'percentunit',
        width: 24,
        height: 6,
        queries: [{ expr: difference(release), legend: 'difference' }],
        limit: { value: 0.01, good: 'below' },
      },
    ],
  };
}
