import type { Collection, Document } from 'mongodb';
import { bracketOf, type Range, splitKeySpace } from './key-space';
import { timeLimits } from './limits';
import type { Migration } from './types';

export interface RangePlan {
  readonly documents: number;
  readonly ranges: readonly Range[];
}

const samplesPerRange = 100;
const documentsPerRange = 250_000;

/**
 * Cuts the collection into ranges of about the same number of documents, by a random sample of its ids: as quick for ten million
 * documents as for ten thousand. An uneven cut costs nothing, because ranges are claimed one by one.
 */
export async function planRanges(documents: Collection<Document>, migration: Migration): Promise<RangePlan> {
  const count = await documents.estimatedDocumentCount({ maxTimeMS: timeLimits.ledgerMs });
  const wanted = rangeCount(count, migration.backfill?.ranges);
  const sample = await documents
    .aggregate([{ $sample: { size: wanted * samplesPerRange } }, { $project: { _id: 1 } }, { $sort: { _id: 1 } }], {
      maxTimeMS: timeLimits.verifyMs,
    })
    .toArray();
  return {
    documents: count,
    ranges: cut(
      sample.map(({ _id }) => _id as unknown),
      wanted,
    ),
  };
}

/** One range per 250,000 documents, at least 8 so that a few processes can share even a small collection, at most 256. */
export function rangeCount(documents: number, declared: number | undefined): number {
  return declared ?? Math.min(256, Math.max(8, Math.ceil(documents / documentsPerRange)));
}

/** Ranges that begin at the quantiles of a sorted sample. */
export function cut(sorted: readonly unknown[], wanted: number): readonly Range[] {
  const at = Array.from({ length: wanted - 1 }, (_, index) => Math.floor(((index + 1) * sorted.length) / wanted));
  const points = [...new Set(at)].filter((index) => index > 0 && index < sorted.length).map((index) => sorted[index]);
  // The sample may hold an id twice: that makes an empty range, which is done at once.
  return splitKeySpace(points, [...new Set(sorted.map(bracketOf))]);
}
