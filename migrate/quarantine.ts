import { BSON, type Document, type Filter } from 'mongodb';
import { type Collections, literal } from './collections';
import { MigrationError } from './errors';
import { timeLimits } from './limits';
import type { Sweep } from './sweep';
import { upserting } from './upsert';
import type { Work } from './work';

/** Lists the documents of a slice that the declaration keeps out, each with its reason. */
export async function quarantineKeptOut(work: Work, ids: Filter<Document>, maxTimeMS: number): Promise<number> {
  const { documents, sweep, collections, comment } = work;
  if (sweep.keepOut.length === 0) return 0;
  const kept = { $and: [ids, { $or: sweep.keepOut.map(({ filter }) => filter) }] };
  const marked = await documents
    .aggregate([{ $match: kept }, { $project: { _id: 1 } }], { maxTimeMS, comment, hint: { _id: 1 } })
    .toArray();
  if (marked.length === 0) return 0;
  const reasons = await Promise.all(
    sweep.keepOut.map(async ({ filter, reason }) => {
      const of = await documents
        .find({ $and: [{ _id: { $in: marked.map(({ _id }) => _id) } }, filter] } as Filter<Document>, { projection: { _id: 1 }, maxTimeMS })
        .toArray();
      return of.map(({ _id }) => ({ id: _id as unknown, reason }));
    }),
  );
  const entries = reasons.flat();
  if (sweep.onInvalid === 'abort' && entries[0]) throw invalid(sweep, entries[0].id, entries[0].reason);
  await quarantine(collections, sweep, entries);
  return marked.length;
}

/** Takes out of quarantine what has been put right since. Returns how many are left. */
export async function releaseQuarantined(collections: Collections, sweep: Sweep): Promise<number> {
  const { migration, guard, keepOut } = sweep;
  const mine = { m: migration.id };
  const stillWrong = { $or: [guard, ...keepOut.map(({ filter }) => filter)] };
  const rows = collections.quarantine.find(mine, { maxTimeMS: timeLimits.verifyMs, batchSize: 500 });
  const documents = collections.documents(migration.collection);
  let left = 0;
  for await (const row of rows) {
    const wrong = await documents.findOne({ $and: [{ _id: row.docId }, stillWrong] } as Filter<Document>, {
      projection: { _id: 1 },
      maxTimeMS: timeLimits.ledgerMs,
    });
    if (wrong === null) await collections.quarantine.deleteOne({ _id: row._id });
    else left += 1;
  }
  return left;
}

/** Writes down which documents were left alone, and why. */
export async function quarantine(
  collections: Collections,
  { migration }: Sweep,
  entries: readonly { readonly id: unknown; readonly reason: string }[],
): Promise<void> {
  const rows = entries.map(({ id, reason }) => ({
    updateOne: {
      filter: { _id: `${migration.id}#${BSON.EJSON.stringify(id, { relaxed: false })}` },
      update: [{ $set: { m: literal(migration.id), docId: literal(id), reason: literal(reason), at: '$$NOW' } }],
      upsert: true,
    },
  }));
  await upserting(() => collections.quarantine.bulkWrite(rows, { ordered: false }));
}

export function invalid({ migration }: Sweep, id: unknown, reason: string, cause?: unknown): MigrationError {
  const which = BSON.EJSON.stringify({ _id: id });
  return new MigrationError(
    'INVARIANT_VIOLATED',
    `${migration.id}: every document of ${migration.collection} must be convertible, got ${which}: ${reason}`,
    [],
    { cause },
  );
}
