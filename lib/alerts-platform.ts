import { type Alert, commands } from './alert';
import { usualController } from './labels';
import { constant } from './limits';
import type { Production } from './production';
import { quoted } from './promql';
import { cacheInUse, mongodbSeries } from './promql-mongodb';

/** What every release of a namespace stands on: the controller, the rules themselves, MongoDB. */
export interface Platform {
  readonly namespace: string;
  /** MongoDB; undefined where no release uses it. */
  readonly database?: Production['database'];
  /** Whether the Argo Rollouts controller carries a release out. */
  readonly rollouts: boolean;
  /** Namespace of that controller. @default 'argo-rollouts' */
  readonly argoRollouts?: string;
  /** Namespace of Prometheus. @default 'monitoring' */
  readonly monitoring?: string;
}

export function platformAlerts(platform: Platform): Alert[] {
  const { namespace, database, rollouts, argoRollouts = usualController, monitoring = 'monitoring' } = platform;
  return [
    ...(rollouts ? [...controllerAlerts(argoRollouts), judgeFails(namespace)] : []),
    rulesFail(monitoring),
    kubernetesSilent(namespace),
    ...(database === undefined ? [] : mongodbAlerts(database)),
  ];
}

function controllerAlerts(argoRollouts: string): Alert[] {
  const look = commands(
    `kubectl -n ${argoRollouts} get pods`,
    `kubectl -n ${argoRollouts} logs deploy/argo-rollouts --since=30m --tail=200`,
  );
  return [
    {
      name: 'RolloutsControllerDown',
      severity: 'critical',
      expr: 'absent(up{job="argo-rollouts-metrics"} == 1)',
      for: '5m',
      summary: 'The Argo Rollouts controller does not answer',
      description: 'Without it nothing is promoted, and nothing is aborted either.',
      runbook: `Releases stand still. A release with errors has to be stopped by hand until the controller is back.\n\n${look}`,
    },
    {
      name: 'RolloutsReconcileErrors',
      severity: 'warning',
      expr: 'sum by (namespace, name) (increase(rollout_reconcile_error[10m])) > 3',
      summary: 'The controller cannot work on the rollout {{ $labels.namespace }}/{{ $labels.name }}',
      description: '{{ $value | humanize }} errors in ten minutes.',
      runbook: `The log names the object that is missing or was changed by somebody else.\n\n${look}`,
    },
    {
      name: 'RolloutsNotificationErrors',
      severity: 'warning',
      expr: 'sum by (namespace, name) (increase(notification_send_error[10m])) > 0',
      summary: 'Notifications of the rollout {{ $labels.namespace }}/{{ $labels.name }} are not delivered',
      description: '{{ $value | humanize }} errors in ten minutes: whoever waits for a message waits in vain.',
      runbook: `Check the token of the notification service.\n\n${look}`,
    },
  ];
}

function judgeFails(namespace: string): Alert {
  return {
    name: 'JudgeCannotAsk',
    severity: 'warning',
    expr: `sum by (namespace, reason) (increase(canary_query_errors_total{namespace=${quoted(namespace)}}[10m])) > 5`,
    summary: 'The judge of {{ $labels.namespace }} gets no answers: {{ $labels.reason }}',
    description: '{{ $value | humanize }} of its queries failed in ten minutes. Releases hold, because no data is never a pass.',
    runbook: `The reason names the backend's fault. Check Prometheus first, then the NetworkPolicy between the two.\n\n${commands(`kubectl -n ${namespace} get deployments,pods -o wide`, `kubectl -n ${namespace} get networkpolicies`)}`,
  };
}

function rulesFail(monitoring: string): Alert {
  return {
    name: 'RuleEvaluationFails',
    severity: 'critical',
    expr: 'sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0',
    summary: 'Prometheus cannot evaluate rules of {{ $labels.rule_group }}',
    description: '{{ $value | humanize }} evaluations failed in five minutes. An alert that is not evaluated cannot fire.',
    runbook: `The page Status, Rules of Prometheus shows the error beside the rule. Series that exist twice are the usual cause.\n\n${commands(`kubectl -n ${monitoring} logs -l app.kubernetes.io/name=prometheus -c prometheus --since=15m | grep 'Evaluating rule failed'`)}`,
  };
}

/** Without these series CanaryNoTraffic, the Jobs and the pods by version are silent, and nothing would say so. */
function kubernetesSilent(namespace: string): Alert {
  return {
    name: 'KubeStateMetricsAbsent',
    severity: 'warning',
    expr: `absent(kube_pod_labels{namespace=${quoted(namespace)},label_app!=""})`,
    for: '10m',
    summary: 'Nothing is known of the pods of {{ $labels.namespace }}',
    description: 'For ten minutes kube-state-metrics has named no pod by its label `app`. A canary without traffic is not noticed.',
    runbook: `It is not scraped, or runs without \`--metric-labels-allowlist=pods=[app,version,track]\`.\n\n${commands('kubectl get deployments --all-namespaces -l app.kubernetes.io/name=kube-state-metrics -o yaml | grep -A20 args')}`,
  };
}

