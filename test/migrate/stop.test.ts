import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { IndexSpec, Migration } from '../../migrate/types';
import { compileEngine } from './support/compile';
import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { EngineProcess } from './support/process';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(60_000);

/** Twice of it is how long a holder is waited for. */
const env = { MIG_LEASE_MS: '20000' };
const index: IndexSpec = { name: 'email', key: { email: 1 }, when: 'expand' };
const withIndex: Migration = { ...usersFullName, indexes: [index] };

let bench: Bench;
afterEach(() => bench.close());

/** Somebody holds a lock for as long as the test takes. */
async function held(lock: string): Promise<void> {
  const row = { owner: 'somebody', token: 1, m: id, leaseUntil: new Date(Date.now() + 600_000) };
  await bench.collection('_mig.locks').replaceOne({ _id: lock as never }, row, { upsert: true });
}

async function prepared(): Promise<void> {
  bench = await startBench({ env, migrations: [withIndex] });
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
}

async function ready(): Promise<void> {
  await prepared();
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
}

test.each<{ readonly command: 'expand' | 'switch' | 'contract' | 'down'; readonly lock: string; readonly before: () => Promise<void> }>([
  { command: 'expand', lock: 'phase:myapp.users', before: prepared },
  { command: 'expand', lock: 'ddl:myapp.users', before: prepared },
  { command: 'switch', lock: 'phase:myapp.users', before: ready },
  { command: 'switch', lock: `tail:${id}`, before: ready },
  { command: 'contract', lock: 'phase:myapp.users', before: ready },
  { command: 'down', lock: 'phase:myapp.users', before: ready },
])('$command that waits for $lock ends at once when it is told to', async ({ command, lock, before }) => {
  await before();
  await held(lock);
  const stopping = new AbortController();
  const running = errorOf(bench.engine[command](id, { signal: stopping.signal }));
  await new Promise((resolve) => setTimeout(resolve, 600));
  const told = performance.now();
  stopping.abort();
  expect(await running).toMatchObject({ code: 'STOPPED', exitCode: 143, message: expect.stringMatching(/stopped while waiting for/) });
  expect(performance.now() - told).toBeLessThan(1000);
});

test('a verification is stopped in the middle of a count', async () => {
  await ready();
  bench.server.faults.add({
    commands: ['aggregate'],
    where: ({ pipeline }) => JSON.stringify(pipeline).includes('"$count"'),
    when: 'before',
    effect: { delayMs: 3000 },
  });
  const stopping = new AbortController();
  const running = errorOf(bench.engine.verify(id, { signal: stopping.signal }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const told = performance.now();
  stopping.abort();
  expect(await running).toMatchObject({ code: 'STOPPED', exitCode: 143 });
  expect(performance.now() - told).toBeLessThan(1000);
});

test('a contract that is stopped while the apps are hearing of it has removed nothing, not even an index', async () => {
  bench = await startBench({
    env: { MIG_SETTLE_MS: '20000', MIG_OLD_PODS: 'a=b', MIG_OLD_CLIENTS: 'x' },
    pods: async () => [],
    migrations: [
      {
        ...withIndex,
        contract: { dropIndexes: ['old'] },
        down: undefined as never,
        irreversible: 'for this test',
        gates: { drained: { ms: 1 } },
      },
    ],
  });
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
  await bench.users.createIndex({ firstName: 1 }, { name: 'old' });
  await bench.engine.expand(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.backfill(id);
  await bench.engine.verify(id);
  await bench.engine.switch(id);
  for (const by of ['Ada', 'Grace']) await bench.engine.approve(id, { by, reason: 'fine' });
  await bench.engine.recordBackup(id, { method: 'pbm', at: new Date(), location: 's3' });
  await bench.collection('_mig.clients').insertOne({ app: 'x', version: '2', schemaMin: 1, schemaMax: 2, seenAt: new Date() });
  const stopping = new AbortController();
  const running = errorOf(bench.engine.contract(id, { signal: stopping.signal }));
  for (let state = ''; state !== 'contracting'; ) {
    state = (await bench.engine.status(id))[0]?.state ?? '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  stopping.abort();
  expect(await running).toMatchObject({ code: 'STOPPED', message: expect.stringContaining('nothing has been removed yet') });
  expect((await bench.users.indexes()).map(({ name }) => name)).toContain('old');
});

test('the Job of a command that waits ends on SIGTERM with 143 and a line that says so', async () => {
  await prepared();
  await held('phase:myapp.users');
  const env = { MONGODB_URI: bench.server.uri('myapp'), MIG_LEASE_MS: '20000', MIG_BACKUP_REQUIRED: 'false', MIG_OWNER: 'job' };
  const job = new EngineProcess(compileEngine(), ['expand', 'users-full-name'], env);
  for (let asked = 0; asked < 2; ) {
    asked = bench.server.state.commands.filter(
      ({ name, body }) => name === 'findAndModify' && body['query']?._id === 'phase:myapp.users',
    ).length;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const told = performance.now();
  job.kill('SIGTERM');
  expect(await job.end()).toEqual({ code: 143, signal: null });
  expect(performance.now() - told).toBeLessThan(2000);
  expect(job.lines.at(-1)).toMatchObject({ event: 'failed', code: 'STOPPED', message: expect.stringContaining('held by another process') });
});

test('a command that only reads ends on SIGTERM, too, whatever the server is busy with', async () => {
  await prepared();
  const fault = { commands: ['aggregate'], times: 100, when: 'before', effect: { delayMs: 3000 } } as const;
  bench.server.faults.add(fault);
  const plan = new EngineProcess(compileEngine(), ['plan', 'users-full-name'], { MONGODB_URI: bench.server.uri('myapp') });
  while (bench.server.faults.struck === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const told = performance.now();
  plan.kill('SIGTERM');
  expect(await plan.end()).toEqual({ code: 143, signal: null });
  expect(performance.now() - told).toBeLessThan(2000);
});
