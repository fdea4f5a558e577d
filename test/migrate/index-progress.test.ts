import type { Progress } from '../../migrate';
import { type Bench, errorOf, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(60_000);

const name = 'idx_fullname_text';
let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ env: { MIG_LEASE_MS: '600' } });
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
  await bench.engine.expand(id);
});
afterEach(() => bench.close());

const slowly = (delayMs: number) =>
  bench.server.faults.add({
    commands: ['createIndexes'],
    where: ({ createIndexes }) => createIndexes === 'users',
    when: 'before',
    effect: { delayMs },
  });

/** What is told of the index while the backfill ends with it. */
async function told(): Promise<readonly Progress[]> {
  const all: Progress[] = [];
  await bench.engine.backfill(id, { onProgress: (progress) => all.push(progress) });
  return all.filter(({ activity }) => activity === 'index');
}

const build = (database: string, index: string) => ({
  command: { createIndexes: 'users', indexes: [{ name: index }], $db: database },
  msg: 'Index Build: scanning collection Index Build: scanning collection: 50/200 25%',
  progress: { done: 50, total: 200 },
});

test('a long build shows how far the server is with this index, how long still, and nothing of others', async () => {
  slowly(3500);
  const own = { ...build('myapp', name), progress: { done: 20, total: 80 } };
  Object.assign(bench.server.state, { connections: [{ appName: 'x' }, build('other', name), build('myapp', 'another'), own] });
  const further = setInterval(() => (own.progress.done += 1), 100);
  const [first, second] = await told();
  clearInterval(further);
  expect(first).toMatchObject({
    total: 80,
    etaSeconds: undefined,
    note: expect.stringMatching(/^idx_fullname_text for 1 s: scanning collection$/),
  });
  expect(second?.passed).toBeGreaterThan(first?.passed ?? Number.NaN);
  expect(second?.etaSeconds).toBeGreaterThan(0);
});

test.each([
  { who: 'shows none', prepare: () => undefined },
  {
    who: 'does not tell it to this user',
    prepare: () =>
      bench.server.faults.add({
        commands: ['aggregate'],
        where: ({ pipeline }) => '$currentOp' in pipeline[0],
        times: 100,
        when: 'before',
        effect: { code: 13, message: 'not authorized' },
      }),
  },
])('where the server $who, it is told that and for how long it is waited for', async ({ prepare }) => {
  slowly(2500);
  prepare();
  const [first, second] = await told();
  expect(first).toMatchObject({ passed: 0, note: `${name} for 1 s; the server shows no progress of it` });
  expect(second?.note).toBe(`${name} for 2 s; the server shows no progress of it`);
});

test('whoever shares the work waits for the build as long as the builder lives, not for two leases', async () => {
  slowly(4000);
  const reports = await Promise.all([bench.engine.backfill(id), bench.another({ env: { MIG_LEASE_MS: '600' } }).backfill(id)]);
  expect(reports.map(({ gate }) => gate)).toEqual(['open', 'open']);
  expect(
    bench.server.state.commands.filter(({ name, body }) => name === 'createIndexes' && body['createIndexes'] === 'users'),
  ).toHaveLength(1);
});

test('a command that is told to stop does not wait for the build', async () => {
  slowly(5000);
  const stopping = new AbortController();
  const running = errorOf(bench.engine.backfill(id, { signal: stopping.signal }));
  const building = () =>
    bench.server.state.commands.some(({ name, body }) => name === 'createIndexes' && body['createIndexes'] === 'users');
  while (!building()) await new Promise((resolve) => setTimeout(resolve, 20));
  const began = performance.now();
  stopping.abort();
  expect(await running).toMatchObject({ code: 'STOPPED', message: expect.stringContaining('the build goes on in the server') });
  expect(performance.now() - began).toBeLessThan(1000);
});
