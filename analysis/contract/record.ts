import type { JudgedRollout } from './catalogue.generated';
import type { Judgement } from './judgement.generated';
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
  readonly queries: readonly QueryRecord[];
  readonly quality: DataQuality;
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
