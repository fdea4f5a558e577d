import type { Document } from 'mongodb';
import { lintMigration } from '../../migrate';
import type { Backfill } from '../../migrate/types';
import { type Bench, noneLeft, startBench } from './support/engine';
import { usual } from './support/usual';

jest.setTimeout(60_000);

const documents = 120;
const env = { MIG_OLD_PODS: 'version=old', MIG_OLD_CLIENTS: 'old' };

let bench: Bench;
afterEach(() => bench.close());

/** Few ranges: they are what takes the time here, and two runners need no more. */
const inFewRanges = usual.map((one) => ({
  ...one,
  migration: { ...one.migration, backfill: { ...(one.migration.backfill as Backfill), ranges: 2 } },
}));

test.each(inFewRanges)('$what: two runners beside the old version, switched, rolled back, again, contracted', async (one) => {
  const { migration, old, change, expected, forgetful } = one;
  const { id } = migration;
  expect(lintMigration(migration).filter(({ level }) => level === 'error')).toEqual([]);
  bench = await startBench({ migrations: [migration], env, pods: async () => [] });
  const { engine } = bench;
  const data = bench.collection(migration.collection);
  await data.insertMany(Array.from({ length: documents }, (_, n) => ({ _id: n as never, ...old(n) })));
  const before = await data.find().toArray();
  expect((await engine.plan(id)).problems).toEqual([]);
  const dry = await engine.dryRun(id);
  expect(dry.sample.length).toBeGreaterThan(0);
  expect(await data.find().toArray()).toEqual(before);

  await engine.expand(id);
  let stopped = false;
  const write = async () => {
    for (let n = 0; !stopped; n = (n + 37) % documents) {
      await data.updateOne({ _id: n as never }, change(n));
      if (n % 5 === 0) await data.insertOne({ _id: `late-${n}-${Math.random()}` as never, ...old(n) });
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };
  const writing = write();
  await Promise.all([engine.backfill(id, { maxPasses: 3 }), bench.another().backfill(id, { maxPasses: 3 })]);
  stopped = true;
  await writing;
  const right = async () => {
    for (const document of await data.find().toArray()) expect(document).toMatchObject(expected(document));
  };
  const forward = async () => {
    await engine.gone(id, noneLeft);
    const report = await engine.backfill(id);
    expect(report).toMatchObject({ gate: 'open', reasons: [] });
    await right();
    await engine.verify(id);
    await engine.switch(id);
  };
  await forward();

  const sides = await data.find().toArray();
  if (forgetful) await data.updateOne({ _id: 1 as never }, forgetful.write);
  if (migration.down) {
    await engine.down(id);
    for (const { _id, ...was } of sides.filter(({ _id }) => (_id as unknown) !== 1)) expect(await data.findOne({ _id })).toMatchObject(was);
    if (forgetful) expect(await data.findOne({ _id: 1 as never })).toMatchObject(forgetful.back);
    await data.updateOne({ _id: 2 as never }, change(2));
    await engine.expand(id);
    await forward();
  }

  if (migration.contract === undefined) return;
  await engine.recordBackup(id, { method: 'pbm', at: new Date(), location: 's3' });
  for (const by of ['a', 'b']) await engine.approve(id, { by, reason: 'fine' });
  await bench.collection('_mig.clients').insertOne({ app: 'x', version: '2', schemaMin: 1, schemaMax: 2, seenAt: new Date() });
  const kept: Document[] = await data.find().toArray();
  expect(await engine.contract(id)).toMatchObject({ state: 'done' });
  for (const { _id, ...was } of kept) expect(await data.findOne({ _id })).toMatchObject(expected(was));
  expect(await data.countDocuments({ $or: migration.contract.unset?.map((field) => ({ [field]: { $exists: true } })) ?? [{}] })).toBe(0);
});
