import type { Maybe, MissingData, ReleaseWindows, SideCounts } from '../types';

/** One side in one window, in whole numbers; null is missing. */
export interface CleanSide {
  readonly requests: Maybe;
  readonly errors: Maybe;
  /** Requests slower than each bound, and all requests that were timed. */
  readonly slower: readonly number[] | null;
  readonly timed: number;
}

export interface CleanWindow {
  readonly baseline: CleanSide;
  readonly canary: CleanSide;
}

export interface CleanWindows {
  readonly windows: readonly CleanWindow[];
  readonly missing: MissingData;
}

const nothing: SideCounts = { requests: [], errors: [], buckets: [] };

/** Separates what was counted from what is missing: null, NaN, infinite and negative values are missing, never 0. */
export function cleaned({ le, baseline, canary }: ReleaseWindows): CleanWindows {
  const length = Math.max(lengthOf(canary), lengthOf(baseline ?? nothing));
  const windows = Array.from({ length }, (_, window) => ({
    baseline: cleanSide(baseline ?? nothing, window, le.length),
    canary: cleanSide(canary, window, le.length),
  }));
  const uncounted = windows.filter((window) => window.canary.requests === null).length;
  return { windows, missing: { windows: uncounted, values: unusable(canary) + unusable(baseline ?? nothing) } };
}

/** A count, or null where there is none. */
export function count(value: Maybe | undefined): Maybe {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

/** Numbers that are present and no counts. */
export function unusableIn(values: readonly Maybe[]): number {
  return values.filter((value) => typeof value === 'number' && !(Number.isFinite(value) && value >= 0)).length;
}

function cleanSide(side: SideCounts, window: number, bounds: number): CleanSide {
  const requests = count(side.requests[window]);
  const errors = count(side.errors[window]);
  const slower = slowerThan(side.buckets[window] ?? null, requests, bounds);
  return {
    requests,
    // Errors and requests are extrapolated apart by increase(), so that errors may come out one too many.
    errors: errors === null || requests === null ? null : Math.min(errors, requests),
    slower: slower?.counts ?? null,
    timed: slower?.timed ?? 0,
  };
}

function slowerThan(buckets: readonly Maybe[] | null, requests: Maybe, bounds: number) {
  if (buckets === null || bounds === 0 || buckets.length < bounds) return undefined;
  const cumulative = buckets.map(count);
  const all = cumulative.length > bounds ? (cumulative[bounds] ?? null) : requests;
  if (all === null || cumulative.some((value) => value === null)) return undefined;
  // Each bucket is extrapolated on its own: put them in order again.
  let least = 0;
  const ordered = cumulative.slice(0, bounds).map((value) => {
    least = Math.max(least, value ?? 0);
    return least;
  });
  const timed = Math.max(all, least);
  return { counts: ordered.map((faster) => timed - faster), timed };
}

function lengthOf({ requests, errors, buckets }: SideCounts): number {
  return Math.max(requests.length, errors.length, buckets.length);
}

function unusable({ requests, errors, buckets }: SideCounts): number {
  return unusableIn(requests) + unusableIn(errors) + buckets.reduce((sum, row) => sum + unusableIn(row ?? []), 0);
}
