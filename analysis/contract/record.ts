import type { JudgedRollout } from './catalogue.generated';
import type { Judgement, ReasonCode, Side, Verdict } from './judgement.generated';
import type { JudgementRequest } from './judgement-request.generated';
import type { Windows } from './windows.generated';

/** All that is known about one judgement: enough to reach the same verdict again. Kept by the store, shown by the report. */
export interface JudgementRecord {
  readonly judgement: Judgement;
  readonly request: JudgementRequest;
  /** When it was first judged, ISO 8601. */
  readonly at: string;
  /** What this rollout promised at that time. */
  readonly rollout: JudgedRollout;
  /** Null when the backend did not answer. */
  readonly windows: Windows | null;
  /** Every comparison and every limit; the judgement has only the one that decided per metric. */
  readonly details: readonly MetricDetail[];
  readonly queries: readonly QueryRecord[];
  readonly quality: DataQuality;
}

/** One comparison of both sides, or one limit. */
export interface MetricDetail {
  readonly name: string;
  readonly kind: 'comparison' | 'limit';
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly sentence: string;
  /** Nobody asked for this comparison: it can fail a release, and a release need not wait for it. */
  readonly vetoOnly: boolean;
  readonly canary: Side;
  readonly stable: Side;
  /** Latency: the bound in seconds that decided. */
  readonly le: number | null;
  /** Estimated ratio of odds: canary to stable (of latency, beyond the tolerated slowdown), or canary to what its limit allows. */
  readonly ratio: number | null;
  readonly interval: readonly [low: number | null, high: number | null];
  /** Log of the e-value, and where it fails; null for a judge without. */
  readonly evidence: number | null;
  readonly bound: number | null;
  /** Requests of both sides still needed for a Pass; null when unknown. */
  readonly requestsNeeded: number | null;
}

/** One query as it was sent. */
export interface QueryRecord {
  readonly side: 'canary' | 'stable';
  readonly name: 'requests' | 'errors' | 'buckets' | 'up';
  readonly promql: string;
  /** Ends of the first and the last window, seconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** Seconds between two evaluations. */
  readonly step: number;
  /** Series in the answer. */
  readonly series: number;
}

export interface DataQuality {
  /** Seconds from the newest sample to the end of the last window; null when there is none. */
  readonly age: number | null;
  /** Values that were NaN or infinite. */
  readonly notFinite: number;
  /** Windows in which the canary could not be counted. */
  readonly gaps: number;
  readonly warnings: readonly string[];
}
