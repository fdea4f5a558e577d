import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Invariant, Migration } from '../../migrate/types';
import { type Bench, errorOf, startBench } from './support/engine';
import { usersFullNameId as id, oldUsers } from './support/users';

jest.setTimeout(60_000);

let bench: Bench;
afterEach(() => bench.close());

async function backfilled(invariant: Invariant): Promise<void> {
  const migration: Migration = { ...usersFullName, invariants: [invariant] };
  bench = await startBench({ migrations: [migration] });
  await bench.users.insertMany(oldUsers(200, 9));
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
}

/** As many full names as users: of all of them at once, or of each part. */
const everybodyNamed = [
  { $group: { _id: null, users: { $sum: 1 }, named: { $sum: { $cond: [{ $eq: [{ $type: '$fullName' }, 'string'] }, 1, 0] } } } },
  { $project: { holds: { $eq: ['$users', '$named'] } } },
];
const asked = () =>
  bench.server.state.commands.filter(({ name, body }) => name === 'aggregate' && JSON.stringify(body['pipeline']).includes('"named"'));

test.each(['collection', 'range'] as const)(
  'an invariant that holds for each %s opens the way, and one that does not is told',
  async (each) => {
    await backfilled({ name: 'everybody has a name', holds: everybodyNamed, each });
    expect(await bench.engine.verify(id)).toMatchObject({ invariants: [{ holds: true, violations: 0 }] });
    // Counted apart from the drift: the transform itself is told to leave this one alone.
    await bench.users.insertOne({ email: 'x', firstName: ['no name'] });
    const { code, reasons } = await errorOf(bench.engine.verify(id));
    expect(code).toBe('INVARIANT_VIOLATED');
    expect(reasons).toContain('everybody has a name: got a result that does not say so');
  },
);

test('asked of each range, it reads no more at once than a count does, and passes over ranges without documents', async () => {
  await backfilled({ name: 'everybody has a name', holds: everybodyNamed, each: 'range' });
  await bench.engine.verify(id);
  expect(asked().length).toBeGreaterThan(7);
  expect(asked().every(({ body }) => body['pipeline'][0].$match !== undefined && body['maxTimeMS'] === 60_000)).toBe(true);
  await bench.users.deleteMany({});
  expect(await bench.engine.verify(id)).toMatchObject({ invariants: [{ holds: true }] });
});

test('one that takes longer than its limit is not known to hold, and the message says how to ask instead', async () => {
  await backfilled({ name: 'everybody has a name', holds: everybodyNamed });
  bench.server.faults.add({
    commands: ['aggregate'],
    where: ({ pipeline }) => JSON.stringify(pipeline).includes('"named"'),
    times: 10,
    when: 'before',
    effect: { code: 50, message: 'operation exceeded time limit' },
  });
  expect(await errorOf(bench.engine.verify(id))).toMatchObject({
    code: 'GATE_CLOSED',
    exitCode: 10,
    message: expect.stringMatching(/nothing is known of 'everybody has a name', .* within 60 s; .* each: 'range'/),
  });
  expect((await bench.engine.status(id))[0]?.state).toBe('verifying');
});
