/** Releases as a Prometheus would have seen them: every rate is constant, so every expected value can be worked out on paper. */
import type { Series } from '../support/prometheus';

/** Seconds since 1970: the beginning, and when the tests look. */
export const begin = 1_700_000_400;
export const now = begin + 1_800;
const end = begin + 2_100;
const scrape = 15;

/** One version of an app, with constant traffic. */
export interface Version {
  readonly app: string;
  readonly version: string;
  readonly hash: string;
  readonly track?: string;
  /** Requests per second: every 15 seconds give a whole number. */
  readonly rps: number;
  /** Requests per second that fail. */
  readonly failing?: number;
  /** Share of the requests that take at most half a second; at most 1 s; at most 4 s. */
  readonly within?: readonly [half: number, one: number, four: number];
  /** Seconds after the beginning between which it has traffic. @default always */
  readonly traffic?: readonly [from: number, to: number];
  /** Seconds after the beginning at which its pods are gone. */
  readonly gone?: number;
}

export const bounds = [0.5, 1, 4] as const;

/** What the reference app exposes, under the labels that the PodMonitor gives it. */
export function appSeries(one: Version): Series[] {
  const target = targetOf(one);
  const all = counter(one, one.rps);
  return [
    {
      name: 'http_requests_total',
      labels: { ...target, status: '200', path: '/items' },
      samples: counter(one, one.rps - (one.failing ?? 0)),
    },
    ...(one.failing === undefined
      ? []
      : [{ name: 'http_requests_total', labels: { ...target, status: '500', path: '/items' }, samples: counter(one, one.failing) }]),
    // Probes answer whatever the users see, and must not count.
    {
      name: 'http_requests_total',
      labels: { ...target, status: '200', path: '/health' },
      samples: counter({ ...one, traffic: [0, 9_999] }, 1),
    },
    ...bounds.map((le, i) => ({
      name: 'http_request_duration_seconds_bucket',
      labels: { ...target, le: String(le) },
      samples: counter(one, one.rps * (within(one)[i] ?? 1)),
    })),
    { name: 'http_request_duration_seconds_bucket', labels: { ...target, le: '+Inf' }, samples: all },
    { name: 'nodejs_eventloop_lag_p99_seconds', labels: target, samples: gauge(one, 0.012) },
    ...podSeries(one),
  ];
}

/** What the gateway and the pod's own proxy count of the same requests. */
export function istioSeries(one: Version): Series[] {
  const destination = { destination_workload_namespace: 'production', destination_app: one.app, destination_version: one.version };
  const gateway = { namespace: 'istio-ingress', pod: 'gateway', instance: 'gateway:15090', ...destination, reporter: 'source' };
  const proxy = { ...targetOf(one), ...destination, reporter: 'destination' };
  const failing = one.failing ?? 0;
  return [
    { name: 'istio_requests_total', labels: { ...gateway, response_code: '200' }, samples: counter(one, one.rps - failing) },
    // Half of what fails never got an answer.
    { name: 'istio_requests_total', labels: { ...gateway, response_code: '503' }, samples: counter(one, failing / 2) },
    { name: 'istio_requests_total', labels: { ...gateway, response_code: '0' }, samples: counter(one, failing / 2) },
    { name: 'istio_requests_total', labels: { ...proxy, response_code: '200' }, samples: counter(one, one.rps - failing) },
    ...[...bounds, undefined].map((le, i) => ({
      name: 'istio_request_duration_milliseconds_bucket',
      labels: { ...gateway, le: le === undefined ? '+Inf' : String(le * 1000) },
      samples: counter(one, one.rps * (within(one)[i] ?? 1)),
    })),
    ...podSeries(one),
  ];
}

/** What Kubernetes and the kubelet know of the pod. */
function podSeries(one: Version): Series[] {
  const target = targetOf(one);
  const { pod, namespace } = target;
  const container = { namespace, pod, container: 'app' };
  const labels = { namespace, pod, label_app: one.app, label_version: one.version, ...(one.track ? { label_track: one.track } : {}) };
  return [
    { name: 'up', labels: target, samples: gauge(one, 1) },
    { name: 'process_start_time_seconds', labels: target, samples: gauge(one, begin - 86_400) },
    { name: 'kube_pod_labels', labels, samples: gauge(one, 1) },
    { name: 'kube_pod_status_ready', labels: { namespace, pod, condition: 'true' }, samples: gauge(one, 1) },
    { name: 'kube_pod_status_ready', labels: { namespace, pod, condition: 'false' }, samples: gauge(one, 0) },
    { name: 'kube_pod_container_status_restarts_total', labels: container, samples: gauge(one, 2) },
    { name: 'container_cpu_cfs_throttled_periods_total', labels: container, samples: counter({ ...one, traffic: [0, 9_999] }, 1) },
    { name: 'container_cpu_cfs_periods_total', labels: container, samples: counter({ ...one, traffic: [0, 9_999] }, 10) },
    { name: 'container_memory_working_set_bytes', labels: container, samples: gauge(one, 256e6) },
  ];
}

