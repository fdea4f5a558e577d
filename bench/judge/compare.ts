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

/** Four hours of stable pods are behind every calibrated rollout. */
const calibrationWindows = 480;
/** Keeps the seeds of rollouts, cells and calibrations apart. */
const seedStep = 100_000_007;
const cellSeeds = 100_000;
const calibrationSeeds = 90_000_000;

/** Simulates each cell and lets every judge follow every rollout of it. The other judges know no calibration and are not asked twice. */
export function compareAll(
  cells: readonly Cell[],
  options: { readonly runs: number; readonly seed: number; readonly looks: number; readonly rps: number },
  progress: (text: string) => void,
): readonly Tally[] {
  const calibrations = calibrationsOf(options);
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
      const seed = options.seed * seedStep + cell * cellSeeds + run;
      const rollout: Rollout = simulate(scenario, effect, { ...options, seed });
      tally.split.push(split(rollout, scenario.calibrated ? calibrations(scenario, run) : {}));
      if (scenario.calibrated) continue;
      tally.kayenta.push(kayenta(rollout));
      tally.threshold.push(threshold(rollout));
    }
    return tally;
  });
}

/** One calibration for each rollout of a cell; all calibrated cells have the same stable pods before them, so they share it. */
function calibrationsOf(options: { readonly seed: number; readonly rps: number }): (scenario: Scenario, run: number) => SplitConfig {
  const known: SplitConfig[] = [];
  return (scenario, run) => {
    const seed = options.seed * seedStep + calibrationSeeds + run;
    known[run] ??= { dispersion: calibrate(windowsOf(simulateHalves(scenario, { seed, rps: options.rps, windows: calibrationWindows }))) };
    return known[run];
  };
}
