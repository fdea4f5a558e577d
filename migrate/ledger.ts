import type { Document, Timestamp } from 'mongodb';
import { checksumOf } from './checksum';
import { type Collections, type LedgerRow, literal, type PassRow } from './collections';
import { MigrationError } from './errors';
import { timeLimits } from './limits';
import type { Migration, State } from './types';
import { upserting } from './upsert';

export interface LedgerOptions {
  readonly owner: string;
  readonly image: string | undefined;
  readonly gitSha: string | undefined;
}

const options = { returnDocument: 'after', maxTimeMS: timeLimits.ledgerMs } as const;
const finished: readonly State[] = ['ready', 'switched', 'contracting', 'done'];
const longestHistory = 200;
/** Only the last pass needs its ranges: a long catch-up must not outgrow a document. */
const withoutRanges = { $map: { input: '$passes', as: 'old', in: { $mergeObjects: ['$$old', { ranges: [] }] } } };

/** The one truth about where each migration stands. Every change is a single conditional write: who comes second changes nothing. */
export class Ledger {
  constructor(
    private readonly collections: Collections,
    private readonly options: LedgerOptions,
  ) {}

  async find(id: string): Promise<LedgerRow | null> {
    return this.collections.ledger.findOne({ _id: id }, { maxTimeMS: timeLimits.ledgerMs });
  }

  async list(): Promise<readonly LedgerRow[]> {
    return this.collections.ledger.find({}, { sort: { _id: 1 }, maxTimeMS: timeLimits.ledgerMs }).toArray();
  }

  /**
   * The row of a migration, made when it is the first time.
   *
   * @throws MigrationError `CHECKSUM_CHANGED` when the declaration is another one than the one that was started
   */
  async open(migration: Migration, acceptChecksum = false): Promise<LedgerRow> {
    const checksum = checksumOf(migration);
    const { image, gitSha } = this.options;
    const fresh = {
      ...{ checksum, description: migration.description, state: 'planned' as const, fence: 0 },
      ...{ passes: [], approvals: [], history: [] },
      ...(image && { image }),
      ...(gitSha && { gitSha }),
    };
    const found = await upserting(() =>
      this.collections.ledger.findOneAndUpdate({ _id: migration.id }, { $setOnInsert: fresh }, { ...options, upsert: true }),
    );
    const row = found ?? (await this.get(migration.id));
    if (row.checksum === checksum) return row;
    if (row.state !== 'planned' && !(acceptChecksum && !finished.includes(row.state))) throw changed(row, checksum);
    return this.accept(row, checksum);
  }

  /**
   * For what neither begins nor ends a migration: it must be the declaration that was started, in whatever state.
   *
   * @throws MigrationError `CHECKSUM_CHANGED` unless the change is accepted, which is recorded
   */
  async same(row: LedgerRow, migration: Migration, acceptChecksum = false): Promise<void> {
    const checksum = checksumOf(migration);
    if (row.checksum === checksum) return;
    if (!acceptChecksum) throw changed(row, checksum);
    await this.accept(row, checksum);
  }

  private accept(row: LedgerRow, checksum: string): Promise<LedgerRow> {
    return this.write(row, { state: row.state }, { checksum }, `checksum accepted: ${checksum}`);
  }

  async get(id: string): Promise<LedgerRow> {
    const row = await this.find(id);
    if (row === null) throw new MigrationError('STATE_REFUSED', `${id}: must be in the ledger, got nothing; run expand first`);
    return row;
  }

  /**
   * From one of some states to another. Already being there is fine, which makes a repeated command quiet.
   *
   * @throws MigrationError `STATE_REFUSED` from any other state
   */
  async move(
    id: string,
    from: readonly State[],
    to: State,
    change: { readonly set?: Document; readonly fence?: number } = {},
  ): Promise<LedgerRow> {
    const row = await this.get(id);
    if (row.state === to) return change.set ? this.write(row, { state: to }, change.set, undefined, change.fence) : row;
    if (!from.includes(row.state)) throw wrongState(row, from, to);
    return this.write(row, { state: row.state }, { ...change.set, state: to }, `${row.state} -> ${to}`, change.fence);
  }

  /** Adds a pass when the last one is over and nobody else was quicker; the ranges are fixed in the same write. */
  async addPass(row: LedgerRow, pass: Omit<PassRow, 'startedAt'>, startedAt: Timestamp | undefined): Promise<LedgerRow | null> {
    const start = startedAt && !row.startedAt ? { startedAt } : {};
    return this.collections.ledger.findOneAndUpdate(
      { _id: row._id, state: row.state, passes: { $size: pass.n - 1 } },
      [
        {
          $set: {
            ...start,
            // Set by itself, because inside a literal the server's time would be a string.
            passes: { $concatArrays: [withoutRanges, [{ $mergeObjects: [literal(pass), { startedAt: '$$NOW' }] }]] },
          },
        },
        this.entry(`pass ${pass.n} (${pass.kind}) planned: ${pass.ranges.length} ranges, ${pass.documents} documents`),
      ],
      options,
    );
  }

