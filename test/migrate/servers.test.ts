import { type Document, Long, MongoClient, ObjectId } from 'mongodb';
import { connect, createEngine, migrations, readConfig } from '../../migrate';
import { idsWithin } from '../../migrate/key-space';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import { planRanges } from '../../migrate/planner';
import { type Capability, capabilities, findServers, type Skipped, type TestServer } from './support/capabilities';
import { usersFullNameId as id, oldUsers, wrongUsers } from './support/users';

jest.setTimeout(120_000);

/** What each rule needs of a server. A server that lacks it skips the rule, and the report says so. */
interface Rule {
  readonly name: string;
  readonly needs: readonly Capability[];
  readonly check: (uri: string) => Promise<void>;
}

const rules: readonly Rule[] = [
  { name: 'a walk over ids of every kind passes each once', needs: [], check: walkEverything },
  { name: 'compare and set matches what was read, null and missing told apart', needs: [], check: compareAndSet },
  {
    name: 'the whole way: expand, backfill, verify, switch, roll back',
    needs: ['pipelineUpdate', 'serverTime', 'hiddenIndex'],
    check: wholeWay,
  },
  { name: 'the tailer carries over what the old version writes', needs: ['pipelineUpdate', 'serverTime', 'changeStreams'], check: tailer },
];

let servers: readonly TestServer[];
let skipped: readonly Skipped[];
beforeAll(async () => {
  ({ servers, skipped } = await findServers());
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

test.each(rules)('$name, on every server that can', async ({ needs, check }) => {
  const able = servers.filter(({ can }) => needs.every((need) => can.has(need)));
  for (const { uri } of able) await check(uri);
  expect(able.map(({ tier }) => tier)).toContain('T1');
});

test('what ran, what did not, and how to run it, is told', () => {
  const lines = servers.flatMap(({ tier, name, can }) => [
    `${tier} ${name}: ${capabilities.map((one) => `${can.has(one) ? '' : 'no '}${one}`).join(', ')}`,
    ...rules
      .map((rule) => ({ ...rule, lacking: rule.needs.filter((need) => !can.has(need)) }))
      .map(
        ({ name: rule, lacking }) =>
          `   ${lacking.length === 0 ? 'ran    ' : 'skipped'} ${rule}${lacking.length > 0 ? ` (no ${lacking.join(', ')})` : ''}`,
      ),
  ]);
  process.stdout.write(`${[...lines, ...skipped.map(({ tier, how }) => `SKIPPED ${tier}: ${how}`)].join('\n')}\n`);
  if (process.env['REQUIRE_MONGODB'] === '1') expect(skipped.filter(({ tier }) => tier.startsWith('T3'))).toEqual([]);
  expect(servers.length + skipped.length).toBe(3);
});

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

async function walkEverything(uri: string): Promise<void> {
  const ids = [
    ...Array.from({ length: 40 }, (_, index) => index - 20),
    ...Array.from({ length: 20 }, () => new ObjectId()),
    'a',
    'b',
    'zz',
    true,
    new Date(5),
    Long.fromNumber(2 ** 53),
  ];
  await withUsers(
    uri,
    ids.map((_id) => ({ _id })),
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

async function compareAndSet(uri: string): Promise<void> {
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

const engineOn = (uri: string) => {
  const settings = readConfig({ MONGODB_URI: uri, MIG_BACKUP_REQUIRED: 'false', MIG_LEASE_MS: '2000' });
  const client = connect(uri, { appName: 'test', streams: settings.streams });
  return { client, engine: createEngine({ client, database: settings.database, migrations, settings }) };
};

async function wholeWay(uri: string): Promise<void> {
  await withUsers(uri, oldUsers(2000, 6), async (data) => {
    const { client, engine } = engineOn(uri);
    try {
      await engine.expand(id);
      await engine.backfill(id);
      expect(await wrongUsers(data.db().collection('users'))).toEqual([]);
      expect(await engine.verify(id)).toMatchObject({ drift: 0, gate: 'open' });
      expect(await engine.switch(id)).toMatchObject({ state: 'switched' });
      expect(await engine.down(id)).toMatchObject({ state: 'rolledBack', conflicts: 0 });
    } finally {
      await client.close();
    }
  });
}

async function tailer(uri: string): Promise<void> {
  await withUsers(uri, [{ _id: 1, email: 'a', firstName: 'Ada' }], async (data) => {
    const { client, engine } = engineOn(uri);
    const stopping = new AbortController();
    try {
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
    } finally {
      stopping.abort();
      await client.close();
    }
  });
}
