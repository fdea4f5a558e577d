import type { Collection, MongoClient } from 'mongodb';
import type { JudgementRecord } from '../contract/record';
import type { ListFilter, Store } from './store';

export interface MongoStoreOptions {
  /** Names a database. */
  readonly uri: string;
  /** MongoDB removes older judgements by a TTL index. */
  readonly retentionDays: number;
  /** Longest time of each step of an operation: a server is chosen, a connection is had, an answer is here. @default 1 second */
  readonly timeoutMs?: number;
}

/** A record with the field that the TTL index reads. */
type Kept = JudgementRecord & { readonly _id: string; readonly keptAt: Date };

/**
 * Keeps judgements in the collection `judgements` of MongoDB, for all replicas together.
 *
 * The driver is loaded when the store is created, and connects at the first use: a service starts and judges while MongoDB is down.
 */
export function createMongoStore({ uri, retentionDays, timeoutMs = 1_000 }: MongoStoreOptions): Store {
  const client = createClient(uri, timeoutMs);
  const judgements = client.db().collection<Kept>('judgements');
  let prepared: Promise<void> | undefined;

  /** Indexes are made once; a failure is forgotten so that the next use tries again. */
  const collection = async () => {
    prepared ??= createIndexes(judgements, retentionDays).catch((cause: unknown) => {
      prepared = undefined;
      throw cause;
    });
    await prepared;
    return judgements;
  };
  return {
    async put(record) {
      const { judgement, at } = record;
      const kept = { ...record, keptAt: new Date(at) };
      await (await collection()).updateOne({ _id: judgement.id }, { $setOnInsert: kept }, { upsert: true });
    },
    async get(id) {
      return (await collection()).findOne({ _id: id }, { projection: { _id: 0, keptAt: 0 } });
    },
    async list({ rollout, namespace, limit }: ListFilter) {
      const filter = {
        ...(rollout === undefined ? {} : { 'request.rollout': rollout }),
        ...(namespace === undefined ? {} : { 'request.namespace': namespace }),
      };
      const cursor = (await collection()).find(filter, {
        projection: { _id: 0, at: 1, request: 1, judgement: 1 },
        sort: { keptAt: -1 },
        limit,
      });
      return cursor.toArray();
    },
    close: () => client.close(),
  };
}

function createClient(uri: string, timeoutMs: number): MongoClient {
  // Loaded only by services that use it.
  const { MongoClient } = require('mongodb') as typeof import('mongodb');
  return new MongoClient(uri, {
    appName: 'bluecanary-analysis',
    maxPoolSize: 10,
    socketTimeoutMS: timeoutMs,
    waitQueueTimeoutMS: timeoutMs,
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
  });
}

async function createIndexes(judgements: Collection<Kept>, retentionDays: number): Promise<void> {
  await judgements.createIndex({ 'request.rollout': 1, 'request.namespace': 1, keptAt: -1 }, { name: 'rollout' });
  await keepFor(judgements, retentionDays * 86_400);
}

/** The TTL index, brought up to date when the retention has changed. */
async function keepFor(judgements: Collection<Kept>, expireAfterSeconds: number): Promise<void> {
  const name = 'retention';
  const existing = (await judgements.indexes()).find((index) => index['name'] === name);
  if (existing === undefined) {
    await judgements.createIndex({ keptAt: 1 }, { name, expireAfterSeconds });
  } else if (existing['expireAfterSeconds'] !== expireAfterSeconds) {
    await judgements.db.command({ collMod: judgements.collectionName, index: { name, expireAfterSeconds } });
  }
}
