import { usersFullName } from '../../migrate/migrations/users-full-name';
import { compileEngine } from './support/compile';
import { type Bench, type BenchOptions, errorOf, noneLeft, startBench } from './support/engine';
import { EngineProcess } from './support/process';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(60_000);

const quick = { ...usersFullName, gates: { ...usersFullName.gates, drained: { ms: 1 } } };
const changed = { ...quick, invariants: (quick.invariants ?? []).slice(1) };

let bench: Bench;
let stopping: AbortController;
let said: string[];
const following = new Set<Promise<unknown>>();

beforeEach(async () => {
  stopping = new AbortController();
  said = [];
  bench = await startBench({ migrations: [quick], env: proofs, pods: async () => [] });
  await bench.users.insertMany([{ _id: 1 as never, email: 'a', firstName: 'Ada' }]);
});
afterEach(async () => {
  stopping.abort();
  bench.server.faults.clear();
  await Promise.allSettled(following);
  following.clear();
  await bench.close();
});

const proofs = { MIG_OLD_PODS: 'version=1.4.0', MIG_OLD_CLIENTS: 'myapp@1.4.0' };
const log = {
  info: ({ state }: { readonly state?: unknown }, event: string) => void said.push(`${event}: ${state}`),
  warn: () => undefined,
  error: () => undefined,
};

/** As the Deployment of a migration does. */
function waitAndFollow(options: BenchOptions = {}): Promise<{ readonly applied: number }> {
  const one = bench.another({ migrations: [quick], log, ...options }).catchUp(id, { signal: stopping.signal, wait: true });
  following.add(one.catch(() => undefined));
  return one;
}
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} never came; it said ${said.join(', ')}`);
}
const says = (line: string) => until(line, () => said.at(-1) === line);
const rename = (firstName: string) => bench.users.updateOne({ _id: 1 as never }, { $set: { firstName } });
const fullNameBecomes = (fullName: string) =>
  until(fullName, async () => (await bench.users.findOne({ _id: 1 as never }))?.['fullName'] === fullName);
const prepared = async () => {
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
};
const switched = async () => {
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
};

test('one that waits outlives switch, roll back and contract, follows whenever there is something to follow, and says each change once', async () => {
  const ended = waitAndFollow();
  await says('nothing to follow, waits: new');
  expect(await bench.client.db('myapp').listCollections({ name: /^_mig/ }).toArray()).toEqual([]);
  await prepared();
  await rename('First');
  await fullNameBecomes('First');
  await switched();
  await says('nothing to follow, waits: switched');
  await rename('Nobody follows');
  await bench.engine.down(id);
  await says('nothing to follow, waits: rolledBack');
  await prepared();
  await rename('Second');
  await fullNameBecomes('Second');
  await switched();
  for (const by of ['Ada', 'Grace']) await bench.engine.approve(id, { by, reason: 'nobody needs them' });
  bench.server.state.clockOffsetMs += 180_000;
  await bench.engine.recordBackup(id, { method: 'pbm', at: new Date(Date.now() + 180_000), location: 's3' });
  await bench
    .collection('_mig.clients')
    .insertOne({ app: 'myapp', version: '1.5.0', schemaMin: 1, schemaMax: 2, seenAt: new Date(Date.now() + 180_000) });
  await bench.engine.contract(id);
  await says('nothing to follow, waits: done');
  stopping.abort();
  expect(await ended).toEqual({ applied: 2 });
  expect(said.filter((line) => line.startsWith('follows'))).toHaveLength(2);
  expect(new Set(said.filter((line, n) => line === said[n - 1]))).toEqual(new Set());
});

test('one that does not wait ends with the switch', async () => {
  await prepared();
  const ended = bench.another().catchUp(id, { signal: stopping.signal });
  following.add(ended);
  await rename('First');
  await fullNameBecomes('First');
  await switched();
  expect(await ended).toEqual({ applied: 1 });
});

test('another declaration than the one that was started is refused where it would write, and only there', async () => {
  await prepared();
  expect(await errorOf(waitAndFollow({ migrations: [changed] }))).toMatchObject({ code: 'CHECKSUM_CHANGED', exitCode: 11 });
  await switched();
  void waitAndFollow({ migrations: [changed], log });
  await says('nothing to follow, waits: switched');
});

describe('a database that is away', () => {
  const steppedDown = { commands: ['getMore'], when: 'before', effect: { code: 189, message: 'primary stepped down' } } as const;
  const lost = (commands: readonly string[], times: number) =>
    bench.server.faults.add({ commands, times, when: 'before', effect: 'close' });

  test('is waited for while the lock is asked for, too', async () => {
    await prepared();
    const one = bench.another().catchUp(id, { signal: stopping.signal });
    following.add(one.catch(() => undefined));
    await rename('First');
    await fullNameBecomes('First');
    const struck = bench.server.faults.struck;
    bench.server.faults.add(steppedDown);
    // The driver sends it twice before it is an error.
    lost(['update'], 2);
    await until('the faults', () => bench.server.faults.struck - struck === 3);
    await rename('Second');
    await fullNameBecomes('Second');
  });

  test('when one starts that waits, is waited for', async () => {
    await prepared();
    lost(['hello', 'ismaster', 'isMaster'], 1_000);
    const ended = waitAndFollow({ env: { MIG_RETRY_MS: '30000' } });
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    bench.server.faults.clear();
    await says('follows: verifying');
    stopping.abort();
    await ended;
  });

  test('for longer than it is waited for ends it with 21, so that it is started again', async () => {
    await prepared();
    const ended = waitAndFollow({ env: { MIG_RETRY_MS: '100', MIG_LEASE_MS: '500' } });
    await says('follows: verifying');
    lost(['hello', 'ismaster', 'isMaster', 'find', 'getMore', 'aggregate', 'update', 'findAndModify', 'killCursors'], 10_000);
    expect(await errorOf(ended)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', exitCode: 21 });
  });

  test('is not what it waited for while there was nothing to follow', async () => {
    void waitAndFollow({ env: { MIG_RETRY_MS: '100', MIG_LEASE_MS: '1000' } });
    await says('nothing to follow, waits: new');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await prepared();
    const struck = bench.server.faults.struck;
    await says('follows: verifying');
    bench.server.faults.add(steppedDown);
    await until('the faults', () => bench.server.faults.struck > struck);
    await rename('After');
    await fullNameBecomes('After');
  });
});

test('the pod ends with 0 on SIGTERM, waiting or following, and gives its lease back', async () => {
  const env = { MONGODB_URI: bench.server.uri('myapp'), MIG_OWNER: 'pod' };
  const entry = compileEngine();
  const waiting = new EngineProcess(entry, ['catchup', 'users-full-name', '--wait'], env);
  expect(await waiting.said('nothing to follow, waits')).toBe(true);
  waiting.kill('SIGTERM');
  expect(await waiting.end()).toEqual({ code: 0, signal: null });
  // The declaration of the program, not the one of this file.
  const declared = bench.another({ migrations: [usersFullName] });
  await declared.expand(id);
  await declared.backfill(id);
  const pod = new EngineProcess(entry, ['catchup', 'users-full-name', '--wait'], env);
  expect(await pod.said('follows')).toBe(true);
  await rename('First');
  await fullNameBecomes('First');
  pod.kill('SIGTERM');
  expect(await pod.end()).toEqual({ code: 0, signal: null });
  expect(await bench.collection('_mig.locks').findOne({ _id: `tail:${id}` as never })).toMatchObject({ owner: '' });
});
