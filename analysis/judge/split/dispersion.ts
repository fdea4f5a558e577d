import type { Dispersion } from '../types';
import { fitted } from './fit';
import type { Law } from './law';

/** What is assumed of the noise before any window is seen. */
export interface DispersionPrior {
  /** Variance of a window's log ratio beyond sampling. */
  readonly variance: number;
  /** How many windows of information the assumption is worth. */
  readonly windows: number;
  /** Autocorrelation factor (1 + r) / (1 - r); 5 is r = 2/3. */
  readonly autocorrelation: number;
}

/** The least noise, as a share of the prior's: windows may resemble each other by chance, or because a slow noise has hold of them all. */
const least = 0.25;

/**
 * How noisy the windows are beyond counting, estimated around the fitted ratio (so that a real effect is not mistaken for noise) and shrunk to a prior.
 * Windows that vary less than counting alone would have them speak against the prior, as those that vary more speak for it.
 *
 * Reference: R. DerSimonian and N. Laird, Controlled Clinical Trials 7 (1986), with the weights of the score test.
 *
 * @param tilt the fitted one.
 * @example dispersion([], { variance: 0.01, windows: 10, autocorrelation: 5 }) // the prior
 */
export function dispersion(laws: readonly Law[], prior: DispersionPrior, tilt = fitted(laws)): Dispersion {
  const { autocorrelation } = prior;
  let [chiSquare, sum, squares] = [0, 0, 0];
  const one = { mean: 0, variance: 0 };
  for (const law of laws) {
    const { mean, variance } = law.near(tilt, one);
    if (variance <= 0) continue;
    chiSquare += (law.observed - mean) ** 2 / variance;
    sum += variance;
    squares += variance * variance;
  }
  const scale = sum - (autocorrelation * squares) / sum;
  if (!(scale > 0)) return { variance: prior.variance, autocorrelation };
  const weight = ((laws.length - 1) * scale) / sum;
  const excess = (chiSquare - laws.length + 1) / scale;
  const shrunk = (prior.windows * prior.variance + weight * excess) / (prior.windows + weight);
  return { variance: Math.max(least * prior.variance, shrunk), autocorrelation };
}

/**
 * By how much the evidence of a window counts less: 1 + autocorrelation x variance beyond sampling x variance of its count. Near 1 for few events;
 * a busy window can never say more than its noise allows.
 *
 * @example discount({ variance: 0.01, autocorrelation: 5 }, 20) // 2
 */
export function discount({ variance, autocorrelation }: Dispersion, countVariance: number): number {
  return 1 + autocorrelation * variance * countVariance;
}
