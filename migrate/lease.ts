import type { Collection, Document, Filter, UpdateFilter } from 'mongodb';
import { type Clock, every } from './clock';
import { type Leased, literal } from './collections';
import { MigrationError } from './errors';
import { timeLimits } from './limits';

/** Somebody else holds the lease now, or it ran out: everything in hand must be dropped. */
export class Fenced extends MigrationError {
  constructor(what: string) {
    super(
      'FENCED',
      `${what}: only the holder of the lease may write, got a lease that has run out or was taken over; the work is safe with its new holder`,
    );
  }
}

export interface LeaseOptions {
  readonly owner: string;
  readonly leaseMs: number;
  readonly clock: Clock;
  /** Ends a wait for the leases of others. */
  readonly signal?: AbortSignal | undefined;
  readonly onMissedBeat?: (error: unknown) => void;
}

/** The stage that takes or extends a lease by the server's clock. */
export const leaseStage = (leaseMs: number): Document => ({ leaseUntil: { $add: ['$$NOW', leaseMs] } });

/** Only rows whose lease has run out by the server's clock. */
export const expired: Filter<Document> = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };

/**
 * A lease that has been claimed.
 *
 * Two clocks guard it. The server's decides who may claim, and goes into every batch as `fence`: a batch that arrives late, from a
 * process that was stopped between looking at the clock and sending, matches nothing. The own monotonic clock, started before the claim
 * was sent and so never later than the server's, only spares the attempt.
 */
export class Lease<Row extends Leased> {
  private expiresAt: number;
  private lost = false;
  private readonly heartbeat: { stop(): void };

  /** @param askedAt monotonic time before the claim was sent */
  constructor(
    private readonly rows: Collection<Row>,
    public row: Row,
    askedAt: number,
    private readonly options: LeaseOptions,
  ) {
    this.expiresAt = askedAt + options.leaseMs;
    // Also while throttled or waiting for a long index build. A failed beat decides nothing: the lease then simply runs out.
    this.heartbeat = every(options.leaseMs / 3, () => this.extend(), options.onMissedBeat ?? (() => undefined));
  }

  /** Milliseconds for which this process surely still holds it. */
  left(): number {
    return this.lost ? 0 : Math.max(0, this.expiresAt - this.options.clock.monotonic());
  }

  /** A filter for every write done under this lease: false on the server once the lease has run out. */
  fence(): Filter<Document> {
    return { $expr: { $lt: ['$$NOW', this.row.leaseUntil] } };
  }

  /**
   * Extends the lease, and with it writes fields of its own document: the checkpoint.
   *
   * @throws Fenced when the token has moved on; the fields are then not written
   */
  async extend(set: Document = {}): Promise<Row> {
    if (this.lost) throw new Fenced(this.row._id);
    const askedAt = this.options.clock.monotonic();
    const row = await this.write([{ $set: { ...set, ...leaseStage(this.options.leaseMs) } }]);
    if (row === null) {
      this.lose();
      throw new Fenced(this.row._id);
    }
    this.expiresAt = Math.max(this.expiresAt, askedAt + this.options.leaseMs);
    // Heartbeat and checkpoint may answer in either order: the later limit is the true one.
    this.row = row.leaseUntil > this.row.leaseUntil ? row : { ...row, leaseUntil: this.row.leaseUntil };
    return this.row;
  }

  /** Gives it back at once, with the last fields. Quiet when it was lost already: then there is nothing to give back. */
  async release(set: Document = {}): Promise<void> {
    this.heartbeat.stop();
    // A new token, so that a heartbeat still under way cannot extend what has been given back.
    if (!this.lost) await this.write([{ $set: { ...set, leaseUntil: '$$NOW', owner: literal(''), token: { $add: ['$token', 1] } } }]);
    this.lost = true;
  }

  /** Stops the heartbeat without a word to the server, as after being fenced. */
  lose(): void {
    this.heartbeat.stop();
    this.lost = true;
  }

  private async write(stages: Document[]): Promise<Row | null> {
    // The driver's generic filter type cannot see that every Row has these two fields.
    const held = { _id: this.row._id, token: this.row.token } as unknown as Filter<Row>;
    const row = await this.rows.findOneAndUpdate(held, stages as unknown as UpdateFilter<Row>, {
      returnDocument: 'after',
      maxTimeMS: timeLimits.ledgerMs,
    });
    return row as Row | null;
  }
}

/** Held by the clock of the server, whoever claimed it. */
export const stillHeld = { $expr: { $gt: ['$leaseUntil', '$$NOW'] } };

/** Waits until nothing holds a lease: one lease at most, because none can be extended. */
export async function outlive(held: () => Promise<number>, { clock, leaseMs, signal }: LeaseOptions): Promise<void> {
  const until = clock.monotonic() + leaseMs * 2;
  while ((await held()) > 0) {
    if (clock.monotonic() > until)
      throw new MigrationError('LOCKED', `a lease is still held after ${leaseMs * 2} ms: look at status, and free it with unlock`);
    await clock.sleep(100, signal);
    if (signal?.aborted)
      throw new MigrationError('STOPPED', 'stopped while waiting for the lease of another process to run out; run the same command again');
  }
}
