import { ProviderFailure } from '../provider';
import type { Answer, AnsweredSeries } from './answer';

/** Whole counts at the ends of the windows; null where there is none. */
export interface Column {
  readonly values: readonly (number | null)[];
  /** Values that were NaN or infinite. */
  readonly notFinite: number;
}

/** The only series of an answer, on the grid. No series is no data: every value is null, never 0. */
export function columnOf(what: string, { series }: Answer, ends: readonly number[]): Column {
  const [only, ...more] = series;
  if (more.length > 0) throw new ProviderFailure('provider-malformed', `answered ${series.length} series for ${what}: a query answers one`);
  return only === undefined ? { values: ends.map(() => null), notFinite: 0 } : gridded(what, only, ends);
}

/** One series on the grid, rounded: `increase` extrapolates, so its counts are seldom whole. */
export function gridded(what: string, series: AnsweredSeries, ends: readonly number[]): Column {
  const byTime = new Map(series.values);
  let notFinite = 0;
  const values = ends.map((end) => {
    const value = byTime.get(end);
    if (value === undefined) return null;
    if (value === null) {
      notFinite += 1;
      return null;
    }
    if (value < 0) throw new ProviderFailure('provider-malformed', `counted ${value} ${what}: a count is not below 0`);
    return Math.round(value);
  });
  return { values, notFinite };
}
