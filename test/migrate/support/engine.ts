import type { Collection, Document, MongoClient } from 'mongodb';
import { connect, createEngine, type Engine, type Log, type Migration, readConfig, silentLog } from '../../../migrate';
import type { EngineOptions } from '../../../migrate/engine';
import { migrations as declared } from '../../../migrate/migrations';
import { startWireServer, type WireServer } from '../../support/wire-server';

/** An engine of this process on a server of its own, and the collection it works on. */
export interface Bench {
  readonly server: WireServer;
  readonly client: MongoClient;
  readonly engine: Engine;
  readonly users: Collection<Document>;
  readonly collection: (name: string) => Collection<Document>;
  /** Another engine on the same data, as another process would have it. */
  readonly another: (options?: BenchOptions) => Engine;
  readonly close: () => Promise<void>;
}

export interface BenchOptions {
  readonly migrations?: readonly Migration[];
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: Log;
  readonly pods?: EngineOptions['pods'];
}

const defaults = { MIG_LEASE_MS: '1500', MIG_BACKUP_REQUIRED: 'false', MIG_RETRY_MS: '10000', MIG_SETTLE_MS: '0' };

export async function startBench(options: BenchOptions = {}): Promise<Bench> {
  const server = await startWireServer();
  const uri = server.uri('myapp');
  const clients: MongoClient[] = [];
  const another = ({ migrations = options.migrations ?? declared, env = {}, log = silentLog, pods }: BenchOptions = options) => {
    const settings = readConfig({ MONGODB_URI: uri, ...defaults, MIG_OWNER: `test-${clients.length}`, ...env });
    const client = connect(uri, { appName: 'test', streams: settings.streams });
    clients.push(client);
    return createEngine({ client, database: settings.database, migrations, settings, log, pods });
  };
  const client = connect(uri, { appName: 'test-data', streams: 1 });
  clients.push(client);
  const collection = (name: string) => client.db('myapp').collection<Document>(name);
  return {
    ...{ server, client, another, collection, users: collection('users'), engine: another() },
    close: async () => {
      await Promise.all(clients.map((one) => one.close()));
      await server.close();
    },
  };
}

/** The word that the switch asks for where nothing else shows it. */
export const noneLeft = { by: 'Grace', reason: 'no pod of it is left' };

/** The error a call ends with; fails when it does not. */
export async function errorOf(
  call: Promise<unknown>,
): Promise<{ readonly code: string; readonly exitCode: number; readonly message: string; readonly reasons: readonly string[] }> {
  try {
    await call;
  } catch (error) {
    return error as never;
  }
  throw new Error('an error was expected, and none came');
}
