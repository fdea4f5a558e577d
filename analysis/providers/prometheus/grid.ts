import type { SideWindows, Windows } from '../../contract/windows.generated';
import { ProviderFailure } from '../provider';
import type { Answer } from './answer';
import { bucketsOf, commonBounds, type Histogram, histogramOf } from './buckets';
import { type Column, columnOf } from './column';

/** The absolute grid: `count` windows of `seconds`, the last one ending at `until`. */
export interface Grid {
  readonly until: number;
  readonly seconds: number;
  readonly count: number;
}

/** What Prometheus answered about one side. */
export interface SideAnswers {
  readonly requests: Answer;
  readonly errors: Answer;
  /** Absent when no objective needs latency. */
  readonly buckets?: Answer;
}

/** Ends of the windows of a grid, seconds since 1970. */
export function endsOf({ until, seconds, count }: Grid): number[] {
  return Array.from({ length: count }, (_, i) => until - (count - 1 - i) * seconds);
}

/** The windows of a release, and what was answered before there is one. */
export interface Begun {
  readonly grid: Grid;
  /** Values of the canary that were NaN or infinite, while it has no window. */
  readonly notFinite: number;
}

/**
 * The grid from the first window of this release in which the canary had requests; without windows when there is none.
 *
 * @throws {ProviderFailure} for counts that cannot be
 */
export function begunIn(grid: Grid, canary: Answer, stable: Answer | null): Begun {
  const ends = endsOf(grid);
  const requests = columnOf('canary requests', canary, ends);
  const first = beginOf(requests.values, stable === null ? undefined : columnOf('stable requests', stable, ends).values, grid.seconds);
  return first < 0
    ? { grid: { ...grid, count: 0 }, notFinite: requests.notFinite }
    : { grid: { ...grid, count: grid.count - first }, notFinite: 0 };
}

/**
 * The window in which this release begins, or -1. A hash comes back when a version is released again, rolled back to or retried: what was counted
 * before its pods were gone belongs to another release. An idle canary is not gone, nor one that misses a few scrapes, nor one that nobody could see:
 * while the stable side is missing, too, it is the backend that was away.
 */
function beginOf(requests: readonly (number | null)[], stable: readonly (number | null)[] | undefined, seconds: number): number {
  const gone = Math.max(10, Math.ceil(600 / seconds));
  let [begin, absent] = [-1, 0];
  for (const [i, n] of requests.entries()) {
    if (n !== null) absent = 0;
    else if (stable === undefined || (stable[i] ?? null) !== null) absent += 1;
    if (absent >= gone) begin = -1;
    else if (begin < 0 && n !== null && n > 0) begin = i;
  }
  return begin;
}

/**
 * Puts the answers of both sides on one grid.
 *
 * @throws {ProviderFailure} for counts that cannot be: below 0, several series where one is meant, more errors than requests
 */
export function windowsOf(grid: Grid, canary: SideAnswers, stable: SideAnswers | null): { windows: Windows; notFinite: number } {
  const ends = endsOf(grid);
  const sides = { canary: columnsOf('canary', canary, ends), stable: stable && columnsOf('stable', stable, ends) };
  const le = commonBounds([sides.canary.histogram, sides.stable?.histogram]);
  return {
    windows: {
      from: grid.count === 0 ? null : grid.until - grid.count * grid.seconds,
      seconds: grid.seconds,
      le,
      canary: sideOf(sides.canary, le),
      stable: sides.stable && sideOf(sides.stable, le),
    },
    notFinite: notFiniteOf(sides.canary) + (sides.stable === null ? 0 : notFiniteOf(sides.stable)),
  };
}

interface SideColumns {
  readonly requests: Column;
  readonly errors: Column;
  readonly histogram: Histogram | undefined;
}

function columnsOf(side: string, answers: SideAnswers, ends: readonly number[]): SideColumns {
  const requests = columnOf(`${side} requests`, answers.requests, ends);
  const errors = columnOf(`${side} errors`, answers.errors, ends);
  for (const [i, count] of errors.values.entries()) {
    const all = requests.values[i] ?? null;
    // Both are extrapolated and rounded, each on its own.
    if (count !== null && all !== null && count > all * 1.01 + 1) {
      throw new ProviderFailure('provider-malformed', `counted ${count} errors in ${all} requests on the ${side} side: check the queries`);
    }
  }
  return { requests, errors, histogram: answers.buckets && histogramOf(side, answers.buckets, ends) };
}

function sideOf({ requests, errors, histogram }: SideColumns, le: readonly number[]): SideWindows {
  return {
    requests: [...requests.values],
    errors: errors.values.map((count, i) => (count === null ? null : Math.min(count, requests.values[i] ?? count))),
    buckets: requests.values.map((_, i) => (histogram === undefined ? null : bucketsOf(histogram, le, i))),
  };
}

function notFiniteOf({ requests, errors, histogram }: SideColumns): number {
  return requests.notFinite + errors.notFinite + (histogram?.notFinite ?? 0);
}
