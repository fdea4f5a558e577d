import type { Document } from 'mongodb';
import type { VerifyReport } from './api';
import { classify } from './classify';
import type { Context } from './context';
import { describeDuration } from './duration';
import { MigrationError } from './errors';
import { idsWithin, type Range } from './key-space';
import { timeLimits } from './limits';
import { ids } from './preconditions';
import { countMatching, type Found, read } from './scan';
import type { Invariant, Migration } from './types';

/** What of a collection breaks an invariant: documents, ranges, or the collection. */
export async function violations(
  { collections, signal }: Context,
  { id, collection }: Migration,
  ranges: readonly Range[],
  invariant: Invariant,
): Promise<Found> {
  const documents = collections.documents(collection);
  if ('none' in invariant) return countMatching(documents, ranges, invariant.none, signal);
  const { name, holds, each = 'collection' } = invariant;
  const says = async (stages: readonly Document[]): Promise<boolean> => {
    try {
      const [result] = await read(documents, stages, signal);
      return result?.['holds'] === true;
    } catch (error) {
      if (classify(error) !== 'tooSlow') throw error;
      const limit = describeDuration({ ms: timeLimits.verifyMs });
      const way =
        each === 'collection'
          ? `for a collection of this size declare it with each: 'range', or as none`
          : 'declare it as none, or more ranges';
      throw new MigrationError('GATE_CLOSED', `${id}: nothing is known of '${name}', which must be told within ${limit}; ${way}`, [], {
        cause: error,
      });
    }
  };
  if (each === 'collection') return { count: (await says(holds)) ? 0 : 1, sample: [] };
  let count = 0;
  for (const range of ranges) {
    const within = { $match: idsWithin(range) };
    // Of nothing everything holds, but a pipeline that groups says nothing of it.
    const [any] = await read(documents, [within, { $limit: 1 }, { $project: { _id: 1 } }], signal);
    if (any !== undefined && !(await says([within, ...holds]))) count += 1;
  }
  return { count, sample: [] };
}

/** Those that do not hold, in words. */
export function broken(invariants: VerifyReport['invariants']): readonly string[] {
  return invariants
    .filter(({ holds }) => !holds)
    .map(({ name, violations: count, sample }) =>
      sample.length > 0 ? `${name}: got ${count} that break it, with _id ${ids(sample)}` : `${name}: got a result that does not say so`,
    );
}
