import { readConfig } from '../../migrate/config';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import { compileEngine } from './support/compile';
import { type Bench, errorOf, startBench } from './support/engine';
import { EngineProcess } from './support/process';
import { usersFullNameId as id } from './support/users';

jest.setTimeout(30_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.users.insertMany([{ email: 'a', firstName: 'Ada' }]);
});
afterEach(() => bench.close());

const written = async () =>
  [...bench.server.state.stores.keys()].filter((name) => name.includes('_mig')).length +
  (await bench.users.countDocuments({ fullName: { $exists: true } }));

describe('each is one clear message with its exit code, and nothing is changed', () => {
  test('an unknown migration', async () => {
    expect(await errorOf(bench.engine.expand('20990101-nobody'))).toMatchObject({
      code: 'MIGRATION_UNKNOWN',
      exitCode: 10,
      message: `'20990101-nobody': must be a declared migration (${id})`,
    });
    expect(await written()).toBe(0);
  });

  test('an invalid declaration, with all its problems', async () => {
    const engine = bench.another({ migrations: [{ ...usersFullName, invariants: [], collection: '' }] });
    expect(await errorOf(engine.expand(id))).toMatchObject({
      code: 'DECLARATION_INVALID',
      exitCode: 10,
      reasons: [expect.stringContaining('collection'), expect.stringContaining('invariants')],
    });
    expect(await written()).toBe(0);
  });

  test('another database than the declared one', async () => {
    const engine = bench.another({ migrations: [{ ...usersFullName, database: 'shop' }] });
    expect(await errorOf(engine.expand(id))).toMatchObject({
      code: 'DATABASE_MISMATCH',
      exitCode: 10,
      message: expect.stringContaining("'shop', got 'myapp'"),
    });
    expect(await written()).toBe(0);
  });

  test('a collection that is not there', async () => {
    const engine = bench.another({ migrations: [{ ...usersFullName, collection: 'people' }] });
    expect(await errorOf(engine.expand(id))).toMatchObject({
      exitCode: 10,
      reasons: ['myapp.people must have documents, got none: is this the right database? A new environment declares mayBeEmpty'],
    });
    expect(await written()).toBe(0);
  });

  test('a server older than the declaration asks for', async () => {
    const engine = bench.another({ migrations: [{ ...usersFullName, minServer: '8.0' }] });
    expect(await errorOf(engine.expand(id))).toMatchObject({
      code: 'SERVER_TOO_OLD',
      exitCode: 10,
      message: `${id}: MongoDB 8.0 or later, got 7.0.0-fake; upgrade the server first`,
    });
    expect(await written()).toBe(0);
  });

  test('a server older than the driver can talk to', async () => {
    bench.server.state.wireVersion = 6;
    expect(await errorOf(bench.another().expand(id))).toMatchObject({ code: 'SERVER_TOO_OLD', exitCode: 10 });
    bench.server.state.wireVersion = 21;
    expect(await written()).toBe(0);
  });

  test('missing privileges, each by name', async () => {
    bench.server.state.privileges = [{ resource: { db: 'myapp', collection: '' }, actions: ['find', 'update', 'remove'] }];
    expect(await errorOf(bench.engine.expand(id))).toMatchObject({
      ...{ code: 'NOT_AUTHORIZED', exitCode: 10 },
      reasons: [
        'createIndex, listIndexes, collMod on myapp.users',
        'insert, createIndex on myapp._mig.ledger',
        'insert, createIndex on myapp._mig.ranges',
        'insert on myapp._mig.locks',
        'insert on myapp._mig.quarantine',
        'insert on myapp._mig.control',
      ],
    });
    expect(await written()).toBe(0);
  });

  test('a refused login', async () => {
    bench.server.faults.add({
      commands: ['hello', 'buildInfo'],
      times: 2,
      when: 'before',
      effect: { code: 18, message: 'Authentication failed' },
    });
    expect(await errorOf(bench.engine.expand(id))).toMatchObject({ code: 'NOT_AUTHORIZED', exitCode: 10 });
  });

  test('a changed checksum of a migration under way, until it is accepted', async () => {
    await bench.engine.expand(id);
    const changed = bench.another({ migrations: [{ ...usersFullName, description: 'another one' }] });
    expect(await errorOf(changed.backfill(id))).toMatchObject({
      code: 'CHECKSUM_CHANGED',
      exitCode: 11,
      message: expect.stringContaining('--accept-checksum'),
    });
    expect(await bench.users.countDocuments({ fullName: { $exists: true } })).toBe(0);
    expect(await changed.backfill(id, { acceptChecksum: true })).toMatchObject({ state: 'verifying' });
  });

  test('a changed checksum of a finished migration, for good', async () => {
    await bench.engine.expand(id);
    await bench.engine.backfill(id);
    await bench.engine.verify(id);
    const changed = bench.another({ migrations: [{ ...usersFullName, description: 'another one' }] });
    expect(await errorOf(changed.backfill(id, { acceptChecksum: true }))).toMatchObject({
      exitCode: 11,
      message: expect.stringContaining('write a new one'),
    });
  });

  test('no backup', async () => {
    const engine = bench.another({ env: { MIG_BACKUP_REQUIRED: 'true' } });
    expect(await errorOf(engine.expand(id))).toMatchObject({
      code: 'GATE_CLOSED',
      exitCode: 10,
      reasons: [expect.stringContaining('a backup at most 24 h old must be recorded, got none')],
    });
    await engine.recordBackup(id, { method: 'atlas', at: new Date(), location: 'snapshot-1' });
    expect(await engine.expand(id)).toMatchObject({ done: [] });
  });

  test('phases out of order', async () => {
    expect(await errorOf(bench.engine.backfill(id))).toMatchObject({
      code: 'STATE_REFUSED',
      exitCode: 10,
      message: expect.stringContaining("'backfilling' comes after 'expanded'"),
    });
    expect(await errorOf(bench.engine.switch(id))).toMatchObject({ code: 'STATE_REFUSED', exitCode: 10 });
  });
});

