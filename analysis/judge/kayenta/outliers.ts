import { percentile } from './statistics';

/**
 * Drops values far outside the quartiles: Tukey's fences, made less sensitive by never cutting inside the 1st and the 99th percentile. A value on a fence stays.
 *
 * Reference: J. W. Tukey, "Exploratory data analysis" (1977).
 *
 * @param factor distance of a fence from its quartile, in interquartile ranges; above 0.
 * @example withoutOutliers([1, 2, 3, 4, 100], 3) // [1, 2, 3, 4]: the fences are -4 and 96.16, the 99th percentile
 */
export function withoutOutliers(values: readonly number[], factor: number): readonly number[] {
  if (!(factor > 0)) throw new Error(`outliers.outlierFactor: a number above 0 is expected, got ${factor}`);
  if (values.length === 0) return values;
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [percentile(sorted, 25), percentile(sorted, 75)];
  const lower = Math.min(percentile(sorted, 1), low - factor * (high - low));
  const upper = Math.max(percentile(sorted, 99), high + factor * (high - low));
  return values.filter((value) => value >= lower && value <= upper);
}
