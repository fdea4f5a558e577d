import type { Alert } from './alert';
import { diagnose } from './alert-commands';
import { constant } from './limits';
import type { AbsoluteObjective } from './metric';
import { quoted } from './promql';
import { byApp } from './promql-requests';
import type { Release } from './release';
import { appErrorRatio, ofRelease, type SloWindow } from './rules';
import { trimmed } from './units';

interface BurnRate {
  readonly kind: 'page' | 'ticket';
  /** How many times faster than the budget of 30 days allows. */
  readonly factor: number;
  /** The long window proves that it matters, the short one that it still goes on. */
  readonly long: SloWindow;
  readonly short: SloWindow;
}

/** Google, The Site Reliability Workbook, chapter 5: 2 % of the budget in an hour, 5 % in six, 10 % in a day and in three. */
export const burnRates: readonly BurnRate[] = [
  { kind: 'page', factor: 14.4, long: '1h', short: '5m' },
  { kind: 'page', factor: 6, long: '6h', short: '30m' },
  { kind: 'ticket', factor: 3, long: '1d', short: '2h' },
  { kind: 'ticket', factor: 1, long: '3d', short: '6h' },
];

const names = { page: 'ErrorBudgetBurnsFast', ticket: 'ErrorBudgetBurnsSlowly' } as const;

/**
 * The error budget of an app is used up too fast. These alerts look at users over days; a release is stopped by the judge long before.
 *
 * @param slo share of failed requests over 30 days
 */
export function sloAlerts(release: Release, slo: AbsoluteObjective): Alert[] {
  // A rate that would need more than 100 % errors can never be reached, and an alert that cannot fire is a false comfort.
  return burnRates.filter(({ factor }) => factor * slo.limit < 1).map((rate) => burnAlert(release, slo, rate));
}

function burnAlert(release: Release, slo: AbsoluteObjective, { kind, factor, long, short }: BurnRate): Alert {
  const own = ofRelease(release);
  const limit = constant(factor * slo.limit);
  const burning = `  ${appErrorRatio(long)}{${own}} > ${limit}\nand on (${byApp})\n  ${appErrorRatio(short)}{${own}} > ${limit}`;
  // An app younger than the long window has the same ratio in all of them: one call is enough.
  const paged = `\nunless on (${byApp})\n  ALERTS{${own},alertname=${quoted(names.page)},alertstate="firing"}`;
  const budget = `${trimmed(slo.limit * 100)} %`;
  return {
    name: names[kind],
    severity: kind === 'page' ? 'critical' : 'warning',
    labels: { window: long },
    expr: kind === 'page' ? burning : `${burning}${paged}`,
    summary: `{{ $labels.app }} burns its error budget ${factor} times too fast`,
    description: `{{ $value | humanizePercentage }} of the requests failed in the last ${long}, and it goes on. The budget is ${budget} over 30 days.`,
    runbook: [
      kind === 'page'
        ? `At this rate the errors that ${budget} allows for 30 days are used up within days. Find out since when: a release, a node, MongoDB.`
        : `The budget of ${budget} over 30 days will not last. Nobody has to get up; it belongs into this week's work.`,
      '',
      diagnose(release),
    ].join('\n'),
  };
}
