import { type Db, type Document, MongoClient } from 'mongodb';
import { heartbeat, isAtLeast, ledgerAuthority, type NewName, type OldName, users, versionedCollection } from '../../migrate/coexistence';
import type { State } from '../../migrate/types';
import { startWireServer, type WireServer } from '../support/wire-server';

const id = '20261101-users-full-name';
let server: WireServer;
let client: MongoClient;
let db: Db;

beforeEach(async () => {
  server = await startWireServer();
  client = await new MongoClient(server.uri('myapp'), { ignoreUndefined: true }).connect();
  db = client.db();
});
afterEach(async () => {
  await client.close();
  await server.close();
});

const ledgerSays = (state: State, more: Document = {}) =>
  db.collection<Document>('_mig.ledger').replaceOne({ _id: id as never }, { state, ...more }, { upsert: true });

test('the side that is right changes at the second look, so that no pod is two looks ahead of another', async () => {
  const ledger = ledgerAuthority(db, id);
  const look = async () => {
    await ledger.refresh();
    return ledger.authority();
  };
  expect([ledger.authority(), await look()]).toEqual(['old', 'old']);
  await ledgerSays('switched');
  expect([await look(), await look()]).toEqual(['old', 'new']);
  // Seen once and gone again is no change.
  await ledgerSays('rolledBack');
  expect(await look()).toBe('new');
  await ledgerSays('switched');
  expect(await look()).toBe('new');
  await ledgerSays('rolledBack');
  expect([await look(), await look()]).toEqual(['new', 'old']);
});

test.each<{ readonly state: State; readonly more: Document }>([
  { state: 'contracting', more: {} },
  { state: 'failed', more: { failedFrom: 'contracting' } },
  { state: 'done', more: {} },
])('a contract at $state $more has no old side any more, or writers of both would keep it from ending', async ({ state, more }) => {
  const ledger = ledgerAuthority(db, id);
  await ledgerSays(state, more);
  await ledger.refresh();
  await ledger.refresh();
  expect(ledger.authority()).toBe('contracted');
});

test.each<{ readonly state: State; readonly ready: boolean }>([
  { state: 'expanded', ready: false },
  { state: 'verifying', ready: false },
  { state: 'ready', ready: true },
  { state: 'switched', ready: true },
  { state: 'done', ready: true },
  { state: 'rollingBack', ready: false },
  { state: 'failed', ready: false },
])('a pod that needs ready takes traffic at $state: $ready', async ({ state, ready }) => {
  expect(await isAtLeast(db, id, 'ready')).toBe(false);
  await ledgerSays(state);
  expect(await isAtLeast(db, id, 'ready')).toBe(ready);
});

test('a lazy migration that is overtaken by a writer migrates what the writer wrote', async () => {
  await db.collection<Document>('users').insertOne({ _id: 'carol' as never, email: 'c@example.com', firstName: 'Carol' });
  const people = versionedCollection<{ email: string }, OldName, NewName>(
    db.collection('users'),
    users(() => 'old'),
  );
  server.faults.add({ commands: ['update'], when: 'before', effect: { delayMs: 200 } });
  const migrating = people.migrateOne('carol');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await db.collection<Document>('users').updateOne({ _id: 'carol' as never }, { $set: { firstName: 'Caroline' } });
  expect(await migrating).toBe(true);
  expect(await db.collection('users').findOne({ _id: 'carol' as never })).toMatchObject({ firstName: 'Caroline', fullName: 'Caroline' });
});

test('a pod is heard of at the time of the server, whatever its own clock says', async () => {
  server.state.clockOffsetMs = -86_400_000;
  await heartbeat(db, { id: 'myapp-1', app: 'myapp', version: '1.5.0', schemaMin: 1, schemaMax: 2 });
  const row = await db.collection('_mig.clients').findOne({ _id: 'myapp-1' as never });
  expect(Math.abs(Number(row?.['seenAt']) - (Date.now() - 86_400_000))).toBeLessThan(60_000);
});