/** Names of Percona's mongodb_exporter, with the collectors `diagnosticdata` and `replicasetstatus` switched on. */
function mongodbAlerts({ connectionBudget: budget, databaseLabels }: Production['database']): Alert[] {
  const series = mongodbSeries(databaseLabels);
  const optime = 'mongodb_members_optimeDate';
  const current = series('mongodb_ss_connections', { conn_type: 'current' });
  const available = series('mongodb_ss_connections', { conn_type: 'available' });
  const [primary, secondary] = ['PRIMARY', 'SECONDARY'].map((state) => series(optime, { member_state: state }));
  const look = commands(
    'mongosh "$MONGODB_URI" --eval \'rs.printSecondaryReplicationInfo()\'',
    'mongosh "$MONGODB_URI" --eval \'db.currentOp({ secs_running: { $gt: 5 } })\'',
    'mongosh "$MONGODB_URI" --eval \'db.serverStatus().connections\'',
  );
  return [
    {
      name: 'MongoDBDown',
      severity: 'critical',
      expr: `${series('mongodb_up')} == 0`,
      for: '1m',
      summary: 'MongoDB does not answer the exporter at {{ $labels.instance }}',
      description: 'Both versions of every app depend on it. Do not start or go on with a release.',
      runbook: `Check the node first, then the exporter.\n\n${look}`,
    },
    {
      name: 'MongoDBMetricsAbsent',
      severity: 'warning',
      expr: `absent(${series('mongodb_up')}) or absent(${series(optime)}) or absent(${series('mongodb_ss_connections')})`,
      for: '10m',
      summary: 'Nothing is known of MongoDB',
      description:
        'For ten minutes no exporter has told of the nodes, of the replica set or of the connections: none of its alerts can fire.',
      runbook: `The exporter is not scraped, cannot reach its node, or runs without \`--collector.diagnosticdata\` and \`--collector.replicasetstatus\`.\n\n${look}`,
    },
    {
      name: 'MongoDBNoPrimary',
      severity: 'critical',
      expr: `
  count by (cluster, rs_nm) (${series(optime)})
unless on (cluster, rs_nm)
  count by (cluster, rs_nm) (${primary})`.slice(1),
      for: '30s',
      summary: 'The replica set {{ $labels.rs_nm }} has no primary',
      description: 'Writes fail until one is elected.',
      runbook: `An election takes seconds. If it does not end, too few members are reachable.\n\n${look}`,
    },
    {
      name: 'MongoDBReplicationLag',
      severity: 'warning',
      // Milliseconds, and every exporter exposes every member.
      expr: `
  (
      max by (cluster, rs_nm) (${primary})
    - on (cluster, rs_nm) group_right ()
      max by (cluster, rs_nm, member_idx) (${secondary})
  )
/ 1000
> 10`.slice(1),
      for: '2m',
      summary: 'A secondary of {{ $labels.rs_nm }} lags behind',
      description: 'Member {{ $labels.member_idx }} is {{ $value | humanizeDuration }} behind the primary. Majority writes wait for it.',
      runbook: `A backfill throttles itself on this. If none runs, look for an index build or a slow disk.\n\n${look}`,
    },
    {
      name: 'MongoDBConnectionsHigh',
      severity: 'warning',
      expr: `
  ${current}
/ ignoring (conn_type)
  (${current} + ignoring (conn_type) ${available})
> 0.8`.slice(1),
      for: '5m',
      summary: 'MongoDB at {{ $labels.instance }} is short of connections',
      description: '{{ $value | humanizePercentage }} of them are in use, and a release doubles the pools.',
      runbook: `Do not start a release now. The connections by app and version are on the dashboard.\n\n${look}`,
    },
    {
      name: 'MongoDBConnectionsNearBudget',
      severity: 'warning',
      expr: `${current} > ${constant(0.8 * budget)}`,
      for: '5m',
      summary: 'MongoDB at {{ $labels.instance }} has nearly the connections that all releases together may open',
      description: `{{ $value | humanize }} are open, the budget is ${budget}.`,
      runbook: `The plan of the releases counts pods times pool size. More connections than that come from somewhere else, or a pool is larger than declared.\n\n${look}`,
    },
    {
      name: 'MongoDBCachePressure',
      severity: 'warning',
      expr: `${cacheInUse(databaseLabels)} > 0.95`,
      for: '5m',
      summary: 'The cache of MongoDB at {{ $labels.instance }} is full',
      description: '{{ $value | humanizePercentage }} in use: requests begin to evict pages themselves and get slow.',
      runbook: `A backfill throttles itself on this. Stop other bulk work.\n\n${look}`,
    },
  ];
}