/** The surroundings of the releases: controller, Jobs, judge and database. */
export function platformSeries({ progressing, judged }: { readonly progressing: string; readonly judged: string }): Series[] {
  const always = { app: '', version: '', hash: '', rps: 0 };
  const one = (name: string, labels: Record<string, string>, value: number): Series => ({ name, labels, samples: gauge(always, value) });
  const production = { namespace: 'production' };
  const job = { ...production, job_name: 'users-full-name-backfill-1a2b3c4d' };
  const member = { cluster: 'main', rs_nm: 'rs0', instance: 'mongo-0' };
  const node = { instance: 'mongo-0' };
  const pods = (replicaset: string, since: number, before: number | undefined, after: number): Series => ({
    name: 'kube_replicaset_spec_replicas',
    labels: { ...production, replicaset },
    samples: times(9_999).flatMap((time) => (time >= since ? [[time, after]] : before === undefined ? [] : [[time, before]])),
  });
  const migration = { ...production, mig: '20261101-users-full-name', pod: 'judge-0' };
  return [
    one('rollout_info', { ...production, name: progressing, phase: 'Progressing', strategy: 'canary' }, 1),
    one('rollout_info', { ...production, name: 'switch', phase: 'Completed', strategy: 'blueGreen' }, 1),
    one('rollout_events_total', { ...production, name: 'switch', type: 'Normal', reason: 'SwitchService' }, 1),
    one('rollout_info_replicas_available', { ...production, name: progressing }, 3),
    one('rollout_info_replicas_desired', { ...production, name: progressing }, 3),
    one('analysis_run_metric_phase', { ...production, name: `${judged}-7d9f8b6c5d-4-post`, metric: 'judge', phase: 'Successful' }, 1),
    one('canary_analysis_score', { ...production, app: judged, version: 'new' }, 100),
    one('canary_analysis_verdict_total', { ...production, app: judged, verdict: 'Pass' }, 12),
    one('kube_job_status_start_time', job, begin + 60),
    one('kube_job_status_active', job, 1),
    one('kube_job_complete', { ...production, job_name: 'users-full-name-expand-1a2b3c4d', condition: 'true' }, 1),
    one('kube_job_failed', { ...job, condition: 'true' }, 0),
    one('mig_observed', { ...production, pod: 'judge-0' }, 1),
    one('mig_state', { ...migration, state: 'backfilling' }, 1),
    one('mig_state', { ...migration, state: 'ready' }, 0),
    one('mig_pass_open', migration, 1),
    one('mig_ranges_planned', migration, 8),
    one('mig_ranges_done', migration, 6),
    { name: 'mig_docs_scanned', labels: migration, samples: counter(always, 20) },
    one('mig_quarantined', migration, 2),
    one('mig_paused', migration, 0),
    one('mig_drift', migration, 1_400),
    one('kube_deployment_status_replicas_available', { ...production, deployment: 'plain-blue' }, 3),
    // A new template half a minute ago; an old one that came back three minutes earlier; and one that an autoscaler scaled.
    pods('plain-green-76f4c9d5b8', now - 30, undefined, 1),
    pods('plain-blue-5c7d8f9b6c', now - 210, 0, 3),
    pods('plain-blue-6b8c9d7f54', now - 30, 3, 5),
    one('mongodb_up', node, 1),
    one('mongodb_members_optimeDate', { ...member, member_state: 'PRIMARY', member_idx: '0' }, begin * 1000),
    one('mongodb_members_optimeDate', { ...member, member_state: 'SECONDARY', member_idx: '1' }, begin * 1000 - 3_000),
    one('mongodb_ss_connections', { ...node, conn_type: 'current' }, 300),
    one('mongodb_ss_connections', { ...node, conn_type: 'available' }, 50_000),
    one('mongodb_ss_wt_cache_bytes_currently_in_the_cache', node, 600),
    one('mongodb_ss_wt_cache_maximum_bytes_configured', node, 1_000),
    { name: 'mongodb_ss_opcounters', labels: { ...node, legacy_op_type: 'query' }, samples: counter(always, 40) },
    one('mongodb_ss_wt_concurrentTransactions_available', { ...node, txn_rw_type: 'read' }, 120),
    one('up', { namespace: 'argo-rollouts', job: 'argo-rollouts-metrics', instance: 'rollouts' }, 1),
    one('up', { namespace: 'istio-ingress', pod: 'gateway', instance: 'gateway:15090', job: 'istio-ingress/gateway' }, 1),
  ];
}

function within({ within: shares = [1, 1, 1] }: Version): readonly number[] {
  return shares;
}

function targetOf({ app, version, hash, track }: Version) {
  const pod = `${app}-${hash}-0`;
  return {
    namespace: 'production',
    app,
    version,
    ...(track ? { track } : {}),
    rollouts_pod_template_hash: hash,
    pod,
    instance: `${pod}:9090`,
    job: `production/${app}`,
  };
}

/** So many per second while there is traffic, from 1 000 on. */
function counter({ traffic: [from, to] = [0, 9_999], gone = 9_999 }: Version, perSecond: number): [number, number][] {
  return times(gone).map((time) => {
    const seconds = Math.max(0, Math.min(time - begin, to) - from);
    return [time, 1_000 + perSecond * Math.floor(seconds / scrape) * scrape];
  });
}

function gauge({ gone = 9_999 }: Version, value: number): [number, number][] {
  return times(gone).map((time) => [time, value]);
}

function times(gone: number): number[] {
  const last = Math.min(end, begin + gone);
  return Array.from({ length: Math.floor((last - begin) / scrape) + 1 }, (_, i) => begin + i * scrape);
}
