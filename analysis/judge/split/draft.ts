import type { Maybe, Reason, SideSummary } from '../types';

/** All that is known about one metric before its share of the error budget is: enough for a verdict, and the interval on demand. */
export interface Draft {
  readonly name: string;
  readonly kind: 'comparison' | 'limit';
  readonly canary: SideSummary;
  readonly baseline: SideSummary;
  readonly le: Maybe;
  /** Why nothing can be said; undefined when there are data. */
  readonly missing: Reason | undefined;
  /** Log of the e-value against the canary. */
  readonly evidence: number;
  /** What it is of the release as a whole: the evidence against a canary that turned bad may be of its later part alone. */
  readonly whole: number;
  /** What the evidence would be by now under the regression worth noticing. */
  readonly expected: number;
  /** Events on the canary, and windows that said something. */
  readonly events: number;
  readonly windows: number;
  /** Requests on both sides in those windows. */
  readonly requests: number;
  readonly ratio: Maybe;
  /** So many times worse is tolerated, and the ratio is what goes beyond; not set where the ratio is between the two sides as they are. */
  readonly beyond?: number;
  /** Why the data can never say anything about it, in words. */
  readonly unmeasured?: string;
  /** The counts by themselves are over the limit, if only by what is not worth noticing. */
  readonly over: boolean;
  /** Interval of the ratio, given the log of 1 / alpha. */
  readonly interval: (bound: number) => readonly [low: Maybe, high: Maybe];
  /** Whether the ratio worth noticing (or the limit) is refuted, given the log of 1 / alpha. */
  readonly refuted: (bound: number) => boolean;
  /** Whether the canary is so quiet that no ratio matters, given the log of 1 / alpha. */
  readonly quiet: (bound: number) => boolean;
}

/** A side on which nothing is known. */
export const unknownSide: SideSummary = { n: null, bad: null, value: null };

/** A ratio from its logarithm; null when it is as good as infinite or 0. */
export function ratioOf(log: number | null): Maybe {
  return log === null || !(Math.abs(log) < Math.log(1000)) ? null : Math.exp(log);
}
