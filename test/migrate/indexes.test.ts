import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { IndexSpec, Migration } from '../../migrate/types';
import { type Bench, type BenchOptions, errorOf, startBench } from './support/engine';
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
