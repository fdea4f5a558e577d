import type { Alert } from './alert';
import { diagnose, stopRelease } from './alert-commands';
import { constant, type Limits } from './limits';
import { analysisRuns, bound, matchers } from './promql';
import { byApp, byVersion } from './promql-requests';
import type { Release } from './release';
import { compared, ofRelease, recorded, sendsToCanary } from './rules';
import { trimmed } from './units';

/** Requests in five minutes below which a share or a percentile says nothing. */
export const floors = { errors: 100, latency: 500 } as const;

/** Difference between the new and the settled side that is a person's business before the judge has decided. */
const divergence = 0.01;
/** Seconds: a canary that is slower than this and slower than the stable side is slow for users, too. */
const noticeable = 0.25;

/**
 * What the requests of a release say.
 *
 * @param limits what the release is held to
 * @param common what every app is held to by the reference rules; a release with the same limits needs no alert of its own
 */
export function requestAlerts(release: Release, limits: Limits, common: Limits): Alert[] {
  const tracks = compared(release);
  return [
    ...objectiveAlerts(release, limits, common),
    ...latencyEvidence(release, limits),
    ...(tracks ? canaryAlerts(release, limits, tracks) : []),
    ...targetsDown(release),
    metricsAbsent(release),
  ];
}

function objectiveAlerts(release: Release, limits: Limits, common: Limits): Alert[] {
  const enough = (floor: number) => `\nand on (${byVersion})\n  ${recorded.requests}{${ofRelease(release)}} * 300 > ${floor}`;
  const alerts: Alert[] = [];
  if (limits.errorRatio !== undefined && limits.errorRatio !== common.errorRatio) {
    alerts.push({
      name: 'ErrorObjectiveMissed',
      severity: 'critical',
      expr: `${recorded.errorRatio}{${ofRelease(release)}} > ${constant(limits.errorRatio)}${enough(floors.errors)}`,
      for: '5m',
      summary: '{{ $labels.app }} {{ $labels.version }} fails more requests than its objective allows',
      description: `{{ $value | humanizePercentage }} of the requests fail, the objective is at most ${trimmed(limits.errorRatio * 100)} %.`,
      runbook: `More than ${trimmed(limits.errorRatio * 100)} % of the requests to one version fail. If a release is under way, stop it first and look for the cause after.\n\n${stopRelease(release)}`,
    });
  }
  if (limits.p99 !== undefined && limits.p99 !== common.p99) {
    alerts.push({
      name: 'LatencyObjectiveMissed',
      severity: 'warning',
      expr: `${recorded.p99}{${ofRelease(release)}} > ${constant(limits.p99)}${enough(floors.latency)}`,
      for: '5m',
      summary: '{{ $labels.app }} {{ $labels.version }} is slower than its objective allows',
      description: `The 99th percentile is {{ $value | humanizeDuration }}, the objective is at most ${trimmed(limits.p99)} s.`,
      runbook: `The slowest hundredth of the requests to one version takes longer than ${trimmed(limits.p99)} s. Compare the versions on the dashboard: one slow side is the release, both are the database or the load.\n\n${diagnose(release)}`,
    });
  }
  return alerts;
}

/** A percentile is read from buckets. Without a bound at the limit and one above it, it can be wrong for ever without a sign. */
function latencyEvidence(release: Release, { p99 }: Limits): Alert[] {
  if (p99 === undefined) return [];
  const own = ofRelease(release);
  const has = (le: string) => `${recorded.buckets}{${own},${le}}`;
  return [
    {
      name: 'SlowRequests',
      severity: 'warning',
      expr: `${recorded.slow}{${own}} > 0.01\nand on (${byVersion})\n  ${recorded.requests}{${own}} * 300 > ${floors.latency}`,
      for: '5m',
      summary: `More than 1 % of the requests to {{ $labels.app }} {{ $labels.version }} take longer than ${trimmed(p99)} s`,
      description: `{{ $value | humanizePercentage }} of the requests take longer than ${trimmed(p99)} s, counted at a bucket's bound and therefore exact.`,
      runbook: `The share of slow requests is counted, not interpolated. When this fires and the p99 panel looks fine, the largest bucket of the app's histogram is too small: add one above ${trimmed(p99)} s.\n\n${diagnose(release)}`,
    },
    {
      name: 'LatencyBucketsMissing',
      severity: 'warning',
      expr: `
  (${recorded.requests}{${own}} > 0)
unless on (${byVersion})
  (
      ${has(bound(p99))}
    and on (${byVersion})
      ${has('le="+Inf"')}
  )`.slice(1),
      for: '10m',
      summary: `The histogram of {{ $labels.app }} {{ $labels.version }} cannot tell whether a request took ${trimmed(p99)} s`,
      description: `There are {{ $value | humanize }} requests per second, and no bucket at ${trimmed(p99)} s or no bucket +Inf: latency is not judged.`,
      runbook: `${neededBuckets(release, p99)} Look for a relabeling that drops buckets, or for a histogram that was declared anew.\n\n${diagnose(release)}`,
    },
  ];
}

function neededBuckets({ metricSource }: Release, p99: number): string {
  const limit = trimmed(p99);
  return metricSource === 'app'
    ? `\`http_request_duration_seconds\` needs a bucket whose bound is exactly ${limit} s, one above it, and \`+Inf\`.`
    : `Istio's own bounds are 0.1, 0.25, 0.5, 1, 2.5, 5 and 10 s: choose one of these as the limit, or give the proxies that call, the gateway's first, a bound at ${limit} s by the annotation \`sidecar.istio.io/statsHistogramBuckets\`.`;
}

