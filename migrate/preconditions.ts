import { BSON } from 'mongodb';
import type { Context } from './context';
import { type Duplicates, findDuplicates } from './duplicates';
import { MigrationError } from './errors';
import { inspectIndexes } from './indexes';
import { timeLimits } from './limits';
import { lintMigration, lintMigrations } from './lint';
import { planRanges } from './planner';
import { countMatching } from './scan';
import { missingPrivileges, notAuthorized, readServer, type ServerFacts, versionProblem } from './server';
import type { Migration } from './types';

/**
 * The declaration of an id, sound by itself and among the others, in the database of the connection.
 *
 * @throws MigrationError `MIGRATION_UNKNOWN`, `DECLARATION_INVALID` or `DATABASE_MISMATCH`
 */
export function declared({ migrations, collections }: Context, id: string): Migration {
  const migration = migrations.find((one) => one.id === id);
  if (migration === undefined) {
    const known = migrations.map((one) => one.id).join(', ') || 'none';
    throw new MigrationError('MIGRATION_UNKNOWN', `'${id}': must be a declared migration (${known})`);
  }
  const others = lintMigrations(migrations).filter(({ problem }) => problem.startsWith(`${id}:`));
  const errors = [
    ...new Set([...lintMigration(migration), ...others].filter(({ level }) => level === 'error').map(({ problem }) => problem)),
  ];
  if (errors.length > 0) throw new MigrationError('DECLARATION_INVALID', `${id}: the declaration is not sound:`, errors);
  const name = collections.db.databaseName;
  if (migration.database !== name) {
    throw new MigrationError(
      'DATABASE_MISMATCH',
      `${id}: is declared for the database '${migration.database}', got '${name}' in the connection string`,
    );
  }
  return migration;
}

/** What must hold before the first write of a migration; throws with every reason at once. Reads only. */
export async function checkPreconditions(context: Context, migration: Migration): Promise<ServerFacts> {
  const server = await readServer(context.collections.db);
  const tooOld = versionProblem(migration, server);
  if (tooOld !== undefined) throw new MigrationError('SERVER_TOO_OLD', tooOld);
  const missing = await missingPrivileges(context.collections.db, migration);
  if (missing && missing.length > 0) throw notAuthorized(missing);
  const clockless = await clockProblem(context, migration);
  if (clockless !== undefined) throw new MigrationError('SERVER_TOO_OLD', clockless);
  const conflicts = (await inspectIndexes(context, migration)).filter(({ finding }) => finding === 'conflict');
  if (conflicts.length > 0) {
    const reasons = conflicts.map(({ detail }) => detail);
    throw new MigrationError('INDEX_CONFLICT', `${migration.id}: an index that is there must be the declared one:`, reasons);
  }
  const problems = await dataProblems(context, migration);
  if (problems.length > 0) throw new MigrationError('PRECONDITION_FAILED', `${migration.id}: nothing has been changed, because:`, problems);
  return server;
}

/** Leases and their fences are filters over the server's clock: where it is not seen there, a batch would match nothing and look clean. */
export async function clockProblem({ collections }: Context, { id, collection }: Migration): Promise<string | undefined> {
  const documents = collections.documents(collection);
  const options = { limit: 1, maxTimeMS: timeLimits.ledgerMs };
  if ((await documents.countDocuments({}, options)) === 0) return undefined;
  const seen = await documents.countDocuments({ $expr: { $gt: ['$$NOW', new Date(0)] } }, options);
  return seen > 0
    ? undefined
    : `${id}: the server must know $$NOW in a filter, got one that matches nothing; the engine needs MongoDB 4.4 or later`;
}

/** What the data and the other migrations say against it. */
export async function dataProblems(context: Context, migration: Migration): Promise<readonly string[]> {
  const { collections, ledger, signal } = context;
  const documents = collections.documents(migration.collection);
  const problems: string[] = [];
  for (const id of migration.requires ?? []) {
    const state = (await ledger.find(id))?.state ?? 'new';
    if (!['ready', 'switched', 'contracting', 'done'].includes(state)) problems.push(`${id} must be ready, got ${state}`);
  }
  const { documents: count, ranges } = await planRanges(documents, migration);
  const namespace = `${collections.db.databaseName}.${migration.collection}`;
  if (count === 0 && !migration.mayBeEmpty) {
    problems.push(`${namespace} must have documents, got none: is this the right database? A new environment declares mayBeEmpty`);
  }
  for (const condition of migration.preconditions ?? []) {
    if (condition.kind === 'maxDocuments') {
      if (count > condition.count) problems.push(`${namespace} must have at most ${condition.count} documents, got ${count}`);
      continue;
    }
    const bad = await countMatching(documents, ranges, condition.of, signal);
    if (bad.count > 0) problems.push(`${condition.name}: got ${bad.count} that do not, with _id ${ids(bad.sample)}`);
  }
  return [...problems, ...duplicateProblems(await findDuplicates(context, migration))];
}

function duplicateProblems(found: readonly Duplicates[]): readonly string[] {
  return found.flatMap(({ index, pairs }) =>
    pairs === 'unknown' || pairs.length === 0
      ? []
      : [
          `${index}: no two documents may have the same key, got those with _id ${pairs.map((pair) => ids(pair)).join('; ')}; put them right first`,
        ],
  );
}

/** `{"$oid":"…"}, 7, "x" …`: ready to be pasted into a query. */
export function ids(sample: readonly unknown[]): string {
  return sample.map((id) => BSON.EJSON.stringify({ id }).slice('{"id":'.length, -1)).join(', ');
}
