import { bounds } from '../../analysis/judge/split/budget';
import { comparisons } from '../../analysis/judge/split/comparisons';
import { preparing } from '../../analysis/judge/split/prepared';
import { settings } from '../../analysis/judge/split/settings';
import { cleaned } from '../../analysis/judge/split/windows';
import { finished } from '../../analysis/judge/work';
import { type Effect, effects, errorRate, healthy, le, type Scenario } from './scenario';
import { simulate, windowsOf } from './simulate';
import { median, type Rows, share } from './table';

/** Whether the true ratio lay in the reported interval at every look, and how wide the interval was at the end. */
export function coverage(
  scenarios: readonly Scenario[],
  runs: number,
  options: { readonly seed: number; readonly looks: number; readonly rps: number },
): Rows {
  const cells = scenarios.filter(({ calibrated }) => !calibrated).flatMap((scenario) => cellsOf(scenario));
  const rows = cells.map(({ scenario, effect, truth }, cell) => {
    const covered: { errors: boolean; latency: boolean; width: number }[] = [];
    for (let run = 0; run < runs; run++)
      covered.push(followed(scenario, effect, truth, { ...options, seed: (options.seed + 7 + cell) * 1_000_003 + run }));
    return [
      scenario.name,
      effect.name,
      share(covered, ({ errors }) => errors),
      effect.latency === 1 ? share(covered, ({ latency }) => latency) : '-',
      (median(covered.map(({ width }) => width)) ?? Number.NaN).toFixed(2),
    ];
  });
  return [
    ['scenario', 'effect', 'errors, %', 'latency at the reported bound, %', 'median of high / low for errors at the last look'],
    ...rows,
  ];
}

/** An added share of errors is one odds ratio only while the rate below it stands still. */
function cellsOf(scenario: Scenario): readonly { readonly scenario: Scenario; readonly effect: Effect; readonly truth: number }[] {
  const worse = effects.find(({ name }) => name === 'errors +1pp');
  const still = !scenario.trend && worse !== undefined;
  const odds = (rate: number): number => rate / (1 - rate);
  return [
    { scenario, effect: healthy, truth: 1 },
    ...(still ? [{ scenario, effect: worse, truth: odds(errorRate + worse.errors) / odds(errorRate) }] : []),
  ];
}

function followed(
  scenario: Scenario,
  effect: Effect,
  truth: number,
  options: { readonly seed: number; readonly looks: number; readonly rps: number },
): { errors: boolean; latency: boolean; width: number } {
  const known = settings();
  const all = cleaned(windowsOf(simulate(scenario, effect, options))).windows.map(preparing(le, known));
  const held = { errors: true, latency: true, width: Number.NaN };
  for (let look = 1; look <= all.length; look++) {
    const drafts = finished(comparisons(all.slice(0, look), le, known, 0));
    const limits = bounds(drafts, known);
    drafts.forEach(({ name, interval }, index) => {
      const [low, high] = interval(limits[index] ?? Number.POSITIVE_INFINITY);
      const real = name === 'errors' ? truth : 1;
      const inside = (low ?? 0) <= real && real <= (high ?? Number.POSITIVE_INFINITY);
      if (name === 'errors') {
        held.errors &&= inside;
        held.width = (high ?? Number.POSITIVE_INFINITY) / (low ?? 0);
      } else {
        held.latency &&= inside;
      }
    });
  }
  return held;
}