  async finishPass(id: string, n: number, result: { readonly modified: number; readonly exact: boolean }): Promise<LedgerRow> {
    await this.changePass(id, n, result, `pass ${n} finished: ${result.modified} modified${result.exact ? '' : ', at least'}`);
    return this.get(id);
  }

  async cancelPass(id: string, n: number): Promise<void> {
    await this.changePass(id, n, { modified: 0, exact: false, cancelled: true }, `pass ${n} cancelled`);
  }

  /** Records an error that needs a person. Automation stops there until `resume`. */
  async fail(id: string, error: MigrationError): Promise<void> {
    const set = { state: 'failed', failedFrom: '$state', lastError: literal(error.message) };
    await this.collections.ledger.updateOne({ _id: id, state: { $ne: 'failed' } }, [{ $set: set }, this.entry(`failed: ${error.code}`)]);
  }

  /** A change of plain fields with its line in the history. */
  async note(id: string, set: Document, event: string, by?: string): Promise<LedgerRow> {
    const row = await this.collections.ledger.findOneAndUpdate({ _id: id }, [{ $set: literals(set) }, this.entry(event, by)], options);
    return row ?? this.get(id);
  }

  private async changePass(id: string, n: number, set: Document, event: string): Promise<void> {
    const changed = { $mergeObjects: ['$$one', literal(set), { finishedAt: '$$NOW' }] };
    const passes = { $map: { input: '$passes', as: 'one', in: { $cond: [{ $eq: ['$$one.n', n] }, changed, '$$one'] } } };
    const open = { $elemMatch: { n, finishedAt: { $exists: false } } };
    await this.collections.ledger.updateOne({ _id: id, passes: open }, [{ $set: { passes } }, this.entry(event)]);
  }

  private async write(
    row: LedgerRow,
    expected: { readonly state: State },
    set: Document,
    event: string | undefined,
    fence?: number,
  ): Promise<LedgerRow> {
    const guard = fence === undefined ? {} : { fence: { $lte: fence } };
    const stages = [
      { $set: { ...literals(set), ...(fence !== undefined && { fence }) } },
      ...(event === undefined ? [] : [this.entry(event)]),
    ];
    const written = await this.collections.ledger.findOneAndUpdate({ _id: row._id, ...expected, ...guard }, stages, options);
    if (written !== null) return written;
    const now = await this.get(row._id);
    // Of two that do the same at once, the second finds it done.
    if (fence === undefined && event !== undefined && now.state === set['state']) return now;
    throw new MigrationError(
      'FENCED',
      `${row._id}: the ledger must still be at '${expected.state}', got '${now.state}' (token ${now.fence}); another process moved it, look at status`,
    );
  }

  private entry(event: string, by = this.options.owner): Document {
    const line = { $mergeObjects: [{ at: '$$NOW' }, literal({ by, event })] };
    return { $set: { history: { $slice: [{ $concatArrays: ['$history', [line]] }, -longestHistory] } } };
  }
}

/** Values from outside; `$$NOW` is the one expression that stays one. */
function literals(set: Document): Document {
  return Object.fromEntries(Object.entries(set).map(([key, value]) => [key, value === '$$NOW' ? value : literal(value)]));
}

function changed(row: LedgerRow, checksum: string): MigrationError {
  const was = row.checksum === null ? 'imported from another tool, without one' : row.checksum;
  const way = finished.includes(row.state)
    ? row.state === 'done' || row.state === 'contracting'
      ? 'a finished migration never changes: write a new one'
      : 'from ready on it never changes: put the old declaration back and write a new one, or go back with down --accept-checksum and begin again'
    : 'put the old declaration back, or pass --accept-checksum when the change is meant';
  return new MigrationError(
    'CHECKSUM_CHANGED',
    `${row._id}: the declaration must be the one that was started (${was}), got ${checksum} in state '${row.state}'; ${way}`,
  );
}

function wrongState(row: LedgerRow, from: readonly State[], to: State): MigrationError {
  const way =
    row.state === 'failed' ? `it failed with: ${row.lastError ?? 'no message'}; run resume when that is settled` : 'look at status';
  return new MigrationError(
    'STATE_REFUSED',
    `${row._id}: '${to}' comes after ${from.map((state) => `'${state}'`).join(' or ')}, got '${row.state}'; ${way}`,
  );
}
