import { type Document, MongoClient } from 'mongodb';
import { connect, createEngine, migrations, readConfig } from '../../migrate';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import { forwardSweep } from '../../migrate/sweep';

export interface Throughput {
  readonly documents: number;
  /** Documents a second of one `updateMany` with the same guard and pipeline. */
  readonly atOnce: number;
  /** Documents a second of the first pass of the engine, from planning to the last checkpoint. */
  readonly engine: number;
}

/** The backfill against the giant update it replaces, on the same server and the same documents, alternating; the best of each counts. */
export async function measureThroughput(uri: string, documents: number, streams: number, rounds: number): Promise<Throughput> {
  const settings = { ...readConfig({ MONGODB_URI: uri, MIG_BACKUP_REQUIRED: 'false' }), streams };
  const data = new MongoClient(uri);
  const client = connect(uri, { appName: 'bench', streams });
  const db = data.db('myapp');
  const users = db.collection<Document>('users');
  const reload = async () => {
    await db.dropDatabase();
    for (let from = 0; from < documents; from += 10_000) {
      const size = Math.min(10_000, documents - from);
      await users.insertMany(
        Array.from({ length: size }, (_, index) => ({
          _id: (from + index) as never,
          email: `u${from + index}@example.com`,
          firstName: 'Ada',
          lastName: `L${index}`,
        })),
      );
    }
  };
  const seconds: { readonly atOnce: number[]; readonly engine: number[] } = { atOnce: [], engine: [] };
  const { guard, transform } = forwardSweep(usersFullName);
  const stages = transform.kind === 'serverSide' ? transform.stages.map((stage) => ({ ...stage })) : [];
  for (let round = 0; round < rounds; round++) {
    await reload();
    seconds.atOnce.push(await timed(() => users.updateMany(guard, stages, { writeConcern: { w: 'majority' } })));
    await reload();
    const engine = createEngine({ client, database: 'myapp', migrations, settings });
    await engine.expand(usersFullName.id);
    // Without the index, which the giant update does not build either.
    seconds.engine.push(await timed(() => engine.backfill(usersFullName.id, { maxPasses: 1 })));
  }
  await Promise.all([data.close(), client.close()]);
  return { documents, atOnce: documents / Math.min(...seconds.atOnce), engine: documents / Math.min(...seconds.engine) };
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await body();
  return (performance.now() - began) / 1000;
}
