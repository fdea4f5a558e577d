import { Duration } from 'cdk8s';
import { type Addresses, type Alert, alertingRule, alertLinks, sectionsOf } from './alert';
import { lifecycleAlerts } from './alerts-lifecycle';
import { migrationAlerts } from './alerts-migration';
import { requestAlerts } from './alerts-requests';
import { sloAlerts } from './alerts-slo';
import { uidOf } from './dashboard-model';
import { limitsOf, releaseLimits, sloOf } from './limits';
import { type AbsoluteObjective, errorRate, p99 } from './metric';
import { referenceAlertsOf } from './reference-rules';
import type { Release } from './release';
import { type RecordingRule, type RuleGroup, requestRecords, sloRecords } from './rules';
import type { RunbookSection } from './runbook-section';
import { percent } from './units';

/** What every app is held to unless somebody says otherwise. */
export const defaultAlerts: readonly AbsoluteObjective[] = [errorRate.atMost(percent(5)), p99.atMost(Duration.seconds(1))];

export interface ReleaseRulesOptions extends Addresses {
  /** What every app is held to, where its own objectives say nothing. */
  readonly alerts: readonly AbsoluteObjective[];
  /**
   * Error rate over 30 days.
   *
   * @default a tenth of the release's limit on the error rate
   */
  readonly slo?: AbsoluteObjective;
}

/** Everything that Prometheus evaluates for one release. Records stand before the alerts that read them. */
export function releaseRules(release: Release, options: ReleaseRulesOptions): RuleGroup[] {
  const labels = { namespace: release.namespace, app: release.name };
  const links = alertLinks(options, release.name, uidOf(release.namespace, release.name, 'overview'));
  const group = (kind: string, records: readonly RecordingRule[], alerts: readonly Alert[]): RuleGroup => ({
    name: `${release.name}-${kind}`,
    interval: '30s',
    rules: [...records, ...alerts.map((alert) => alertingRule(alert, links, labels))],
  });
  const { requests, slo, release: lifecycle } = alertsOf(release, options);
  return [
    group('requests', requestRecords(release, releaseLimits(release, options.alerts)), requests),
    group('slo', sloRecords(release), slo),
    group('release', [], lifecycle),
  ];
}

/** A section for every alert that can name this release, with the commands to run: what the alerts' `runbook_url` points to. */
export function alertRunbookSections(
  release: Release,
  options: Pick<ReleaseRulesOptions, 'alerts' | 'slo'> = { alerts: defaultAlerts },
): RunbookSection[] {
  return sectionsOf([...referenceAlertsOf(release, limitsOf(options.alerts)), ...Object.values(alertsOf(release, options)).flat()]);
}

function alertsOf(release: Release, { alerts, slo }: Pick<ReleaseRulesOptions, 'alerts' | 'slo'>) {
  const common = limitsOf(alerts);
  const limits = releaseLimits(release, alerts);
  const budget = slo ?? sloOf(limits);
  return {
    requests: requestAlerts(release, limits, common),
    slo: budget === undefined ? [] : sloAlerts(release, budget),
    release: [...lifecycleAlerts(release), ...migrationAlerts(release)],
  };
}
