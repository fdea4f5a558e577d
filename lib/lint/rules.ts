import type { Rule } from './rule';
import { analysisAnswerRules } from './rules/analysis-answer';
import { analysisArgumentRules } from './rules/analysis-arguments';
import { analysisGraphRules } from './rules/analysis-graph';
import { analysisMetricRules } from './rules/analysis-metric';
import { entryRules } from './rules/entry';
import { gitopsRules } from './rules/gitops';
import { istioRules } from './rules/istio';
import { migrationRules } from './rules/migration';
import { monitoringRules } from './rules/monitoring';
import { promqlRules } from './rules/promql';
import { referenceRules } from './rules/references';
import { rolloutRules } from './rules/rollout';
import { rolloutTimingRules } from './rules/rollout-timing';
import { routeRules } from './rules/routes';
import { serviceRules } from './rules/services';
import { stepOrderRules } from './rules/step-order';
import { stepRules } from './rules/steps';
import { surroundingsRules } from './rules/surroundings';
import { trafficRules } from './rules/traffic';
import { waiverRules } from './rules/waiver';
import { workloadRules } from './rules/workload';
import type { Kind } from './types';

/** The catalogue by area, in the order of the documentation. */
export const areas: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Rollout', rules: [...rolloutRules, ...rolloutTimingRules] },
  { title: 'Canary steps', rules: [...stepRules, ...stepOrderRules] },
  { title: 'Services and traffic routing', rules: [...serviceRules, ...routeRules, ...trafficRules, ...entryRules] },
  { title: 'Istio and Ingress objects', rules: istioRules },
  { title: 'Analysis', rules: [...analysisGraphRules, ...analysisArgumentRules, ...analysisMetricRules, ...analysisAnswerRules] },
  { title: 'Pods, configuration and surroundings', rules: [...workloadRules, ...referenceRules, ...surroundingsRules] },
  { title: 'Prometheus and Grafana', rules: [...promqlRules, ...monitoringRules] },
  { title: 'MongoDB and GitOps', rules: [...migrationRules, ...gitopsRules] },
];

const checked = areas.flatMap(({ rules }) => rules);

export const ruleIds: ReadonlySet<string> = new Set(checked.map(({ id }) => id));

/** Every rule once. */
export const rules: readonly Rule[] = [...checked, ...waiverRules(ruleIds)];

const byKind = new Map<Kind, Rule[]>();
for (const rule of rules) {
  for (const kind of rule.on) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
}

/** Rules that look at objects of a kind. */
export function rulesFor(kind: Kind): readonly Rule[] {
  return byKind.get(kind) ?? [];
}
