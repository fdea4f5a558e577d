import type { AlertingRule } from './rules';
import type { RunbookSection } from './runbook-section';

/** Why a person is called, and what that person does first. */
export interface Alert {
  readonly name: string;
  /** `critical` wakes somebody up, `warning` is for the working day. */
  readonly severity: 'critical' | 'warning';
  readonly expr: string;
  /** @default at the first evaluation */
  readonly for?: string;
  /** Labels besides the severity and those of the expression. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line, with the labels that tell one case from another. */
  readonly summary: string;
  /** What was measured, formatted, and what it means. */
  readonly description: string;
  /** Text of the alert's section in the runbook: what to look at, and the commands. */
  readonly runbook: string;
}

/** Where people find what is generated. */
export interface Addresses {
  /** Folder of a release in `dist/`, where it is not named like the release. @default the release's name */
  readonly folder?: (owner: string) => string;
  /** Of the runbooks of all releases: `<runbooks>/<app>/runbook.md`. */
  readonly runbooks: string;
  readonly grafana?: string;
}

/** Where whoever is called goes on. */
export interface AlertLinks {
  /** The runbook that has a section on the alert. */
  readonly runbook: string;
  readonly dashboard?: string;
}

/**
 * @param owner the release, or the construct, whose folder has the runbook
 * @param uid identity of the dashboard
 */
export function alertLinks(addresses: Addresses, owner: string, uid: string): AlertLinks {
  const { grafana } = addresses;
  return { runbook: runbookUrl(addresses, owner), ...(grafana === undefined ? {} : { dashboard: `${grafana}/d/${uid}` }) };
}

/** Where `dist/` can be read, the runbook of a release or construct. */
export function runbookUrl({ runbooks, folder = (owner) => owner }: Addresses, owner: string): string {
  return `${runbooks}/${folder(owner)}/runbook.md`;
}

/** @param labels labels that every alert of the group carries, for routing and inhibition */
export function alertingRule(
  alert: Alert,
  { runbook, dashboard }: AlertLinks,
  labels: Readonly<Record<string, string>> = {},
): AlertingRule {
  return {
    alert: alert.name,
    expr: alert.expr,
    ...(alert.for === undefined ? {} : { for: alert.for }),
    labels: { severity: alert.severity, ...labels, ...alert.labels },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: `${runbook}#${alert.name.toLowerCase()}`,
      ...(dashboard === undefined ? {} : { dashboard_url: dashboard }),
    },
  };
}

/** One section per name: an alert that has several windows is explained once. */
export function sectionsOf(alerts: readonly Alert[]): RunbookSection[] {
  return [...new Map(alerts.map(({ name, runbook }) => [name, { title: name, text: runbook }])).values()];
}

/** The commands of a runbook, as Markdown. */
export function commands(...lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}
