import { probePaths } from '../analysis/contract/queries';
import { type Addresses, type Alert, alertingRule, alertLinks } from './alert';
import { diagnose, stopRelease } from './alert-commands';
import { floors } from './alerts-requests';
import { uidOf } from './dashboard-model';
import { constant, type Limits } from './limits';
import { indent, type MetricSource, quoted } from './promql';
import { byApp, byRelease, byVersion, quantile, ratio, requestVectors } from './promql-requests';
import type { Release } from './release';
import type { RecordingRule, RuleGroup } from './rules';
import { trimmed } from './units';

/** Percentage points between two versions that both get traffic. */
const divergence = 3;

const errorRate = 'deployment:error_rate:rate5m';
const latency = 'deployment:latency:p99';

/**
 * The rules of the reference for all apps of a namespace: error rate in percent, p99 in seconds, and the alerts on them.
 * They stand on raw metrics alone, so that the file works without any other.
 *
 * @param limits what every app is held to; a kind without a limit has no alert
 */
export function referenceRules(namespace: string, releases: readonly Release[], limits: Limits, addresses: Addresses): RuleGroup {
  const alerts = referenceAlerts(namespace, releases, limits);
  const rules = alerts.map((alert) =>
    alertingRule(
      alert,
      alertLinks(addresses, '{{ $labels.app }}', `${uidOf(namespace, undefined, 'deployment')}?var-app={{ $labels.app }}`),
    ),
  );
  return { name: 'blue-green-deployment', interval: '30s', rules: [...records(namespace, releases), ...rules] };
}

/** The same alerts with the commands of one release, for its runbook. */
export function referenceAlertsOf(release: Release, limits: Limits): Alert[] {
  return referenceAlerts(release.namespace, [release], limits).map((alert) => ({
    ...alert,
    runbook: `${alert.runbook}\n\n${alert.severity === 'critical' ? stopRelease(release) : diagnose(release)}`,
  }));
}

function records(namespace: string, releases: readonly Release[]): RecordingRule[] {
  const rate = (source: Source) => `100 *\n${ratio(source.errors('5m', byVersion), source.requests('5m', byVersion))}`;
  const p99 = (source: Source) => quantile(0.99, source.buckets('5m', byVersion), source.count('5m'), byRelease);
  return [
    { record: errorRate, expr: joined(namespace, releases, rate) },
    { record: latency, expr: joined(namespace, releases, p99) },
  ];
}

function referenceAlerts(namespace: string, releases: readonly Release[], limits: Limits): Alert[] {
  const own = `namespace=${quoted(namespace)}`;
  const requests = joined(namespace, releases, (source) => source.count('5m'));
  const enough = (floor: number) => `and on (${byRelease})\n  (\n${indent(requests, 4)}\n  ) > ${floor}`;
  const alerts: Alert[] = [];
  if (limits.errorRatio !== undefined) {
    const percent = trimmed(limits.errorRatio * 100);
    alerts.push({
      name: 'HighErrorRate',
      severity: 'critical',
      expr: `${errorRate}{${own}} > ${constant(limits.errorRatio * 100)}\n${enough(floors.errors)}`,
      for: '5m',
      summary: '{{ $labels.app }} {{ $labels.version }} fails too many requests',
      description: `{{ $value | printf "%.2f" }} % of the requests fail, the limit is ${percent} %.`,
      runbook: `More than ${percent} % of the requests to one version fail, at more than ${floors.errors} requests in five minutes. Stop a release first and look for the cause after.`,
    });
  }
  if (limits.p99 !== undefined) {
    alerts.push({
      name: 'HighLatency',
      severity: 'warning',
      expr: `${latency}{${own}} > ${constant(limits.p99)}\n${enough(floors.latency)}`,
      for: '5m',
      summary: '{{ $labels.app }} {{ $labels.version }} is slow',
      description: `The 99th percentile is {{ $value | humanizeDuration }}, the limit is ${trimmed(limits.p99)} s.`,
      runbook: `The slowest hundredth of the requests takes longer than ${trimmed(limits.p99)} s, at more than ${floors.latency} requests in five minutes. One slow version is the release, all of them are the database or the load.`,
    });
  }
  alerts.push({
    name: 'PerformanceDivergence',
    severity: 'warning',
    // Joined by what both sides share: their versions never match.
    expr: `
  (
      max by (${byApp}) (${errorRate}{${own}})
    - on (${byApp})
      min by (${byApp}) (${errorRate}{${own}})
  )
  > ${divergence}
and on (${byApp})
  min by (${byApp}) (
    (
${indent(requests, 6)}
    ) > 0
  ) > ${floors.errors}`.slice(1),
    for: '5m',
    summary: 'The versions of {{ $labels.app }} fail differently often',
    description: `Their error rates are {{ $value | printf "%.2f" }} percentage points apart, the limit is ${divergence}.`,
    runbook: 'One version fails more of its requests than the other. It says nothing of which one: compare both on the dashboard.',
  });
  return alerts;
}

type Source = ReturnType<typeof requestVectors>;

/** One expression over all apps, whatever sources their metrics have. */
function joined(namespace: string, releases: readonly Release[], expression: (source: Source) => string): string {
  const sources: readonly MetricSource[] = ['app', 'istio'];
  return sources
    .flatMap((source) => {
      const those = releases.filter(({ metricSource }) => metricSource === source);
      const apps = those.map(({ name }) => name).sort();
      // A probe of one app is left out of all: these rules are for people, the judge has each app's own.
      const probes = [...new Set(those.flatMap(({ probes: own = probePaths }) => own))];
      return apps.length === 0 ? [] : expression(requestVectors({ source, namespace, apps, probes }));
    })
    .join('\nor\n');
}
