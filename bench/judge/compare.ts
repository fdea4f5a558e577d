import { calibrate } from '../../analysis/judge/split/calibrate';
import type { SplitConfig } from '../../analysis/judge/types';
import { type Course, kayenta, split, threshold } from './contestants';
import type { Effect, Scenario } from './scenario';
import { type Rollout, simulate, simulateHalves, windowsOf } from './simulate';

/** What the judges made of the rollouts of one scenario with one effect. */
export interface Tally {
  readonly scenario: Scenario;
  readonly effect: Effect;
  readonly runs: number;
  readonly looks: number;
  readonly split: readonly Course[];
  readonly kayenta: readonly Course[];
  readonly threshold: readonly Course[];
}

export interface Cell {
  readonly scenario: Scenario;
  readonly effect: Effect;
}

/** Two hours of stable pods are behind every calibrated rollout. */
const calibrationWindows = 240;
/** Keeps the seeds of rollouts, cells and calibrations apart. */
const seedStep = 1_000_003;

/** Simulates each cell and lets every judge follow every rollout of it. The other judges know no calibration and are not asked twice. */
export function compareAll(
  cells: readonly Cell[],
  options: { readonly runs: number; readonly seed: number; readonly looks: number; readonly rps: number },
  progress: (text: string) => void,
): readonly Tally[] {
  return cells.map(({ scenario, effect }, cell) => {
    progress(`${scenario.name}, ${effect.name}, ${options.rps} rps, ${options.runs} rollouts`);
    const tally = {
      scenario,
      effect,
      runs: options.runs,
      looks: options.looks,
      split: [] as Course[],
      kayenta: [] as Course[],
      threshold: [] as Course[],
    };
    for (let run = 0; run < options.runs; run++) {
      const seed = options.seed * seedStep + cell * 100_000 + run;
      const rollout: Rollout = simulate(scenario, effect, { ...options, seed });
      tally.split.push(split(rollout, scenario.calibrated ? learned(scenario, seed, options.rps) : {}));
      if (scenario.calibrated) continue;
      tally.kayenta.push(kayenta(rollout));
      tally.threshold.push(threshold(rollout));
    }
    return tally;
  });
}

function learned(scenario: Scenario, seed: number, rps: number): SplitConfig {
  const halves = simulateHalves(scenario, { seed: seed + 50_000, rps, windows: calibrationWindows });
  return { dispersion: calibrate(windowsOf(halves)) };
}
