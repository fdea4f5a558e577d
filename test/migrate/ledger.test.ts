import { usersFullName } from '../../migrate/migrations/users-full-name';
import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id, oldUsers } from './support/users';

jest.setTimeout(60_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.users.insertMany(oldUsers(100, 5));
});
afterEach(() => bench.close());

test('the history tells who did what, by the clock of the server', async () => {
  bench.server.state.clockOffsetMs = 3_600_000;
  await bench.engine.expand(id);
  const [status] = await bench.engine.status(id);
  expect(status?.history.map(({ event }) => event)).toEqual(['planned -> expanding', 'expanding -> expanded']);
  expect(status?.history[0]).toMatchObject({ by: 'test-1' });
  expect((status?.history[0]?.at.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
});

test('a phase that is done is done: repeating it changes nothing', async () => {
  await bench.engine.expand(id);
  expect(await bench.engine.expand(id)).toEqual({ migration: id, done: [], alreadyThere: ["state 'expanded'"] });
  await bench.engine.backfill(id);
  const again = await bench.engine.backfill(id);
  expect(again.own.modified).toBe(0);
  await bench.engine.verify(id);
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
  expect(await bench.engine.switch(id)).toEqual({ migration: id, state: 'switched', done: [] });
});

/** Nobody dies in these: a lease must not run out because the machine is busy. */
const patient = { env: { MIG_LEASE_MS: '10000' } };

test('of fifteen that expand at once one does, and all succeed', async () => {
  const reports = await Promise.all(Array.from({ length: 15 }, () => bench.another(patient).expand(id)));
  expect(reports.filter(({ alreadyThere }) => alreadyThere.length === 0)).toHaveLength(1);
  const [status] = await bench.engine.status(id);
  expect(status?.history.map(({ event }) => event)).toEqual(['planned -> expanding', 'expanding -> expanded']);
});

test('an insert that somebody was quicker with is no error: the row is there', async () => {
  const fault = { when: 'before', effect: { code: 11000, message: 'E11000 duplicate key error' } } as const;
  bench.server.faults.add({ ...fault, commands: ['findAndModify'], where: ({ upsert }) => upsert === true });
  bench.server.faults.add({ ...fault, commands: ['update'], where: ({ update }) => update === '_mig.locks' });
  bench.server.faults.add({ ...fault, commands: ['update'], where: ({ update }) => update === '_mig.ranges' });
  await bench.engine.expand(id);
  expect(await bench.engine.backfill(id)).toMatchObject({ state: 'verifying' });
  expect(bench.server.faults.struck).toBe(3);
});

test('five that backfill at once share one pass after the other, and all succeed', async () => {
  await bench.engine.expand(id);
  const reports = await Promise.all(Array.from({ length: 5 }, () => bench.another(patient).backfill(id)));
  expect(reports.reduce((sum, { own }) => sum + own.modified, 0)).toBe(100);
  expect([...(bench.server.state.audits.get('myapp.users')?.engine.values() ?? [])].every((times) => times === 1)).toBe(true);
});

/** The ledger's move comes late, so that another can come before it. */
function delay(move: string, delayMs: number): void {
  bench.server.faults.add({
    commands: ['findAndModify', 'findandmodify'],
    where: ({ update }) => JSON.stringify(update).includes(move),
    when: 'before',
    effect: { delayMs },
  });
}

async function delayed(): Promise<void> {
  while (bench.server.faults.struck === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

test.each([
  { meanwhile: 'verifying', what: 'the same' },
  { meanwhile: 'ready', what: 'the verification as well' },
])('a backfill whose last move comes after $what by another is no failure', async ({ meanwhile }) => {
  await bench.engine.expand(id);
  const ledger = bench.collection('_mig.ledger');
  delay('backfilling -> verifying', 400);
  const running = bench.engine.backfill(id);
  await delayed();
  await ledger.updateOne({ _id: id as never }, { $set: { state: meanwhile } });
  expect(await running).toMatchObject({ state: meanwhile });
});

test('of two that verify at once both succeed', async () => {
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  delay('verifying -> ready', 1500);
  const first = bench.engine.verify(id);
  await delayed();
  await bench.another().verify(id);
  expect(await first).toMatchObject({ gate: 'open' });
});

describe('a lease of somebody who is gone', () => {
  const held = { _id: 'phase:myapp.users' as never, m: id, owner: 'gone', token: 7 };

  test('runs out by itself', async () => {
    await bench.collection('_mig.locks').insertOne({ ...held, leaseUntil: new Date(Date.now() + 700) });
    expect(await bench.engine.expand(id)).toMatchObject({ done: [] });
  });

  test('is told by name while it is held, and freed by its token only, on record', async () => {
    await bench.collection('_mig.locks').insertOne({ ...held, leaseUntil: new Date(Date.now() + 600_000) });
    const waiting = bench.another({ env: { MIG_LEASE_MS: '500' } });
    expect(await errorOf(waiting.expand(id))).toMatchObject({
      code: 'LOCKED',
      exitCode: 20,
      message: expect.stringContaining('unlock phase:myapp.users@7'),
    });
    expect((await bench.engine.status(id))[0]?.leases).toMatchObject([{ token: 'phase:myapp.users@7', owner: 'gone', expired: false }]);
    expect(await errorOf(bench.engine.unlock('phase:myapp.users@6', { by: 'Ada' }))).toMatchObject({ code: 'LOCKED' });
    expect(await bench.engine.unlock('phase:myapp.users@7', { by: 'Ada' })).toEqual({ freed: 'phase:myapp.users', owner: 'gone' });
    expect(await bench.engine.expand(id)).toMatchObject({ done: [] });
    expect((await bench.engine.status(id))[0]?.history).toEqual(
      expect.arrayContaining([expect.objectContaining({ by: 'Ada', event: 'unlocked phase:myapp.users@7, held by gone' })]),
    );
  });
});

test('an older token cannot move the ledger any more', async () => {
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  // A newer holder has been here.
  await bench.collection('_mig.ledger').updateOne({ _id: id as never }, { $set: { fence: 99 } });
  expect(await errorOf(bench.engine.switch(id))).toMatchObject({ code: 'FENCED', exitCode: 20 });
  expect((await bench.engine.status(id))[0]?.state).toBe('ready');
});

test('a migration waits for those it requires', async () => {
  const next = { ...usersFullName, id: '20261102-next' as const, requires: [usersFullName.id] };
  const engine = bench.another({ migrations: [usersFullName, next] });
  expect(await errorOf(engine.expand(next.id))).toMatchObject({ exitCode: 10, reasons: [`${id} must be ready, got new`] });
});

test('what another tool has run is taken over once, and never runs again', async () => {
  const entries = [{ id: '20200101-old.js', appliedAt: new Date(0) }];
  expect(await bench.engine.adopt(entries, { by: 'Ada' })).toEqual({ added: 1, known: 0 });
  expect(await bench.engine.adopt(entries, { by: 'Ada' })).toEqual({ added: 0, known: 1 });
  expect((await bench.engine.status()).map(({ migration, state, checksum }) => [migration, state, checksum])).toEqual([
    ['20200101-old.js', 'done', 'imported'],
    [id, 'new', 'new'],
  ]);
});

test('the plan counts, estimates, and changes nothing', async () => {
  const plan = await bench.engine.plan(id);
  expect(plan).toMatchObject({
    state: 'new',
    namespace: 'myapp.users',
    documents: 100,
    server: { version: '7.0.0-fake', topology: 'replicaSet' },
    problems: [],
  });
  expect(plan.estimate).toMatchObject({ seconds: [1, 1], basis: 'assumed' });
  expect(bench.server.state.stores.has('myapp._mig.ledger')).toBe(false);
});
