import fc from 'fast-check';
import { type Document, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } from 'mongodb';
import { bracketOf, brackets, idsWithin, type Range, splitKeySpace } from '../../migrate/key-space';
import { cut, rangeCount } from '../../migrate/planner';
import { compileFilter } from '../support/wire-server/filter';
import { compareValues } from '../support/wire-server/order';

const objectId = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes));
const anyId: fc.Arbitrary<unknown> = fc.oneof(
  objectId,
  fc.integer(),
  fc.double({ noNaN: false }),
  fc.string(),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map((value) => Long.fromBigInt(value)),
  fc.record({ a: fc.integer(), b: fc.string() }, { noNullPrototype: true }),
  fc.uuid().map((text) => new UUID(text)),
  fc.nat().map((t) => new Timestamp({ t, i: 1 })),
  fc.constantFrom<unknown>(null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, new MinKey(), new MaxKey()),
);

const found = (filter: Document, ids: readonly unknown[]) => ids.filter((id) => compileFilter(filter, new Date()).matches({ _id: id }));
const planned = (ids: readonly unknown[], wanted: number) => cut([...ids].sort(compareValues), wanted);

test('every possible id is in exactly one range, whatever ids the plan was made from', () => {
  fc.assert(
    fc.property(
      fc.array(anyId, { maxLength: 60 }),
      fc.array(anyId, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (sampled, others, wanted) => {
        const ranges = planned(sampled, wanted);
        for (const id of [...sampled, ...others]) {
          expect(ranges.filter((range) => found(idsWithin(range), [id]).length > 0)).toHaveLength(1);
        }
      },
    ),
  );
});

test('a walk in slices of any size passes every id once, in order', () => {
  fc.assert(
    fc.property(fc.array(anyId, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }), (raw, size, wanted) => {
      const ids = [...raw].sort(compareValues).filter((id, index, all) => index === 0 || compareValues(id, all[index - 1]) !== 0);
      const walked = planned(ids, wanted).flatMap((range) => walk(range, ids, size));
      expect([...walked].sort(compareValues)).toEqual(ids);
    }),
  );
});

/** As the engine does it: look up the bound of the next slice, take the slice, go on behind it. */
function walk(range: Range, ids: readonly unknown[], size: number): unknown[] {
  const passed: unknown[] = [];
  for (let after: { readonly id: unknown } | undefined; ; ) {
    const rest = found(idsWithin(range, after), ids);
    const upTo = rest.length >= size ? { id: rest[size - 1] } : undefined;
    passed.push(...found(idsWithin(range, after, upTo), ids));
    if (upTo === undefined) return passed;
    after = upTo;
  }
}

test('a plan of an empty collection still has a place for every kind of id', () => {
  expect(planned([], 8)).toEqual([{ brackets }]);
});

test('documents in one range of ids are cut into equal parts', () => {
  const ranges = planned(
    Array.from({ length: 800 }, (_, index) => index),
    8,
  );
  expect(ranges.map(({ from, to }) => [from?.id, to?.id])).toEqual([
    [undefined, 100],
    [100, 200],
    [200, 300],
    [300, 400],
    [400, 500],
    [500, 600],
    [600, 700],
    [700, undefined],
    [undefined, undefined],
  ]);
});

test('a bound in one kind of id says nothing about another kind', () => {
  const [numbers, rest] = splitKeySpace([], ['number']);
  expect(found(idsWithin(numbers as Range), [1, 'a', null, Number.NaN])).toEqual([1]);
  expect(found(idsWithin(rest as Range), [1, 'a', null, Number.NaN])).toEqual(['a', null, Number.NaN]);
});

test('an id of a kind that cannot be one is refused by name', () => {
  expect(() => bracketOf({ _bsontype: 'Unheard' })).toThrow('_id: a kind of value that MongoDB can sort, got Unheard');
});

test.each([
  { documents: 0, ranges: 8 },
  { documents: 2_000_001, ranges: 9 },
  { documents: 1_000_000_000, ranges: 256 },
])('$documents documents are shared in $ranges ranges', ({ documents, ranges }) => {
  expect(rangeCount(documents, undefined)).toBe(ranges);
});
