import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Backfill, Migration } from '../../migrate/types';
import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(60_000);

const tailed: Migration = { ...usersFullName, backfill: { ...(usersFullName.backfill as Backfill), catchUp: 'changeStream' } };

let bench: Bench;
let stopping: AbortController;
beforeEach(async () => {
  stopping = new AbortController();
  bench = await startBench({ migrations: [tailed] });
  await bench.users.insertMany([
    { _id: 1 as never, email: 'a', firstName: 'Ada' },
    { _id: 2 as never, email: 'b', firstName: 'Grace' },
  ]);
  await bench.engine.expand(id);
});
afterEach(async () => {
  stopping.abort();
  await Promise.allSettled(following);
  following.clear();
  await bench.close();
});

async function fullNameBecomes(_id: number, fullName: string): Promise<void> {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    if ((await bench.users.findOne({ _id: _id as never }))?.['fullName'] === fullName) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await bench.users.findOne({ _id: _id as never })).toMatchObject({ fullName });
}
const rename = (_id: number, firstName: string) => bench.users.updateOne({ _id: _id as never }, { $set: { firstName } });
const following = new Set<Promise<unknown>>();
function follow(signal = stopping.signal): Promise<{ readonly applied: number }> {
  const one = bench.another().catchUp(id, { signal });
  following.add(one);
  return one;
}

test('what the old version writes is carried over at once: changes, inserts, erased names', async () => {
  await bench.engine.backfill(id);
  const ended = follow();
  await rename(1, 'Augusta');
  await fullNameBecomes(1, 'Augusta');
  await bench.users.insertOne({ _id: 3 as never, email: 'c', lastName: 'Noether' });
  await fullNameBecomes(3, 'Noether');
  await bench.users.updateOne({ _id: 2 as never }, { $unset: { firstName: '' } });
  await fullNameBecomes(2, '');
  stopping.abort();
  expect(await ended).toEqual({ applied: 3 });
});

test('it begins where the backfill began, and after a break where it stopped', async () => {
  await bench.engine.backfill(id);
  const first = new AbortController();
  const ended = follow(first.signal);
  await rename(1, 'One');
  await fullNameBecomes(1, 'One');
  first.abort();
  await ended;
  await rename(1, 'Two');
  void follow();
  await fullNameBecomes(1, 'Two');
});

test('a second one waits, and takes over from one that dies', async () => {
  await bench.engine.backfill(id);
  const first = new AbortController();
  const ended = follow(first.signal);
  await rename(1, 'One');
  await fullNameBecomes(1, 'One');
  void follow();
  first.abort();
  await ended;
  await rename(2, 'Two');
  await fullNameBecomes(2, 'Two');
});

test('a cut connection is followed again from the same place', async () => {
  await bench.engine.backfill(id);
  bench.server.faults.add({ commands: ['getMore'], times: 4, when: 'before', effect: 'close' });
  void follow();
  await rename(1, 'After');
  await fullNameBecomes(1, 'After');
});

test('the gate asks for its sign of life, and the switch ends it', async () => {
  expect(await bench.engine.backfill(id)).toMatchObject({ gate: 'open' });
  bench.server.state.clockOffsetMs = 60_000;
  expect(await bench.engine.drift(id)).toMatchObject({
    gate: 'closed',
    reasons: [expect.stringContaining('the tailer must be alive and at most 2 s behind')],
  });
  const ended = follow();
  await rename(1, 'Last');
  await fullNameBecomes(1, 'Last');
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
  expect(await ended).toEqual({ applied: 1 });
  await rename(1, 'Too late');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await bench.users.findOne({ _id: 1 as never })).toMatchObject({ fullName: 'Last' });
});

test('before the backfill there is nothing to follow', async () => {
  expect(await errorOf(follow())).toMatchObject({ code: 'STATE_REFUSED', exitCode: 10 });
});

