import type { KayentaStats } from './types';

/** Summary of one side; all 0 without data. `std` divides by n - 1 and is 0 for one value. */
export function stats(values: readonly number[]): KayentaStats {
  if (values.length === 0) return { min: 0, max: 0, mean: 0, std: 0, count: 0 };
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    mean: centre,
    std: values.length === 1 ? 0 : Math.sqrt(squares / (values.length - 1)),
    count: values.length,
  };
}

/** The mean in two passes, the second one taking back the rounding of the first. */
export function mean(values: readonly number[]): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
}

/**
 * A percentile by linear interpolation between order statistics (type 7 of R).
 *
 * Reference: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * @param sorted ascending, not empty.
 * @example percentile([1, 2, 3, 4], 25) // 1.75
 */
export function percentile(sorted: readonly number[], percent: number): number {
  const position = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(position);
  const [low, high] = [sorted[below] ?? Number.NaN, sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN];
  const part = position - below;
  return part === 0 ? low : low + part * (high - low);
}
