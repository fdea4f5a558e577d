import type { ChangeStream, ChangeStreamDocument, Document, Filter } from 'mongodb';
import { classify } from './classify';
import type { LedgerRow, LockRow } from './collections';
import type { Context } from './context';
import { isolate } from './isolate';
import { Fenced, type Lease } from './lease';
import type { Sweep } from './sweep';
import { write } from './write';

const largestBatch = 500;
const awaitMs = 500;
/** Where somebody writes all the time there is always one more event: the first must not wait for the last. */
const gatherMs = 200;

/**
 * Carries over what the change stream tells, batch after batch, until the signal aborts. The lease keeps its place.
 *
 * @param anew begins now: the place is lost, and a pass must follow
 */
export async function follow(
  context: Context,
  sweep: Sweep,
  lease: Lease<LockRow>,
  { signal, anew, row }: { readonly signal: AbortSignal; readonly anew: boolean; readonly row: LedgerRow },
  onBatch: (count: number, lagMs: number) => void,
): Promise<void> {
  const { collections, settings, clock } = context;
  const { migration } = sweep;
  const documents = collections.documents(migration.collection);
  const place = anew
    ? {}
    : lease.row.resume
      ? { resumeAfter: lease.row.resume }
      : row.startedAt
        ? { startAtOperationTime: row.startedAt }
        : {};
  const stream = documents.watch(
    [{ $match: relevant(migration.backfill?.sourceFields ?? []) }, { $project: { documentKey: 1, clusterTime: 1 } }],
    {
      ...place,
      maxAwaitTimeMS: awaitMs,
      batchSize: largestBatch,
    },
  );
  // Only once the stream is open is it known from when on nothing is missed.
  let since: Document = anew ? { since: '$$NOW' } : {};
  try {
    while (!signal.aborted) {
      const { events, drained } = await nextBatch(stream, clock);
      held(lease);
      const touched = events.map((event) => ('documentKey' in event ? event.documentKey._id : undefined)).filter((id) => id !== undefined);
      const work = { collections, documents, sweep, lease, comment: `mig:${migration.id}#tail` };
      const count = touched.length > 0 ? await carryOver(work, touched, () => maxTime(lease, settings.leaseMs)) : 0;
      const last = drained ? undefined : events.at(-1);
      const lagMs = last ? behind(last, lease, settings.leaseMs) : 0;
      await lease.extend({ resume: { $literal: stream.resumeToken }, lagMs, seenAt: '$$NOW', ...since });
      since = {};
      onBatch(count, lagMs);
    }
  } finally {
    await stream.close();
  }
}

/** Events until there is none for the moment, or there are enough, or the first has waited long enough. */
async function nextBatch(
  stream: ChangeStream,
  clock: Context['clock'],
): Promise<{ readonly events: readonly ChangeStreamDocument[]; readonly drained: boolean }> {
  const events: ChangeStreamDocument[] = [];
  for (let until = Number.POSITIVE_INFINITY; events.length < largestBatch && clock.monotonic() < until; ) {
    const event = await stream.tryNext();
    if (event === null) return { events, drained: true };
    if (events.length === 0) until = clock.monotonic() + gatherMs;
    events.push(event);
  }
  return { events, drained: false };
}

/** A document that the server or the transform refuses goes to quarantine: the events behind it must not wait for it. */
async function carryOver(work: Parameters<typeof isolate>[0], touched: readonly unknown[], maxTimeMs: () => number): Promise<number> {
  const ids = { _id: { $in: [...touched] } } as Filter<Document>;
  try {
    return await write(work, ids, maxTimeMs());
  } catch (error) {
    if (classify(error) !== 'document') throw error;
    return (await isolate(work, ids, maxTimeMs)).modified;
  }
}

/** Inserts, replacements, and updates of what the transform reads; our own writes touch none of that. */
function relevant(sourceFields: readonly string[]): Document {
  // A change within a field comes as `address.city` or `tags.3`, which no path of a filter finds.
  const roots = [...new Set(sourceFields.map((field) => field.split('.')[0]))];
  const names = (input: Document) => ({ $map: { input, as: 'one', in: '$$one.k' } });
  const paths = {
    $concatArrays: [
      names({ $objectToArray: { $ifNull: ['$updateDescription.updatedFields', {}] } }),
      { $ifNull: ['$updateDescription.removedFields', []] },
      { $map: { input: { $ifNull: ['$updateDescription.truncatedArrays', []] }, as: 'one', in: '$$one.field' } },
    ],
  };
  const rootOf = { $arrayElemAt: [{ $split: ['$$path', '.'] }, 0] };
  const touched = { $anyElementTrue: [{ $map: { input: paths, as: 'path', in: { $in: [rootOf, roots] } } }] };
  return { $or: [{ operationType: { $in: ['insert', 'replace'] } }, { operationType: 'update', $expr: touched }] };
}

/** By the server's clock: the lease tells what it showed when it was last extended. */
function behind(event: ChangeStreamDocument, lease: Lease<LockRow>, leaseMs: number): number {
  const at = (event.clusterTime?.getHighBits() ?? 0) * 1000;
  return Math.max(0, lease.row.leaseUntil.getTime() - leaseMs - at);
}

const maxTime = (lease: Lease<LockRow>, leaseMs: number): number => Math.max(1, Math.floor(lease.left() - Math.min(2000, leaseMs / 4)));

function held(lease: Lease<LockRow>): void {
  if (lease.left() === 0) throw new Fenced(lease.row._id);
}
