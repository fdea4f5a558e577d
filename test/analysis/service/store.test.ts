import type { JudgementRecord } from '../../../analysis/contract/record';
import { createMemoryStore } from '../../../analysis/store/memory';
import { createMongoStore } from '../../../analysis/store/mongodb';
import type { Store } from '../../../analysis/store/store';
import { startWireServer, type WireServer } from '../../support/wire-server';
import { recordOf } from '../report/sample';

// A real server, judge or browser on a busy machine.
jest.setTimeout(30_000);

let record: JudgementRecord;
beforeAll(async () => {
  record = await recordOf({ errors: 0.002, slow: 1 });
});

function numbered(i: number): JudgementRecord {
  return { ...record, judgement: { ...record.judgement, id: `id-${i}` } };
}

describe('judgements in memory', () => {
  test('are bounded in number, and the oldest leave first', async () => {
    const store = createMemoryStore({ records: 3 });
    for (let i = 0; i < 5; i += 1) await store.put(numbered(i));
    expect((await store.list({ limit: 10 })).map(({ judgement }) => judgement.id)).toEqual(['id-4', 'id-3', 'id-2']);
    expect(await store.get('id-1')).toBeNull();
  });

  test('are bounded in size: long releases leave room for fewer', async () => {
    const store = createMemoryStore({ characters: 2 * JSON.stringify(numbered(0)).length });
    for (let i = 0; i < 5; i += 1) await store.put(numbered(i));
    expect(await store.list({ limit: 10 })).toHaveLength(2);
  });

  test('come back as they were put', async () => {
    const store = createMemoryStore();
    await store.put(record);
    expect(await store.get(record.judgement.id)).toEqual(record);
    expect(await store.get('nobody')).toBeNull();
  });

  test('the first record of an id stays', async () => {
    const store = createMemoryStore();
    await store.put(record);
    await store.put({ ...record, at: '2030-01-01T00:00:00.000Z' });
    expect((await store.get(record.judgement.id))?.at).toBe(record.at);
  });
});

describe('judgements in MongoDB', () => {
  let server: WireServer;
  let store: Store;
  beforeEach(async () => {
    server = await startWireServer();
    store = createMongoStore({ uri: server.uri('judgements'), retentionDays: 30, timeoutMs: 500 });
  });
  afterEach(async () => {
    await store.close();
    await server.close();
  });

  test('come back as they were put', async () => {
    await store.put(record);
    expect(await store.get(record.judgement.id)).toEqual(record);
    expect(await store.get('nobody')).toBeNull();
  });

  test('the first record of an id stays', async () => {
    await store.put(record);
    await store.put({ ...record, at: '2030-01-01T00:00:00.000Z' });
    expect((await store.get(record.judgement.id))?.at).toBe(record.at);
  });

  test('are listed by rollout, the newest first', async () => {
    for (const [i, at] of ['2023-11-14T22:00:00.000Z', '2023-11-14T22:02:00.000Z', '2023-11-14T22:01:00.000Z'].entries()) {
      await store.put({ ...numbered(i), at });
    }
    const ids = async (rollout: string) => (await store.list({ rollout, limit: 2 })).map(({ judgement }) => judgement.id);
    expect(await ids('myapp')).toEqual(['id-1', 'id-2']);
    expect(await ids('other')).toEqual([]);
  });

  test('leave by a TTL index, whose time follows the configuration', async () => {
    await store.put(record);
    const expiry = () => {
      const indexes = server.state.commands
        .filter(({ name }) => name === 'createIndexes')
        .flatMap(({ body }) => body['indexes'] as { expireAfterSeconds?: number }[]);
      return indexes.map(({ expireAfterSeconds }) => expireAfterSeconds).filter((seconds) => seconds !== undefined);
    };
    expect(expiry()).toEqual([30 * 86_400]);
  });

  test('a MongoDB that fails once is used again at the next look', async () => {
    server.faults.add({ commands: ['update'], when: 'before', effect: { code: 8_000, message: 'no' } });
    await expect(store.put(record)).rejects.toThrow();
    await store.put(record);
    expect(await store.get(record.judgement.id)).toEqual(record);
  });
});

test('MongoDB that is down fails within its time limit, and does not keep the process from ending', async () => {
  const store = createMongoStore({ uri: 'mongodb://127.0.0.1:9/judgements', retentionDays: 30, timeoutMs: 200 });
  const before = performance.now();
  await expect(store.put(record)).rejects.toThrow();
  await expect(store.get('id')).rejects.toThrow();
  expect(performance.now() - before).toBeLessThan(2_000);
  await store.close();
});
