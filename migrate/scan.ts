import type { Collection, Document, Filter } from 'mongodb';
import { MigrationError } from './errors';
import { idsWithin, type Range } from './key-space';
import { timeLimits } from './limits';

export interface Found {
  readonly count: number;
  /** Ids of the first ones, for a person to look at. */
  readonly sample: readonly unknown[];
}

const sampleSize = 20;

/** Counts exactly, range by range: each part has its own time limit, and what a majority has not confirmed is not seen. */
export async function countMatching(
  documents: Collection<Document>,
  ranges: readonly Range[],
  filter: Filter<Document>,
  signal?: AbortSignal,
): Promise<Found> {
  let count = 0;
  const sample: unknown[] = [];
  for (const range of ranges) {
    if (signal?.aborted) throw new MigrationError('STOPPED', `${documents.collectionName}: stopped while counting; nothing was written`);
    const match = { $and: [idsWithin(range), filter] };
    const options = { maxTimeMS: timeLimits.verifyMs, readConcern: { level: 'majority' }, hint: { _id: 1 } } as const;
    const [total] = await documents.aggregate<{ readonly n: number }>([{ $match: match }, { $count: 'n' }], options).toArray();
    count += total?.n ?? 0;
    if (total && sample.length < sampleSize) {
      const ids = await documents
        .find(match, { projection: { _id: 1 }, limit: sampleSize - sample.length, maxTimeMS: timeLimits.verifyMs })
        .toArray();
      sample.push(...ids.map(({ _id }) => _id));
    }
  }
  return { count, sample };
}
