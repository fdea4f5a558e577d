import { heartbeat } from '../../migrate/coexistence';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Migration } from '../../migrate/types';
import { type Bench, type BenchOptions, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

let bench: Bench;
afterEach(() => bench.close());

async function backfilled(options: BenchOptions = {}): Promise<void> {
  bench = await startBench(options);
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
}
const reports = (version: string, schemaMax: number) =>
  heartbeat(bench.client.db('myapp'), { id: `pod-${version}`, app: 'myapp', version, schemaMin: 1, schemaMax });
const later = (minutes: number) => {
  bench.server.state.clockOffsetMs += minutes * 60_000;
};
const refusal = async () => (await errorOf(bench.engine.switch(id))).reasons;

/** The releases of docs/coexistence.md, the old version being one that knows nothing of reports. */
describe('the first release of a team that has a migration', () => {
  test('is promoted while the old version serves, and the switch waits for a proof that it is gone', async () => {
    await backfilled();
    await reports('1.5.0', 2);
    expect(await bench.engine.drift(id)).toMatchObject({ gate: 'open', drift: 0 });
    await bench.engine.verify(id);
    expect(await refusal()).toEqual([expect.stringMatching(/^pods: .* set MIG_OLD_PODS/), expect.stringMatching(/^apps: .* run gone$/)]);
    await bench.engine.gone(id, noneLeft);
    expect(await bench.engine.switch(id, { by: 'Ada' })).toMatchObject({ state: 'switched' });
    const [status] = await bench.engine.status(id);
    expect(status?.history).toContainEqual(
      expect.objectContaining({ by: 'Grace', event: 'the old version is gone: no pod of it is left' }),
    );
    expect(status?.history).toContainEqual(expect.objectContaining({ by: 'Ada', event: 'switched' }));
  });

  test('needs no word where the cluster shows that no pod of it is left', async () => {
    const left = ['myapp-1.4.0-abc'];
    await backfilled({ env: { MIG_OLD_PODS: 'version=1.4.0' }, pods: async () => left });
    await bench.engine.verify(id);
    expect(await refusal()).toEqual(['pods: none of the old version (version=1.4.0) may run, got myapp-1.4.0-abc; scale it down']);
    left.pop();
    expect(await bench.engine.switch(id)).toMatchObject({ state: 'switched' });
  });
});

test('a word does not count against what is seen: a report, an open connection', async () => {
  await backfilled({ env: { MIG_OLD_CLIENTS: 'myapp@1.4.0' } });
  await reports('1.4.1', 1);
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  expect(await refusal()).toEqual([expect.stringMatching(/^apps: none may write a schema older than 2, got pod-1\.4\.1/)]);
  later(3);
  Object.assign(bench.server.state, { connections: [{ appName: 'myapp@1.4.0', client: '10.0.0.7' }] });
  expect(await refusal()).toEqual(['connections: none of myapp@1.4.0 may be open, got myapp@1.4.0 from 10.0.0.7']);
});

test('an old version that reports is known to be gone by its silence, without a word and without a declaration', async () => {
  const { oldVersionGone, ...gates } = usersFullName.gates ?? {};
  const plain: Migration = { ...usersFullName, gates };
  bench = await startBench({ migrations: [plain] });
  await bench.users.insertOne({ _id: 1 as never, email: 'a', firstName: 'Ada' });
  await reports('1.4.1', 1);
  await bench.engine.expand(id);
  expect(await bench.engine.backfill(id)).toMatchObject({ gate: 'closed', reasons: [expect.stringContaining('got pod-1.4.1 (1.4.1)')] });
  later(3);
  await reports('1.5.0', 2);
  expect(await bench.engine.backfill(id)).toMatchObject({ gate: 'open' });
  await bench.engine.verify(id);
  expect(await bench.engine.switch(id)).toMatchObject({ state: 'switched' });
});

test('a roll back brings the old version back, and ends the word that it was gone', async () => {
  await backfilled();
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
  await bench.engine.down(id);
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  await bench.engine.verify(id);
  expect(await refusal()).toContainEqual(expect.stringMatching(/run gone$/));
});

test('a word that names nobody or no reason is none', async () => {
  await backfilled();
  expect(await errorOf(bench.engine.gone(id, { by: 'Grace', reason: ' ' }))).toMatchObject({ code: 'CONFIG_INVALID' });
});
