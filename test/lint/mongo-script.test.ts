import { At } from '../../lib/lint/at';
import { updatesIn } from '../../lib/lint/mongo-script';

const updates = (text: string) => updatesIn(new At(text)).map(({ filter, update }) => [filter, update]);

describe('updates in a script', () => {
  test.each([
    ["db.users.updateMany({ a: { $exists: false } }, [{ $set: { b: '$c' } }])", [[{ a: { $exists: false } }, [{ $set: { b: '$c' } }]]]],
    ['mongosh --eval "db.u.updateMany({}, {$set: {a: \\"x, )\\"}})"', [[{}, { $set: { a: 'x, )' } }]]],
    ["db.u.updateMany({ a: ')' }, { $set: { b: 1 } });", [[{ a: ')' }, { $set: { b: 1 } }]]],
    ['db.u.update({ a: 1 }, { $set: { b: 1 } })', []],
    ['db.u.update({ a: 1 }, { $set: { b: 1 } }, { multi: true })', [[{ a: 1 }, { $set: { b: 1 } }]]],
    ['await users.updateMany(filter, update)', [[undefined, undefined]]],
    ['await users.updateMany(', [[undefined, undefined]]],
    ["users.updateMany({ a: 'open", [[undefined, undefined]]],
    ['users.updateOne({ a: 1 }, { $set: { b: 1 } })', []],
  ])('%s', (text, expected) => {
    expect(updates(text)).toEqual(expected);
  });

  test('a text that closes nothing ends soon', () => {
    const start = performance.now();
    updates('db.u.updateMany({'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
