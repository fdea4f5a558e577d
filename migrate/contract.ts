import type { PhaseReport, RunOptions } from './api';
import { backupLimit, backupProblem } from './backup';
import type { LedgerRow } from './collections';
import type { Context } from './context';
import { notDrained } from './drain';
import { describeDuration, hours } from './duration';
import { MigrationError } from './errors';
import { exclusively } from './exclusive';
import { planRanges } from './planner';
import { ids } from './preconditions';
import { countMatching } from './scan';
import { readServer } from './server';
import { contractSweep, forwardSweep, removedPaths, reverseSweep } from './sweep';
import { cleanPasses, sweepUntil } from './sweep-run';
import type { Contract, Migration } from './types';
import { isAmong, isNone, ruleFrom, ruleOf, setValidator, unnamed } from './validator';

const mostPasses = 10;

/**
 * Removes the old side. There is no way back from here but the backup, so everything is proved first, and every reason against it is told
 * at once. An interrupted contract goes on where it stopped, if the old version is still gone.
 */
export async function contract(context: Context, migration: Migration, options: RunOptions): Promise<PhaseReport> {
  const { ledger, collections, clock, settings } = context;
  const { id, contract: declared } = migration;
  if (declared === undefined)
    throw new MigrationError('STATE_REFUSED', `${id}: the declaration must have a 'contract' for this, got none; the old fields stay`);
  await ledger.open(migration, options.acceptChecksum);
  return exclusively(context, `phase:${collections.db.databaseName}.${migration.collection}`, id, async (lease) => {
    const row = await ledger.get(id);
    if (row.state === 'done') return { migration: id, state: 'done', done: [] };
    const reasons = await contractReasons(context, migration, row);
    if (reasons.length > 0) throw new MigrationError('GATE_CLOSED', `${id}: nothing has been removed, because:`, reasons);
    const fence = lease.row.token;
    const contracting = await ledger.move(id, ['switched'], 'contracting', { fence });
    // Until every app has heard of it, some still write the old fields, or derive new ones from them.
    await clock.sleep(settings.settleMs, options.signal);
    if (options.signal?.aborted)
      throw new MigrationError('STOPPED', `${id}: stopped while the apps are hearing of it; nothing has been removed yet`);
    const removed = await removeFields(context, migration, contracting, options);
    const done = [...removed, ...(await tighten(context, migration, declared))];
    await ledger.move(id, ['contracting'], 'done', { fence });
    return { migration: id, state: 'done', done };
  });
}

/** Everything that speaks against contract at this moment. Empty when it may run. */
export async function contractReasons(context: Context, migration: Migration, row: LedgerRow): Promise<readonly string[]> {
  const { now } = await readServer(context.collections.db);
  const backup = backupProblem(row, backupLimit(migration, 'contract'), now);
  const always = [
    ...(backup ? [`backup: ${backup}`] : []),
    ...approvalReasons(migration, row),
    ...(await notDrained(context, migration, now)),
    ...(await validatorReasons(context, migration, row)),
  ];
  // Half-way through, the old fields are partly gone and drift means nothing any more.
  if (row.state === 'contracting') return always;
  return [...switchReasons(migration, row, now), ...(await driftReasons(context, migration)), ...always];
}

function switchReasons({ gates }: Migration, { state, switchedAt, lastError }: LedgerRow, now: Date): readonly string[] {
  const drained = gates?.drained ?? hours(24);
  if (state === 'failed') return [`state: it failed with: ${lastError ?? 'no message'}; run resume when that is settled`];
  if (state !== 'switched' || switchedAt === undefined)
    return [`state: must be 'switched' for ${describeDuration(drained)}, got '${state}'`];
  const since = now.getTime() - switchedAt.getTime();
  return since < drained.ms
    ? [`state: must be 'switched' for ${describeDuration(drained)}, got ${Math.floor(since / 1000)} s, since ${switchedAt.toISOString()}`]
    : [];
}

