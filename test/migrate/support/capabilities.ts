import { type Db, MongoClient } from 'mongodb';
import { startWireServer } from '../../support/wire-server';

/** What the engine's tests need of a server, each found out by trying it. */
export const capabilities = [
  'idsOfEveryKind',
  'pipelineUpdate',
  'serverTime',
  'changeStreams',
  'transactions',
  'hiddenIndex',
  'textIndex',
  'lastWrite',
] as const;
export type Capability = (typeof capabilities)[number];

export interface TestServer {
  readonly tier: 'T1' | 'T2' | 'T3';
  readonly name: string;
  readonly uri: string;
  readonly can: ReadonlySet<Capability>;
  readonly close: () => Promise<void>;
}

/** Tiers that do not run here, each with what would run it. */
export interface Skipped {
  readonly tier: string;
  readonly how: string;
}

/** The servers of this machine: the test double always, a real one by `MIG_TEST_URI` or when mongodb-memory-server is installed. */
export async function findServers(): Promise<{ readonly servers: readonly TestServer[]; readonly skipped: readonly Skipped[] }> {
  const double = await startWireServer();
  const servers: TestServer[] = [await probe('T1', 'in-process wire server (no MongoDB)', double.uri('myapp'), double.close)];
  const skipped: Skipped[] = [];
  const uri = process.env['MIG_TEST_URI'];
  if (uri)
    servers.push(await probe('T2', `MIG_TEST_URI (${process.env['MIG_CAPS'] ?? 'no name in MIG_CAPS'})`, uri, async () => undefined));
  else
    skipped.push({
      tier: 'T2, another implementation of the protocol',
      how: 'MIG_TEST_URI=mongodb://host/myapp MIG_CAPS=name npx jest test/migrate/servers',
    });
  const memory = await memoryServer();
  if (memory) servers.push(memory);
  else
    skipped.push({
      tier: 'T3, a real replica set',
      how: 'npm i --no-save mongodb-memory-server && npx jest test/migrate/servers (or MONGOMS_SYSTEM_BINARY=<mongod>)',
    });
  return { servers, skipped };
}

async function probe(tier: TestServer['tier'], name: string, uri: string, close: () => Promise<void>): Promise<TestServer> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  try {
    const db = client.db();
    const found = await Promise.all(capabilities.map(async (capability) => ({ capability, works: await trial(db, capability) })));
    await db.collection('_probe').drop().catch(notThere);
    return { tier, name, uri, can: new Set(found.filter(({ works }) => works).map(({ capability }) => capability)), close };
  } finally {
    await client.close();
  }
}

const trials: Readonly<Record<Capability, (db: Db) => Promise<boolean>>> = {
  idsOfEveryKind: async (db) => {
    // Two ids; a server that keeps them as JSON takes them for one.
    await db.collection('_probe').insertMany([{ _id: 5 as never }, { _id: new Date(5) as never }]);
    return true;
  },
  pipelineUpdate: async (db) => {
    await db.collection('_probe').updateOne({ _id: 1 as never }, [{ $set: { a: { $concat: ['x', 'y'] } } }], { upsert: true });
    return (await db.collection('_probe').findOne({ _id: 1 as never }))?.['a'] === 'xy';
  },
  serverTime: async (db) => {
    await db.collection('_probe').updateOne({ _id: 2 as never }, { $set: { until: new Date(0) } }, { upsert: true });
    const past = { _id: 2 as never, $expr: { $lt: ['$until', '$$NOW'] } };
    const { matchedCount } = await db.collection('_probe').updateMany(past, { $set: { seen: true } });
    return matchedCount === 1 && (await db.collection('_probe').countDocuments(past)) === 1;
  },
  changeStreams: async (db) => {
    const stream = db.collection('_probe').watch([], { maxAwaitTimeMS: 50 });
    await stream.tryNext();
    await stream.close();
    return true;
  },
  transactions: async (db) => {
    await db.client.withSession((session) => session.withTransaction(() => db.collection('_probe').insertOne({}, { session })));
    return true;
  },
  hiddenIndex: async (db) => {
    await db.collection('_probe').createIndex({ a: 1 }, { hidden: true });
    return (await db.collection('_probe').indexes()).some(({ hidden }) => hidden === true);
  },
  textIndex: async (db) => {
    await db.collection('_probe').createIndex({ b: 'text' }, { default_language: 'none' });
    return true;
  },
  lastWrite: async (db) => (await db.command({ hello: 1 }))['lastWrite'] !== undefined,
};

async function trial(db: Db, capability: Capability): Promise<boolean> {
  try {
    // A server that takes an option and ignores it does not have it; one that does not answer does not, either.
    return await Promise.race([trials[capability](db), new Promise<false>((resolve) => setTimeout(resolve, 5000, false).unref())]);
  } catch {
    return false;
  }
}

async function memoryServer(): Promise<TestServer | undefined> {
  const name = 'mongodb-memory-server';
  const module = await import(name).catch(notThere);
  if (module === undefined) return undefined;
  const set = await module.MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } });
  return probe('T3', 'mongodb-memory-server', set.getUri('myapp'), async () => void (await set.stop()));
}

const notThere = (): undefined => undefined;
