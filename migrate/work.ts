import type { Collection, Document, Filter } from 'mongodb';
import type { Collections, RangeRow } from './collections';
import type { Lease } from './lease';
import type { Sweep } from './sweep';

/** A piece of a range: the documents after one id and up to another. Without an end it is the last one. */
export interface Slice {
  readonly after: { readonly id: unknown } | undefined;
  readonly upTo: { readonly id: unknown } | undefined;
  readonly size: number;
}

export interface BatchResult {
  readonly scanned: number;
  readonly modified: number;
  readonly quarantined: number;
}

/** What one guarded write needs. */
export interface Writing {
  readonly documents: Collection<Document>;
  readonly sweep: Sweep;
  /** Whose fence goes into the filter. */
  readonly lease: { fence(): Filter<Document> };
  /** Found in `currentOp` and in the profiler. */
  readonly comment: string;
}

/** Everything a batch of one range needs. */
export interface Work extends Writing {
  readonly collections: Collections;
  readonly lease: Lease<RangeRow>;
  readonly pass: number;
}
