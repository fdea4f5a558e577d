import type { Document } from 'mongodb';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Migration } from '../../migrate/types';
import { type Bench, errorOf, noneLeft, startBench } from './support/engine';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

const old = { email: { $type: 'string' }, fullName: { $exists: false } };
const both = { email: { $type: 'string' } };
const widened = (expand: Migration['expand'], contract: Partial<Migration['contract']> = {}): Migration => ({
  ...usersFullName,
  ...(expand ? { expand } : {}),
  contract: { ...usersFullName.contract, ...contract },
});
const named = widened({ validator: both, replaces: old });

let bench: Bench;
afterEach(() => bench.close());

async function start(migration: Migration, rule?: Document): Promise<void> {
  bench = await startBench({ migrations: [migration] });
  await bench.users.insertMany([
    { _id: 1 as never, email: 'a', firstName: 'Ada' },
    { _id: 2 as never, email: 'b', firstName: 'Grace' },
  ]);
  if (rule) await bench.client.db('myapp').command({ collMod: 'users', ...rule });
}
const rule = () => bench.server.state.store('myapp', 'users')?.validator;
const strict = { validator: old, validationLevel: 'strict', validationAction: 'error' };

test('a validator that the declaration does not name refuses expand before anything is written, old and new told, and so does plan', async () => {
  await start(widened({ validator: both }), strict);
  const detail = expect.stringMatching(
    /^validator: .* named in expand\.replaces .* got \{.*"fullName":\{"\$exists":false\}\} \(strict, error\); the new one, .* is .* \(moderate, warn\)$/,
  );
  expect(await bench.engine.plan(id)).toMatchObject({ validator: { finding: 'conflict', detail }, problems: [detail] });
  expect(await errorOf(bench.engine.expand(id))).toMatchObject({ code: 'PRECONDITION_FAILED', exitCode: 10, reasons: [detail] });
  expect(rule()).toEqual({ filter: old, level: 'strict', action: 'error' });
  expect(await bench.collection('_mig.ledger').countDocuments()).toBe(0);
});

test('one that it names, keys in any order, is replaced, and plan says by what', async () => {
  await start(widened({ validator: both, replaces: { fullName: { $exists: false }, email: { $type: 'string' } } }), strict);
  expect((await bench.engine.plan(id)).validator).toEqual({
    finding: 'replaced',
    detail: expect.stringMatching(/^validator: .* \(moderate, warn\) takes the place of .* \(strict, error\) until a roll back$/),
  });
  expect(await bench.engine.expand(id)).toMatchObject({
    done: [expect.stringMatching(/^validator \(moderate, warn\), instead of .*strict/)],
  });
  expect(rule()).toEqual({ filter: both, level: 'moderate', action: 'warn' });
  expect((await bench.engine.plan(id)).validator).toMatchObject({ finding: 'identical' });
});

test('a roll back of expand brings it back as it was', async () => {
  await start(named, strict);
  await bench.engine.expand(id);
  const { done } = await bench.engine.down(id);
  expect(done).toContainEqual(expect.stringMatching(/^validator: back to .* \(strict, error\)$/));
  expect(rule()).toEqual({ filter: old, level: 'strict', action: 'error' });
});

test('where there was none, there is none again', async () => {
  await start(widened({ validator: both, action: 'error' }));
  await bench.engine.expand(id);
  await bench.engine.down(id);
  expect(rule()).toBeUndefined();
});

test('killed after the change and before the ledger knows, expand still knows what was there before', async () => {
  await start(named, strict);
  const killed = { code: 8, message: 'killed here' };
  bench.server.faults.add({ commands: ['collMod'], when: 'after', effect: killed });
  await errorOf(bench.engine.expand(id));
  await bench.engine.expand(id);
  await bench.engine.down(id);
  expect(rule()).toEqual({ filter: old, level: 'strict', action: 'error' });
});

test('after the backfill it comes back so that the old version can still write every document', async () => {
  await start(named, strict);
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  const { done } = await bench.engine.down(id);
  expect(done).toContainEqual(expect.stringMatching(/\(moderate, error\), not strict as before: 2 documents break it, with _id 1, 2,/));
  await bench.users.updateOne({ _id: 1 as never }, { $set: { firstName: 'Augusta' } });
  expect(await bench.users.insertOne({ email: 5 }).catch(({ code }) => code)).toBe(121);
  // With the old one in place every batch would be refused.
  expect(await errorOf(bench.engine.backfill(id))).toMatchObject({ code: 'STATE_REFUSED' });
  await bench.engine.expand(id);
  expect(await bench.engine.backfill(id)).toMatchObject({ gate: 'open' });
});

test('one that somebody has set since is left alone, and told', async () => {
  await start(named, strict);
  await bench.engine.expand(id);
  await bench.client.db('myapp').command({ collMod: 'users', validator: { email: { $exists: true } } });
  const { done } = await bench.engine.down(id);
  expect(done).toContainEqual(
    expect.stringMatching(/^validator: .* stays, because it is not the one that expand has set; before expand it was/),
  );
  expect(rule()?.filter).toEqual({ email: { $exists: true } });
});

test.each([
  { replaces: undefined, refusals: [expect.stringMatching(/^validator: .* named in contract\.replaces .* got \{"email"/)] },
  { replaces: both, refusals: [] },
])('contract, too, replaces only what it knows: $replaces', async ({ replaces, refusals }) => {
  await start(widened(undefined, { validator: { fullName: { $type: 'string' } }, ...(replaces && { replaces }) }), {
    ...strict,
    validator: both,
  });
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  await bench.engine.verify(id);
  await bench.engine.gone(id, noneLeft);
  await bench.engine.switch(id);
  const { code, reasons } = await errorOf(bench.engine.contract(id));
  expect(code).toBe('GATE_CLOSED');
  expect(reasons.filter((reason) => reason.startsWith('validator'))).toEqual(refusals);
});
