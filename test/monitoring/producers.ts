/** Who exposes which metric under which labels: nothing that a rule or a panel asks for may be without a producer. */

/** What the PodMonitor puts on every series of an app's pods, besides what Prometheus adds. */
const target = ['namespace', 'app', 'version', 'track', 'rollouts_pod_template_hash', 'pod', 'instance', 'job'];
const pod = ['namespace', 'pod', 'container'];
const job = ['namespace', 'job_name'];
const rollout = ['namespace', 'name'];
const node = ['instance'];
const mig = ['namespace', 'mig'];
const member = ['cluster', 'rs_nm', 'member_idx', 'member_state', 'instance'];
const call = ['reporter', 'destination_workload_namespace', 'destination_app', 'destination_version', 'response_code'];

export const producers: Readonly<Record<string, readonly string[]>> = {
  // the app
  http_requests_total: [...target, 'status', 'path'],
  http_request_duration_seconds_bucket: [...target, 'le', 'path'],
  nodejs_eventloop_lag_p99_seconds: target,
  process_start_time_seconds: target,
  up: target,
  // Istio
  istio_requests_total: call,
  istio_request_duration_milliseconds_bucket: [...call, 'le'],
  // Prometheus
  ALERTS: ['namespace', 'app', 'alertname', 'alertstate'],
  prometheus_rule_evaluation_failures_total: ['rule_group'],
  // kube-state-metrics and the kubelet
  kube_pod_labels: ['namespace', 'pod', 'label_app', 'label_version', 'label_track'],
  kube_pod_status_ready: ['namespace', 'pod', 'condition'],
  kube_pod_container_status_restarts_total: pod,
  kube_deployment_status_condition: ['namespace', 'deployment', 'condition', 'status'],
  kube_deployment_status_replicas_available: ['namespace', 'deployment'],
  kube_replicaset_spec_replicas: ['namespace', 'replicaset'],
  kube_deployment_spec_replicas: ['namespace', 'deployment'],
  kube_job_failed: [...job, 'condition'],
  kube_job_complete: [...job, 'condition'],
  kube_job_status_failed: job,
  kube_job_status_active: job,
  kube_job_status_start_time: job,
  container_cpu_cfs_throttled_periods_total: pod,
  container_cpu_cfs_periods_total: pod,
  container_memory_working_set_bytes: pod,
  // Argo Rollouts 1.9
  rollout_info: [...rollout, 'strategy', 'phase'],
  rollout_info_replicas_available: rollout,
  rollout_info_replicas_desired: rollout,
  rollout_events_total: [...rollout, 'type', 'reason'],
  rollout_reconcile_error: rollout,
  notification_send_error: rollout,
  analysis_run_info: [...rollout, 'phase'],
  analysis_run_metric_phase: [...rollout, 'metric', 'phase'],
  // the judge of this project
  canary_analysis_score: ['namespace', 'app', 'version'],
  canary_analysis_verdict_total: ['namespace', 'app', 'verdict'],
  canary_query_errors_total: ['namespace', 'reason'],
  // the migration engine, by the judge
  mig_observed: ['namespace'],
  mig_state: [...mig, 'state'],
  mig_pass_open: mig,
  mig_ranges_planned: mig,
  mig_ranges_done: mig,
  mig_docs_scanned: mig,
  mig_quarantined: mig,
  mig_paused: mig,
  mig_drift: mig,
  // Percona's mongodb_exporter
  mongodb_up: node,
  mongodb_members_optimeDate: member,
  mongodb_ss_connections: [...node, 'conn_type'],
  mongodb_ss_wt_cache_bytes_currently_in_the_cache: node,
  mongodb_ss_wt_cache_maximum_bytes_configured: node,
  mongodb_ss_opcounters: [...node, 'legacy_op_type'],
  mongodb_ss_wt_concurrentTransactions_available: [...node, 'txn_rw_type'],
};

/** Labels that records keep, by the level in their name. */
export const levels: Readonly<Record<string, readonly string[]>> = {
  app_version: ['namespace', 'app', 'track', 'version', 'le'],
  app: ['namespace', 'app'],
  deployment: ['namespace', 'app', 'track', 'version'],
};
