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

/**
 * Counts exactly, range by range: each part has its own time limit, and what a majority has not confirmed is not seen.
 *
 * @param as stages that a document goes through before the filter looks at it
 */
export async function countMatching(
  documents: Collection<Document>,
  ranges: readonly Range[],
  filter: Filter<Document>,
  signal?: AbortSignal,
  as: readonly Document[] = [],
): Promise<Found> {
  const hint = { _id: 1 } as const;
  let count = 0;
  const sample: unknown[] = [];
  for (const range of ranges) {
    const stages =
      as.length > 0 ? [{ $match: idsWithin(range) }, ...as, { $match: filter }] : [{ $match: { $and: [idsWithin(range), filter] } }];
    const [total] = await read<{ readonly n: number }>(documents, [...stages, { $count: 'n' }], signal, hint);
    count += total?.n ?? 0;
    if (total && sample.length < sampleSize) {
      const first = [...stages, { $limit: sampleSize - sample.length }, { $project: { _id: 1 } }];
      sample.push(...(await read<{ readonly _id: unknown }>(documents, first, signal, hint)).map(({ _id }) => _id));
    }
  }
  return { count, sample };
}

/** What a majority has confirmed, within the limit of one range. */
export async function read<T extends Document>(
  documents: Collection<Document>,
  stages: readonly Document[],
  signal: AbortSignal | undefined,
  hint?: Document,
): Promise<readonly T[]> {
  const options = { maxTimeMS: timeLimits.verifyMs, readConcern: { level: 'majority' } } as const;
  try {
    return await documents.aggregate<T>([...stages], { ...options, ...(hint && { hint }), ...(signal && { signal }) }).toArray();
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new MigrationError('STOPPED', `${documents.collectionName}: stopped while counting; nothing was written`, [], { cause: error });
  }
}
