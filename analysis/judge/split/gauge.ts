import type { Dispersion, Maybe } from '../types';

/** A gauge compared, in logs of the ratio canary to baseline. */
export interface GaugeStream {
  /** Windows in which both sides had a level above 0. */
  readonly windows: number;
  readonly means: { readonly canary: Maybe; readonly baseline: Maybe };
  /** Mean log ratio; null without windows. */
  readonly shift: Maybe;
  /** Log of the e-value against "at most the tolerated growth"; 0 while the shift does not exceed it. */
  readonly evidence: number;
  /** Confidence sequence for the mean log ratio. */
  readonly interval: readonly [low: Maybe, high: Maybe];
  /** The log ratio never changed: there is no noise to judge it by. */
  readonly constant: boolean;
}

/** Autocorrelation assumed before any window is seen, worth ten windows: r = 2/3. */
const prior = { correlation: 2 / 3, windows: 10 };
/** Width of the mixture over effect sizes, in variances of a window. */
const spread = 1;

/**
 * Compares a level such as CPU or memory, a window being one observation: the t-test that may look at any time.
 *
 * Assumes log ratios that are near normal. Exact for independent ones; autocorrelated ones count as fewer windows, by a factor that is estimated.
 *
 * Reference: H. Wang and A. Ramdas, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown variance" (2023); T. L. Lai, Ann. Statist. 4 (1976).
 *
 * @param tolerated growth that is accepted, as a ratio.
 * @param bound log of 1 / alpha, for the interval.
 */
export function gaugeStream(
  series: { readonly baseline: readonly Maybe[]; readonly canary: readonly Maybe[] },
  tolerated: number,
  bound: number,
  learned: Dispersion | undefined,
): GaugeStream {
  const pairs = series.canary.flatMap((canary, window) => {
    const baseline = series.baseline[window];
    return usable(canary) && usable(baseline) ? [{ canary, baseline }] : [];
  });
  const ratios = pairs.map(({ canary, baseline }) => Math.log(canary / baseline));
  const n = ratios.length;
  const means = { canary: meanOf(pairs.map(({ canary }) => canary)), baseline: meanOf(pairs.map(({ baseline }) => baseline)) };
  const shift = meanOf(ratios);
  const unknown = { windows: n, means, shift, evidence: 0, interval: [null, null] as const, constant: false };
  if (shift === null || n < 2) return unknown;
  const deviation = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - shift) ** 2, 0) / (n - 1));
  if (deviation <= 1e-12 * Math.max(1, Math.abs(shift))) return { ...unknown, constant: true };
  const effective = n / (learned?.autocorrelation ?? autocorrelation(ratios, shift));
  const excess = shift - Math.log(tolerated);
  const evidence = excess > 0 ? logEvidence(effective, excess / deviation) : 0;
  const reach = halfWidth(effective, bound);
  const interval = reach === null ? ([null, null] as const) : ([shift - reach * deviation, shift + reach * deviation] as const);
  return { ...unknown, evidence, interval };
}

/**
 * Log of the scale-invariant mixture e-value.
 *
 * @param n effective number of windows.
 * @param effect mean over standard deviation.
 * @example logEvidence(10, 2) // 5.58: t is 6.32 with 9 degrees of freedom
 */
export function logEvidence(n: number, effect: number): number {
  const freedom = n - 1;
  if (freedom <= 0) return 0;
  const square = n * effect * effect;
  const wider = 1 + n * spread;
  return -Math.log(wider) / 2 + ((freedom + 1) / 2) * (Math.log1p(square / freedom) - Math.log1p(square / (freedom * wider)));
}

/** The effect at which the evidence reaches the bound; null while no effect could. */
function halfWidth(n: number, bound: number): number | null {
  let [low, high] = [0, 1e6];
  if (logEvidence(n, high) < bound) return null;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (logEvidence(n, middle) < bound) low = middle;
    else high = middle;
  }
  return high;
}

/** (1 + r) / (1 - r) for the correlation of neighbouring windows, shrunk to the prior and never below 1. */
function autocorrelation(values: readonly number[], centre: number): number {
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const products = values.slice(1).reduce((sum, value, index) => sum + (value - centre) * ((values[index] ?? centre) - centre), 0);
  // The estimate around a fitted mean is low by about (1 + 3 r) / n (Kendall 1954).
  const found = products / squares + (1 + (3 * products) / squares) / values.length;
  const weight = values.length;
  const r = Math.max(0, Math.min(0.95, (weight * found + prior.windows * prior.correlation) / (weight + prior.windows)));
  return (1 + r) / (1 - r);
}

function usable(value: Maybe | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function meanOf(values: readonly number[]): Maybe {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
