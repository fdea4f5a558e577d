import { MongoServerError } from 'mongodb';
import type { PlanReport } from './api';
import { backupLimit, backupProblem } from './backup';
import { checksumOf } from './checksum';
import type { PassRow } from './collections';
import type { Context } from './context';
import { inspectIndexes } from './indexes';
import { timeLimits } from './limits';
import { lintMigration } from './lint';
import { rangeCount } from './planner';
import { clockProblem, dataProblems } from './preconditions';
import { missingPrivileges, readServer, versionProblem } from './server';
import { createProbe } from './signals';
import type { Migration } from './types';
import { inspectValidator } from './validator';

/** Documents a second nobody has measured yet: on a quiet server, and on one that is busy. */
const assumedRates = [20_000, 5_000] as const;
/** An update costs an entry of about this size in the oplog, and the changed fields. */
const oplogEntryBytes = 150;

/** What a migration would do here and now, and what stands against it. Writes nothing. */
export async function plan(context: Context, migration: Migration): Promise<PlanReport> {
  const { collections, ledger, settings } = context;
  const { db } = collections;
  const documents = collections.documents(migration.collection);
  const [server, row, indexes, rule, missing, { unmeasured }, count] = await Promise.all([
    readServer(db),
    ledger.find(migration.id),
    inspectIndexes(context, migration),
    inspectValidator(context, migration),
    missingPrivileges(db, migration),
    createProbe(collections, migration.id).read(),
    documents.estimatedDocumentCount({ maxTimeMS: timeLimits.ledgerMs }),
  ]);
  const { version, topology } = server;
  const checksum = checksumOf(migration);
  const backup =
    settings.backupRequired && (row === null || row.state === 'planned')
      ? backupProblem(row, backupLimit(migration, 'expand'), server.now)
      : undefined;
  const problems = [
    ...present([versionProblem(migration, server), await clockProblem(context, migration), backup]),
    ...(missing ?? []).map((privilege) => `privilege: ${privilege}`),
    ...indexes.filter(({ finding }) => finding === 'conflict').map(({ detail }) => `index: ${detail}`),
    ...(rule?.finding === 'conflict' ? [rule.detail] : []),
    ...(await dataProblems(context, migration)),
    ...(row && row.checksum !== checksum && row.state !== 'planned'
      ? [`checksum: must be ${row.checksum}, as started, got ${checksum}`]
      : []),
  ];
  const warnings = [
    ...lintMigration(migration)
      .filter(({ level }) => level === 'warning')
      .map(({ problem }) => problem),
    ...(topology === 'standalone'
      ? ['a standalone server repeats no write and has no change stream: fine for a try, not for production']
      : []),
    ...(topology === 'sharded' ? [`stop the balancer for ${db.databaseName}.${migration.collection} while it runs`] : []),
  ];
  return {
    ...{ migration: migration.id, checksum, state: row?.state ?? 'new', namespace: `${db.databaseName}.${migration.collection}` },
    ...{
      server: { version, topology },
      documents: count,
      bytes: await sizeOf(context, migration),
      ranges: rangeCount(count, migration.backfill?.ranges) + 1,
    },
    ...{
      estimate: estimate(count, migration, row?.passes ?? []),
      indexes,
      ...(rule && { validator: { finding: rule.finding, detail: rule.detail } }),
      missingPrivileges: missing,
      unmeasured,
      problems,
      warnings,
    },
  };
}

function estimate(count: number, migration: Migration, passes: readonly PassRow[]): PlanReport['estimate'] {
  const documents = migration.backfill ? count : 0;
  const fields = migration.backfill?.transform.kind === 'serverSide' ? JSON.stringify(migration.backfill.transform.stages).length / 4 : 100;
  const oplogBytes = Math.round(documents * (oplogEntryBytes + fields));
  const rates = passes.flatMap(({ finishedAt, startedAt, documents: of }) =>
    finishedAt && of > 1000 ? [(of * 1000) / Math.max(1, finishedAt.getTime() - startedAt.getTime())] : [],
  );
  const measured = rates.at(-1);
  const [fast, slow] = measured ? [measured, measured] : assumedRates;
  return { seconds: [Math.ceil(documents / fast), Math.ceil(documents / slow)], oplogBytes, basis: measured ? 'measured' : 'assumed' };
}

async function sizeOf({ collections }: Context, { collection }: Migration): Promise<number | undefined> {
  const stats = collections.documents(collection).aggregate([{ $collStats: { storageStats: {} } }], { maxTimeMS: timeLimits.ledgerMs });
  try {
    return (await stats.next())?.['storageStats']?.size;
  } catch (error) {
    // A new environment has no such collection yet.
    if (error instanceof MongoServerError && error.code === 26) return undefined;
    throw error;
  }
}

const present = (problems: readonly (string | undefined)[]): readonly string[] => problems.filter((problem) => problem !== undefined);
