import type { Document } from 'mongodb';
import { asUpdate, ledgerAuthority, users } from '../../migrate/coexistence';
import { runningPods } from '../../migrate/kubernetes';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Migration } from '../../migrate/types';
import { type Bench, type BenchOptions, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

const day = 86_400_000;
const env = { MIG_OLD_PODS: 'app=myapp,version=blue', MIG_OLD_CLIENTS: 'myapp@1.4.0' };
const soon: Migration = { ...usersFullName, gates: { ...usersFullName.gates, drained: { ms: 1 } } };

jest.setTimeout(30_000);

let bench: Bench;
afterEach(() => bench.close());

/** Switched over, and everything that contract asks for in place. */
async function prepared(options: BenchOptions = {}): Promise<Bench> {
  bench = await startBench({ migrations: [soon], env, pods: async () => [], ...options });
  const { engine, users, collection } = bench;
  await users.insertMany([
    { _id: 1 as never, email: 'a', firstName: 'Ada', lastName: 'Lovelace' },
    { _id: 2 as never, email: 'b', firstName: 'Grace' },
  ]);
  await engine.expand(id);
  await engine.backfill(id);
  await engine.verify(id);
  await engine.gone(id, noneLeft);
  await engine.switch(id);
  await engine.approve(id, { by: 'Grace', reason: 'a day without errors' });
  await engine.recordBackup(id, { method: 'pbm', at: new Date(), location: 's3://backups/1' });
  await collection('_mig.clients').insertOne({
    _id: 'pod-1' as never,
    app: 'myapp',
    version: '2.0.0',
    schemaMin: 1,
    schemaMax: 2,
    seenAt: new Date(),
  });
  return bench;
}

const refusal = () => errorOf(bench.engine.contract(id));
const untouched = async () =>
  expect(await bench.users.findOne({ _id: 1 as never })).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });

test('with every proof the old fields go, and only they', async () => {
  await prepared();
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done', done: ['removed firstName, lastName'] });
  expect(await bench.users.findOne({ _id: 1 as never })).toEqual({
    ...{ _id: 1, email: 'a', fullName: 'Ada Lovelace', migrationVersion: 2, migratedAt: expect.any(Date) },
    _m: {},
  });
  expect(await bench.engine.contract(id)).toEqual({ migration: id, state: 'done', done: [] });
});

test.each<{ readonly proof: string; readonly spoil: () => Promise<unknown>; readonly reason: RegExp }>([
  {
    proof: 'an old connection',
    spoil: async () => Object.assign(bench.server.state, { connections: [{ appName: 'myapp@1.4.0', client: '10.0.0.7' }] }),
    reason: /connections: none of myapp@1\.4\.0 may be open, got myapp@1\.4\.0 from 10\.0\.0\.7/,
  },
  {
    proof: 'an app that says it is old',
    spoil: () =>
      bench
        .collection('_mig.clients')
        .insertOne({ _id: 'cron-1' as never, app: 'cron', version: '1.4.0', schemaMax: 1, seenAt: new Date() }),
    reason: /apps: none may write a schema older than 2, got cron-1 \(cron 1\.4\.0, up to 1\)/,
  },
  { proof: 'silence of all apps', spoil: () => bench.collection('_mig.clients').deleteMany({}), reason: /apps: at least one must report/ },
  {
    proof: 'drift of the old side',
    spoil: () => bench.users.updateOne({ _id: 1 as never }, { $set: { firstName: 'Augusta' } }),
    reason: /drift \(forward\): .* got 1/,
  },
  {
    proof: 'drift of the new side',
    spoil: () => bench.users.updateOne({ _id: 1 as never }, { $set: { fullName: 'Ada King' } }),
    reason: /drift \(reverse\): .* got 1/,
  },
  {
    proof: 'a stale backup',
    spoil: () => bench.engine.recordBackup(id, { method: 'pbm', at: new Date(Date.now() - 2 * 3_600_000), location: 's3' }),
    reason: /backup: a backup at most 60 min old must be recorded, got one of/,
  },
])('$proof refuses, and nothing is removed', async ({ spoil, reason }) => {
  await prepared();
  await spoil();
  const error = await refusal();
  expect(error).toMatchObject({ code: 'GATE_CLOSED', exitCode: 10 });
  expect(error.message).toMatch(reason);
  if (!/Augusta/.test(JSON.stringify(await bench.users.findOne({ _id: 1 as never })))) await untouched();
});

test('an old pod refuses by name', async () => {
  const left: string[] = [];
  await prepared({ pods: async () => left });
  left.push('myapp-blue-abc');
  expect((await refusal()).reasons).toEqual([
    'pods: none of the old version (app=myapp,version=blue) may run, got myapp-blue-abc; scale it down',
  ]);
  await untouched();
});

test('what cannot be proved is a reason, too: outside a cluster, without names of the old version, without the privilege', async () => {
  await prepared({ env: {}, pods: undefined });
  expect((await refusal()).reasons).toEqual([expect.stringContaining('set MIG_OLD_PODS'), expect.stringContaining('set MIG_OLD_CLIENTS')]);
  const another = bench.another({ migrations: [soon], env });
  bench.server.faults.add({
    commands: ['aggregate'],
    where: ({ pipeline }) => pipeline[0]?.$currentOp,
    when: 'before',
    effect: { code: 13, message: 'not authorized' },
  });
  expect((await errorOf(another.contract(id))).reasons).toEqual([
    expect.stringContaining('got no service account'),
    expect.stringContaining('clusterMonitor'),
  ]);
});

