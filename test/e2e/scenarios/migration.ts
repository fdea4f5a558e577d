import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { heartbeat } from '../../../migrate/coexistence/heartbeat';
import { oldUsers, wrongUsers } from '../../migrate/support/users';
import { runEngine } from '../engine';
import type { Job } from '../kinds';
import { onStage, type Scenario } from '../scenario';
import type { Plan, Stage } from '../stage';

const times = { migration: true, deadline: Duration.seconds(30), keepPrevious: Duration.seconds(150) };
const plan: Plan = { strategy: 'blue-green', times };
const previous = '1.0.0';
const next = '2.0.0';
const id = 'users-full-name';
const documents = 500;
const hour = 3_600_000;

/** A release that needs a change of the schema: real service, real engine, and a double of the database. */
export const migration: readonly Scenario[] = [
  {
    name: 'migration-holds-promotion',
    holds: 'users stay on the previous version until the engine has left no document to migrate, then the release goes on by itself',
    run: onStage(plan, (stage) =>
      withUsers(stage, async (users) => {
        await stage.settle();
        const before = activeHash(stage);
        await prepare(stage);
        const begun = await stage.deploy(next);
        await stage.until('the gate is asked', 60, () => answers(stage).length > 1);
        // Longer than the deadline for new pods: documents take the time they take.
        await pause(60_000);
        const during = new Set(stage.observer.samples.filter(({ at }) => at >= begun).map(({ serving }) => serving[0]?.hash));
        assert.deepEqual([...during], [before], 'the active Service does not change while documents are left');
        const held = answers(stage);
        assert.deepEqual([...new Set(held.map(({ drift, gate }) => `${gate} ${drift}`))], [`closed ${documents}`]);
        await completes(stage, 'backfill');
        const done = Date.now();
        await stage.until('the active Service changes', 30, () => activeHash(stage) !== before);
        const switched = (Date.now() - done) / 1_000;
        assert.deepEqual(await wrongUsers(users), [], 'every document is in the new shape');
        assert.deepEqual(answers(stage).at(-1), { gate: 'open', drift: 0 });
        await stage.until('the release is done', 120, () => stage.isHealthy(next));
        return `held through ${held.length} answers with ${documents} documents left; switched ${switched.toFixed(0)} s after the backfill was done`;
      }),
    ),
  },
  {
    name: 'migration-busy-previous',
    holds:
      'beside a previous version that never stops writing passes leave the gate closed; the pod of catchUp opens it, and mends what is written until the switch',
    run: onStage({ strategy: 'blue-green', times: { ...times, catchUp: true } }, (stage) =>
      withUsers(stage, async (users) => {
        await stage.settle();
        const before = activeHash(stage);
        const stopWriting = writeOn(users);
        try {
          await prepare(stage);
          await stage.deploy(next);
          await stage.phase('backfill', next);
          await stage.until(
            'every document has been carried over once',
            60,
            async () => (await users.countDocuments({ fullName: null })) === 0,
          );
          await pause(30_000);
          assert.equal(activeHash(stage), before, 'passes alone open no gate');
          assert.ok(answers(stage).length > 3);
          assert.deepEqual([...new Set(answers(stage).map(({ gate }) => gate))], ['closed']);
          const begun = Date.now();
          await stage.phase('catchup', next);
          await stage.until('the active Service changes', 90, () => activeHash(stage) !== before);
          const took = (Date.now() - begun) / 1_000;
          await stage.until('the tailer is available', 60, () => isAvailable(stage));
          const written = await stopWriting();
          const mended = await stage.until('the tailer has mended all of it', 10, async () => (await wrongUsers(users)).length === 0);
          return `closed through ${written} writes and passes alone for 30 s; switched ${took.toFixed(0)} s after the tailer came, the last write mended in ${mended.toFixed(1)} s`;
        } finally {
          await stopWriting();
        }
      }),
    ),
  },
  {
    name: 'migration-contract-refused',
    holds: 'contract removes nothing while pods of the previous version run, and names them; when they are gone it goes through',
    run: onStage(plan, (stage) =>
      withUsers(stage, async (users, client) => {
        await stage.settle();
        await prepare(stage);
        await stage.deploy(next);
        await completes(stage, 'backfill');
        await stage.until('the release is done', 150, () => stage.isHealthy(next));
        await completes(stage, 'verify');
        await byHand(stage, 'gone', id, '--by', 'alice', '--reason', 'its pods are kept, and get no traffic');
        await byHand(stage, 'switch', id, '--by', 'alice');
        await byHand(stage, 'approve', id, '--by', 'alice', '--reason', 'a day without errors');
        // A day passes for the database: every other proof is there.
        stage.database.state.clockOffsetMs = 25 * hour;
        const at = new Date(Date.now() + 25 * hour - 60_000).toISOString();
        await byHand(stage, 'backup', id, '--method', 'mongodump', '--location', '/dumps/1', '--at', at);
        await heartbeat(client.db('myapp'), { id: 'pod-1', app: stage.app, version: next, schemaMin: 1, schemaMax: 2 });
        const old = podsOf(stage, previous);
        assert.equal(old.length, 3, 'the previous version keeps its pods');
        const refused = await contract(stage, (job) => has(job, 'Failed'));
        const reason = refused.status?.conditions?.find(({ type }) => type === 'Failed')?.reason;
        assert.equal(reason, 'PodFailurePolicy', 'a refusal is not tried again');
        const said = lastWords(stage, refused);
        assert.match(said, /nothing has been removed/);
        assert.ok(
          old.every((name) => said.includes(name)),
          `it names ${old.join(', ')}: ${said}`,
        );
        assert.doesNotMatch(said, /(state|drift|backup|approval|apps|connections): /, 'nothing else speaks against it');
        assert.equal(await users.countDocuments({ firstName: 'Ada' }), namedAda, 'the old fields are there');
        await stage.until('the previous version is gone', 200, () => podsOf(stage, previous).length === 0);
        await stage.suite.cluster.delete({ apiVersion: 'batch/v1', kind: 'Job', metadata: refused.metadata ?? {} });
        await stage.until('the refused Job is gone', 30, () => !stage.suite.world.jobs(stage.namespace).some(isOf(refused)));
        const done = await contract(stage, (job) => has(job, 'Complete') || has(job, 'Failed'));
        assert.ok(has(done, 'Complete'), lastWords(stage, done));
        assert.equal(await users.countDocuments({ firstName: { $exists: true } }), 0, 'the old fields are gone');
        return `refused, naming ${old.length} pods, Job failed at once (${reason}); went through when they were gone`;
      }),
    ),
  },
];

