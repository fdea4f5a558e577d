import type { Fault } from '../support/wire-server';
import { type Bench, errorOf, startBench } from './support/engine';
import { usersFullNameId as id, oldUsers, wrongUsers } from './support/users';

jest.setTimeout(60_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.users.insertMany(oldUsers(600, 2));
  await bench.engine.expand(id);
});
afterEach(() => bench.close());

const batches = ({ comment }: { readonly comment?: unknown }) => String(comment).startsWith('mig:');

async function endsRight(): Promise<void> {
  const report = await bench.engine.backfill(id);
  expect(report).toMatchObject({ state: 'verifying', quarantined: 0 });
  expect(await wrongUsers(bench.users)).toEqual([]);
  const audit = bench.server.state.audits.get('myapp.users');
  expect([...(audit?.engine.values() ?? [])].filter((times) => times > 1)).toEqual([]);
  expect(bench.server.faults.struck).toBeGreaterThan(0);
  expect(report.reasons).toEqual([]);
}

test.each<{ readonly what: string; readonly fault: Fault }>([
  { what: 'cut before a batch was applied', fault: { commands: ['update'], where: batches, times: 3, when: 'before', effect: 'close' } },
  { what: 'cut after a batch was applied', fault: { commands: ['update'], where: batches, times: 3, when: 'after', effect: 'close' } },
  { what: 'cut before a checkpoint', fault: { commands: ['findAndModify'], times: 4, when: 'before', effect: 'close' } },
  { what: 'cut after a checkpoint', fault: { commands: ['findAndModify'], times: 4, when: 'after', effect: 'close' } },
  { what: 'cut while reading ids', fault: { commands: ['find'], times: 4, when: 'before', effect: 'close' } },
  {
    what: 'told that the primary is another',
    fault: { commands: ['update', 'findAndModify'], times: 4, when: 'before', effect: { code: 10107, labels: ['RetryableWriteError'] } },
  },
  { what: 'told of a write conflict', fault: { commands: ['update'], where: batches, times: 3, when: 'before', effect: { code: 112 } } },
  {
    what: 'told that a batch took too long',
    fault: { commands: ['update'], where: batches, times: 3, when: 'before', effect: { delayMs: 100_000 } },
  },
])('when $what, the migration ends right and writes nothing twice', async ({ fault }) => {
  bench.server.faults.add(fault);
  await endsRight();
});

test('a step-down in the middle is waited for', async () => {
  setTimeout(() => bench.server.stepDown(800), 100);
  bench.server.faults.add({ commands: ['update'], where: batches, times: 5, when: 'before', effect: { delayMs: 50 } });
  await endsRight();
});

test('a pass in which a reply was lost is not a clean one, however little it seems to have changed', async () => {
  bench.server.faults.add({ commands: ['update'], where: batches, times: 1, when: 'after', effect: 'close' });
  const { passes } = await bench.engine.backfill(id);
  expect(passes.map(({ exact }) => exact)).toEqual([false, true, true]);
});

test('a database that stays away ends it with 21, and the next run goes on from the checkpoint', async () => {
  bench.server.faults.add({ commands: ['update'], where: batches, times: 1000, when: 'before', effect: 'close' });
  const engine = bench.another({ env: { MIG_RETRY_MS: '300' } });
  expect(await errorOf(engine.backfill(id))).toMatchObject({ code: 'DATABASE_UNAVAILABLE', exitCode: 21 });
  bench.server.faults.clear();
  await endsRight();
});

test('a clock of the server that is hours off changes nothing', async () => {
  bench.server.state.clockOffsetMs = -5 * 3_600_000;
  bench.server.faults.add({ commands: ['ping'], when: 'before', effect: { delayMs: 1 } });
  await endsRight();
});

test('every batch says who it is, where it ends, and when the server has to stop', async () => {
  await bench.engine.backfill(id);
  const updates = bench.server.state.commands.filter(({ name, body }) => name === 'update' && batches(body));
  expect(updates.length).toBeGreaterThan(8);
  for (const { body } of updates) {
    expect(body).toMatchObject({ writeConcern: { w: 'majority' }, updates: [{ multi: true, hint: { _id: 1 } }] });
    expect(body['comment']).toMatch(new RegExp(`^mig:${id}#\\d+#\\d+$`));
    expect(body['maxTimeMS']).toBeGreaterThan(0);
    expect(body['maxTimeMS']).toBeLessThanOrEqual(1200);
    // The range, what is wrong, and the time after which the server itself refuses.
    const [range, , fence] = body['updates'][0].q.$and;
    expect(JSON.stringify(range)).toContain('_id');
    expect(fence).toEqual({ $expr: { $lt: ['$$NOW', expect.any(Date)] } });
  }
});

test('a batch that arrives after its lease has run out writes nothing', async () => {
  await bench.engine.backfill(id);
  await bench.users.updateMany({}, { $set: { firstName: 'Late' } });
  const late = bench.server.state.commands.find(({ name, body }) => name === 'update' && batches(body));
  bench.server.state.clockOffsetMs = 60_000;
  const { $db: _db, lsid: _lsid, $clusterTime: _time, ...command } = late?.body ?? {};
  expect(await bench.client.db('myapp').command(command)).toMatchObject({ n: 0, nModified: 0 });
  expect(await bench.users.countDocuments({ fullName: /^Late/ })).toBe(0);
});