function canaryAlerts(release: Release, limits: Limits, { fresh, settled }: NonNullable<Release['tracks']>): Alert[] {
  const side = (record: string, track: string) => `max by (${byApp}) (${record}{${ofRelease(release, { track })}})`;
  const enough = (floor: number) =>
    `and on (${byApp})\n  sum by (${byApp}) (${recorded.requests}{${ofRelease(release, { track: fresh })}}) * 300 > ${floor}`;
  const times = limits.p99Times ?? 1.5;
  return [
    {
      name: 'CanaryErrorRatioDivergence',
      severity: 'critical',
      // One-sided: a new version that fails less is no reason to wake anybody.
      expr: `
  (
      ${side(recorded.errorRatio, fresh)}
    - on (${byApp})
      ${side(recorded.errorRatio, settled)}
  )
  > ${constant(divergence)}
${enough(floors.errors)}`.slice(1),
      for: '1m',
      summary: 'The canary of {{ $labels.app }} fails more requests than the stable side',
      description: 'The difference is {{ $value | humanizePercentage }} of the requests, at more than 100 requests in five minutes.',
      runbook: `The new version is worse than the one it replaces. The judge aborts by itself once the evidence suffices; stop the release by hand if it does not.\n\n${stopRelease(release)}`,
    },
    {
      name: 'CanaryLatencyDivergence',
      severity: 'warning',
      expr: `
  (
      ${side(recorded.p99, fresh)}
    / on (${byApp})
      ${side(recorded.p99, settled)}
  )
  > ${constant(times)}
and on (${byApp})
  ${side(recorded.p99, fresh)} > ${constant(noticeable)}
${enough(floors.latency)}`.slice(1),
      for: '2m',
      summary: 'The canary of {{ $labels.app }} is slower than the stable side',
      description: `Its 99th percentile is {{ $value | humanize }} times the stable side's, the limit is ${trimmed(times)}.`,
      runbook: `The new version is slower than the one it replaces. A canary with few pods may only be cold or too small: compare CPU throttling on the dashboard before you blame the code.\n\n${stopRelease(release)}`,
    },
    ...(sendsToCanary(release) ? [noTraffic(release, fresh)] : []),
  ];
}

/** Pods without requests bring no evidence. */
function noTraffic(release: Release, fresh: string): Alert {
  const { name, namespace } = release;
  const byDesign = withoutUsers(release);
  return {
    name: 'CanaryNoTraffic',
    severity: 'warning',
    expr: `
  count by (${byApp}) (
    label_replace(kube_pod_labels{${matchers({ namespace, label_app: name, label_track: fresh })}}, "app", "$1", "label_app", "(.+)")
  )
unless on (${byApp})
  (sum by (${byApp}) (${recorded.requests}{${ofRelease(release, { track: fresh })}}) > 0)${byDesign}`.slice(1),
    for: '5m',
    summary: 'The canary of {{ $labels.app }} gets no traffic, or nobody scrapes it',
    description: '{{ $value | humanize }} canary pods run and no request was counted for five minutes. The release cannot be judged.',
    runbook: `Either no request is routed to the canary, or its metrics do not arrive. Nothing is promoted without evidence, so the release holds until this is repaired.${release.gateStep === undefined ? '' : ' One that is paused at its gate, before its first users, waits for a person.'}\n\n${diagnose(release)}`,
  };
}

/** When the canary of a Rollout has pods and no users: before its gate opens, and after an abort as long as its pods are kept. */
function withoutUsers(release: Release): string {
  const { name, namespace, machinery, gateStep } = release;
  if (machinery !== 'rollout') return '';
  const gate =
    gateStep === undefined
      ? ''
      : `\n  or\n    analysis_run_info{${matchers({ namespace })},${analysisRuns(name, gateStep)},phase=~"Pending|Running"} > 0`;
  return `\nunless on (namespace)\n  (\n    rollout_info{${matchers({ namespace, name })},phase="Abort"} > 0${gate}\n  )`;
}

/** `rate` goes on answering for a whole window after a scrape has failed; `up` says it at once. A comparison needs both sides. */
function targetsDown(release: Release): Alert[] {
  const sides = compared(release);
  if (sides === undefined) return [targetDown(release, 'TargetDown', 'Pods', {})];
  const { fresh, settled } = sides;
  return [
    targetDown(release, 'CanaryTargetDown', 'Pods of the canary', { track: fresh }),
    targetDown(release, 'TargetDown', 'Pods of the stable side', { track: settled }),
  ];
}

function targetDown(release: Release, name: string, pods: string, side: Readonly<Record<string, string>>): Alert {
  return {
    name,
    severity: 'critical',
    expr: `sum by (${byApp}) (up{${ofRelease(release, side)}} == bool 0) > 0`,
    for: '1m',
    summary: `${pods} of {{ $labels.app }} cannot be scraped`,
    description: '{{ $value | humanize }} pods do not answer Prometheus. What is shown of them is up to five minutes old.',
    runbook: `The process is gone, its metrics port is closed, a NetworkPolicy is in the way, or the pod exposes more series than the PodMonitor allows.\n\n${diagnose(release)}`,
  };
}

function metricsAbsent(release: Release): Alert {
  return {
    name: 'AppMetricsAbsent',
    severity: 'critical',
    // `absent` keeps the labels of plain matchers only.
    expr: `absent(${recorded.requests}{${ofRelease(release)}})`,
    for: '5m',
    summary: 'No request metrics of {{ $labels.app }}',
    description:
      'For five minutes nothing was counted, not even zero. No alert about its requests can fire, and no release of it can pass.',
    runbook: `Silence is not health. Check that the pods run, that the PodMonitor selects them, and that Prometheus has loaded it.\n\n${diagnose(release)}`,
  };
}
