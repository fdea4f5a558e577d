import type { Db, Document } from 'mongodb';
import { MigrationError } from './errors';
import type { Migration } from './types';

export interface ServerFacts {
  readonly version: string;
  readonly topology: 'replicaSet' | 'sharded' | 'standalone';
  /** The server's clock: the only one that instants are compared by. */
  readonly now: Date;
}

export async function readServer(db: Db): Promise<ServerFacts> {
  const [hello, build] = await Promise.all([db.command({ hello: 1 }), db.command({ buildInfo: 1 })]);
  const topology = hello['msg'] === 'isdbgrid' ? 'sharded' : hello['setName'] === undefined ? 'standalone' : 'replicaSet';
  return { version: String(build['version']), topology, now: hello['localTime'] };
}

/** Why this migration cannot run on this server. */
export function versionProblem({ id, minServer = '4.4' }: Migration, { version }: ServerFacts): string | undefined {
  return compareVersions(version, minServer) >= 0
    ? undefined
    : `${id}: MongoDB ${minServer} or later, got ${version}; upgrade the server first`;
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).map(Number));
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

const onLedger = ['find', 'insert', 'update', 'remove', 'createIndex'];

/** What the phases of a migration do to its collection, and to the engine's own. */
function neededPrivileges({ collection, backfill, contract }: Migration): readonly (readonly [name: string, actions: readonly string[]])[] {
  const onData = [
    ...['find', 'update', 'createIndex', 'listIndexes', 'collMod'],
    ...(contract?.dropIndexes?.length ? ['dropIndex'] : []),
    ...(backfill?.catchUp === 'changeStream' ? ['changeStream'] : []),
  ];
  return [
    [collection, onData],
    ['_mig.ledger', onLedger],
    ['_mig.ranges', onLedger],
    ['_mig.locks', ['find', 'insert', 'update']],
    ['_mig.quarantine', ['find', 'insert', 'update', 'remove']],
    ['_mig.control', ['find', 'insert', 'update']],
    ['_mig.clients', ['find']],
  ];
}

/** What the phases need and this user lacks, by collection; undefined when the server has no access control, or does not tell what one may. */
export async function missingPrivileges(db: Db, migration: Migration): Promise<readonly string[] | undefined> {
  const { authInfo } = await db.command({ connectionStatus: 1, showPrivileges: true });
  const privileges: readonly Document[] = authInfo?.authenticatedUserPrivileges ?? [];
  if (privileges.length === 0) return undefined;
  const may = (name: string, action: string) =>
    privileges.some(
      ({ resource, actions }) =>
        actions.includes(action) &&
        (resource.anyResource === true ||
          ((resource.db === '' || resource.db === db.databaseName) && (resource.collection === '' || resource.collection === name))),
    );
  return neededPrivileges(migration).flatMap(([name, actions]) => {
    const lacking = actions.filter((action) => !may(name, action));
    return lacking.length > 0 ? [`${lacking.join(', ')} on ${db.databaseName}.${name}`] : [];
  });
}

export function notAuthorized(missing: readonly string[]): MigrationError {
  return new MigrationError(
    'NOT_AUTHORIZED',
    'the user of the connection string must have readWrite and dbAdmin on the database; these are missing:',
    missing,
  );
}
