import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Backfill, Migration } from '../../migrate/types';
import { type Bench, errorOf, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

/** The same migration with a drift that sees less. */
const weaker: Migration = {
  ...usersFullName,
  backfill: { ...(usersFullName.backfill as Backfill), drift: { fullName: { $exists: false } } },
};

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.users.insertMany([
    { _id: 1 as never, email: 'a', firstName: 'Ada' },
    { _id: 2 as never, email: 'b', firstName: 'Grace' },
  ]);
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
});
afterEach(() => bench.close());

test('passes from before a roll back open no gate: neither after expand nor while the first new pass runs', async () => {
  await bench.engine.down(id);
  await bench.engine.expand(id);
  expect(await bench.engine.drift(id)).toMatchObject({ cleanPasses: 0, gate: 'closed' });
  const { passes } = await bench.engine.backfill(id);
  expect(passes.slice(-2).map(({ kind, modified }) => ({ kind, modified }))).toEqual(Array(2).fill({ kind: 'forward', modified: 0 }));
  expect(passes.at(-3)?.kind).toBe('reverse');
  expect(await bench.engine.drift(id)).toMatchObject({ cleanPasses: 2, gate: 'open' });
});

test.each(['verify', 'down'] as const)('%s with another declaration than the one that was started is refused', async (command) => {
  const another = bench.another({ migrations: [weaker] });
  expect(await another.drift(id)).toMatchObject({ gate: 'closed', reasons: [expect.stringContaining('got another checksum')] });
  expect(await errorOf(another[command](id))).toMatchObject({
    code: 'CHECKSUM_CHANGED',
    exitCode: 11,
    message: expect.stringContaining('put the old declaration back, or pass --accept-checksum'),
  });
  expect((await bench.engine.status(id))[0]?.state).toBe('verifying');
});

test('a mistake found when it is ready: down accepts the new declaration, and it begins again', async () => {
  await bench.engine.verify(id);
  const another = bench.another({ migrations: [weaker] });
  expect((await errorOf(another.backfill(id, { acceptChecksum: true }))).message).toContain(
    'go back with down --accept-checksum and begin again',
  );
  expect(await another.down(id, { acceptChecksum: true })).toMatchObject({ state: 'rolledBack' });
  await another.expand(id);
  expect(await another.backfill(id)).toMatchObject({ gate: 'open' });
});
