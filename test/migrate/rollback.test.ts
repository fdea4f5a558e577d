import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.users.insertMany([
    { _id: 1 as never, email: 'a', firstName: 'Ada', lastName: 'Lovelace' },
    { _id: 2 as never, email: 'b', firstName: 5, lastName: 'X' },
    { _id: 3 as never, email: 'c', lastName: 'Turing' },
    { _id: 4 as never, email: 'd', firstName: 'Grace', lastName: 'Hopper' },
  ]);
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
});
afterEach(() => bench.close());

const user = (_id: number) => bench.users.findOne({ _id: _id as never });
const set = (_id: number, fields: object) => bench.users.updateOne({ _id: _id as never }, { $set: fields });
async function switchOver(): Promise<void> {
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
}

test.each([
  { when: 'after the backfill', before: async () => undefined },
  { when: 'after the switch', before: switchOver },
])('a roll back $when keeps every old field as it was', async ({ before }) => {
  await before();
  expect(await bench.engine.down(id)).toMatchObject({ state: 'rolledBack', conflicts: 0 });
  expect(await user(1)).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', fullName: 'Ada Lovelace' });
  expect(await user(2)).toMatchObject({ firstName: 5, lastName: 'X' });
  expect(await user(3)).not.toHaveProperty('firstName');
});

test.each([
  { when: 'after the backfill', before: async () => undefined },
  { when: 'after the switch', before: switchOver },
])('a roll back $when loses nothing that either version wrote since', async ({ before }) => {
  await before();
  await set(1, { fullName: 'Ada King Noel' });
  await set(2, { firstName: 'Five' });
  await set(3, { firstName: 'Alan', lastName: 'Turing', fullName: 'Alan Turing' });
  await bench.users.insertOne({ _id: 9 as never, email: 'n', fullName: 'Emmy Noether', migrationVersion: 2 });
  expect(await bench.engine.down(id)).toMatchObject({ state: 'rolledBack', conflicts: 0 });
  // Only the new version changed it: the old side follows.
  expect(await user(1)).toMatchObject({ firstName: 'Ada', lastName: 'King Noel', fullName: 'Ada King Noel' });
  // Only the old version changed it: it stays.
  expect(await user(2)).toMatchObject({ firstName: 'Five', lastName: 'X' });
  // Both shapes were written: nothing to do.
  expect(await user(3)).toMatchObject({ firstName: 'Alan', lastName: 'Turing', fullName: 'Alan Turing' });
  // The old version did not know it: now it does.
  expect(await user(9)).toMatchObject({ firstName: 'Emmy', lastName: 'Noether' });
});

test('what both versions changed differently is kept on both sides, and named', async () => {
  await switchOver();
  await set(4, { firstName: 'Amazing', fullName: 'Admiral Hopper' });
  expect(await bench.engine.down(id)).toMatchObject({ conflicts: 1 });
  expect(await user(4)).toMatchObject({ firstName: 'Amazing', lastName: 'Hopper', fullName: 'Admiral Hopper' });
  expect((await bench.engine.status(id))[0]?.quarantine.sample).toEqual([
    { id: 4, reason: 'both versions changed the name since it was last in step' },
  ]);
});

test('a document that is refused keeps no other from being rolled back; it stays on both sides, and is named', async () => {
  await switchOver();
  await set(1, { fullName: 'Bad' });
  await set(4, { fullName: 'Good' });
  await bench.client.db('myapp').command({ collMod: 'users', validator: { firstName: { $ne: 'Bad' } }, validationAction: 'error' });
  const { passes, ...report } = await bench.engine.down(id);
  expect(report).toMatchObject({ state: 'rolledBack', conflicts: 0, quarantined: 1 });
  expect(passes.map(({ modified }) => modified)).toEqual([1, 0]);
  expect(await user(4)).toMatchObject({ firstName: 'Good' });
  expect(await user(1)).toMatchObject({ firstName: 'Ada', fullName: 'Bad' });
  expect((await bench.engine.status(id))[0]?.quarantine.sample).toMatchObject([{ id: 1 }]);
});

test('names erased by the old version are not brought back by a roll back', async () => {
  await switchOver();
  await bench.users.updateOne({ _id: 1 as never }, { $unset: { firstName: '', lastName: '' } });
  await bench.engine.down(id);
  expect(await user(1)).not.toHaveProperty('firstName');
});

test('a roll back may be repeated, and the migration may begin again', async () => {
  await bench.engine.down(id);
  expect(await bench.engine.down(id)).toMatchObject({ state: 'rolledBack', done: [] });
  await set(1, { firstName: 'Augusta' });
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  expect(await user(1)).toMatchObject({ fullName: 'Augusta Lovelace' });
});

test('after the switch forward repair is over: backfill keeps the old side up to date instead', async () => {
  await switchOver();
  await set(1, { fullName: 'Ada King' });
  expect(await bench.engine.drift(id)).toMatchObject({ drift: 1, gate: 'closed' });
  await bench.engine.backfill(id);
  expect(await user(1)).toMatchObject({ fullName: 'Ada King', firstName: 'Ada', lastName: 'King' });
  expect(await bench.engine.verify(id, { reverse: true })).toMatchObject({ direction: 'reverse', drift: 0 });
});

test('a roll back during a backfill stops it, and nothing of it is written afterwards', async () => {
  await bench.engine.down(id);
  await bench.engine.expand(id);
  bench.server.faults.add({
    commands: ['update'],
    where: ({ comment }) => String(comment).startsWith('mig:'),
    times: 30,
    when: 'before',
    effect: { delayMs: 100 },
  });
  const running = errorOf(bench.another().backfill(id));
  await bench.engine.status(id);
  while ((await bench.engine.status(id))[0]?.state !== 'backfilling') await new Promise((resolve) => setTimeout(resolve, 20));
  await bench.engine.down(id);
  expect(await running).toMatchObject({ code: 'STATE_REFUSED' });
  await set(1, { firstName: 'Changed' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await user(1)).toMatchObject({ firstName: 'Changed', fullName: 'Ada Lovelace' });
});
