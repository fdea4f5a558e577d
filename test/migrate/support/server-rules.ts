import { type Document, Long, MongoClient, ObjectId } from 'mongodb';
import { clientSide, connect, createEngine, type Engine, type Migration, migrations, readConfig } from '../../../migrate';
import { layOutRanges } from '../../../migrate/claims';
import { collectionsOf } from '../../../migrate/collections';
import { idsWithin } from '../../../migrate/key-space';
import { usersFullName } from '../../../migrate/migrations/users-full-name';
import { planRanges } from '../../../migrate/planner';
import { forwardSweep } from '../../../migrate/sweep';
import { write } from '../../../migrate/write';
import type { Capability, TestServer } from './capabilities';
import { errorOf, noneLeft } from './engine';
import { usersFullNameId as id, oldUsers, wrongUsers } from './users';

/** What must hold on every server that has what it needs, and lacks what it is about. A server for which that is not so skips it. */
export interface Rule {
  readonly name: string;
  readonly needs: readonly Capability[];
  readonly lacks?: Capability;
  readonly check: (server: TestServer) => Promise<void>;
}

export const rules: readonly Rule[] = [
  { name: 'a walk over ids of one kind passes each once', needs: [], check: walkObjectIds },
  { name: 'a walk over ids of every kind passes each once', needs: ['idsOfEveryKind'], check: walkEverything },
  { name: 'compare and set matches what was read, null and missing told apart', needs: [], check: compareAndSet },
  { name: 'a transform of this process writes what it computed, and not over what changed meanwhile', needs: [], check: clientSideWrite },
  { name: 'five that lay out the same ranges write each row once', needs: [], check: layOutOnce },
  { name: 'the changelog of another tool is taken over once', needs: [], check: importOnce },
  { name: 'a server that cannot hold a lease is refused, and nothing is changed', needs: [], lacks: 'serverTime', check: refused },
  {
    name: 'the whole way: expand, backfill, verify, switch, roll back',
    needs: ['pipelineUpdate', 'serverTime', 'hiddenIndex'],
    check: wholeWay,
  },
  {
    name: 'three engines share one backfill, and none writes what another has written',
    needs: ['pipelineUpdate', 'serverTime'],
    check: together,
  },
  { name: 'the tailer carries over what the old version writes', needs: ['pipelineUpdate', 'serverTime', 'changeStreams'], check: tailer },
];

/** Why a rule does not apply to a server; undefined when it does. */
export function unfit({ needs, lacks }: Rule, { can }: TestServer): string | undefined {
  const lacking = needs.filter((need) => !can.has(need));
  if (lacking.length > 0) return `no ${lacking.join(', ')}`;
  return lacks !== undefined && can.has(lacks) ? `it has ${lacks}` : undefined;
}

async function withUsers(uri: string, documents: readonly Document[], body: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = new MongoClient(uri, { ignoreUndefined: true });
  try {
    for (const name of ['users', '_mig.ledger', '_mig.ranges', '_mig.locks', '_mig.quarantine', '_mig.control'])
      await client.db().collection(name).deleteMany({});
    await client
      .db()
      .collection('users')
      .insertMany([...documents]);
    await body(client);
  } finally {
    await client.close();
  }
}

function walkObjectIds({ uri }: TestServer): Promise<void> {
  return walk(
    uri,
    Array.from({ length: 90 }, () => new ObjectId()),
  );
}

function walkEverything({ uri }: TestServer): Promise<void> {
  const numbers = Array.from({ length: 40 }, (_, index) => index - 20);
  const objectIds = Array.from({ length: 20 }, () => new ObjectId());
  return walk(uri, [...numbers, ...objectIds, 'a', 'b', 'zz', true, new Date(5), Long.fromNumber(2 ** 53)]);
}

