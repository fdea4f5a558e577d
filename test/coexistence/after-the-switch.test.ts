import { type Collection, type Document, MongoClient } from 'mongodb';
import { type Authority, type NewName, type OldName, users, versionedCollection } from '../../migrate/coexistence';
import { shadowOf } from '../../migrate/sweep';
import { startWireServer, type WireServer } from '../support/wire-server';

const id = '20261101-users-full-name';
let server: WireServer;
let client: MongoClient;
let stored: Collection<Document>;
let authority: Authority;

beforeEach(async () => {
  server = await startWireServer();
  client = await new MongoClient(server.uri('myapp'), { ignoreUndefined: true }).connect();
  stored = client.db().collection<Document>('users');
  authority = 'old';
});
afterEach(async () => {
  await client.close();
  await server.close();
});

const adapter = users(() => authority);
const people = () => versionedCollection<{ readonly email: string }, OldName, NewName>(stored, adapter);
const put = (document: Document) => stored.insertOne({ _id: 'ada' as never, email: 'a', ...document });
const ada = () => stored.findOne({ _id: 'ada' as never });

test.each(['new', 'contracted'] as const)('a lazy migration replaces no new side while %s is right', async (right) => {
  await put({ fullName: 'Ada King', migrationVersion: 2 });
  authority = right;
  expect(await people().migrateOne('ada')).toBe(false);
  expect(await ada()).toMatchObject({ fullName: 'Ada King' });
});

test('a lazy migration leaves alone what the migration itself keeps out', async () => {
  await put({ fullName: 'Ada King' });
  expect(await people().migrateOne('ada')).toBe(false);
  expect(await ada()).toMatchObject({ fullName: 'Ada King' });
});

test('what only the old version wrote after the switch is read, and can be migrated', async () => {
  await put({ firstName: 'Ada', lastName: 'King' });
  authority = 'new';
  expect(await people().findOne({ email: 'a' })).toMatchObject({ firstName: 'Ada', lastName: 'King', fullName: 'Ada King' });
  expect(await people().migrateOne('ada')).toBe(true);
  expect(await ada()).toMatchObject({ fullName: 'Ada King' });
});

test('a change of old fields is refused once they are gone: it would replace the whole new side', () => {
  authority = 'contracted';
  expect(() => adapter.setOld({ lastName: 'Jones' })).toThrow('setOld: firstName, lastName must still be stored');
});

test.each([
  { side: 'new', find: () => adapter.filter({ fullName: undefined as never }, { firstName: 'Ada' }), got: 'fullName: undefined' },
  { side: 'old', find: () => adapter.filter({ fullName: 'Ada' }, {}), got: 'none' },
])('a search by nothing on the $side side finds nobody else', ({ side, find, got }) => {
  expect(find).toThrow(`filter: the ${side} side must have at least one field and none that is undefined, got ${got}`);
});

test('the name of the old version counts when it is set back to what it was before the new version changed it', async () => {
  await put({ firstName: 'Ada', lastName: 'Lovelace' });
  await people().migrateOne('ada');
  await people().updateOne({ email: 'a' }, adapter.set({ fullName: 'Ada King' }));
  expect((await ada())?.['_m'][id]).toEqual({ fullName: 'Ada King' });
  await stored.updateOne({ _id: 'ada' as never }, { $set: { lastName: 'Lovelace' } });
  expect(await people().migrateOne('ada')).toBe(true);
  expect(await ada()).toMatchObject({ lastName: 'Lovelace', fullName: 'Ada Lovelace' });
});

test('an insert remembers that both sides are in step, where the migration looks for it', () => {
  expect(adapter.both({ email: 'b' }, { fullName: 'Bob' })).toMatchObject({ _m: { [id]: { fullName: 'Bob' } } });
  expect(shadowOf(id)).toBe(`_m.${id}`);
});
