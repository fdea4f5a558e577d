import { compileEngine } from './support/compile';
import { type Bench, startBench } from './support/engine';
import { EngineProcess } from './support/process';
import { usersFullNameId as id, oldUsers } from './support/users';

jest.setTimeout(60_000);

const leaseMs = 2000;
/** Processes start and are heard of with a delay that has nothing to do with leases. */
const slackMs = 250;

let entry: string;
let bench: Bench;
const processes: EngineProcess[] = [];

beforeAll(() => {
  entry = compileEngine();
});
beforeEach(async () => {
  bench = await startBench();
  // Ids of one kind, so that every range is large enough to be in hand for seconds.
  await bench.users.insertMany(oldUsers(20_000, 1).filter(({ _id }) => typeof _id !== 'string'));
  await bench.engine.expand(id);
  await bench.engine.throttle(id, { maxDocsPerSec: 200 });
  // Slow batches, so that there is something in hand when the signal comes.
  bench.server.faults.add({
    commands: ['update'],
    where: ({ comment }) => String(comment).startsWith('mig:'),
    times: 1000,
    when: 'before',
    effect: { delayMs: 300 },
  });
});
afterEach(async () => {
  for (const one of processes.splice(0)) one.kill('SIGKILL');
  await bench.close();
});

function start(owner: string): EngineProcess {
  const env = {
    MONGODB_URI: bench.server.uri('myapp'),
    MIG_LEASE_MS: `${leaseMs}`,
    MIG_BACKUP_REQUIRED: 'false',
    MIG_OWNER: owner,
    MIG_STREAMS: '1',
  };
  const one = new EngineProcess(entry, ['backfill', id], env);
  processes.push(one);
  return one;
}

const rangeOf = async (owner: string) => bench.collection('_mig.ranges').findOne({ owner, state: 'running' });
async function until<T>(read: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = await read();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not happen within 30 s: ${JSON.stringify(processes.map(({ owner, lines }) => ({ owner, lines })))}`);
}
const takenFrom = (range: { readonly _id: unknown }) =>
  until(() => bench.collection('_mig.ranges').findOne({ _id: range._id as never, owner: 'second', state: { $in: ['running', 'done'] } }));

test.each([
  { signal: 'SIGTERM' as const, within: 1000, end: { code: 143, signal: null }, because: 'it checkpoints and gives its range back' },
  { signal: 'SIGKILL' as const, within: leaseMs + 1000, end: { code: null, signal: 'SIGKILL' }, because: 'its lease runs out' },
])('after $signal another runner goes on with the same range within $within ms: $because', async ({ signal, within, end }) => {
  const first = start('first');
  const range = await until(() => rangeOf('first'));
  // Nothing else is left: the second one has to wait for this range.
  await bench.collection('_mig.ranges').updateMany({ _id: { $ne: range._id } }, { $set: { state: 'done' } });
  const second = start('second');
  expect(await second.said('pass begun')).toBe(true);
  first.kill(signal);
  const at = Date.now();
  await takenFrom(range);
  const took = Date.now() - at;
  process.stdout.write(`takeover after ${signal}: ${took} ms\n`);
  expect(took).toBeLessThan(within + slackMs);
  expect(await first.end()).toEqual(end);
  bench.server.faults.clear();
  second.kill('SIGTERM');
  await second.end();
});
