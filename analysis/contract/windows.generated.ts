// GENERATED from analysis/contract/windows.schema.json by `npm run build`. Do not edit.

/**
 * What was counted in a release, window by window on an absolute grid: window i ends at from + (i + 1) x seconds. Counts are whole numbers; null where nothing could be counted.
 */
export interface Windows {
/**
 * Start of the first window, seconds since 1970; null without windows.
 */
from: (number | null)
/**
 * Length of a window.
 */
seconds: number
/**
 * Finite upper bounds of the latency buckets that both sides have, in seconds, ascending.
 */
le: number[]
canary: SideWindows
stable: (SideWindows | null)
}
/**
 * One side of the release, an entry per window.
 */
export interface SideWindows {
requests: (number | null)[]
errors: (number | null)[]
/**
 * Per window: requests at most as slow as each bound of le, cumulative, and all requests as the last number; null for a window without them.
 */
buckets: (number[] | null)[]
}
