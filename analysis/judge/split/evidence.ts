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

/**
 * What one window adds to the evidence; it never changes, whatever comes later. Thousands are kept from look to look, so the numbers are in one list,
 * which is one object to the garbage collector: two for each alternative, then four more.
 */
export class Gain {
  constructor(
    readonly law: Law,
    private readonly numbers: readonly number[],
  ) {}

  /** What an alternative adds to the log likelihood ratio of the one before it, the first to the tolerated ratio. */
  step(alternative: number): number {
    return this.numbers[2 * alternative] ?? 0;
  }

  /** Mean variance of the count from the one before it to an alternative. */
  spread(alternative: number): number {
    return this.numbers[2 * alternative + 1] ?? 0;
  }

  /** Mean and variance of the count at the tolerated ratio. */
  get mean(): number {
    return this.numbers[rest] ?? 0;
  }

  get variance(): number {
    return this.numbers[rest + 1] ?? 0;
  }

  /** The log likelihood ratio to be expected if the ratio were the one worth noticing, and the variance half way to it. */
  get expected(): number {
    return this.numbers[rest + 2] ?? 0;
  }

  get noticed(): number {
    return this.numbers[rest + 3] ?? 0;
  }
}

/** Where the four other numbers of a gain begin. */
const rest = 2 * tilts.length;

/**
 * The log likelihood ratios of one window.
 *
 * @param tolerated log of the ratio that is accepted.
 * @param notice log of the ratio worth noticing.
 * @example gain(shares({ baseline: 1, canary: 1, events: 2, observed: 2 }), 0, Math.log(2)).step(0) // 0.174: log of (1.2/2.2)^2 / (1/2)^2
 */
export function gain(law: Law, tolerated: number, notice: number): Gain {
  const base = law.at(tolerated);
  const numbers: number[] = [];
  let before = 0;
  let { variance } = base;
  for (const by of tilts) {
    const other = law.at(tolerated + by);
    const log = law.observed * by - (other.log - base.log);
    numbers.push(log - before, (variance + other.variance) / 2);
    before = log;
    variance = other.variance;
  }
  const noticed = law.at(notice);
  const expected = (notice - tolerated) * noticed.mean - (noticed.log - base.log);
  numbers.push(base.mean, base.variance, expected, (base.variance + noticed.variance) / 2);
  // A list that grew has room for more; its copy has not.
  return new Gain(law, numbers.slice());
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
  return evidences(gains, noise, weights).all;
}

/** The evidence, and what it would be without the later beginnings: of the release as a whole. */
export function evidences(
  gains: readonly Gain[],
  noise: number,
  weights: readonly number[] = usual,
): { readonly all: number; readonly whole: number } {
  const before: Float64Array[] = [];
  const sums = new Float64Array(tilts.length);
  gains.forEach((one, window) => {
    if (window % startEvery === 0) before.push(sums.slice());
    discounted(one, noise, sums);
  });
  const starts = before.map((known) => sums.map((sum, j) => sum - (known[j] ?? 0)));
  const trust = starts.map((_, start) => startTrust(start));
  const unspent = 1 - trust.reduce((sum, one) => sum + one, 0);
  const logs = starts.map((sums) => logMixture(sums, weights));
  return { all: logMixture([...logs, 0], [...trust, unspent]), whole: logMixture([logs[0] ?? 0, 0], [1 - late, late]) };
}

/** Adds the log likelihood ratios of one window, less what noise takes away, to the sums. */
function discounted(one: Gain, noise: number, sums: Float64Array): void {
  let total = 0;
  for (let j = 0; j < sums.length; j++) {
    total += one.step(j) / (1 + noise * one.spread(j));
    sums[j] = (sums[j] ?? 0) + total;
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
