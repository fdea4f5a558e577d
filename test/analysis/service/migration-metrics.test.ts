import { MongoClient } from 'mongodb';
import type { MigrationProgress } from '../../../analysis/http/migration-metrics';
import { connect, createEngine, migrations, readConfig } from '../../../migrate';
import { createObserver, type Observer } from '../../../migrate/observer';
import { startWireServer } from '../../support/wire-server';
import { service } from './service';

const progress: MigrationProgress = {
  migration: '20261101-users-full-name',
  state: 'backfilling',
  states: ['new', 'backfilling', 'done'],
  passOpen: true,
  ranges: { done: 3, total: 8, scanned: 1_500 },
  quarantined: 2,
  paused: false,
  drift: 40,
};
const mig = 'mig="20261101-users-full-name"';

/** The values of the migration metrics, by series. */
async function scrape(app: Awaited<ReturnType<typeof service>>): Promise<Record<string, number>> {
  const { body } = await app.inject({ url: '/metrics' });
  const lines = body.split('\n').filter((line) => line.startsWith('mig_'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]));
}

test('the metrics show where a migration stands', async () => {
  expect(await scrape(await service({ migrations: async () => [progress] }))).toEqual({
    mig_observed: 1,
    [`mig_state{${mig},state="new"}`]: 0,
    [`mig_state{${mig},state="backfilling"}`]: 1,
    [`mig_state{${mig},state="done"}`]: 0,
    [`mig_pass_open{${mig}}`]: 1,
    [`mig_ranges_planned{${mig}}`]: 8,
    [`mig_ranges_done{${mig}}`]: 3,
    [`mig_docs_scanned{${mig}}`]: 1_500,
    [`mig_quarantined{${mig}}`]: 2,
    [`mig_paused{${mig}}`]: 0,
    [`mig_drift{${mig}}`]: 40,
  });
});

test('a drift that nobody can say has no value, and is not 0', async () => {
  const series = await scrape(await service({ migrations: async () => [{ ...progress, drift: null }] }));
  expect(series).not.toHaveProperty([`mig_drift{${mig}}`]);
  expect(series).toHaveProperty([`mig_quarantined{${mig}}`], 2);
});

test('a database that stops to answer leaves no old values, and the other metrics stay', async () => {
  let time = 1_000_000;
  let looks = 0;
  const source = async () => {
    looks += 1;
    if (looks > 1) throw new Error('connection refused');
    return [progress];
  };
  const app = await service({ migrations: source, clock: () => time });
  expect(await scrape(app)).toHaveProperty('mig_observed', 1);
  time += 10_000;
  expect(await scrape(app)).toHaveProperty('mig_observed', 1);
  expect(looks).toBe(1); // whoever reads the metrics often does not load the database
  time += 30_000;
  expect(await scrape(app)).toEqual({ mig_observed: 0 });
  expect((await app.inject({ url: '/metrics' })).body).toContain('canary_analysis_verdict_total');
});

test('without a database nothing is said of migrations', async () => {
  expect(await scrape(await service())).toEqual({});
});

test('the engine says what it does: nothing yet, a backfill that is done, a document that went wrong again', async () => {
  const server = await startWireServer();
  const client = await new MongoClient(server.uri('myapp')).connect();
  const observer: Observer = createObserver(server.uri('judge'));
  try {
    const users = client.db('myapp').collection('users');
    await users.insertMany([{ email: 'ada@example.com', firstName: 'Ada' }, { email: 'bob@example.com' }]);
    const begun = { migration: '20261101-users-full-name', state: 'new', passOpen: false, drift: null, paused: false };
    expect(await observer.progress()).toMatchObject([begun]);

    const settings = readConfig({ MONGODB_URI: server.uri('myapp'), MIG_BACKUP_REQUIRED: 'false' });
    const own = connect(settings.uri, { appName: 'test', streams: 1 });
    const engine = createEngine({ client: own, database: 'myapp', migrations, settings });
    await engine.expand('20261101-users-full-name');
    await engine.backfill('20261101-users-full-name');
    const [done] = await observer.progress();
    expect(done).toMatchObject({ passOpen: false, quarantined: 0, drift: 0, ranges: { scanned: 2 } });
    expect(done?.ranges.done).toBe(done?.ranges.total);
    expect(done?.states).toContain(done?.state);

    await engine.pause('20261101-users-full-name', { by: 'test', reason: 'to see it' });
    await users.updateOne({ email: 'ada@example.com' }, { $set: { firstName: 'Augusta' } });
    expect(await observer.progress()).toMatchObject([{ drift: 1, paused: true }]);
    await own.close();
  } finally {
    await observer.close();
    await client.close();
    await server.close();
  }
}, 30_000);
