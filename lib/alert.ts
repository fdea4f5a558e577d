import type { AlertingRule } from './rules';

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

/** A section of the runbook; the title is the name of the alert. */
export interface RunbookSection {
  readonly title: string;
  readonly text: string;
}

/**
 * @param runbook address of the runbook that has the alert's section
 * @param labels labels that every alert of the group carries, for routing and inhibition
 */
export function alertingRule(alert: Alert, runbook: string, labels: Readonly<Record<string, string>> = {}): AlertingRule {
  return {
    alert: alert.name,
    expr: alert.expr,
    ...(alert.for === undefined ? {} : { for: alert.for }),
    labels: { severity: alert.severity, ...labels, ...alert.labels },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: `${runbook}#${alert.name.toLowerCase()}`,
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
