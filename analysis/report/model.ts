import type { JudgementRecord, MetricDetail } from '../contract/record';
import type { Unit } from './format';

/** Everything the page of one judgement shows. */
export interface Report {
  readonly record: JudgementRecord;
  readonly sections: readonly MetricSection[];
}

/** One metric: its values, what was compared, and how the judge came to think so. */
export interface MetricSection {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly values: readonly WindowValue[];
  /** Absolute limits in the unit of the metric. */
  readonly limits: readonly number[];
  /** So many times worse than stable is still healthy; 1 when nothing was said. */
  readonly tolerated: number;
  readonly details: readonly MetricDetail[];
  readonly paths: readonly MetricPath[];
  /** Latency: the distribution over the whole release. */
  readonly distribution: readonly BucketShare[];
}

export interface WindowValue {
  /** End of the window. */
  readonly at: Date;
  readonly canary: number | null;
  readonly stable: number | null;
}

/** How one detail grew, look after look. */
export interface MetricPath {
  readonly name: string;
  readonly points: readonly {
    readonly at: Date;
    readonly ratio: number | null;
    readonly interval: readonly [low: number | null, high: number | null];
    readonly evidence: number | null;
    readonly bound: number | null;
  }[];
}

/** Share of the requests that were slower than a bound. */
export interface BucketShare {
  readonly le: number;
  readonly canary: number | null;
  readonly stable: number | null;
}