test('before the switch every missing proof is told at once', async () => {
  bench = await startBench({ env, pods: async () => ['myapp-blue-abc'] });
  await bench.users.insertOne({ email: 'a', firstName: 'Ada' });
  await bench.engine.expand(id);
  const { reasons } = await refusal();
  expect(reasons.map((reason) => reason.split(':')[0])).toEqual(['state', 'drift (forward)', 'backup', 'approval', 'pods', 'apps']);
});

test('it waits until the new side has been the authoritative one long enough', async () => {
  await prepared({ migrations: [usersFullName] });
  expect((await refusal()).reasons).toEqual([expect.stringMatching(/^state: must be 'switched' for 24 h, got \d+ s/)]);
  bench.server.state.clockOffsetMs = day;
  await bench.engine.recordBackup(id, { method: 'pbm', at: new Date(Date.now() + day), location: 's3' });
  await bench.collection('_mig.clients').updateOne({}, { $set: { seenAt: new Date(Date.now() + day) } });
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done' });
});

test('approvals count from the switch, one a person', async () => {
  const two: Migration = { ...soon, contract: { ...soon.contract, approvals: 2 } };
  await prepared({ migrations: [two] });
  await bench.engine.approve(id, { by: 'Grace', reason: 'again' });
  expect((await refusal()).reasons).toEqual([expect.stringMatching(/^approval: 2 since the switch, by different people, got Grace/)]);
  await bench.engine.approve(id, { by: 'Ada', reason: 'agreed' });
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done' });
});

test('after contract there is no roll back, and it says so', async () => {
  await prepared();
  await bench.engine.contract(id);
  expect(await errorOf(bench.engine.down(id))).toMatchObject({
    code: 'STATE_REFUSED',
    message: expect.stringContaining('only restoring the backup'),
  });
});

test('apps that write both shapes hear of it before anything is removed, and leave no old field behind', async () => {
  await prepared({ env: { ...env, MIG_SETTLE_MS: '400' } });
  const db = bench.client.db('myapp');
  const ledger = ledgerAuthority(db, id);
  const people = users(() => ledger.authority());
  await ledger.refresh();
  await ledger.refresh();
  let stopped = false;
  const app = async () => {
    for (let n = 0; !stopped; n++) {
      if (n % 5 === 0) await ledger.refresh();
      const written = asUpdate(people.set({ fullName: `Ada ${n}` }));
      await bench.users.updateOne({ _id: 1 as never }, written);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const serving = app();
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  stopped = true;
  await serving;
  const ada = await bench.users.findOne({ _id: 1 as never });
  expect(ada).toMatchObject({ fullName: expect.stringMatching(/^Ada \d+$/), _m: {} });
  expect(Object.keys(ada ?? {})).not.toContain('firstName');
});

test('a strict validator that documents break refuses before anything is removed, the removed fields aside', async () => {
  const strict = (validator: Document): Migration => ({ ...soon, contract: { ...soon.contract, validator } });
  await prepared({ migrations: [strict({ email: { $type: 'string' }, lastName: { $exists: false } })] });
  await bench.users.updateOne({ _id: 2 as never }, { $set: { email: 5 } });
  expect((await refusal()).reasons).toEqual([
    'validator: every document must satisfy the one of contract without the old fields, got 1 that do not, with _id 2',
  ]);
  await untouched();
  await bench.users.updateOne({ _id: 2 as never }, { $set: { email: 'b' } });
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done' });
});

test('a contract that failed half-way says how to go on, and is not rolled back over what it has removed', async () => {
  await prepared();
  bench.server.faults.add({
    commands: ['update'],
    where: ({ comment }) => String(comment).startsWith('mig:'),
    when: 'after',
    effect: { code: 8, message: 'no' },
  });
  expect(await refusal()).toMatchObject({ code: 'OPERATION_REFUSED' });
  expect(await errorOf(bench.engine.down(id))).toMatchObject({ code: 'STATE_REFUSED', message: expect.stringContaining('only restoring') });
  expect((await refusal()).reasons).toContainEqual(expect.stringMatching(/^state: it failed with: .*; run resume/));
  await bench.engine.resume(id, { by: 'Grace', reason: 'settled' });
  expect(await bench.engine.contract(id)).toMatchObject({ state: 'done' });
});

test('a pod that ends is no pod any more; one that starts is', () => {
  const pod = (name: string, phase: string, deletionTimestamp?: string) => ({ metadata: { name, deletionTimestamp }, status: { phase } });
  expect(runningPods({ items: [pod('a', 'Running'), pod('b', 'Pending'), pod('c', 'Running', 'now'), pod('d', 'Succeeded')] })).toEqual([
    'a',
    'b',
  ]);
  expect(() => runningPods({ kind: 'Status' })).toThrow('the cluster must answer with a list of pods');
});
