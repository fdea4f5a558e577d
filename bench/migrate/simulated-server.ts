import type { Document } from 'bson';
import { startWireServer } from '../../test/support/wire-server';

/**
 * A server whose `users` are only numbers: the document with `_id` 17 is there because 17 is less than the count. Everything about the
 * engine's own collections is real. Prints its connection string and runs until it is killed.
 */
const count = Number(process.argv[2]);

const users: Readonly<Record<string, (body: Document) => Document>> = {
  count: () => ({ n: count }),
  aggregate: ({ pipeline }) => {
    const size = Math.min(count, pipeline[0]?.$sample?.size ?? 0);
    const sample = Array.from({ length: size }, (_, index) => ({ _id: Math.floor((index * count) / size) }));
    const match = pipeline[0]?.$match;
    if (match === undefined) return cursor(sample);
    const { from, to } = bounds(match._id);
    return cursor(to > from ? [{ _id: 1, n: to - from }] : []);
  },
  find: ({ filter, skip = 0 }) => {
    const { from, to } = bounds(filter._id);
    const id = from + skip;
    return cursor(id < to ? [{ _id: id }] : []);
  },
  update: ({ updates }) => {
    const { from, to } = bounds(updates[0].q.$and[0]._id);
    return { n: Math.max(0, to - from), nModified: Math.max(0, to - from) };
  },
};

void startWireServer({
  scripted: (name, body) => (body[name] === 'users' ? users[name]?.(body) : undefined),
}).then((server) => process.stdout.write(`${server.uri('myapp')}\n`));

function bounds(id: Document | undefined): { readonly from: number; readonly to: number } {
  if (id === undefined) return { from: 0, to: 0 };
  const from = id['$gt'] !== undefined ? id['$gt'] + 1 : Math.max(0, id['$gte'] ?? 0);
  return { from, to: Math.min(count, id['$lte'] !== undefined ? id['$lte'] + 1 : (id['$lt'] ?? count)) };
}

function cursor(firstBatch: readonly Document[]): Document {
  return { cursor: { id: 0n, ns: 'myapp.users', firstBatch } };
}