const seeded = oldUsers(documents, 1);
const namedAda = seeded.filter((user) => user['firstName'] === 'Ada').length;

async function withUsers(stage: Stage, play: (users: Collection<Document>, client: MongoClient) => Promise<string>): Promise<string> {
  const client = new MongoClient(stage.database.uri('myapp'));
  try {
    const users = client.db('myapp').collection<Document>('users');
    await users.insertMany(seeded.map((user) => ({ ...user })));
    return await play(users, client);
  } finally {
    await client.close();
  }
}

/** As a previous version that is never quiet. Gives how many it wrote, when it is told to stop. */
function writeOn(users: Collection<Document>): () => Promise<number> {
  let [stopped, written] = [false, 0];
  const write = async () => {
    for (; !stopped; written++) {
      await users.updateOne({ _id: seeded[(written * 7) % seeded.length]?.['_id'] }, { $set: { firstName: `Name${written}` } });
      await pause(10);
    }
    return written;
  };
  const writing = write();
  return () => {
    stopped = true;
    return writing;
  };
}

async function isAvailable(stage: Stage): Promise<boolean> {
  const tailer = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `${id}-catchup`, namespace: stage.namespace } };
  const found = await stage.suite.cluster.get<typeof tailer & { readonly status?: { readonly availableReplicas?: number } }>(tailer);
  return found?.status?.availableReplicas === 1;
}

/** The runbook's first commands: a backup, then what both versions can live with. */
async function prepare(stage: Stage): Promise<void> {
  await completes(stage, 'backup');
  await completes(stage, 'expand');
}

async function completes(stage: Stage, phase: string): Promise<void> {
  const job = await stage.phase(phase, next);
  await stage.until(`the Job ${phase} has ended`, 90, () => has(job(), 'Complete') || has(job(), 'Failed'));
  assert.ok(has(job(), 'Complete'), `${phase}: ${lastWords(stage, job())}`);
}

/** Approved, as the runbook says it. */
async function contract(stage: Stage, ended: (job: Job) => boolean): Promise<Job> {
  const job = await stage.phase('contract', next);
  await stage.until('the Job is there', 10, () => job() !== undefined);
  await stage.suite.cluster.merge({ apiVersion: 'batch/v1', kind: 'Job', metadata: job()?.metadata ?? {} }, { spec: { suspend: false } });
  await stage.until('contract has ended', 90, () => ended(job() ?? {}));
  return job() ?? {};
}

/** A command of the engine that no Job carries out. */
async function byHand(stage: Stage, ...args: readonly string[]): Promise<void> {
  const { exitCode, message } = await runEngine(stage.suite.project, ['migrate', ...args], { MONGODB_URI: stage.database.uri('myapp') });
  assert.equal(exitCode, 0, `${args.join(' ')}: ${message}`);
}

/** What the controller was told by the gate, oldest first. */
function answers(stage: Stage): readonly { readonly gate: string; readonly drift: number }[] {
  const results = stage.runs.flatMap(({ status }) => status?.metricResults ?? []).filter(({ name }) => name === 'drift');
  const values = results.flatMap(({ measurements = [] }) => measurements.flatMap(({ value }) => value ?? []));
  return values.map((value) => {
    const { gate, drift } = JSON.parse(value) as { gate: string; drift: number }; // the data of the endpoint
    return { gate, drift };
  });
}

function has(job: Job | undefined, type: 'Complete' | 'Failed'): boolean {
  return job?.status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;
}

function isOf({ metadata }: Job): (job: Job) => boolean {
  return (job) => job.metadata?.uid === metadata?.uid;
}

/** What the last pod of a Job said when it ended. */
function lastWords(stage: Stage, job: Job | undefined): string {
  const pods = stage.suite.world
    .pods(stage.namespace)
    .filter(({ metadata }) => metadata?.ownerReferences?.some(({ name }) => name === job?.metadata?.name));
  return pods.map(({ status }) => status?.containerStatuses?.[0]?.state?.terminated?.message ?? '').join('\n');
}

function activeHash(stage: Stage): string | undefined {
  return stage.observer.look().serving[0]?.hash;
}

function podsOf(stage: Stage, version: string): readonly string[] {
  return stage.suite.world
    .pods(stage.namespace)
    .filter(({ metadata }) => metadata?.labels?.['version'] === version && metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata?.name ?? '');
}
