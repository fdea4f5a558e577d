import type { Document } from 'mongodb';
import { classify } from './classify';
import type { Context } from './context';
import { timeLimits } from './limits';
import { forwardSweep } from './sweep';
import type { IndexSpec, Migration } from './types';

export interface Duplicates {
  readonly index: string;
  /** Pairs of `_id` that would have the same key; `unknown` when the collection is too large to look in a minute. */
  readonly pairs: readonly (readonly [unknown, unknown])[] | 'unknown';
}

const most = 5;

/** What a unique index would be refused for, with the data as the transform will leave it: told before the passes, not after them. */
export async function findDuplicates({ collections }: Context, migration: Migration): Promise<readonly Duplicates[]> {
  const unique = (migration.indexes ?? []).filter(({ options }) => options?.['unique'] === true);
  const documents = collections.documents(migration.collection);
  return Promise.all(
    unique.map(async (spec) => {
      const { collation } = spec.options ?? {};
      const options = { maxTimeMS: timeLimits.verifyMs, allowDiskUse: true, ...(collation && { collation }) };
      try {
        const found = await documents.aggregate(stagesOf(migration, spec), options).toArray();
        return { index: spec.name, pairs: found.map(({ one, other }) => [one, other] as const) };
      } catch (error) {
        if (classify(error) !== 'tooSlow') throw error;
        return { index: spec.name, pairs: 'unknown' as const };
      }
    }),
  );
}

function stagesOf(migration: Migration, { key, options = {}, when }: IndexSpec): Document[] {
  const transform = migration.backfill && when !== 'expand' ? forwardSweep(migration).transform : undefined;
  const fields = Object.keys(key);
  const indexed =
    options['partialFilterExpression'] ?? (options['sparse'] ? { $or: fields.map((field) => ({ [field]: { $exists: true } })) } : {});
  // For an index, missing is null.
  const together = Object.fromEntries(fields.map((field, place) => [`${place}`, { $ifNull: [`$${field}`, null] }]));
  return [
    ...(transform?.kind === 'serverSide' ? transform.stages : []),
    { $match: indexed },
    { $group: { _id: together, n: { $sum: 1 }, one: { $first: '$_id' }, other: { $last: '$_id' } } },
    { $match: { n: { $gt: 1 } } },
    { $limit: most },
  ];
}