describe('the environment', () => {
  test.each([
    { uri: '', says: 'got nothing; in Kubernetes it comes from the Secret mongodb-uri' },
    { uri: 'localhost:27017', says: "got 'localhost:27017'" },
    { uri: 'mongodb://host', says: 'must name the database (mongodb://host/myapp), got none' },
    { uri: 'mongodb://host/?retryWrites=true', says: 'must name the database' },
    { uri: 'mongodb+srv://user:secret@host/', says: 'must name the database' },
    { uri: 'mongodb://host/my%20app', says: "got 'my app'" },
  ])("'$uri' is refused", ({ uri, says }) => {
    expect(() => readConfig({ MONGODB_URI: uri })).toThrow(says);
  });

  test('is refused with every problem at once, and never with the password', () => {
    const read = () =>
      readConfig({ MONGODB_URI: 'http://user:secret@host/db', MIG_LEASE_MS: 'long', MIG_STREAMS: '99', MIG_BACKUP_REQUIRED: 'yes' });
    expect(read).toThrow(/MONGODB_URI.*\n.*MIG_LEASE_MS.*\n.*MIG_STREAMS.*\n.*MIG_BACKUP_REQUIRED/s);
    expect(read).not.toThrow(/secret/);
  });

  test('is read once, and frozen', () => {
    const config = readConfig({ MONGODB_URI: 'mongodb+srv://user:secret@cluster.example.com/myapp?w=majority' });
    expect(config).toMatchObject({ database: 'myapp', leaseMs: 15_000, streams: 2 });
    expect(Object.isFrozen(config)).toBe(true);
  });
});

describe('as a process', () => {
  const noCertificate = 'mongodb://h/myapp?tls=true&tlsCAFile=/nowhere/ca.pem';
  let entry: string;
  beforeAll(() => {
    entry = compileEngine();
  });

  test.each([
    { what: 'no database in the connection string', args: ['plan', id], uri: 'mongodb://127.0.0.1:1', code: 10, says: 'CONFIG_INVALID' },
    { what: 'nobody at the address', args: ['expand', id], uri: 'mongodb://127.0.0.1:1/myapp', code: 21, says: 'DATABASE_UNAVAILABLE' },
    { what: 'an option the driver does not know', args: ['plan', id], uri: 'mongodb://h/myapp?bogus=1', code: 10, says: 'CONFIG_INVALID' },
    { what: 'a port that cannot be', args: ['plan', id], uri: 'mongodb://h:99999/myapp', code: 10, says: 'CONFIG_INVALID' },
    { what: 'a certificate that is not there', args: ['plan', id], uri: noCertificate, code: 10, says: 'CONFIG_INVALID' },
    {
      what: 'a cluster unknown to DNS',
      args: ['plan', id],
      uri: 'mongodb+srv://nobody.invalid.test/myapp',
      code: 21,
      says: 'DATABASE_UNAVAILABLE',
    },
  ])(
    '$what ends it with $code and one line',
    async ({ args, uri, code, says }) => {
      const engine = new EngineProcess(entry, args, { MONGODB_URI: uri });
      expect(await engine.end()).toEqual({ code, signal: null });
      expect(engine.lines).toMatchObject([{ lvl: 'error', event: 'failed', code: says, exitCode: code }]);
      expect(engine.stderr).toBe('');
    },
    30_000,
  );
});
