import { type Alert, commands } from './alert';
import { decide, diagnose, stopRelease } from './alert-commands';
import { driftSeconds } from './analysis-template';
import { analysisRuns, duration, matchers, oneOf, quoted } from './promql';
import type { Release } from './release';

/** What the machinery that carries the release out says of it. */
export function lifecycleAlerts(release: Release): Alert[] {
  return release.machinery === 'rollout' ? rolloutAlerts(release) : deploymentAlerts(release);
}

/**
 * Seconds until a release counts as stuck: half as long again as when every look passes, and never less than a quarter of an hour more.
 * The gate of a migration may hold it besides; that a migration stands still is told by alerts of its own.
 */
export function stuckAfter({ timing, migrations }: Release): number {
  const minutes = Math.ceil(Math.max(timing.expected * 1.5, timing.expected + 900) / 60);
  return minutes * 60 + (migrations.length > 0 ? driftSeconds : 0);
}

function rolloutAlerts(release: Release): Alert[] {
  const { name, namespace } = release;
  const own = matchers({ namespace, name });
  const phase = (names: readonly string[]) => `rollout_info{${own},phase=~${oneOf(names)}}`;
  const runs = `analysis_run_info{namespace=${quoted(namespace)},${analysisRuns(name)},phase=~"Failed|Error|Inconclusive"}`;
  const aborted = `rollout_events_total{${own},reason="RolloutAborted"}`;
  const get = `kubectl argo rollouts get rollout ${name} -n ${namespace}`;
  const settled =
    release.strategy === 'canary'
      ? 'Users are on the stable side.'
      : 'Users are on the previous version, unless the new pods crash after the switch: look where the Service points, and at [Roll back](#roll-back).';
  return [
    {
      name: 'RolloutDegraded',
      severity: 'critical',
      expr: `max by (namespace, name, phase) (${phase(['Timeout', 'Error', 'InvalidSpec', 'Abort'])}) > 0`,
      for: '1m',
      summary: `The rollout ${name} is in phase {{ $labels.phase }}`,
      description: 'The release did not go through, and the specification in Git asks for a version that does not run.',
      runbook: `${settled} Bring Git back to what runs, or repair the new version; until then every sync tries again.\n\n${stopRelease(release)}`,
    },
    {
      name: 'RolloutAborted',
      severity: 'warning',
      // The series is born with the first abort, which `increase` alone cannot see.
      expr: `
(
    ${aborted}
  unless
    ${aborted} offset 5m
)
or
  increase(${aborted}[5m]) > 0`.slice(1),
      summary: `The release of ${name} was aborted`,
      description: 'The traffic is back on the settled side. Why: the reason of the failed AnalysisRun, or the report of the judge.',
      runbook: `An abort is a success of the gate. Read why before the next try.\n\n${commands(get, `kubectl -n ${namespace} get analysisruns -l 'rollouts-pod-template-hash' --sort-by=.metadata.creationTimestamp | grep '^${name}-'`)}`,
    },
    {
      name: 'RolloutStuck',
      severity: 'warning',
      // A timed pause shows as Paused: with the phase kept apart, the clock would start anew at every pause and never run out.
      expr: `max by (namespace, name) (${phase(['Progressing', 'Paused'])}) > 0`,
      for: duration(stuckAfter(release)),
      summary: `The release of ${name} takes longer than it can`,
      description: `It is under way for more than ${duration(stuckAfter(release))}; ${duration(Math.ceil(release.timing.expected / 60) * 60)} are enough when nothing is wrong${release.migrations.length > 0 ? `, and ${duration(driftSeconds)} for its migration` : ''}.`,
      runbook: `Look which step it stands at. Looks without enough evidence prolong a stage; a pause waits for a person.\n\n${decide(release)}`,
    },
    {
      name: 'RolloutPausedTooLong',
      severity: 'warning',
      expr: `max by (namespace, name) (${phase(['Paused'])}) > 0`,
      for: '1h',
      summary: `The rollout ${name} waits for a person`,
      description: 'Two versions run on one database for more than an hour. Decide: promote or abort.',
      runbook: `The judge could not decide, or the promotion is manual. Read its report, then choose.\n\n${decide(release)}`,
    },
    {
      name: 'RolloutReplicasUnavailable',
      severity: 'warning',
      expr: `max by (namespace, name) (rollout_info_replicas_available{${own}}) < max by (namespace, name) (rollout_info_replicas_desired{${own}})`,
      for: '15m',
      summary: `The rollout ${name} has fewer pods than it asks for`,
      description: 'Only {{ $value | humanize }} pods are available.',
      runbook: `No room on the nodes, an image that cannot be pulled, or pods that do not become ready.\n\n${diagnose(release)}`,
    },
    {
      name: 'AnalysisRunFailed',
      severity: 'warning',
      // A run is kept for days after it has ended: only its first quarter of an hour is news.
      expr: `
  max by (namespace, name, phase) (${runs}) > 0
unless on (namespace, name, phase)
  ${runs} offset 15m`.slice(1),
      summary: `An analysis of ${name} ended as {{ $labels.phase }}`,
      description:
        'AnalysisRun {{ $labels.name }}. Failed aborts, Inconclusive waits for a person, Error means that the judge could not be asked.',
      runbook: `The run names the metric and the reason; the report of the judge shows the evidence.\n\n${commands(get, `kubectl -n ${namespace} describe analysisrun <name of the run>`)}`,
    },
  ];
}

function deploymentAlerts(release: Release): Alert[] {
  const { name, namespace, strategy } = release;
  const sides = strategy === 'canary' ? ['stable', 'canary'] : ['blue', 'green'];
  const own = `namespace=${quoted(namespace)},deployment=~${oneOf(sides.map((side) => `${name}-${side}`))}`;
  return [
    {
      name: 'DeploymentStuck',
      severity: 'critical',
      expr: `max by (namespace, deployment) (kube_deployment_status_condition{${own},condition="Progressing",status="false"}) > 0`,
      for: '1m',
      summary: 'The Deployment {{ $labels.deployment }} does not get its new pods up',
      description: 'Its progress deadline is over. The pods of the version before still serve.',
      runbook: `Do not send traffic to this side.\n\n${stopRelease(release)}`,
    },
    {
      name: 'DeploymentReplicasUnavailable',
      severity: 'warning',
      expr: `max by (namespace, deployment) (kube_deployment_status_replicas_available{${own}}) < max by (namespace, deployment) (kube_deployment_spec_replicas{${own}})`,
      for: '15m',
      summary: 'The Deployment {{ $labels.deployment }} has fewer pods than it asks for',
      description: 'Only {{ $value | humanize }} pods are available.',
      runbook: `No room on the nodes, an image that cannot be pulled, or pods that do not become ready.\n\n${diagnose(release)}`,
    },
  ];
}
