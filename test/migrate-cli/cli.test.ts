import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startWireServer, type WireServer } from '../support/wire-server';

const project = join(__dirname, '../..');
let server: WireServer;
let client: MongoClient;

beforeAll(async () => {
  server = await startWireServer();
  client = await new MongoClient(server.uri('myapp')).connect();
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(async () => {
  for (const name of ['users', 'changelog', '_mig.ledger', '_mig.ranges', '_mig.locks', '_mig.control', '_mig.quarantine']) {
    await client.db('myapp').collection(name).deleteMany({});
  }
  await client
    .db('myapp')
    .collection('users')
    .insertMany([
      { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
      { email: 'bob@example.com', firstName: 'Bob' },
    ]);
});

interface Run {
  readonly code: number | null;
  readonly result: Record<string, unknown> & unknown[];
  readonly stdout: string;
  readonly stderr: string;
}

function migrate(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn('node', ['bluecanary.js', 'migrate', ...args], {
      cwd: project,
      env: { ...process.env, MONGODB_URI: server.uri('myapp'), MIG_BACKUP_REQUIRED: 'false', USER: 'alice', ...env },
      timeout: 30_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
      const last = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'result');
      resolve({ code, result: last?.result, stdout, stderr });
    });
  });
}

test('a migration goes from plan to verified through the command line, by the end of its name', async () => {
  expect((await migrate(['plan', 'users-full-name'])).result).toMatchObject({
    migration: '20261101-users-full-name',
    state: 'new',
    documents: 2,
  });
  expect((await migrate(['expand', 'users-full-name'])).code).toBe(0);
  expect((await migrate(['backfill', 'users-full-name'])).code).toBe(0);
  const drift = await migrate(['drift', 'users-full-name']);
  expect(drift.result).toMatchObject({ drift: 0, gate: 'open' });
  const verified = await migrate(['verify', 'users-full-name']);
  expect(verified.code).toBe(0);
  const names = await client.db('myapp').collection('users').find().sort({ email: 1 }).toArray();
  expect(names.map(({ fullName }) => fullName)).toEqual(['Ada Lovelace', 'Bob']);
}, 90_000);

test('a backfill that leaves the release waiting is no success: the result, why, and whether another try may help', async () => {
  await migrate(['expand', 'users-full-name']);
  const once = await migrate(['backfill', 'users-full-name', '--max-passes', '1']);
  expect(once.code).toBe(22);
  expect(once.result).toMatchObject({ settled: false, gate: 'closed', own: { modified: 2 } });
  expect(once.stdout).toContain('got 2 changes in the last one, number 1; run backfill again');
  await client
    .db('myapp')
    .collection('users')
    .insertOne({ email: 'eve@example.com', firstName: ['Eve'] });
  const refused = await migrate(['backfill', 'users-full-name']);
  expect(refused.code).toBe(12);
  expect(refused.stdout).toContain('all other documents are done, and 1 are in quarantine');
  await client
    .db('myapp')
    .collection('users')
    .updateOne({ email: 'eve@example.com' }, { $set: { firstName: 'Eve' } });
  expect((await migrate(['backfill', 'users-full-name'])).code).toBe(0);
}, 90_000);

test('dry-run shows before and after and writes nothing', async () => {
  const { code, result } = await migrate(['dry-run', 'users-full-name', '--sample', '5']);
  expect(code).toBe(0);
  expect(JSON.stringify(result)).toContain('Ada Lovelace');
  expect(
    await client
      .db('myapp')
      .collection('users')
      .countDocuments({ fullName: { $exists: true } }),
  ).toBe(0);
}, 30_000);

test('text for people is no JSON', async () => {
  const { stdout, code } = await migrate(['status', '--format', 'text']);
  expect(code).toBe(0);
  expect(stdout).toContain('migration: 20261101-users-full-name');
}, 30_000);

test('pause, resume and status say who and why', async () => {
  await migrate(['expand', 'users-full-name']);
  expect((await migrate(['pause', 'users-full-name', '--reason', 'evening peak'])).result).toMatchObject({
    paused: true,
    by: 'alice',
    reason: 'evening peak',
  });
  expect((await migrate(['resume', 'users-full-name', '--by', 'bob'])).result).toMatchObject({ paused: false });
}, 60_000);

test('the changelog of migrate-mongo is taken over once', async () => {
  await client
    .db('myapp')
    .collection('changelog')
    .insertOne({ fileName: '20230101120000-add-index.js', appliedAt: new Date(0) });
  expect((await migrate(['import'])).result).toEqual({ added: 1, known: 0 });
  expect((await migrate(['import'])).result).toEqual({ added: 0, known: 1 });
}, 60_000);

test.each([
  { mistake: 'an unknown migration', args: ['plan', 'nope'], code: 10, says: '20261101-users-full-name' },
  { mistake: 'no database in the URI', args: ['plan', 'users-full-name'], env: 'mongodb://127.0.0.1:1/', code: 10, says: 'MONGODB_URI' },
  { mistake: 'a backup that nobody can find again', args: ['backup', 'users-full-name'], code: 10, says: '--location' },
  { mistake: 'a sample that is no number', args: ['dry-run', 'users-full-name', '--sample', 'many'], code: 10, says: "got 'many'" },
  { mistake: 'contract before the switch', args: ['contract', 'users-full-name'], code: 10, says: 'nothing has been removed' },
])(
  '$mistake is refused with exit $code and a way out',
  async ({ args, code, says, env }) => {
    const run = await migrate(args, env === undefined ? {} : { MONGODB_URI: env });
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toContain(says);
  },
  30_000,
);

test('a missing argument is a usage error, exit 3', async () => {
  expect((await migrate(['backfill'])).code).toBe(3);
  expect((await migrate(['plan', 'users-full-name', '--format', 'xml'])).code).toBe(3);
}, 30_000);
