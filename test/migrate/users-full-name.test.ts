import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

async function migrate(...documents: readonly object[]): Promise<readonly Record<string, unknown>[]> {
  await bench.users.insertMany(documents.map((document, index) => ({ _id: index as never, email: `u${index}@example.com`, ...document })));
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  return bench.users.find().sort({ _id: 1 }).toArray();
}

const quarantine = async () => (await bench.engine.status(id))[0]?.quarantine.sample;

test('a missing, empty, null or numeric name never turns the full name into null', async () => {
  const people = [
    { firstName: 'Ada', lastName: 'Lovelace' },
    { firstName: null, lastName: 'Turing' },
    { lastName: 'Noether' },
    { firstName: 'Plato', lastName: '' },
    { firstName: 5, lastName: 'X' },
    { firstName: ' Emmy ', lastName: null },
    {},
  ];
  const users = await migrate(...people);
  expect(users.map(({ fullName }) => fullName)).toEqual(['Ada Lovelace', 'Turing', 'Noether', 'Plato', '5 X', 'Emmy', '']);
  expect(users.every(({ migrationVersion, migratedAt }) => migrationVersion === 2 && migratedAt instanceof Date)).toBe(true);
  expect(await bench.engine.verify(id)).toMatchObject({ drift: 0, quarantined: 0, gate: 'open' });
});

test('a name that is no name is left alone, in quarantine with the reason, and keeps the gate closed', async () => {
  const [odd, fine] = await migrate({ firstName: { given: 'Ada' } }, { firstName: 'Grace' });
  expect(odd).toEqual({ _id: 0, email: 'u0@example.com', firstName: { given: 'Ada' } });
  expect(fine).toMatchObject({ fullName: 'Grace' });
  expect(await quarantine()).toEqual([{ id: 0, reason: 'firstName is neither text nor a number' }]);
  expect(await errorOf(bench.engine.verify(id))).toMatchObject({
    exitCode: 12,
    reasons: expect.arrayContaining(['quarantine: must be empty, got 1; status names them']),
  });
});

test('what was put right leaves quarantine by itself', async () => {
  await migrate({ firstName: ['Ada'] });
  await bench.users.updateOne({}, { $set: { firstName: 'Ada' } });
  await bench.engine.backfill(id);
  expect(await bench.engine.verify(id)).toMatchObject({ quarantined: 0, drift: 0 });
  expect(await quarantine()).toEqual([]);
});

test('a user whom only the new version wrote is not emptied', async () => {
  const [user] = await migrate({ fullName: 'Alan Turing' });
  expect(user).toEqual({ _id: 0, email: 'u0@example.com', fullName: 'Alan Turing' });
  expect(await quarantine()).toEqual([{ id: 0, reason: expect.stringContaining('only fullName is there') }]);
});

test('a name the old version changes, or erases, after its document is done, is caught up', async () => {
  await migrate({ firstName: 'Ada', lastName: 'Byron' }, { lastName: 'Turing' });
  await bench.users.updateOne({ _id: 0 as never }, { $set: { lastName: 'Lovelace' } });
  await bench.users.updateOne({ _id: 1 as never }, { $unset: { lastName: '' } });
  expect(await bench.engine.drift(id)).toMatchObject({ drift: 2, gate: 'closed' });
  await bench.engine.backfill(id);
  expect((await bench.users.find().sort({ _id: 1 }).toArray()).map(({ fullName }) => fullName)).toEqual(['Ada Lovelace', '']);
});

test('a user without an email refuses the migration before anything is written, by id', async () => {
  await bench.users.insertMany([{ _id: 7 as never, email: ' ' }, { _id: 8 as never }, { _id: 9 as never, email: 'a@b.c' }]);
  expect(await errorOf(bench.engine.expand(id))).toMatchObject({
    exitCode: 10,
    reasons: ['every user has an email: got 2 that do not, with _id 7, 8'],
  });
  expect(await bench.collection('_mig.ledger').countDocuments()).toBe(0);
});

describe('the text index', () => {
  test('is built after the data, hidden, and shown by the switch', async () => {
    await migrate({ firstName: 'Ada' });
    const index = async () => (await bench.users.indexes()).find(({ name }) => name === 'idx_fullname_text');
    expect(await index()).toMatchObject({ weights: { fullName: 1 }, default_language: 'none', hidden: true });
    await bench.engine.verify(id);
    await bench.engine.gone(id, noneLeft);
    await bench.engine.switch(id);
    expect((await index())?.hidden).toBeUndefined();
  });

  test('that is there already in the same form is kept', async () => {
    await bench.users.createIndex({ fullName: 'text' }, { name: 'idx_fullname_text', default_language: 'none' });
    expect(await bench.engine.plan(id).then(({ indexes }) => indexes)).toEqual([
      { name: 'idx_fullname_text', finding: 'identical', detail: 'idx_fullname_text is there' },
    ]);
    await migrate({ firstName: 'Ada' });
  });

  test.each([
    {
      form: 'in another language',
      create: () => bench.users.createIndex({ fullName: 'text' }, { name: 'idx_fullname_text' }),
      got: '"default_language":"english"',
    },
    { form: 'on other fields', create: () => bench.users.createIndex({ bio: 'text' }, { name: 'bio_text' }), got: '"weights":{"bio":1}' },
    {
      form: 'of another kind under its name',
      create: () => bench.users.createIndex({ fullName: 1 }, { name: 'idx_fullname_text' }),
      got: '"key":{"fullName":1}',
    },
  ])('that is there $form refuses before anything is written, with both forms', async ({ create, got }) => {
    await bench.users.insertOne({ email: 'a@b.c' });
    await create();
    const error = await errorOf(bench.engine.expand(id));
    expect(error).toMatchObject({ code: 'INDEX_CONFLICT', exitCode: 10 });
    expect(error.message).toContain('"default_language":"none"');
    expect(error.message).toContain(got);
    expect(await bench.collection('_mig.ledger').countDocuments()).toBe(0);
  });
});

test('the dry run shows what the server would write, and writes nothing', async () => {
  await bench.users.insertMany([{ _id: 1 as never, email: 'a@b.c', firstName: 'Ada', lastName: null }]);
  const report = await bench.engine.dryRun(id);
  expect(report).toMatchObject({
    computedBy: 'server',
    findings: [],
    sample: [{ id: 1, after: { fullName: 'Ada', migrationVersion: 2 } }],
  });
  expect(await bench.users.findOne()).toEqual({ _id: 1, email: 'a@b.c', firstName: 'Ada', lastName: null });
});
