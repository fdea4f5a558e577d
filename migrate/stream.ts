import { nextSlice, runBatch } from './batch';
import { halvedBatchSize, nextBatchSize } from './batch-size';
import { classify } from './classify';
import type { RangeRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import type { Governor } from './governor';
import { isolate } from './isolate';
import { idsWithin } from './key-space';
import { Fenced, type Lease } from './lease';
import { persist } from './retry';
import type { Tally } from './tally';
import type { BatchResult, Slice, Work } from './work';

export interface StreamOptions {
  readonly context: Context;
  readonly governor: Governor;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

const mostTimeouts = 20;

/**
 * Works through one claimed range, batch by batch, and gives it back: finished, or at its last checkpoint when told to stop.
 *
 * @throws Fenced when the range was taken over; everything in hand is then dropped
 */
export async function workRange(work: Work, options: StreamOptions): Promise<'finished' | 'stopped'> {
  const { lease } = work;
  try {
    const finished = await walk(work, options);
    await lease.release({ state: finished ? 'done' : 'free' });
    return finished ? 'finished' : 'stopped';
  } catch (error) {
    lease.lose();
    throw error;
  }
}

async function walk(work: Work, { context, governor, tally, signal }: StreamOptions): Promise<boolean> {
  const { lease, sweep } = work;
  const { clock, settings } = context;
  const limits = () => ({ ...sweep.limits, targetMs: governor.control.targetMs ?? sweep.limits.targetMs });
  const reserve = Math.min(2000, settings.leaseMs / 4);
  // One per range: what a lost reply may have done is only known to be done, not how much it was.
  const doubt = { uncertain: false };
  const steady = <T>(doing: string, attempt: () => Promise<T>) =>
    persist(doing, attempt, {
      ...{ clock, signal, retryMs: settings.retryMs },
      check: () => {
        if (lease.left() === 0) throw new Fenced(lease.row._id);
      },
      onUnknown: (error) => {
        doubt.uncertain = true;
        context.log.warn({ range: lease.row._id, error: String(error) }, 'retrying');
      },
    });
  let ahead: Promise<Slice> | undefined;
  let timeouts = 0;
  for (let after = lease.row.cursor; ; ) {
    await governor.ready(signal);
    if (signal.aborted || governor.control.abort) return false;
    if (lease.left() < reserve * 2) await steady(`renewing ${lease.row._id}`, () => lease.extend());
    const size = tally.batchSize;
    const slice = await (ahead ?? steady(`reading ids of ${lease.row._id}`, () => nextSlice(work, after, size)));
    ahead = undefined;
    // The next bound is looked up while this slice is written; whether that works shows when it is needed.
    if (slice.upTo) ahead = unheard(steady(`reading ids of ${lease.row._id}`, () => nextSlice(work, slice.upTo, size)));
    const begun = clock.monotonic();
    const maxTimeMs = () => Math.max(1, Math.floor(Math.min(4 * limits().targetMs, lease.left() - reserve)));
    let result: BatchResult;
    try {
      result = await steady(`writing ${lease.row._id}`, () => runBatch(work, slice, maxTimeMs()));
    } catch (error) {
      const kind = classify(error);
      ahead = undefined;
      if (kind === 'tooSlow') {
        if (++timeouts > mostTimeouts) throw outOfTime(lease, error);
        tally.batchSize = halvedBatchSize(size, limits());
        doubt.uncertain = true;
        continue;
      }
      if (kind !== 'document') throw error;
      doubt.uncertain = true;
      const ids = idsWithin(lease.row.range, slice.after, slice.upTo);
      result = { scanned: slice.size, ...(await steady(`isolating in ${lease.row._id}`, () => isolate(work, ids, maxTimeMs))) };
    }
    timeouts = 0;
    const ms = clock.monotonic() - begun;
    tally.add(lease.row.pass, result, ms);
    await steady(`checkpoint of ${lease.row._id}`, () => lease.extend(checkpoint(slice, result, doubt.uncertain)));
    // Only full batches say how long a document takes.
    if (slice.upTo) tally.batchSize = nextBatchSize(slice.size, ms, limits());
    const rest = governor.restAfter(result.scanned, ms, settings.streams);
    if (rest > 0) await clock.sleep(rest, signal);
    if (slice.upTo === undefined) return true;
    after = slice.upTo;
  }
}

/** What survives a kill, and at the same time the fence: it is written only under the token of this claim. */
function checkpoint(slice: Slice, { scanned, modified }: BatchResult, uncertain: boolean) {
  return {
    ...(slice.upTo && { cursor: { id: { $literal: slice.upTo.id } } }),
    scanned: { $add: ['$scanned', scanned] },
    modified: { $add: ['$modified', modified] },
    batches: { $add: ['$batches', 1] },
    ...(uncertain && { uncertain: true }),
  };
}

/** A promise that may be dropped before anybody looks at it. Whoever awaits it still gets its error. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function outOfTime(lease: Lease<RangeRow>, cause: unknown): MigrationError {
  return new MigrationError(
    'DATABASE_UNAVAILABLE',
    `${lease.row._id}: a batch must end within its time limit, got ${mostTimeouts} in a row that did not; raise batch.target or look at the load of the server`,
    [],
    { cause },
  );
}
