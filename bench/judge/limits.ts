import { bounds } from '../../analysis/judge/split/budget';
import { comparisons } from '../../analysis/judge/split/comparisons';
import { failed } from '../../analysis/judge/split/decide';
import type { Draft } from '../../analysis/judge/split/draft';
import { limitDraft } from '../../analysis/judge/split/limits';
import { preparing } from '../../analysis/judge/split/prepared';
import { type Settings, settings } from '../../analysis/judge/split/settings';
import { cleaned } from '../../analysis/judge/split/windows';
import type { AbsoluteLimit, SplitConfig } from '../../analysis/judge/types';
import { finished } from '../../analysis/judge/work';
import { type Effect, le, type Scenario, scenarios } from './scenario';
import { type Rollout, simulate, windowsOf } from './simulate';
import { median, type Rows, share } from './table';

interface Options {
  readonly seed: number;
  readonly looks: number;
  readonly rps: number;
}

/** Canaries far under, at, and over the limits of the reference release. */
const limitCells: readonly { readonly limit: AbsoluteLimit; readonly effect: Effect }[] = [
  { limit: { metric: 'error-rate', kind: 'at-most', value: 0.05 }, effect: { name: '1 % errors', latency: 1, errors: 0 } },
  { limit: { metric: 'error-rate', kind: 'at-most', value: 0.05 }, effect: { name: '5 % errors', latency: 1, errors: 0.04 } },
  { limit: { metric: 'error-rate', kind: 'at-most', value: 0.05 }, effect: { name: '10 % errors', latency: 1, errors: 0.09 } },
  { limit: { metric: 'p99', kind: 'at-most', value: 1 }, effect: { name: 'p99 0.32 s', latency: 1, errors: 0 } },
  { limit: { metric: 'p99', kind: 'at-most', value: 1 }, effect: { name: 'p99 1.00 s', latency: 3.125, errors: 0 } },
  { limit: { metric: 'p99', kind: 'at-most', value: 1 }, effect: { name: 'p99 1.28 s', latency: 4, errors: 0 } },
  { limit: { metric: 'p99', kind: 'times-stable', times: 1.5 }, effect: { name: 'p99 x1', latency: 1, errors: 0 } },
  { limit: { metric: 'p99', kind: 'times-stable', times: 1.5 }, effect: { name: 'p99 x1.25', latency: 1.25, errors: 0 } },
  { limit: { metric: 'p99', kind: 'times-stable', times: 1.5 }, effect: { name: 'p99 x2', latency: 2, errors: 0 } },
  { limit: { metric: 'p99', kind: 'times-stable', times: 1.5 }, effect: { name: 'p99 x3', latency: 3, errors: 0 } },
];

/** Failures of each limit by itself, with the whole error budget of 0.01. */
export function limitAlarms(runs: number, options: Options): Rows {
  const scenario = named('iid');
  const rows = limitCells.map(({ limit, effect }, cell) => {
    const known = settings({ compare: [], limits: [limit] });
    const looks = simulated(runs, (run) => {
      const rollout = simulate(scenario, effect, { ...options, seed: (options.seed + 51 + cell) * 1_000_003 + run });
      const { windows } = cleaned(windowsOf(rollout));
      const gains = windows.map(preparing(le, known)).map(({ limits }) => limits[0] ?? null);
      return firstFailure(windows.length, known, (look) => limitDraft(limit, windows.slice(0, look), gains.slice(0, look), le, known, 0));
    });
    return row(
      [limit.kind === 'at-most' ? `${limit.metric} <= ${limit.value}` : `${limit.metric} <= ${limit.times} x stable`, effect.name],
      looks,
    );
  });
  return [['limit', 'canary', 'failed, %', 'median look'], ...rows];
}

/** Failures of the latency comparison when 10 percent slower is tolerated. */
export function latencyTolerance(runs: number, options: Options): Rows {
  const config: SplitConfig = { compare: ['latency'], toleratedLatency: 1.1 };
  const rows = [1, 1.1, 1.25, 1.5].map((latency, cell) => {
    const known = settings(config);
    const looks = simulated(runs, (run) => {
      const seed = (options.seed + 71 + cell) * 1_000_003 + run;
      return slownessFound(simulate(named('stable'), { name: '', latency, errors: 0 }, { ...options, seed }), known);
    });
    return row([`latency x${latency}`], looks);
  });
  return [['canary', 'failed, %', 'median look'], ...rows];
}

function slownessFound(rollout: Rollout, known: Settings): number | undefined {
  const all = cleaned(windowsOf(rollout)).windows.map(preparing(le, known));
  return firstFailure(all.length, known, (look) => finished(comparisons(all.slice(0, look), le, known, 0))[0]);
}

function firstFailure(looks: number, known: Settings, draftAt: (look: number) => Draft | undefined): number | undefined {
  for (let look = 1; look <= looks; look++) {
    const draft = draftAt(look);
    if (draft !== undefined && failed(draft, bounds([draft], known)[0] ?? Number.POSITIVE_INFINITY, known)) return look;
  }
  return undefined;
}

function simulated(runs: number, run: (index: number) => number | undefined): readonly (number | undefined)[] {
  return Array.from({ length: runs }, (_, index) => run(index));
}

function row(names: readonly string[], looks: readonly (number | undefined)[]): readonly string[] {
  const failures = looks.filter((look) => look !== undefined);
  return [...names, share(looks, (look) => look !== undefined), String(median(failures) ?? '-')];
}

function named(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`scenario ${name}: it must be in the list of scenarios`);
  return found;
}
