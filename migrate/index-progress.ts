import type { Document } from 'mongodb';
import type { Progress, RunOptions } from './api';
import { cannotBeSeen } from './classify';
import { every } from './clock';
import type { Context } from './context';
import { timeLimits } from './limits';
import type { Migration } from './types';

/** How far the server is with a build, as `$currentOp` shows it. */
interface Seen {
  readonly index: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/**
 * Tells every second how far the build of one of these indexes is, while `body` builds them or waits for who does. The server alone knows,
 * and tells it to whom may see its operations (privilege `inprog`); otherwise it is told that, and for how long, it is waited for.
 */
export async function withIndexProgress<T>(
  context: Context,
  migration: Migration,
  indexes: readonly string[],
  onProgress: RunOptions['onProgress'],
  body: () => Promise<T>,
): Promise<T> {
  const { clock, log } = context;
  const began = clock.monotonic();
  let from: { readonly seen: Seen; readonly at: number } | undefined;
  const look = async () => {
    const seen = await lookAt(context, migration, indexes);
    const at = clock.monotonic();
    // Every stage begins at nothing again, and who comes late has not seen the beginning.
    if (from?.seen.index !== seen?.index || from?.seen.stage !== seen?.stage) from = seen && { seen, at };
    const rate = seen && from && at > from.at ? ((seen.done - from.seen.done) * 1000) / (at - from.at) : 0;
    onProgress?.(progressOf(migration, indexes, at - began, seen, rate));
  };
  const reporter = every(1000, look, (error) => log.warn({ indexes, error: String(error) }, 'progress unknown'));
  try {
    return await body();
  } finally {
    reporter.stop();
  }
}

function progressOf({ id }: Migration, indexes: readonly string[], ms: number, seen: Seen | undefined, rate: number): Progress {
  const { done, total } = seen ?? { done: 0, total: 0 };
  const since = `for ${Math.round(ms / 1000)} s`;
  return {
    ...{ migration: id, activity: 'index', pass: 0, ranges: { done: 0, total: 1 }, scanned: done, passed: done, total },
    ...{ rate: Math.round(rate), etaSeconds: rate > 0 ? Math.round((total - done) / rate) : undefined },
    ...{ batch: 0, batchMs: 0, modified: 0, quarantined: 0, lagMs: undefined, throttle: [] },
    note: seen ? `${seen.index} ${since}: ${seen.stage}` : `${indexes.join(', ')} ${since}; the server shows no progress of it`,
  };
}

async function lookAt(
  { client, collections: { db } }: Context,
  { collection }: Migration,
  indexes: readonly string[],
): Promise<Seen | undefined> {
  try {
    const running = await client
      .db('admin')
      .aggregate([{ $currentOp: { allUsers: true } }, { $match: { progress: { $exists: true } } }], { maxTimeMS: timeLimits.probeMs })
      .toArray();
    const builds = running.flatMap((operation) => {
      const { command, progress } = operation;
      const here = command?.createIndexes === collection && command.$db === db.databaseName;
      const built: readonly Document[] = here ? (command.indexes ?? []) : [];
      return built
        .filter(({ name }) => indexes.includes(name))
        .map(({ name }) => ({ index: name, stage: stageOf(operation), done: Number(progress.done), total: Number(progress.total) }));
    });
    return builds[0];
  } catch (error) {
    if (cannotBeSeen(error)) return undefined;
    throw error;
  }
}

/** `Index Build: scanning collection Index Build: scanning collection: 5/100 5%` */
const stageOf = ({ msg }: Document): string => /Index Build: ([a-z ]+?)(?: Index Build|:|$)/.exec(String(msg))?.[1] ?? 'building';