async function walk(uri: string, ids: readonly unknown[]): Promise<void> {
  await withUsers(
    uri,
    ids.map((_id) => ({ _id: _id as never })),
    async (client) => {
      const users = client.db().collection<Document>('users');
      const ranges = await planRanges(users, usersFullName).then(
        (plan) => plan.ranges,
        // A server without $sample walks the key space in one range.
        () => [{ brackets: ['number', 'string', 'objectId', 'bool', 'date'] as const }],
      );
      const passed: unknown[] = [];
      for (const range of ranges) {
        for (let after: { readonly id: unknown } | undefined; ; ) {
          const upper = await users.find(idsWithin(range, after), { projection: { _id: 1 }, sort: { _id: 1 }, skip: 6, limit: 1 }).next();
          const part = await users
            .find(idsWithin(range, after, upper ? { id: upper._id } : undefined), { projection: { _id: 1 } })
            .toArray();
          passed.push(...part.map(({ _id }) => _id));
          if (upper === null) break;
          after = { id: upper._id };
        }
      }
      expect(passed.map(String).sort()).toEqual(ids.map(String).sort());
    },
  );
}

async function compareAndSet({ uri }: TestServer): Promise<void> {
  await withUsers(uri, [{ _id: 1, tags: null }, { _id: 2 }, { _id: 3, tags: 'a' }], async (client) => {
    const users = client.db().collection<Document>('users');
    const set = { $set: { done: true } };
    const result = await users.bulkWrite(
      [
        { updateOne: { filter: { $and: [{ _id: 1 as never }, { tags: { $type: 'null' } }] }, update: set } },
        { updateOne: { filter: { $and: [{ _id: 2 as never }, { tags: { $type: 'null' } }] }, update: set } },
        { updateOne: { filter: { $and: [{ _id: 2 as never }, { tags: { $exists: false } }] }, update: set } },
        { updateOne: { filter: { $and: [{ _id: 3 as never }, { tags: { $eq: 'b' } }] }, update: set } },
      ],
      { ordered: false },
    );
    expect(result.matchedCount).toBe(2);
    expect((await users.find({ done: true }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2]);
  });
}

async function clientSideWrite({ uri }: TestServer): Promise<void> {
  await withUsers(uri, [{ _id: 1, tags: 'a,b' }, { _id: 2, tags: null }, { _id: 3 }], async (client) => {
    const documents = client.db().collection<Document>('users');
    const transform = clientSide<{ tags?: string | null }, { tagList: readonly string[] }>({
      project: { tags: 1 },
      map: ({ tags }) => ({ tagList: (tags ?? '').split(',').filter(Boolean) }),
      compareFields: ['tags'],
      revision: 1,
    });
    const sweep = { ...forwardSweep(usersFullName), guard: { tagList: { $exists: false } }, transform };
    // The fence of the lease is an expression, which is another rule.
    const work = { documents, sweep, lease: { fence: () => ({}) }, comment: 'mig:test' };
    expect(await write(work, { _id: { $in: [1, 2, 3] } } as Document, 10_000)).toBe(3);
    expect((await documents.find().sort({ _id: 1 }).toArray()).map(({ tagList }) => tagList)).toEqual([['a', 'b'], [], []]);
    expect(await write(work, { _id: { $in: [1, 2, 3] } } as Document, 10_000)).toBe(0);
  });
}

async function layOutOnce({ uri }: TestServer): Promise<void> {
  await withUsers(uri, [{ _id: 1 }], async (client) => {
    const collections = collectionsOf(client.db());
    const pass = { n: 1, kind: 'forward', ranges: Array(8).fill({ brackets: ['number'] }), documents: 1, startedAt: new Date() } as const;
    await Promise.all(Array.from({ length: 5 }, () => layOutRanges(collections, id, pass)));
    expect((await collections.ranges.find({ m: id }).toArray()).map(({ n }) => n).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
}

async function importOnce({ uri }: TestServer): Promise<void> {
  await withUsers(uri, [{ _id: 1 }], async () => {
    await withEngine(uri, migrations, async (engine) => {
      const entries = ['20230101-a', '20230102-b'].map((one) => ({ id: one, appliedAt: new Date(0) }));
      expect(await engine.adopt(entries, { by: 'test' })).toEqual({ added: 2, known: 0 });
      expect(await engine.adopt(entries, { by: 'test' })).toEqual({ added: 0, known: 2 });
    });
  });
}

async function refused({ uri }: TestServer): Promise<void> {
  await withUsers(uri, oldUsers(20, 6), async (data) => {
    await withEngine(uri, migrations, async (engine) => {
      expect(await errorOf(engine.expand(id))).toMatchObject({ code: 'SERVER_TOO_OLD', exitCode: 10 });
    });
    for (const name of ['_mig.ledger', '_mig.ranges', '_mig.locks']) expect(await data.db().collection(name).countDocuments()).toBe(0);
    expect(
      await data
        .db()
        .collection('users')
        .countDocuments({ fullName: { $exists: true } }),
    ).toBe(0);
  });
}

async function withEngine(uri: string, declared: readonly Migration[], body: (engine: Engine) => Promise<void>): Promise<void> {
  const settings = readConfig({ MONGODB_URI: uri, MIG_BACKUP_REQUIRED: 'false' });
  const client = connect(uri, { appName: 'test', streams: settings.streams });
  try {
    await body(createEngine({ client, database: settings.database, migrations: declared, settings }));
  } finally {
    await client.close();
  }
}

/** The reference migration; without its index where a server has no text index. */
function declaredFor({ can }: TestServer): readonly Migration[] {
  const { indexes, ...withoutIndex } = usersFullName;
  return can.has('textIndex') ? migrations : [withoutIndex];
}

async function wholeWay(server: TestServer): Promise<void> {
  await withUsers(server.uri, oldUsers(2000, 6), async (data) => {
    await withEngine(server.uri, declaredFor(server), async (engine) => {
      await engine.expand(id);
      await engine.backfill(id);
      expect(await wrongUsers(data.db().collection('users'))).toEqual([]);
      expect(await engine.verify(id)).toMatchObject({ drift: 0, gate: 'open' });
      await engine.gone(id, noneLeft);
      expect(await engine.switch(id)).toMatchObject({ state: 'switched' });
      expect(await engine.down(id)).toMatchObject({ state: 'rolledBack', conflicts: 0 });
    });
  });
}

async function together(server: TestServer): Promise<void> {
  const declared = declaredFor(server);
  await withUsers(server.uri, oldUsers(2000, 7), async (data) => {
    await withEngine(server.uri, declared, async (engine) => void (await engine.expand(id)));
    const modified: number[] = [];
    const backfill = async (engine: Engine) => void modified.push((await engine.backfill(id)).own.modified);
    await Promise.all([1, 2, 3].map(() => withEngine(server.uri, declared, backfill)));
    expect(modified.reduce((sum, one) => sum + one, 0)).toBe(2000);
    expect(await wrongUsers(data.db().collection('users'))).toEqual([]);
  });
}

async function tailer(server: TestServer): Promise<void> {
  await withUsers(server.uri, [{ _id: 1, email: 'a', firstName: 'Ada' }], async (data) => {
    await withEngine(server.uri, declaredFor(server), async (engine) => {
      const stopping = new AbortController();
      await engine.expand(id);
      await engine.backfill(id);
      const following = engine.catchUp(id, { signal: stopping.signal });
      const users = data.db().collection<Document>('users');
      await users.updateOne({ _id: 1 as never }, { $set: { firstName: 'Grace' } });
      for (const until = Date.now() + 20_000; Date.now() < until && (await users.findOne({}))?.['fullName'] !== 'Grace'; )
        await new Promise((resolve) => setTimeout(resolve, 50));
      stopping.abort();
      await following;
      expect(await users.findOne({})).toMatchObject({ fullName: 'Grace' });
    });
  });
}
