import type { ReleaseRulesOptions } from './alerts';
import { constant, releaseLimits } from './limits';
import type { Release } from './release';
import { type Scenario, scenarios } from './rule-test-scenarios';
import { clusterSeries, type InputSeries, nameOf, selector, seriesOf } from './rule-test-series';
import { recorded } from './rules';
import { toYaml } from './yaml';

/**
 * Unit tests of a release's rules for `promtool test rules`, to lie beside the rules that they test.
 *
 * @param rules name of the rules file, relative to the test
 */
export function ruleTests(release: Release, options: ReleaseRulesOptions, rules = 'rules.yaml'): string {
  const limit = releaseLimits(release, options.alerts).p99 ?? 1;
  const known = new Map<string, InputSeries>();
  const same = (one: InputSeries) => {
    const text = `${one.series} ${one.values}`;
    const first = known.get(text) ?? one;
    known.set(text, first);
    return first;
  };
  const tests = scenarios(release, options).map((scenario) => test(release, scenario, limit, same));
  const names = shared(tests.flatMap(({ input_series }) => input_series));
  return toYaml({ rule_files: [rules], evaluation_interval: '30s', tests }, { quoteStyle: 'single', names });
}

/** What most tests have alike stands in full once, so that a reader sees of each what is different. */
function shared(all: readonly InputSeries[]): ReadonlyMap<InputSeries, string> {
  const times = new Map<InputSeries, number>();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  const names = new Map<InputSeries, string>();
  const taken = new Set<string>();
  for (const one of all) {
    if (times.get(one) === 1 || names.has(one)) continue;
    let name = nameOf(one);
    for (let other = 2; taken.has(name); other++) name = `${nameOf(one)}-${other}`;
    taken.add(name);
    names.set(one, name);
  }
  return names;
}

function test(release: Release, scenario: Scenario, limit: number, same: (one: InputSeries) => InputSeries) {
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
    input_series: [...scenario.sides.flatMap((side) => seriesOf(release, side, limit)), ...clusterSeries(release, scenario.sides)].map(
      same,
    ),
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
