import type { Panel, Row } from './dashboard-model';
import { chosen, podsByVersion, readyPods } from './dashboard-queries';
import { analysisRuns } from './promql';
import { callsTo } from './promql-istio';
import type { Release } from './release';

const third = { width: 8, height: 8 } as const;
const quarter = { width: 6, height: 8 } as const;

/** What the judge has said, and what its judgement stands on. */
export function verdictRow({ machinery, metricSource, name }: Release): Row {
  // The time of a sample is only that of a plain selector; of anything else it is the time of the question.
  const newest =
    metricSource === 'app'
      ? { expr: `time() - max by (version, track) (timestamp(http_requests_total{${chosen}}))`, legend: '{{version}} {{track}}' }
      : {
          expr: `time() - max by (destination_version) (timestamp(istio_requests_total{${callsTo('"$namespace"', '="$app"')}}))`,
          legend: '{{destination_version}}',
        };
  const runs = `namespace="$namespace",${analysisRuns(name)}`;
  const judged: Panel[] = [
    {
      kind: 'timeseries',
      title: 'Score of the judge',
      description: 'Share of the metrics that did not fail in the last judgement, 0 to 100, by the pod-template hash of the new side.',
      unit: 'short',
      ...quarter,
      queries: [{ expr: 'min by (version) (canary_analysis_score{namespace="$namespace",app="$app"})', legend: '{{version}}' }],
    },
    {
      kind: 'stacked',
      title: 'Verdicts',
      description: 'Judgements by verdict. Inconclusive means that the evidence does not suffice yet.',
      unit: 'short',
      ...quarter,
      queries: [
        {
          expr: 'sum by (verdict) (increase(canary_analysis_verdict_total{namespace="$namespace",app="$app"}[$__rate_interval]))',
          legend: '{{verdict}}',
        },
      ],
      colours: { Pass: 'green', Fail: 'red', Inconclusive: 'orange' },
    },
    {
      kind: 'states',
      title: 'Metrics of the AnalysisRuns',
      description: 'Every run with its metrics, in the phase that the controller gives them.',
      unit: 'short',
      ...quarter,
      queries: [{ expr: `max by (name, metric, phase) (analysis_run_metric_phase{${runs}}) > 0`, legend: '{{name}} {{metric}} {{phase}}' }],
    },
  ];
  const age: Panel = {
    kind: 'timeseries',
    title: 'Age of the data',
    description: 'Seconds since the newest sample of each version. More than a minute: nobody scrapes it, and no release can pass.',
    unit: 's',
    ...(machinery === 'rollout' ? quarter : { width: 24, height: 6 }),
    queries: [newest],
    limit: { value: 60, good: 'below' },
  };
  return { title: machinery === 'rollout' ? 'Verdict' : 'Evidence', panels: [...(machinery === 'rollout' ? judged : []), age] };
}

/** Whether the pods have what they need. */
export function podsRow(): Row {
  const container = 'namespace="$namespace",container="app"';
  return {
    title: 'Pods',
    panels: [
      { kind: 'timeseries', title: 'Ready pods', description: 'By version and track.', unit: 'short', ...third, queries: [readyPods] },
      {
        kind: 'timeseries',
        title: 'Restarts',
        description: 'A process that ended, for whatever reason.',
        unit: 'short',
        ...third,
        queries: [podsByVersion(`increase(kube_pod_container_status_restarts_total{${container}}[$__rate_interval])`)],
      },
      {
        kind: 'timeseries',
        title: 'CPU throttling',
        description: 'Share of the scheduler periods in which the worst pod had to wait. A small canary is slow for this reason first.',
        unit: 'percentunit',
        ...third,
        queries: [
          podsByVersion(
            `rate(container_cpu_cfs_throttled_periods_total{${container}}[$__rate_interval]) / rate(container_cpu_cfs_periods_total{${container}}[$__rate_interval])`,
            'max',
          ),
        ],
      },
      {
        kind: 'timeseries',
        title: 'Memory',
        description: 'Working set of all pods of a version; the limit of a single pod is what ends it.',
        unit: 'bytes',
        width: 12,
        height: 8,
        queries: [podsByVersion(`container_memory_working_set_bytes{${container}}`)],
      },
      {
        kind: 'timeseries',
        title: 'Event loop delay',
        description: '99th percentile of the delay in the worst pod of each version.',
        unit: 's',
        width: 12,
        height: 8,
        queries: [{ expr: `max by (version, track) (nodejs_eventloop_lag_p99_seconds{${chosen}})`, legend: '{{version}} {{track}}' }],
      },
    ],
  };
}
