import { zero } from './zero';

/** The upper 1 percent point of the standard normal distribution: the confidence of 98 percent is a constant of the judge. */
const z = 2.3263478740408408;
/** Absolute, in the metric's own unit: values far below it are not told apart. */
const tolerance = 1e-4;

/** How far x lies above y: the Hodges-Lehmann shift and its 98 percent interval. */
export interface Shift {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
}

/**
 * The shift between two samples by the rank sum test, always by its normal approximation with continuity correction: the interval of R's
 * `wilcox.test(x, y, conf.int = TRUE, exact = FALSE)`. Assumes independent values that differ by a shift only. Ends are clamped to the range of the data.
 *
 * Reference: H. B. Mann and D. R. Whitney, Ann. Math. Statist. 18 (1947); M. Hollander and D. A. Wolfe, "Nonparametric statistical methods", section 4.3.
 *
 * @throws AllTied when no value can be told from another, as the variance of the statistic is 0 then.
 * @example shift([11, 12, 13], [1, 2, 3]) // { low: 8, high: 12, ... }: three values a side say no more than their range
 */
export function shift(canary: readonly number[], baseline: readonly number[]): Shift {
  const x = Float64Array.from(canary).sort();
  const y = Float64Array.from(baseline).sort();
  const statistic = (by: number): number => standardised(x, y, by);
  const least = first(x) - last(y);
  const most = last(x) - first(y);
  const bound = (quantile: number): number => {
    if (statistic(least) - quantile <= 0) return least;
    if (statistic(most) - quantile >= 0) return most;
    return zero((by) => statistic(by) - quantile, least, most, tolerance);
  };
  return { low: bound(z), high: bound(-z), estimate: zero(statistic, least, most, tolerance) };
}

/** The rank test is impossible: all values of both sides are equal. */
export class AllTied extends Error {
  constructor() {
    super('rank sum: the values of both sides must not all be equal');
  }
}

/** Share of pairs in which the value of x is the larger one, ties half: the common language effect size. */
export function winShare(canary: readonly number[], baseline: readonly number[]): number {
  const pairs = canary.length * baseline.length;
  const sums = rankSums(Float64Array.from(canary).sort(), Float64Array.from(baseline).sort());
  return (2 * sums.ranks - canary.length * (canary.length + 1)) / (2 * pairs);
}

/** The standardised rank sum of x - by among x - by and y. Both sorted. */
function standardised(x: Float64Array, y: Float64Array, by: number): number {
  const shifted = x.map((value) => value - by);
  // An infinite shift of an infinite value is not a number; sorting again puts it last.
  if (!Number.isFinite(by)) shifted.sort();
  const [n, m] = [x.length, y.length];
  const { ranks, ties } = rankSums(shifted, y);
  const distance = ranks - (n * (n + 1)) / 2 - (n * m) / 2;
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
  if (!(variance > 0)) throw new AllTied();
  return (distance - Math.sign(distance) / 2) / Math.sqrt(variance);
}

/** Sum of the average ranks of x, and the sum of t^3 - t over groups of t equal values. Both sorted; -0 ranks below 0, NaN above all. */
function rankSums(x: Float64Array, y: Float64Array): { readonly ranks: number; readonly ties: number } {
  let ranks = 0;
  let ties = 0;
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    const value = i < x.length && (j >= y.length || !above(at(x, i), at(y, j))) ? at(x, i) : at(y, j);
    const [startX, startY] = [i, j];
    while (i < x.length && Object.is(x[i], value)) i++;
    while (j < y.length && Object.is(y[j], value)) j++;
    const tied = i - startX + j - startY;
    ranks += (i - startX) * (startX + startY + (tied + 1) / 2);
    ties += tied ** 3 - tied;
  }
  return { ranks, ties };
}

function above(a: number, b: number): boolean {
  if (a > b) return true;
  if (a < b) return false;
  if (a === 0 && b === 0) return Object.is(a, 0) && Object.is(b, -0);
  return Number.isNaN(a) && !Number.isNaN(b);
}

function first(values: Float64Array): number {
  return at(values, 0);
}

function last(values: Float64Array): number {
  return at(values, values.length - 1);
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
