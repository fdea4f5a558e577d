import { hypergeometric, informative, type Table } from './hypergeometric';
import { joined, type Law } from './law';
import type { CleanSide, CleanWindow } from './windows';

/** What one window says about latency. */
export interface LatencyLaws {
  /** Per bound: how the requests slower than it spread over the sides; null where that says nothing. */
  readonly bounds: readonly (Law | null)[];
  /**
   * From bound to bound: of the requests slower than one bound, how those slower than the next spread. Given the past bounds each is independent of the
   * ones before, so one common ratio may be tested over all of them at once: the log rank test in the form of odds.
   */
  readonly chain: Law | null;
}

/**
 * Latency as counts: at every bucket bound, "slower than this" is an event.
 *
 * Reference for the chain: D. R. Cox, "Regression models and life tables", J. R. Statist. Soc. B 34 (1972), section 6 (discrete time).
 *
 * @param tolerated slowdown that is accepted: the canary's tail at a bound is compared with the baseline's at bound / tolerated.
 */
export function latencyLaws(window: CleanWindow, le: readonly number[], tolerated: number): LatencyLaws | null {
  const { baseline, canary } = window;
  if (baseline.slower === null || canary.slower === null || baseline.timed === 0 || canary.timed === 0) return null;
  const shifted = tolerated === 1 ? baseline.slower : le.map((bound) => Math.round(tail(baseline, le, bound / tolerated, 'logit')));
  const bounds: (Law | null)[] = [];
  const links: Law[] = [];
  let [left, right] = [baseline.timed, canary.timed];
  canary.slower.forEach((slow, index) => {
    const stable = Math.min(shifted[index] ?? 0, left);
    const events = stable + slow;
    bounds.push(lawOf({ baseline: baseline.timed, canary: canary.timed, events, observed: slow }));
    const link = lawOf({ baseline: left, canary: right, events, observed: slow });
    if (link !== null) links.push(link);
    [left, right] = [stable, slow];
  });
  return { bounds, chain: links.length === 0 ? null : joined(links) };
}

/**
 * Requests slower than any number of seconds, by interpolation inside a bucket: `linear` as histogram_quantile does, or `logit`, the log
 * odds of being slower over the log of latency, which is closer to the truth where latency has a hump and a tail.
 *
 * @returns NaN beyond the last bound, where nothing is known but that they are at most as many as beyond it.
 * @example tail({ slower: [50, 10], timed: 100, ... }, [0.1, 0.2], 0.15, 'linear') // 30
 */
export function tail({ slower, timed }: CleanSide, le: readonly number[], seconds: number, scale: 'linear' | 'logit'): number {
  const index = le.findIndex((bound) => bound >= seconds);
  if (index < 0 || slower === null) return Number.NaN;
  const upper = le[index] ?? Number.NaN;
  const lower = index === 0 ? 0 : (le[index - 1] ?? Number.NaN);
  const before = index === 0 ? timed : (slower[index - 1] ?? Number.NaN);
  const after = slower[index] ?? Number.NaN;
  // Where in the fastest bucket with requests they were nobody knows, as odds do not begin anywhere: all of them may have been slower.
  if (scale === 'logit' && before === timed) return seconds === upper ? after : before;
  if (scale === 'linear') return before + ((seconds - lower) / (upper - lower)) * (after - before);
  const logit = (count: number): number => Math.log((count + 0.5) / (timed - count + 0.5));
  const odds = logit(before) + (Math.log(seconds / lower) / Math.log(upper / lower)) * (logit(after) - logit(before));
  return (timed + 1) / (1 + Math.exp(-odds)) - 0.5;
}

function lawOf(table: Table): Law | null {
  return informative(table) ? hypergeometric(table) : null;
}
