import { connect, createEngine, defineMigration, hours, readConfig, serverSide } from '../../migrate';

/**
 * One backfill pass over a simulated collection, as a process of its own, so that its memory is nobody else's.
 * Prints what it cost as one line of JSON.
 */
const uri = process.argv[2] ?? '';
const id = '20261101-simulated';
const simulated = defineMigration({
  ...{ id, description: 'simulated', database: 'myapp', collection: 'users', schemaVersion: 2 },
  backfill: { drift: { fullName: null }, sourceFields: ['firstName'], transform: serverSide([{ $set: { fullName: '$firstName' } }]) },
  irreversible: 'nothing is there',
  invariants: [{ name: 'none', none: { fullName: null } }],
  gates: { backupNotOlderThan: hours(24) },
});

async function main(): Promise<void> {
  const settings = readConfig({ MONGODB_URI: uri, MIG_BACKUP_REQUIRED: 'false' });
  const client = connect(uri, { appName: 'bench', streams: settings.streams });
  const engine = createEngine({ client, database: 'myapp', migrations: [simulated], settings });
  await engine.expand(id);
  // The first pass warms up the compiler of this process; the second one counts.
  await engine.backfill(id, { maxPasses: 1 });
  const began = { at: performance.now(), cpu: process.cpuUsage() };
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const { own } = await engine.backfill(id, { maxPasses: 1 });
  clearInterval(sampling);
  const { user, system } = process.cpuUsage(began.cpu);
  await client.close();
  const seconds = (performance.now() - began.at) / 1000;
  process.stdout.write(
    `${JSON.stringify({ ...own, seconds, cpuMs: (user + system) / 1000, rssMb: Math.max(peak, process.memoryUsage().rss) / 2 ** 20 })}\n`,
  );
}

void main();
