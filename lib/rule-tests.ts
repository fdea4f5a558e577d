import type { ReleaseRulesOptions } from './alerts';
import { constant, releaseLimits } from './limits';
import type { Release } from './release';
import { type Scenario, scenarios } from './rule-test-scenarios';
import { clusterSeries, selector, seriesOf } from './rule-test-series';
import { recorded } from './rules';
import { toYaml } from './yaml';

/**
 * Unit tests of a release's rules for `promtool test rules`, to lie beside the rules that they test.
 *
 * @param rules name of the rules file, relative to the test
 */
export function ruleTests(release: Release, options: ReleaseRulesOptions, rules = 'rules.yaml'): string {
  const limit = releaseLimits(release, options.alerts).p99 ?? 1;
  const tests = scenarios(release, options).map((scenario) => test(release, scenario, limit));
  return toYaml({ rule_files: [rules], evaluation_interval: '30s', tests }, 'single');
}

function test(release: Release, scenario: Scenario, limit: number) {
  const { name, namespace } = release;
  const at = scenario.at ?? '12m';
  const firing = Object.entries(scenario.fires).sort(([a], [b]) => (a < b ? -1 : 1));
  // Every version runs under one track at a time, or its requests would add up.
  const values = (record: string, expected: Scenario['errorRatio'] | undefined, unit: string) =>
    expected === undefined
      ? []
      : [
          {
            expr: `round(sum by (version) (${record}{namespace="${namespace}",app="${name}"})${unit}, 0.0001)`,
            eval_time: at,
            exp_samples: Object.entries(expected).map(([version, value]) => ({
              labels: selector('', { version }),
              value: Number(value.toFixed(4)),
            })),
          },
        ];
  return {
    name: scenario.name,
    interval: '15s',
    input_series: [...scenario.sides.flatMap((side) => seriesOf(release, side, limit)), ...clusterSeries(release, scenario.sides)],
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: at,
        exp_samples: firing.map(([alertname, value]) => ({ labels: selector('', { alertname }), value })),
      },
      ...values(recorded.requests, scenario.requests, ''),
      ...values(recorded.errorRatio, scenario.errorRatio, ''),
      ...values(recorded.p99, scenario.p99, ` / ${constant(limit)}`),
    ],
  };
}
