import type { Law } from './law';

/** Ratios that the canary's could be, beyond the tolerated one, and how much is put on each. */
export const alternatives: readonly { readonly ratio: number; readonly weight: number }[] = [
  { ratio: 1.2, weight: 0.05 },
  { ratio: 1.4, weight: 0.12 },
  { ratio: 1.7, weight: 0.19 },
  { ratio: 2.1, weight: 0.19 },
  { ratio: 3, weight: 0.15 },
  { ratio: 5, weight: 0.2 },
  { ratio: 12, weight: 0.06 },
  { ratio: 50, weight: 0.04 },
];
const tilts = alternatives.map(({ ratio }) => Math.log(ratio));
const usual = alternatives.map(({ weight }) => weight);

/** Windows between two beginnings, and the trust that the later ones share. */
const startEvery = 10;
const late = 0.1;

/** What one window adds to the evidence; it never changes, whatever comes later. */
export interface Gain {
  readonly law: Law;
  /** Log likelihood ratio of each alternative to the tolerated ratio. */
  readonly logs: readonly number[];
  /** Mean and variance of the count at the tolerated ratio, and its variance at each alternative. */
  readonly mean: number;
  readonly variance: number;
  readonly variances: readonly number[];
  /** The log likelihood ratio to be expected if the ratio were the one worth noticing, and the variance half way to it. */
  readonly expected: number;
  readonly noticed: number;
}

/**
 * The log likelihood ratios of one window.
 *
 * @param tolerated log of the ratio that is accepted.
 * @param notice log of the ratio worth noticing.
 * @example gain(shares({ baseline: 1, canary: 1, events: 2, observed: 2 }), 0, Math.log(2)).logs[4] // 0.811: log of (3/4)^2 / (1/2)^2
 */
export function gain(law: Law, tolerated: number, notice: number): Gain {
  const base = law.at(tolerated);
  const others = tilts.map((by) => law.at(tolerated + by));
  const logs = tilts.map((by, index) => law.observed * by - ((others[index]?.log ?? Number.NaN) - base.log));
  const variances = others.map(({ variance }) => variance);
  const noticed = law.at(notice);
  const expected = (notice - tolerated) * noticed.mean - (noticed.log - base.log);
  return { law, logs, mean: base.mean, variance: base.variance, variances, expected, noticed: (base.variance + noticed.variance) / 2 };
}

/**
 * The evidence that the ratio is more than the tolerated one: log of a mixture of likelihood ratios, multiplied over the windows.
 *
 * What noise takes away grows with the count: from one alternative to the next, the log likelihood ratio is divided by 1 + noise x the variance of the
 * count between them. For rare events this is the likelihood ratio of the negative binomial law, so a few events in a noisy minute never count as many.
 *
 * With a noise of 0, or any that is fixed before its window, this is an e-process: at or below the tolerated ratio its expectation is at most 1 at any
 * time, so the chance that it ever reaches 1 / alpha is at most alpha, however often one looks (Ville's inequality). A tenth of the trust is kept for
 * evidence that begins later, at every tenth window, so that a canary that turns bad does not live on its good past.
 *
 * Reference: A. Ramdas, P. Gruenwald, V. Vovk, G. Shafer, "Game-theoretic statistics and safe anytime-valid inference", Statistical Science 38 (2023);
 * for the late beginnings J. Shin, A. Ramdas, A. Rinaldo, "E-detectors", New England J. of Statistics in Data Science (2023); for the noise
 * R. W. M. Wedderburn, "Quasi-likelihood functions", Biometrika 61 (1974).
 *
 * @param noise variance of a window's log ratio beyond sampling, times its autocorrelation factor.
 * @param weights how much is put on each alternative.
 * @returns 0 without windows.
 */
export function evidence(gains: readonly Gain[], noise: number, weights: readonly number[] = usual): number {
  const before: Float64Array[] = [];
  const sums = new Float64Array(tilts.length);
  gains.forEach((one, window) => {
    if (window % startEvery === 0) before.push(sums.slice());
    discounted(one, noise, sums);
  });
  const starts = before.map((known) => sums.map((sum, j) => sum - (known[j] ?? 0)));
  const trust = starts.map((_, start) => startTrust(start));
  const unspent = 1 - trust.reduce((sum, one) => sum + one, 0);
  return logMixture([...starts.map((sums) => logMixture(sums, weights)), 0], [...trust, unspent]);
}

/** Adds the log likelihood ratios of one window, less what noise takes away, to the sums. */
function discounted({ logs, variance, variances }: Gain, noise: number, sums: Float64Array): void {
  let [before, spread, total] = [0, variance, 0];
  for (let j = 0; j < sums.length; j++) {
    const [log, next] = [logs[j] ?? 0, variances[j] ?? 0];
    total += (log - before) / (1 + (noise * (spread + next)) / 2);
    sums[j] = (sums[j] ?? 0) + total;
    before = log;
    spread = next;
  }
}

/** Trust in the evidence from each beginning: 0.9 in all of it, the rest divided so that it lasts for any number of windows. */
function startTrust(start: number): number {
  return start === 0 ? 1 - late : late / (start * (start + 1));
}

/**
 * Log of a weighted mean of exponentials, without overflow.
 *
 * @example logMixture([0, Math.log(3)], [0.5, 0.5]) // 0.693: log of (1 + 3) / 2
 */
export function logMixture(logs: ArrayLike<number>, shares: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < logs.length; j++) largest = Math.max(largest, logs[j] ?? largest);
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let j = 0; j < logs.length; j++) sum += (shares[j] ?? 0) * Math.exp((logs[j] ?? 0) - largest);
  return largest + Math.log(sum);
}
