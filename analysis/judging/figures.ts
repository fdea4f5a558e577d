import type { SideWindows } from '../contract/windows.generated';

/** A metric of one side in window `i`; null where there is nothing to measure. */
export type WindowFigure = (side: SideWindows, i: number, le: readonly number[]) => number | null;

/** Share of failed requests, 0 to 1. */
export const errorRateOf: WindowFigure = ({ requests, errors }, i) => {
  const [all, failed] = [requests[i] ?? null, errors[i] ?? null];
  return all === null || all === 0 || failed === null ? null : failed / all;
};

/** The 99th percentile of the latency, in seconds. */
export const p99Of: WindowFigure = ({ buckets }, i, le) => {
  const counts = buckets[i] ?? null;
  return counts === null ? null : quantileOf(0.99, le, counts);
};

/**
 * A quantile from cumulative bucket counts, linear inside the bucket as in PromQL's `histogram_quantile`; null without requests.
 *
 * The highest finite bound is the answer for everything above it.
 *
 * @param counts requests at most as slow as each bound of `le`, and all requests last
 * @example quantileOf(0.5, [1, 2], [10, 20, 20]) // 1
 */
export function quantileOf(share: number, le: readonly number[], counts: readonly number[]): number | null {
  const all = counts.at(-1) ?? 0;
  if (all === 0 || le.length === 0) return null;
  const rank = share * all;
  const i = counts.findIndex((count) => count >= rank);
  const upper = le[i];
  if (upper === undefined) return le.at(-1) ?? null;
  const [lower, before] = i === 0 ? [0, 0] : [le[i - 1] ?? 0, counts[i - 1] ?? 0];
  const within = (counts[i] ?? 0) - before;
  return within === 0 ? upper : lower + ((upper - lower) * (rank - before)) / within;
}
