import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { IndexSpec, Migration } from '../../migrate/types';
import { type Bench, type BenchOptions, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

let bench: Bench;
afterEach(() => bench.close());
async function start(migration: Migration, options: BenchOptions = {}): Promise<Bench> {
  bench = await startBench({ migrations: [migration], ...options });
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
  return bench;
}
const withIndexes = (...indexes: readonly IndexSpec[]): Migration => ({ ...usersFullName, indexes });

test('an index with a collation is the declared one when it is met again, though the server lists every part of it', async () => {
  const spec: IndexSpec = { name: 'full', key: { fullName: 1 }, options: { collation: { locale: 'en', strength: 1 } }, when: 'expand' };
  const { engine } = await start(withIndexes(spec));
  expect(await engine.expand(id)).toMatchObject({ done: ['index full, hidden'] });
  expect((await engine.plan(id)).indexes).toMatchObject([{ finding: 'identical' }]);
  expect(await engine.backfill(id)).toMatchObject({ gate: 'open' });
});

test('it stands beside the index of the old version on the same field, and is not taken for it', async () => {
  const { engine, users } = await start(
    withIndexes({ name: 'email_any_case', key: { email: 1 }, options: { collation: { locale: 'en', strength: 2 } }, when: 'expand' }),
  );
  await users.createIndex({ email: 1 });
  await engine.expand(id);
  expect((await users.indexes()).map(({ name }) => name)).toEqual(['_id_', 'email_1', 'email_any_case']);
});

test('another collation under the same name is a conflict', async () => {
  const { engine, users } = await start(
    withIndexes({ name: 'email_any_case', key: { email: 1 }, options: { collation: { locale: 'en', strength: 2 } } }),
  );
  await users.createIndex({ email: 1 }, { name: 'email_any_case', collation: { locale: 'de', strength: 2 } });
  expect(await errorOf(engine.expand(id))).toMatchObject({ code: 'INDEX_CONFLICT' });
});

test('a switch that loses the database before the index is shown shows it when it is repeated', async () => {
  const { engine, users, server } = await start(usersFullName);
  await engine.expand(id);
  await engine.backfill(id);
  await engine.verify(id);
  await engine.gone(id, noneLeft);
  server.faults.add({ commands: ['collMod'], when: 'before', effect: 'close' });
  server.faults.add({ commands: ['collMod'], when: 'before', effect: { code: 8, message: 'killed here' } });
  await engine.switch(id).catch(() => undefined);
  await engine.switch(id);
  expect((await users.indexes()).filter(({ hidden }) => hidden === true)).toEqual([]);
});

test('a new environment has no collection yet: it is made with the validator, and planned for', async () => {
  const { engine, server, client } = await start({
    ...usersFullName,
    mayBeEmpty: true,
    expand: { validator: { email: { $type: 'string' } } },
  });
  await client.db('myapp').dropDatabase();
  server.faults.add({
    commands: ['aggregate'],
    where: ({ pipeline }) => '$collStats' in pipeline[0],
    when: 'before',
    effect: { code: 26, message: 'Collection [myapp.users] not found.' },
  });
  expect(await engine.plan(id)).toMatchObject({ documents: 0, problems: [] });
  expect(await engine.expand(id)).toMatchObject({ done: ['validator (moderate, warn)'] });
  expect(server.state.store('myapp', 'users')?.validator).toBeDefined();
});

const lower: Migration = {
  ...{ id: '20270301-users-email-lower', description: 'emailLower is unique', database: 'myapp', collection: 'users', schemaVersion: 2 },
  backfill: {
    drift: { $expr: { $ne: ['$emailLower', { $toLower: '$email' }] } },
    sourceFields: ['email'],
    transform: { kind: 'serverSide', stages: [{ $set: { emailLower: { $toLower: '$email' } } }] },
  },
  indexes: [
    { name: 'lower', key: { emailLower: 1 }, options: { unique: true, partialFilterExpression: { emailLower: { $exists: true } } } },
  ],
  gates: { oldVersionGone: 'beforeSwitch' },
  irreversible: 'email stays',
  contract: {},
  invariants: [{ name: 'emailLower is text', none: { emailLower: { $not: { $type: 'string' } } } }],
};

test('what a unique index would be refused for is told before anything is written, as the data will be then', async () => {
  const { engine, users } = await start(lower);
  await users.insertOne({ _id: 2 as never, email: 'A' });
  const problem = 'lower: no two documents may have the same key, got those with _id 1, 2; put them right first';
  expect((await engine.plan(lower.id)).problems).toEqual([problem]);
  expect(await errorOf(engine.expand(lower.id))).toMatchObject({ code: 'PRECONDITION_FAILED', reasons: [problem] });
  await users.updateOne({ _id: 2 as never }, { $set: { email: 'B' } });
  await engine.expand(lower.id);
  expect(await engine.backfill(lower.id)).toMatchObject({ gate: 'open' });
});

test('a duplicate that the old version writes meanwhile needs no resume: the same command builds the index later', async () => {
  const { engine, server, users } = await start(lower);
  await engine.expand(lower.id);
  server.faults.add({
    commands: ['createIndexes'],
    where: ({ createIndexes }) => createIndexes === 'users',
    when: 'before',
    effect: { code: 11000, message: 'E11000 dup key: "a"' },
  });
  expect(await errorOf(engine.backfill(lower.id))).toMatchObject({
    code: 'INDEX_CONFLICT',
    exitCode: 10,
    message: expect.stringContaining('put them right, and run the same command again'),
  });
  expect(await engine.backfill(lower.id)).toMatchObject({ state: 'verifying' });
  expect((await users.indexes()).map(({ name }) => name)).toContain('lower');
});
