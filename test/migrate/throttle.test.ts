import { collectionsOf } from '../../migrate/collections';
import { createProbe } from '../../migrate/signals';
import { pressureOf, type Signals } from '../../migrate/throttle';
import { type Bench, startBench } from './support/engine';
import { usersFullNameId as id, oldUsers } from './support/users';

jest.setTimeout(60_000);

test.each<{ readonly signals: Signals; readonly pause: readonly string[]; readonly slow: readonly string[] }>([
  { signals: {}, pause: [], slow: [] },
  { signals: { lagMs: 1000, dirtyRatio: 0.08, oplogHours: 24 }, pause: [], slow: [] },
  { signals: { lagMs: 1500, dirtyRatio: 0.1 }, pause: [], slow: ['replication lag 1.5 s', 'dirty cache 10 %'] },
  { signals: { lagMs: 2100, dirtyRatio: 0.16 }, pause: ['replication lag 2.1 s', 'dirty cache 16 %'], slow: [] },
  {
    signals: { flowControlled: true, oplogHours: 23 },
    pause: ['flow control of the server', 'oplog window 23.0 h of 24 h (throttle --oplog-hours)'],
    slow: [],
  },
  { signals: { paused: true, pauseReason: 'lunch' }, pause: ['paused: lunch'], slow: [] },
  { signals: { unknown: 'no answer' }, pause: ['no measurement: no answer'], slow: [] },
])('$signals pauses for $pause and slows for $slow', ({ signals, pause, slow }) => {
  expect(pressureOf(signals)).toEqual({ pause, slow });
});

describe('a running backfill', () => {
  /** Long enough for a machine that is busy otherwise: a process that cannot even beat in time is rightly fenced. */
  const leaseMs = 3000;
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench();
    await bench.users.insertMany(oldUsers(1500, 4));
    await bench.engine.expand(id);
  });
  afterEach(() => bench.close());

  const batches = () =>
    bench.server.state.commands.filter(({ name, body }) => name === 'update' && String(body['comment']).startsWith('mig:')).length;
  const until = async (holds: () => boolean) => {
    for (const end = Date.now() + 20_000; !holds(); await pause(20)) if (Date.now() > end) throw new Error('it did not happen within 20 s');
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test.each([
    { what: 'replication lag', press: (on: boolean) => Object.assign(bench.server.state, { lagMs: on ? 5000 : 0 }) },
    { what: 'a dirty cache', press: (on: boolean) => Object.assign(bench.server.state, { dirtyRatio: on ? 0.5 : 0 }) },
    {
      what: 'a pause by hand',
      press: (on: boolean) =>
        on ? bench.engine.pause(id, { by: 'Ada', reason: 'peak hour' }) : bench.engine.resume(id, { by: 'Ada', reason: 'quiet' }),
    },
  ])('stops for $what, keeps its leases for longer than they last, and goes on afterwards', async ({ press }) => {
    bench.server.faults.add({
      commands: ['update'],
      where: ({ comment }) => String(comment).startsWith('mig:'),
      times: 1000,
      when: 'before',
      effect: { delayMs: 60 },
    });
    const throttled: string[] = [];
    const running = bench
      .another({ env: { MIG_LEASE_MS: `${leaseMs}` } })
      .backfill(id, { onProgress: ({ throttle }) => throttled.push(...throttle) });
    while (batches() < 3) await pause(20);
    await press(true);
    // What the governor says is what holds; how quickly it says so is measured by the bench.
    throttled.length = 0;
    await until(() => throttled.length > 0);
    await pause(700);
    const stopped = batches();
    // Longer than the lease: the heartbeat keeps it.
    await pause(leaseMs + 200);
    expect(batches()).toBe(stopped);
    await press(false);
    await until(() => batches() > stopped);
    bench.server.faults.clear();
    expect(await running).toMatchObject({ own: { fenced: 0 }, passes: [{ exact: true }, { exact: true }, { exact: true }] });
  });

  test('keeps to a limit of documents a second', async () => {
    await bench.engine.throttle(id, { maxDocsPerSec: 1500 });
    const began = Date.now();
    await bench.another({ env: { MIG_STREAMS: '1' } }).backfill(id, { maxPasses: 1 });
    expect(Date.now() - began).toBeGreaterThan(700);
  });

  test('stops for good on abort, at a checkpoint, as after SIGTERM', async () => {
    await bench.engine.throttle(id, { abort: true });
    await expect(bench.another().backfill(id)).rejects.toMatchObject({ code: 'STOPPED', exitCode: 143 });
    expect(await bench.collection('_mig.ranges').countDocuments({ state: 'running' })).toBe(0);
    await bench.engine.resume(id, { by: 'Ada', reason: 'go on' });
    expect(await bench.another().backfill(id)).toMatchObject({ state: 'verifying' });
  });

  test('measures everything it may wait for', async () => {
    Object.assign(bench.server.state, { lagMs: 1500, dirtyRatio: 0.1, flowControlled: true, oplogHours: 12 });
    await bench.engine.throttle('*', { maxDocsPerSec: 100 });
    const { signals, control } = await createProbe(collectionsOf(bench.client.db('myapp')), id).read();
    expect(signals).toMatchObject({ lagMs: 1500, dirtyRatio: 0.1, flowControlled: true, oplogHours: 12, paused: false });
    expect(control).toMatchObject({ maxDocsPerSec: 100 });
  });

  test('does not wait for a young oplog, which has dropped nothing, and takes another limit for a small one', async () => {
    Object.assign(bench.server.state, { oplogHours: 2, oplogFilled: 0.1 });
    expect(await bench.another().backfill(id)).toMatchObject({ state: 'verifying' });
    bench.server.state.oplogFilled = 1;
    const reasons: string[] = [];
    const waiting = bench.another().backfill(id, { onProgress: ({ throttle }) => reasons.push(...throttle) });
    await until(() => reasons.length > 0);
    expect(reasons[0]).toBe('oplog window 2.0 h of 24 h (throttle --oplog-hours)');
    await bench.engine.throttle(id, { oplogHours: 1 });
    expect(await waiting).toMatchObject({ gate: 'open' });
  });

  test('names what it cannot measure', async () => {
    bench.server.faults.add({
      commands: ['serverStatus'],
      times: 100,
      when: 'before',
      effect: { code: 13, message: 'not authorized on admin' },
    });
    const { unmeasured } = await bench.engine.plan(id);
    expect(unmeasured).toEqual(['cache and flow control: not authorized on admin']);
  });
});
