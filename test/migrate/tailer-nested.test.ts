import { serverSide } from '../../migrate/declaration';
import type { Migration } from '../../migrate/types';
import { type Bench, startBench } from './support/engine';

jest.setTimeout(30_000);

const id = '20270201-carts-count';
/** Reads from within a sub-document and from an array. */
const carts: Migration = {
  ...{ id, description: 'city and count beside what they are made of', database: 'myapp', collection: 'carts', schemaVersion: 2 },
  backfill: {
    drift: { $expr: { $or: [{ $ne: ['$city', '$address.city'] }, { $ne: ['$count', { $size: { $ifNull: ['$items', []] } }] }] } },
    sourceFields: ['address.city', 'items'],
    transform: serverSide([{ $set: { city: '$address.city', count: { $size: { $ifNull: ['$items', []] } } } }]),
    catchUp: 'changeStream',
  },
  irreversible: 'the old fields stay',
  invariants: [{ name: 'count is there', none: { count: null } }],
};

let bench: Bench;
const stopping = new AbortController();
let following: Promise<unknown>;
beforeAll(async () => {
  bench = await startBench({ migrations: [carts] });
  await bench.collection('carts').insertOne({ _id: 1 as never, address: { city: 'Rome', zip: '1' }, items: ['a'] });
  await bench.engine.expand(id);
  await bench.engine.backfill(id);
  following = bench.another().catchUp(id, { signal: stopping.signal });
});
afterAll(async () => {
  stopping.abort();
  await following;
  await bench.close();
});

test.each<{ readonly what: string; readonly write: object; readonly becomes: object }>([
  { what: 'a field of a sub-document', write: { $set: { 'address.city': 'Oslo' } }, becomes: { city: 'Oslo' } },
  { what: 'an element added to an array', write: { $push: { items: 'b' } }, becomes: { count: 2 } },
  { what: 'an element taken from the end of one', write: { $pop: { items: 1 } }, becomes: { count: 1 } },
  { what: 'a whole sub-document', write: { $set: { address: { city: 'Bern' } } }, becomes: { city: 'Bern' } },
])('the tailer sees that the old version writes $what', async ({ write, becomes }) => {
  const data = bench.collection('carts');
  await data.updateOne({ _id: 1 as never }, write);
  for (const until = Date.now() + 4_000; Date.now() < until; ) {
    if ((await data.countDocuments({ _id: 1 as never, ...becomes })) > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await data.findOne({ _id: 1 as never })).toMatchObject(becomes);
});
