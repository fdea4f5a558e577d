import type { CleanSide, CleanWindow } from './windows';

/** The buckets of one side over several windows. */
export interface Pool {
  /** Requests slower than each bound. */
  readonly slower: number[];
  timed: number;
}

export function emptyPool(bounds: number): Pool {
  return { slower: Array(bounds).fill(0), timed: 0 };
}

/** Adds one window to the pool. */
export function pour({ slower, timed }: CleanSide, pool: Pool): void {
  if (slower === null) return;
  pool.timed += timed;
  for (let index = 0; index < slower.length; index++) pool.slower[index] = (pool.slower[index] ?? 0) + (slower[index] ?? 0);
}

/** The buckets of one side over all windows; null without any timed request. */
export function pooled(windows: readonly CleanWindow[], side: 'canary' | 'baseline'): Pool | null {
  const pool = emptyPool(0);
  for (const window of windows) pour(window[side], pool);
  return pool.timed === 0 ? null : pool;
}
