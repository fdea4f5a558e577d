/**
 * What the judges are asked and what they answer. Plain data that survives JSON. Null, NaN and infinities are missing values: they are counted,
 * reported, and never speak for the canary. Every number in an answer is finite or null.
 */

/** A value that may be missing. */
export type Maybe = number | null;

/** One side of a release, an entry per window. Counts that come from `increase()` are rounded to whole numbers. */
export interface SideCounts {
  /** All requests in the window; null or 0 for a window without. */
  readonly requests: readonly Maybe[];
  /** Failed ones among them. */
  readonly errors: readonly Maybe[];
  /**
   * Requests at most as slow as each bound of `le`, cumulative. One more number than bounds is the count of all requests that were timed;
   * without it `requests` is taken. May be empty when latency is not measured.
   */
  readonly buckets: readonly (readonly Maybe[] | null)[];
}

/** Both sides of a release, counted on the same grid of windows since the release began, over all its stages. */
export interface ReleaseWindows {
  /** Length of one window. */
  readonly seconds: number;
  /** Finite upper bounds of the latency buckets, in seconds, ascending. */
  readonly le: readonly number[];
  /** The version being replaced; null when it has no traffic to compare with (after a switch), so that only absolute limits can be judged. */
  readonly baseline: SideCounts | null;
  readonly canary: SideCounts;
}

/** Rare events without a denominator, such as restarts or logged errors, over an exposure such as pod-seconds. */
export interface EventCounts {
  readonly name: string;
  readonly baseline: { readonly events: readonly Maybe[]; readonly exposure: readonly Maybe[] };
  readonly canary: { readonly events: readonly Maybe[]; readonly exposure: readonly Maybe[] };
}

/** A level, such as CPU or memory per pod, averaged over each window. */
export interface GaugeSeries {
  readonly name: string;
  readonly baseline: readonly Maybe[];
  readonly canary: readonly Maybe[];
  /** Growth that is accepted: 1.1 is 10 percent. @default 1.1 */
  readonly tolerated?: number;
}

/** A limit that the canary must keep whatever the baseline does. */
export type AbsoluteLimit =
  /** Share of failed requests, 0 to 1. */
  | { readonly metric: 'error-rate'; readonly kind: 'at-most'; readonly value: number }
  /** Seconds. */
  | { readonly metric: 'p99'; readonly kind: 'at-most'; readonly value: number }
  /** Times the value on the baseline. */
  | { readonly metric: 'error-rate' | 'p99'; readonly kind: 'times-stable'; readonly times: number };

/** How noisy windows are beyond counting: what an A/A calibration learns from two halves of the stable pods. */
export interface Dispersion {
  /** Variance of a window's log odds ratio beyond sampling (tau squared). */
  readonly variance: number;
  /** Autocorrelation factor (1 + r) / (1 - r), at least 1. */
  readonly autocorrelation: number;
}

/** Settings of the `split` judge. */
export interface SplitConfig {
  /** Error budget: the share of healthy releases that may ever fail, over all metrics, limits and looks. @default 0.01 */
  readonly alpha?: number;
  /** Windows that the release, or its present stage, is planned to last: there is no Pass before. @default 1 */
  readonly planned?: number;
  /** Which comparisons with the baseline are made. @default ['errors', 'latency'] */
  readonly compare?: readonly ('errors' | 'latency')[];
  /** Odds ratio of errors that is accepted. @default 1 */
  readonly toleratedErrors?: number;
  /** Slowdown that is accepted: 1.1 is 10 percent slower. @default 1 */
  readonly toleratedLatency?: number;
  /** Ratio of event rates that is accepted. @default 1 */
  readonly toleratedEvents?: number;
  /** A Pass says: an odds ratio of errors (or a ratio of events) this large would most likely have been noticed; more than is tolerated of either. @default 2, or half as much again as is tolerated where that is 2 or more */
  readonly noticeErrors?: number;
  /** The same for the odds of being slow. @default 1.5 */
  readonly noticeLatency?: number;
  /** Fewest canary events on which a metric may fail. @default 5 */
  readonly minimumEvents?: number;
  /** Absolute limits beside the comparison. @default [] */
  readonly limits?: readonly AbsoluteLimit[];
  /** Shares of the error budget by metric name; missing ones count 1. @default all comparisons together 0.8 when there are limits */
  readonly weights?: Readonly<Record<string, number>>;
  /** Learned dispersion by metric name. @default estimated during the release, from a prior */
  readonly dispersion?: Readonly<Record<string, Dispersion>>;
}

