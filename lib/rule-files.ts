import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as monitoring from '../imports/monitoring.coreos.com';
import { manifest } from './manifest';
import type { RuleGroup } from './rules';
import { toYaml } from './yaml';

/** Rules as the operator of Prometheus takes them. */
export function prometheusRule(
  scope: Construct,
  name: string,
  labels: Readonly<Record<string, string>>,
  groups: readonly RuleGroup[],
): ApiObject {
  const spec: monitoring.PrometheusRuleSpec = {
    groups: groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => ({ ...rule, expr: monitoring.PrometheusRuleSpecGroupsRulesExpr.fromString(rule.expr) })),
    })),
  };
  return manifest(
    scope,
    name,
    monitoring.PrometheusRule.GVK,
    { name, labels: { ...labels } },
    { spec: monitoring.toJson_PrometheusRuleSpec(spec) },
  );
}

/** Rules as `promtool check rules` and a Prometheus without the operator take them. */
export function rulesFile(groups: readonly RuleGroup[]): string {
  return toYaml({ groups }, { quoteStyle: 'single' });
}
