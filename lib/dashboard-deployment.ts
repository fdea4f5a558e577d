import type { Dashboard, Panel } from './dashboard-model';
import { alertsMarker, chosen, readyPods } from './dashboard-queries';
import type { Limits } from './limits';
import { recorded } from './rules';

/** The dashboard of the reference: how the traffic is split and how each version does. All apps of a namespace, one at a time. */
export function deploymentDashboard(namespace: string, limits: Limits, links: Dashboard['links'] = []): Dashboard {
  return {
    kind: 'deployment',
    title: 'Blue/Green Deployment',
    description: 'Traffic, errors, latency and pods of every version of one app.',
    namespace,
    choose: recorded.requests,
    rows: [{ panels: panels(limits) }],
    markers: [alertsMarker],
    links,
  };
}

function panels({ errorRatio, p99 }: Limits): Panel[] {
  return [
    {
      kind: 'pie',
      title: 'Traffic distribution',
      description: 'Requests per second by version, now. A version that is missing here gets no traffic.',
      unit: 'reqps',
      width: 8,
      height: 9,
      queries: [{ expr: `sum by (version) (${recorded.requests}{${chosen}})`, legend: '{{version}}' }],
    },
    {
      kind: 'timeseries',
      title: 'Error rate by version',
      description: 'Share of requests that failed, over five minutes. Red: the limit of the alert HighErrorRate.',
      unit: 'percent',
      width: 16,
      height: 9,
      queries: [{ expr: `max by (version) (deployment:error_rate:rate5m{${chosen}})`, legend: '{{version}}' }],
      ...(errorRatio === undefined ? {} : { limit: { value: errorRatio * 100, good: 'below' } }),
    },
    {
      kind: 'stat',
      title: 'Active pods per version',
      description: 'Pods that are ready.',
      unit: 'short',
      width: 8,
      height: 9,
      queries: [readyPods],
    },
    {
      kind: 'timeseries',
      title: 'P99 latency by version',
      description: 'The slowest hundredth of the requests takes longer. Red: the limit of the alert HighLatency.',
      unit: 's',
      width: 16,
      height: 9,
      queries: [{ expr: `max by (version) (deployment:latency:p99{${chosen}})`, legend: '{{version}}' }],
      ...(p99 === undefined ? {} : { limit: { value: p99, good: 'below' } }),
    },
    {
      kind: 'timeseries',
      title: 'Traffic by version',
      description: 'Requests per second over time: a side without traffic is a line at zero, where the pie shows nothing.',
      unit: 'reqps',
      width: 24,
      height: 8,
      queries: [{ expr: `sum by (version) (${recorded.requests}{${chosen}})`, legend: '{{version}}' }],
    },
  ];
}
