import { ProviderFailure } from '../provider';
import type { Answer } from './answer';
import { type Column, gridded } from './column';

/** Cumulative counts per upper bound, infinity included. */
export interface Histogram {
  readonly columns: ReadonlyMap<number, Column>;
  readonly notFinite: number;
}

/** Reads the series of a classic histogram, one per `le`. */
export function histogramOf(side: string, { series }: Answer, ends: readonly number[]): Histogram {
  const columns = new Map<number, Column>();
  for (const one of series) {
    const bound = boundOf(side, one.labels['le']);
    if (columns.has(bound))
      throw new ProviderFailure('provider-malformed', `answered several ${side} buckets for le=${bound}: sum by (le)`);
    columns.set(bound, gridded(`${side} buckets`, one, ends));
  }
  return { columns, notFinite: [...columns.values()].reduce((sum, column) => sum + column.notFinite, 0) };
}

/** Finite bounds that every given histogram has: a new version may have changed its buckets, and unlike buckets cannot be compared. */
export function commonBounds(histograms: readonly (Histogram | null | undefined)[]): number[] {
  const [first, ...others] = histograms.flatMap((histogram) => (histogram && histogram.columns.size > 0 ? [histogram.columns] : []));
  if (first === undefined) return [];
  return [...first.keys()].filter((bound) => Number.isFinite(bound) && others.every((columns) => columns.has(bound))).sort((a, b) => a - b);
}

/** The counts of one window up to each bound, and of all requests; null unless every one of them is known. */
export function bucketsOf({ columns }: Histogram, le: readonly number[], window: number): number[] | null {
  const counts: number[] = [];
  for (const bound of [...le, Number.POSITIVE_INFINITY]) {
    const count = columns.get(bound)?.values[window] ?? null;
    if (count === null) return null;
    // Extrapolation may leave a later bucket a hair below an earlier one.
    counts.push(Math.max(count, counts.at(-1) ?? 0));
  }
  return counts;
}

function boundOf(side: string, le: string | undefined): number {
  const bound = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
  if (le === undefined || le.trim() === '' || Number.isNaN(bound)) {
    throw new ProviderFailure('provider-malformed', `answered a ${side} bucket without a usable le: sum by (le)`);
  }
  return bound;
}
