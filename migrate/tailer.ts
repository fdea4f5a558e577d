import { MongoServerError } from 'mongodb';
import { classify, translate } from './classify';
import type { LockRow } from './collections';
import type { Context } from './context';
import { MigrationError } from './errors';
import { tryLock } from './exclusive';
import { follow } from './follow';
import { Fenced, type Lease } from './lease';
import type { Sweep } from './sweep';
import type { State } from './types';

/** How long it waits before it asks again, when there is nothing to follow. */
const idleMs = 1_000;
const followed: readonly State[] = ['backfilling', 'verifying', 'ready'];
const behindUs: readonly State[] = ['switched', 'contracting', 'done'];

export interface TailOptions {
  readonly signal: AbortSignal;
  /** Waits while there is nothing to follow: before the backfill, after the switch, after a roll back. @default it ends there */
  readonly wait?: boolean | undefined;
  readonly onBatch?: (applied: number, lagMs: number) => void;
}

/**
 * Follows what writers of the old shape do, and brings each document they touch up to date at once. Begins where the backfill began, and
 * after a kill where the last one stopped. One process at a time; the others wait to take over.
 *
 * Needs a replica set, and an oplog that reaches back further than any pause.
 *
 * @returns how many documents it wrote
 */
export async function tail(context: Context, sweep: Sweep, { signal, wait = false, onBatch }: TailOptions): Promise<number> {
  const { clock, settings, log, ledger } = context;
  const { migration } = sweep;
  const say = sayingOnce(context, migration.id);
  const progress = { applied: 0, at: clock.monotonic() };
  const idle = (ms: number) => {
    progress.at = clock.monotonic();
    return clock.sleep(ms, signal);
  };
  let anew = false;
  while (!signal.aborted) {
    let lease: Lease<LockRow> | undefined;
    try {
      // Asked without the lock: who waits for something to follow is in nobody's way.
      const state = wait ? ((await ledger.find(migration.id))?.state ?? 'new') : undefined;
      if (state && !isFollowed(state)) {
        say(state, 'nothing to follow, waits');
        await idle(idleMs);
        continue;
      }
      lease = await tryLock(context, `tail:${migration.id}`, migration.id);
      if (lease === undefined) {
        await idle(200);
        continue;
      }
      // Read after the lock was taken: a switch moves the ledger first and breaks the lock then, so that one of the two stops us.
      const row = await ledger.get(migration.id);
      if (!isFollowed(row.state)) {
        await lease.release();
        if (wait) continue;
        if (behindUs.includes(row.state)) return progress.applied;
        throw new MigrationError('STATE_REFUSED', `${migration.id}: the tailer runs from the backfill to the switch, got '${row.state}'`);
      }
      await ledger.same(row, migration);
      if (wait) say(row.state, 'follows');
      await follow(context, sweep, lease, { signal, anew, row }, (count, lagMs) => {
        anew = false;
        progress.applied += count;
        progress.at = clock.monotonic();
        onBatch?.(progress.applied, lagMs);
      });
      await lease.release();
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

const isFollowed = (state: State | 'new'): boolean => followed.some((one) => one === state);

/** A line when something changes, not one a second. */
function sayingOnce({ log }: Context, migration: string): (state: string, event: string) => void {
  let said = '';
  return (state, event) => {
    if (said !== event + state) log.info({ migration, state }, event);
    said = event + state;
  };
}

/** So that the next turn need not wait for the lease to run out, when the database can be told. */
async function giveBack(lease: Lease<LockRow> | undefined, { log }: Context): Promise<void> {
  await lease?.release().catch((error: unknown) => {
    lease?.lose();
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

/** ChangeStreamHistoryLost, by its code. */
const lostPlace = (error: unknown): boolean => error instanceof MongoServerError && error.code === 286;
