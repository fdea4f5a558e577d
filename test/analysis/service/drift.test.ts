import { MongoClient } from 'mongodb';
import type { MigrationDrift } from '../../../analysis/http/migrations';
import { connect, createEngine, migrations, readConfig } from '../../../migrate';
import { createObserver } from '../../../migrate/observer';
import { startWireServer } from '../../support/wire-server';
import { service } from './service';

const drift: MigrationDrift = {
  drift: 3,
  exact: true,
  asOf: '2026-11-25T00:00:00.000Z',
  pass: 1,
  cleanPasses: 0,
  gate: 'closed',
  reasons: ['3 documents are wrong'],
};
const url = '/v1/migrations/users-full-name/drift';

test('the gate sees what the engine reports', async () => {
  const app = await service({ drift: async () => drift });
  expect((await app.inject({ url })).json()).toEqual({ data: drift });
});

test.each([
  ['no database', undefined, 'MONGODB_URI'],
  ['a database that refuses', () => Promise.reject(new Error('connection refused')), 'connection refused'],
  ['a database that does not answer', () => new Promise<undefined>(() => undefined), 'no answer within 0.05 s'],
])('%s keeps the gate closed, and is no error of the release', async (_, source, says) => {
  const app = await service({ deadlineMs: 50, ...(source ? { drift: source } : {}) });
  const { statusCode, body } = await app.inject({ url });
  expect(statusCode).toBe(200);
  expect(JSON.parse(body).data).toMatchObject({ drift: null, gate: 'closed', reasons: [expect.stringContaining(says)] });
});

test('a migration that nobody declared is named', async () => {
  const app = await service({ drift: async () => undefined });
  const { statusCode, body } = await app.inject({ url: '/v1/migrations/nope/drift' });
  expect(statusCode).toBe(422);
  expect(JSON.parse(body)).toMatchObject({ code: 'unknown-migration', problems: ['id: a declared migration, got nope'] });
});

test('the gate opens when the backfill is done, and closes again when the old version writes', async () => {
  const server = await startWireServer();
  const client = await new MongoClient(server.uri('myapp')).connect();
  const observer = createObserver(server.uri('judge'));
  try {
    const users = client.db('myapp').collection('users');
    await users.insertMany([{ email: 'ada@example.com', firstName: 'Ada' }]);
    expect(await observer.drift('users-full-name')).toMatchObject({ drift: 1, gate: 'closed', failed: false });

    const settings = readConfig({ MONGODB_URI: server.uri('myapp'), MIG_BACKUP_REQUIRED: 'false' });
    const own = connect(settings.uri, { appName: 'test', streams: 1 });
    const engine = createEngine({ client: own, database: 'myapp', migrations, settings });
    await engine.expand('20261101-users-full-name');
    await engine.backfill('20261101-users-full-name');
    await own.close();
    expect(await observer.drift('users-full-name')).toMatchObject({ drift: 0, gate: 'open' });

    await users.updateOne({ email: 'ada@example.com' }, { $set: { firstName: 'Augusta' } });
    expect(await observer.drift('users-full-name')).toMatchObject({ drift: 1, gate: 'closed' });
    expect(await observer.drift('nope')).toBeUndefined();
  } finally {
    await observer.close();
    await client.close();
    await server.close();
  }
}, 30_000);