test('a bad document of the old version goes to quarantine, and those behind it are carried over', async () => {
  await bench.engine.backfill(id);
  await bench.client.db('myapp').command({ collMod: 'users', validator: { fullName: { $ne: 'Bad' } }, validationAction: 'error' });
  void follow();
  await rename(1, 'Bad');
  await rename(2, 'Good');
  await fullNameBecomes(2, 'Good');
  expect((await bench.engine.status(id))[0]?.quarantine.sample).toMatchObject([{ id: 1 }]);
});

test('an oplog that does not reach back to its place: it begins anew, and the gate asks for a pass since then', async () => {
  await bench.engine.backfill(id);
  await bench.collection('_mig.locks').updateOne({ _id: `tail:${id}` as never }, { $unset: { seenAt: '' } });
  await rename(2, 'Missed');
  bench.server.faults.add({
    commands: ['aggregate'],
    where: ({ pipeline }) => '$changeStream' in pipeline[0],
    when: 'before',
    effect: { code: 286, message: 'resume point may no longer be in the oplog' },
  });
  void follow();
  await rename(1, 'Seen');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await rename(1, 'Heard');
  await fullNameBecomes(1, 'Heard');
  expect(await bench.engine.drift(id)).toMatchObject({
    gate: 'closed',
    reasons: expect.arrayContaining([expect.stringContaining('a pass must have begun since the tailer lost its place')]),
  });
  await bench.another().backfill(id);
  await fullNameBecomes(2, 'Missed');
  expect(await bench.engine.drift(id)).toMatchObject({ gate: 'open', reasons: [] });
});

test('after a roll back the tailer begins with the next backfill, not where it was', async () => {
  await bench.engine.backfill(id);
  await bench.engine.down(id);
  const [row, lock] = await Promise.all([
    bench.collection('_mig.ledger').findOne({ _id: id as never }),
    bench.collection('_mig.locks').findOne({ _id: `tail:${id}` as never }),
  ]);
  expect({ startedAt: row?.['startedAt'], resume: lock?.['resume'] }).toEqual({ startedAt: null, resume: undefined });
});

test('beside an old version that never stops writing the gate opens, and tells what nobody mends from what is being mended', async () => {
  const ids = Array.from({ length: 400 }, (_, n) => 100 + n);
  await bench.users.insertMany(ids.map((_id) => ({ _id: _id as never, email: 'x', firstName: 'Emmy' })));
  let stopped = false;
  const write = async () => {
    for (let n = 0; !stopped; n++) {
      await rename(ids[(n * 7) % ids.length] ?? 0, `Name${n}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const writing = write();
  await bench.engine.backfill(id);
  const ended = follow();
  for (const until = Date.now() + 10_000; Date.now() < until; ) if ((await bench.engine.drift(id)).gate === 'open') break;
  const answers = [await bench.engine.drift(id), await bench.engine.drift(id)];
  // Nobody mends it: the tailer is told only of changes of the old fields.
  await bench.users.updateOne({ _id: 1 as never }, { $unset: { fullName: '', migrationVersion: '' } });
  const broken = await bench.engine.drift(id);
  stopped = true;
  await writing;
  expect(answers).toMatchObject([
    { gate: 'open', drift: 0 },
    { gate: 'open', drift: 0 },
  ]);
  expect(broken).toMatchObject({ gate: 'closed', drift: 1 });
  stopping.abort();
  expect((await ended).applied).toBeGreaterThan(10);
});

test('a steady trickle of writes holds nothing back: what came first is carried over at once', async () => {
  await bench.engine.backfill(id);
  void follow();
  await rename(1, 'First');
  await fullNameBecomes(1, 'First');
  let stopped = false;
  const write = async () => {
    for (let n = 0; !stopped; n++) {
      await rename(2, `Name${n}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const writing = write();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  await rename(1, 'Second');
  await fullNameBecomes(1, 'Second');
  const took = performance.now() - began;
  stopped = true;
  await writing;
  expect(took).toBeLessThan(1500);
});
