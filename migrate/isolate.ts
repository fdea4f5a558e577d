import type { Document, Filter } from 'mongodb';
import { classify } from './classify';
import type { Collections } from './collections';
import { MigrationError } from './errors';
import { invalid, quarantine } from './quarantine';
import type { Sweep } from './sweep';
import type { Writing } from './work';
import { write } from './write';

/** More bad documents than these, and more than half of a batch, are no bad documents but a bad transform. */
const fewEnough = 20;

/**
 * After a batch failed on one of its documents: halves it until the culprits stand alone, writes the others, and puts the culprits into
 * quarantine with what the server said.
 *
 * @throws MigrationError `INVARIANT_VIOLATED` with the first culprit when the declaration says `abort`
 */
export async function isolate(
  work: Writing & { readonly collections: Collections },
  ids: Filter<Document>,
  maxTimeMS: () => number,
): Promise<{ readonly modified: number; readonly quarantined: number }> {
  const { documents, sweep, collections, comment } = work;
  const found = await documents.find({ $and: [ids, sweep.guard] }, { projection: { _id: 1 }, maxTimeMS: maxTimeMS(), comment }).toArray();
  const tally = { modified: 0, quarantined: 0 };
  const halve = async (part: readonly unknown[]): Promise<void> => {
    try {
      tally.modified += await write(work, { _id: { $in: [...part] } } as Filter<Document>, maxTimeMS());
    } catch (error) {
      if (classify(error) !== 'document') throw error;
      if (part.length > 1) {
        const middle = Math.ceil(part.length / 2);
        await halve(part.slice(0, middle));
        return halve(part.slice(middle));
      }
      const reason = error instanceof Error ? error.message : String(error);
      if (sweep.onInvalid === 'abort') throw invalid(sweep, part[0], reason, error);
      tally.quarantined += 1;
      if (tally.quarantined > Math.max(fewEnough, found.length / 2)) throw tooMany(sweep, reason, error);
      await quarantine(collections, sweep, [{ id: part[0], reason }]);
    }
  };
  if (found.length > 0) await halve(found.map(({ _id }) => _id));
  return tally;
}

function tooMany({ migration }: Sweep, reason: string, cause: unknown): MigrationError {
  return new MigrationError(
    'INVARIANT_VIOLATED',
    `${migration.id}: at most half of a batch may be refused, got more; the transform itself looks wrong: ${reason}`,
    [],
    { cause },
  );
}
