import { type ChangeStream, type ChangeStreamDocument, type Document, type Filter, MongoServerError } from 'mongodb';
import { classify, translate } from './classify';
import type { LockRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { tryLock } from './exclusive';
import { isolate } from './isolate';
import { Fenced, type Lease } from './lease';
import type { Sweep } from './sweep';
import { write } from './write';

export interface TailOptions {
  readonly signal: AbortSignal;
  readonly onBatch?: (applied: number, lagMs: number) => void;
}

const largestBatch = 500;
const awaitMs = 500;
/** Where somebody writes all the time there is always one more event: the first must not wait for the last. */
const gatherMs = 200;

/**
 * Follows what writers of the old shape do, and brings each document they touch up to date at once. Begins where the backfill began, and
 * after a kill where the last one stopped. One process at a time; the others wait to take over.
 *
 * Needs a replica set, and an oplog that reaches back further than any pause.
 *
 * @returns how many documents it wrote
 */
export async function tail(context: Context, sweep: Sweep, { signal, onBatch }: TailOptions): Promise<number> {
  const { clock, settings, log } = context;
  const progress = { applied: 0, at: clock.monotonic() };
  let anew = false;
  while (!signal.aborted) {
    const lease = await tryLock(context, `tail:${sweep.migration.id}`, sweep.migration.id);
    if (lease === undefined) {
      await clock.sleep(200, signal);
      continue;
    }
    try {
      const ended = await followOnce(context, sweep, lease, { signal, anew }, (count, lagMs) => {
        anew = false;
        progress.applied += count;
        progress.at = clock.monotonic();
        onBatch?.(progress.applied, lagMs);
      });
      await lease.release();
      if (ended === 'switched') return progress.applied;
    } catch (error) {
      if (lostPlace(error)) {
        log.warn({ error: String(error) }, 'the oplog does not reach back to its place: it begins anew, and a pass must follow');
        anew = true;
        await giveBack(lease, context);
        continue;
      }
      // Taken over, or broken by a switch: the ledger tells which at the next turn. Away: its place is kept, and the guard makes it safe to repeat.
      if (!(error instanceof Fenced) && classify(error) !== 'transient') throw error;
      if (clock.monotonic() - progress.at > settings.retryMs + settings.leaseMs) throw translate(error, 'following the change stream');
      log.warn({ error: String(error) }, 'following again');
      await giveBack(lease, context);
      await clock.sleep(500, signal);
    }
  }
  return progress.applied;
}

/** So that the next turn need not wait for the lease to run out, when the database can be told. */
async function giveBack(lease: Lease<LockRow>, { log }: Context): Promise<void> {
  await lease.release().catch((error: unknown) => {
    lease.lose();
    log.warn({ error: String(error) }, 'not released, runs out by itself');
  });
}

/** The tailer beside a backfill in the same process. An error in it is logged and keeps the gate closed: it shows no fresh sign of life. */
export function tailAlongside(context: Context, sweep: Sweep, signal: AbortSignal | undefined): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const until = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const running = tail(context, sweep, { signal: until }).then(
    () => undefined,
    (error: unknown) => context.log.error({ error: String(error) }, 'the tailer ended'),
  );
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function followOnce(
  context: Context,
  sweep: Sweep,
  lease: Lease<LockRow>,
  { signal, anew }: { readonly signal: AbortSignal; readonly anew: boolean },
  onBatch: (count: number, lagMs: number) => void,
): Promise<'stopped' | 'switched'> {
  const { collections, settings, ledger, clock } = context;
  const { migration } = sweep;
  const row = await ledger.get(migration.id);
  // Read after the lock was taken: a switch moves the ledger first and breaks the lock then, so that one of the two stops us.
  if (['switched', 'contracting', 'done'].includes(row.state)) return 'switched';
  if (!['backfilling', 'verifying', 'ready'].includes(row.state)) {
    throw new MigrationError('STATE_REFUSED', `${migration.id}: the tailer runs from the backfill to the switch, got '${row.state}'`);
  }
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
    return 'stopped';
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

/** ChangeStreamHistoryLost, by its code. */
const lostPlace = (error: unknown): boolean => error instanceof MongoServerError && error.code === 286;

/** By the server's clock: the lease tells what it showed when it was last extended. */
function behind(event: ChangeStreamDocument, lease: Lease<LockRow>, leaseMs: number): number {
  const at = (event.clusterTime?.getHighBits() ?? 0) * 1000;
  return Math.max(0, lease.row.leaseUntil.getTime() - leaseMs - at);
}

const maxTime = (lease: Lease<LockRow>, leaseMs: number): number => Math.max(1, Math.floor(lease.left() - Math.min(2000, leaseMs / 4)));

function held(lease: Lease<LockRow>): void {
  if (lease.left() === 0) throw new Fenced(lease.row._id);
}