/** All that the `split` judge looks at. */
export interface SplitInput {
  readonly windows: ReleaseWindows;
  readonly counts?: readonly EventCounts[];
  readonly gauges?: readonly GaugeSeries[];
  readonly config?: SplitConfig;
}

/** Pass: within limits, with evidence. Fail: over a limit, with evidence. Inconclusive: everything else. */
export type Verdict = 'Pass' | 'Fail' | 'Inconclusive';

/** Why, in a form that programs may compare. */
export type Reason =
  /** A regression worth noticing would have been noticed. */
  | 'healthy'
  | 'worse-than-stable'
  | 'over-limit'
  | 'no-canary-data'
  | 'no-stable-data'
  /** There were values, and none was a finite number. */
  | 'not-finite'
  /** Nothing wrong so far, and too few requests or windows to say more. */
  | 'too-little-evidence';

/** What was counted on one side. */
export interface SideSummary {
  /** Requests, exposure, or windows of a gauge. */
  readonly n: Maybe;
  /** Events among them: errors, or requests slower than the bound that spoke loudest. */
  readonly bad: Maybe;
  /** The metric itself: a share from 0 to 1, seconds, or the level of a gauge. */
  readonly value: Maybe;
}

/** One comparison or one limit. */
export interface MetricResult {
  /** `errors`, `latency`, `error-rate at most 0.05`, `p99 at most 1.5 x stable`, or the name of a count or gauge. */
  readonly name: string;
  readonly kind: 'comparison' | 'limit';
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly sentence: string;
  readonly canary: SideSummary;
  readonly baseline: SideSummary;
  /** Latency: the bound in seconds that spoke loudest. */
  readonly le: Maybe;
  /** Estimated ratio canary to baseline (odds, rates or levels; of latency, beyond what is tolerated), or canary to what its limit allows. */
  readonly ratio: Maybe;
  /** Where the ratio lies, at every look together with the error budget of this metric; null is unbounded or unknown. */
  readonly interval: readonly [low: Maybe, high: Maybe];
  /** Evidence against the canary so far: log of the e-value. */
  readonly evidence: Maybe;
  /** The evidence at which it fails: log of 1 over its share of the error budget. */
  readonly bound: number;
  /** Requests (both sides) still needed before a Pass is possible at the present split; 0 when there are enough, null when unknown. */
  readonly requestsNeeded: Maybe;
}

/** What could not be used. */
export interface MissingData {
  /** Windows in which the canary was not counted. */
  readonly windows: number;
  /** Values that were NaN, infinite or negative. */
  readonly values: number;
}

/** The answer of the `split` judge. */
export interface SplitJudgement {
  readonly judge: 'split';
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** One sentence for a person. */
  readonly sentence: string;
  readonly metrics: readonly MetricResult[];
  /** Windows with traffic on the canary. */
  readonly windows: number;
  readonly missing: MissingData;
  /** The largest `requestsNeeded` of an inconclusive metric; 0 otherwise; null when unknown. */
  readonly requestsNeeded: Maybe;
}

/** The two judges; `analysis/judge/split/judge` and `analysis/judge/kayenta/judge` implement them. */
export type JudgeSplit = (input: SplitInput) => SplitJudgement;
