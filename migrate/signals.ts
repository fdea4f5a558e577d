import { type Collection, type Db, type Document, MongoServerError, type Timestamp } from 'mongodb';
import type { Control } from './api';
import { cannotBeSeen } from './classify';
import type { Collections } from './collections';
import { timeLimits } from './limits';
import type { Signals } from './throttle';

export interface Probe {
  read(): Promise<{ readonly signals: Signals; readonly control: Control; readonly unmeasured: readonly string[] }>;
}

/**
 * Measures what the throttle needs. Lag needs no privilege; cache and flow control need `serverStatus`, the oplog window `local`.
 * What the user may not see is named as unmeasured and not asked again; anything else that fails is an error.
 */
export function createProbe(collections: Collections, migration: string): Probe {
  const denied = new Map<string, string>();
  const may = async (what: string, read: () => Promise<Partial<Signals>>): Promise<Partial<Signals>> => {
    if (denied.has(what)) return {};
    try {
      const found = await read();
      if (Object.values(found).every((value) => value === undefined)) denied.set(what, 'this server does not report it');
      return found;
    } catch (error) {
      if (!(error instanceof MongoServerError) || ![13, 26, 59, 73, 115, 238].includes(Number(error.code))) throw error;
      denied.set(what, error.message);
      return {};
    }
  };
  return {
    read: async () => {
      const { db } = collections;
      const [lag, pressure, oplog, control] = await Promise.all([
        may('replication lag', () => readLag(db)),
        may('cache and flow control', () => readServerStatus(db)),
        may('oplog window', () => readOplogWindow(db)),
        readControl(collections, migration),
      ]);
      const paused = { paused: control.paused ?? false, pauseReason: control.reason };
      return {
        signals: { ...lag, ...pressure, ...oplog, ...paused },
        control,
        unmeasured: [...denied].map(([what, why]) => `${what}: ${why}`),
      };
    },
  };
}

/** The control document of the migration over the one for all of them. A pause for all cannot be undone for one. */
export async function readControl(collections: Collections, migration: string): Promise<Control> {
  const rows = await collections.control
    .find({ _id: { $in: ['*', migration] } }, { maxTimeMS: timeLimits.probeMs, sort: { _id: 1 } })
    .toArray();
  const { _id, ...merged } = Object.assign({}, ...rows) as Control & { readonly _id?: string };
  return { ...merged, paused: rows.some((row) => row.paused === true), abort: rows.some((row) => row.abort === true) };
}

async function readLag(db: Db): Promise<Partial<Signals>> {
  const { lastWrite } = await ask(db, { hello: 1 });
  if (lastWrite?.lastWriteDate === undefined || lastWrite.majorityWriteDate === undefined) return { lagMs: undefined };
  return { lagMs: lastWrite.lastWriteDate.getTime() - lastWrite.majorityWriteDate.getTime() };
}

async function readServerStatus(db: Db): Promise<Partial<Signals>> {
  const { wiredTiger, flowControl } = await ask(db.client.db('admin'), { serverStatus: 1, repl: 0, metrics: 0, locks: 0 });
  const cache = wiredTiger?.cache;
  const [dirty, most] = [cache?.['tracked dirty bytes in the cache'], cache?.['maximum bytes configured']];
  return { dirtyRatio: most > 0 ? dirty / most : undefined, flowControlled: flowControl?.isLagged };
}

async function readOplogWindow(db: Db): Promise<Partial<Signals>> {
  const oplog = db.client.db('local').collection<{ ts: Timestamp }>('oplog.rs');
  const edge = (direction: 1 | -1) =>
    oplog.find({}, { sort: { $natural: direction }, limit: 1, projection: { ts: 1 }, maxTimeMS: timeLimits.probeMs }).next();
  const [first, last, full] = await Promise.all([edge(1), edge(-1), isFull(oplog)]);
  // One that has never been full has dropped nothing yet: it reaches back as far as the server is old.
  if (!full) return { oplogHours: Number.POSITIVE_INFINITY };
  return { oplogHours: first && last ? (last.ts.getHighBits() - first.ts.getHighBits()) / 3600 : undefined };
}

const nearlyFull = 0.9;

/** Who may not ask for the size is told the window alone. */
async function isFull(oplog: Collection<{ ts: Timestamp }>): Promise<boolean> {
  const stats = oplog.aggregate([{ $collStats: { storageStats: {} } }], { maxTimeMS: timeLimits.probeMs });
  try {
    const { size, maxSize } = (await stats.next())?.['storageStats'] ?? {};
    return !(size < maxSize * nearlyFull);
  } catch (error) {
    if (cannotBeSeen(error)) return true;
    throw error;
  }
}

async function ask(db: Db, command: Document): Promise<Document> {
  return db.command({ ...command, maxTimeMS: timeLimits.probeMs }, { signal: AbortSignal.timeout(timeLimits.probeMs * 2) });
}