function approvalReasons({ contract: declared, irreversible }: Migration, { approvals, switchedAt }: LedgerRow): readonly string[] {
  const needed = (declared?.approvals ?? 1) + (irreversible !== undefined && declared?.approvals === undefined ? 1 : 0);
  // An approval from before the switch cannot have known how the new side does.
  const valid = approvals.filter(({ at }) => switchedAt !== undefined && at >= switchedAt);
  const people = [...new Set(valid.map(({ by }) => by))];
  return people.length < needed
    ? [`approval: ${needed} since the switch, by different people, got ${people.length === 0 ? 'none' : people.join(', ')}; run approve`]
    : [];
}

async function driftReasons({ collections, signal }: Context, migration: Migration): Promise<readonly string[]> {
  if (migration.backfill === undefined) return [];
  const documents = collections.documents(migration.collection);
  const { ranges } = await planRanges(documents, migration);
  const sweeps = [forwardSweep(migration), ...(migration.down ? [reverseSweep(migration)] : [])];
  const found = await Promise.all(
    sweeps.map(async ({ kind, guard, keepOut }) => {
      const wrong = { $or: [guard, ...keepOut.map(({ filter }) => filter)] };
      const { count } = await countMatching(documents, ranges, wrong, signal);
      return count > 0
        ? [`drift (${kind}): no document may differ between the two sides, got ${count}; removing one side would lose it`]
        : [];
    }),
  );
  return found.flat();
}

/** The strict validator refuses every update of a document that breaks it: the writes of the new version would be lost. */
async function validatorReasons({ collections, signal }: Context, migration: Migration, row: LedgerRow): Promise<readonly string[]> {
  const { validator, replaces } = migration.contract ?? {};
  if (validator === undefined) return [];
  const documents = collections.documents(migration.collection);
  const now = await ruleOf(collections.db, migration.collection);
  const set = row.validator ? ruleFrom(row.validator.after).validator : undefined;
  if (!isNone(now) && !isAmong(now, [set, validator, replaces, migration.expand?.validator])) return [unnamed(now, 'contract')];
  const { ranges } = await planRanges(documents, migration);
  const paths = removedPaths(migration);
  const without = paths.length > 0 ? [{ $unset: [...paths] }] : [];
  const { count, sample } = await countMatching(documents, ranges, { $nor: [validator] }, signal, without);
  return count > 0
    ? [
        `validator: every document must satisfy the one of contract without the old fields, got ${count} that do not, with _id ${ids(sample)}`,
      ]
    : [];
}

async function removeFields(context: Context, migration: Migration, row: LedgerRow, options: RunOptions): Promise<readonly string[]> {
  const unset = migration.contract?.unset ?? [];
  if (removedPaths(migration).length === 0) return [];
  const enough = (passes: LedgerRow['passes'], seen: number) => cleanPasses(passes, 'contract') > 0 || seen >= mostPasses;
  const done = await sweepUntil(context, contractSweep(migration), row, enough, options);
  if (cleanPasses(done.row.passes, 'contract') === 0) {
    throw new MigrationError(
      'INVARIANT_VIOLATED',
      `${migration.id}: nobody may write ${unset.join(', ')} any more, got ${mostPasses} passes that found some again`,
    );
  }
  return [`removed ${unset.join(', ')}`];
}

async function tighten(
  { collections: { db, documents } }: Context,
  { collection }: Migration,
  { dropIndexes = [], validator }: Contract,
): Promise<readonly string[]> {
  const present = await documents(collection).indexes();
  const dropping = dropIndexes.filter((name) => present.some((index) => index.name === name));
  for (const name of dropping) await documents(collection).dropIndex(name);
  if (validator) await setValidator(db, collection, { validator, validationLevel: 'strict', validationAction: 'error' });
  return [...dropping.map((name) => `dropped index ${name}`), ...(validator ? ['validator (strict)'] : [])];
}
