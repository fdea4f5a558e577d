import type { Document } from 'mongodb';
import { connect, createEngine, migrations, readConfig } from '../../migrate';
import { startWireServer } from '../../test/support/wire-server';

export interface Reaction {
  /** From the moment the lag is there to the last batch that was begun. */
  readonly pausedMs: number;
  /** From the moment the lag is gone to the next batch. */
  readonly resumedMs: number;
}

const id = '20261101-users-full-name';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How quickly a backfill yields to replication lag, and comes back. Batches are slowed down to take 50 ms. */
export async function measureReaction(): Promise<Reaction> {
  const server = await startWireServer();
  const settings = readConfig({ MONGODB_URI: server.uri('myapp'), MIG_BACKUP_REQUIRED: 'false' });
  const client = connect(settings.uri, { appName: 'bench', streams: settings.streams });
  const users = client.db('myapp').collection<Document>('users');
  await users.insertMany(Array.from({ length: 20_000 }, (_, index) => ({ email: `u${index}@example.com`, firstName: 'Ada' })));
  const engine = createEngine({ client, database: 'myapp', migrations, settings });
  await engine.expand(id);
  const begun: number[] = [];
  const note = ({ comment }: Document) => {
    const ours = String(comment).startsWith('mig:');
    if (ours) begun.push(performance.now());
    return ours;
  };
  server.faults.add({ commands: ['update'], where: note, times: 100_000, when: 'before', effect: { delayMs: 50 } });
  const stopping = new AbortController();
  const running = engine.backfill(id, { signal: stopping.signal }).catch(() => undefined);
  while (begun.length < 5) await pause(10);
  server.state.lagMs = 10_000;
  const pressed = performance.now();
  await pause(3000);
  const last = begun.at(-1) ?? pressed;
  const count = begun.length;
  server.state.lagMs = 0;
  const freed = performance.now();
  while (begun.length === count) await pause(5);
  const next = begun[count] ?? Number.NaN;
  stopping.abort();
  await running;
  await client.close();
  await server.close();
  return { pausedMs: Math.max(0, last - pressed), resumedMs: next - freed };
}
