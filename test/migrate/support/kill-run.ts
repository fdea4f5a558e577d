import { type Collection, type Document, MongoClient } from 'mongodb';
import { exitCodes } from '../../../migrate';
import { startWireServer, type WireServer } from '../../support/wire-server';
import { oldVersion } from './old-version';
import { EngineProcess } from './process';
import { randomOf } from './random';
import { oldUsers, usersFullNameId, wrongUsers } from './users';

export interface KillRun {
  readonly seed: number;
  readonly documents: number;
  readonly kills: number;
}

export interface KillResult {
  readonly kills: number;
  readonly oldWrites: number;
  readonly zombieFenced: boolean;
  /** By themselves, with two clean passes or without. */
  readonly othersEnded: boolean;
  /** Of the last backfill and the verification. */
  readonly exitCodes: readonly (number | null)[];
  readonly wrong: readonly Document[];
  /** Documents the engine wrote more often than they needed it. */
  readonly appliedTwice: readonly string[];
  readonly rangesLeft: number;
  /** What the verification refuses with; undefined when it does not. */
  readonly refusal: unknown;
  readonly drift: unknown;
  readonly seconds: number;
  readonly stderr: string;
}

const leaseMs = 1000;
const usualLeaseMs = 15_000;
/** A busy machine makes everything slow, and is no reason to fail: only a run in which no batch ends for so long is stuck. */
const stuckAfterMs = 120_000;

/**
 * Two runners compete for the ranges while the old version writes. Again and again one of them is killed at a random moment and another
 * started; once, one is stopped while it holds a range, and goes on after somebody else has taken that over.
 */
export async function killRun(entry: string, { seed, documents, kills }: KillRun): Promise<KillResult> {
  const began = Date.now();
  const random = randomOf(seed);
  const server = await startWireServer();
  const client = new MongoClient(server.uri('myapp'), { ignoreUndefined: true });
  const processes: EngineProcess[] = [];
  const start = (command: string, lease = leaseMs) => {
    const env = {
      MONGODB_URI: server.uri('myapp'),
      MIG_LEASE_MS: `${lease}`,
      MIG_BACKUP_REQUIRED: 'false',
      MIG_OWNER: `runner-${processes.length}`,
    };
    const started = new EngineProcess(entry, [command, usersFullNameId], env);
    processes.push(started);
    return started;
  };
  try {
    const users = client.db('myapp').collection<Document>('users');
    const seeded = oldUsers(documents, seed);
    await users.insertMany(seeded);
    await start('expand').end(stuckAfterMs);
    const writer = oldVersion(
      users,
      seeded.map(({ _id }) => _id as unknown),
      seed + 1,
    );
    const runners = [start('backfill'), start('backfill')];
    const zombieAt = 1 + random.below(kills - 1);
    let zombieFenced: boolean | undefined;
    let killed = 0;
    // A runner that had ended by itself when its turn came was not killed, and does not count.
    for (let attempt = 0; killed < kills && attempt < kills * 5; attempt++) {
      const slot = random.below(runners.length);
      const victim = runners[slot] as EngineProcess;
      const begun = await victim.said('pass begun', stuckAfterMs);
      await pause(random.below(400));
      if (zombieFenced === undefined && killed >= zombieAt) {
        zombieFenced = await stopAndContinue(victim, client);
        await pause(random.below(200));
      }
      victim.kill('SIGKILL');
      if (begun && (await victim.end()).signal === 'SIGKILL') killed += 1;
      runners[slot] = start('backfill');
    }
    // The last two must find an end, which nobody can while the old version writes.
    const oldWrites = await writer.stop();
    const batches = () => batchesOf(server);
    const ends = await Promise.all(runners.map((runner) => endOrStuck(runner, batches)));
    // They may have ended without two clean passes: a lease this short runs out on a busy machine, and a pass with a doubt is none.
    const last = start('backfill', usualLeaseMs);
    await endOrStuck(last, batches);
    const verified = start('verify');
    await verified.end(stuckAfterMs);
    const drift = start('drift');
    await drift.end(stuckAfterMs);
    const audit = server.state.audits.get('myapp.users');
    const rangesLeft = await client
      .db('myapp')
      .collection('_mig.ranges')
      .countDocuments({ state: { $ne: 'done' } });
    return {
      ...{ kills: killed, oldWrites, zombieFenced: zombieFenced === true, rangesLeft, refusal: verified.lines.at(-1)?.['message'] },
      othersEnded: ends.every(({ code }) => code === 0 || code === exitCodes.unsettled),
      exitCodes: [(await last.end()).code, (await verified.end()).code],
      wrong: await wrongUsers(users),
      appliedTwice: [...(audit?.engine ?? [])].filter(([id, times]) => times > (audit?.others.get(id) ?? 0)).map(([id]) => id),
      drift: drift.lines.at(-1)?.['result'] ?? drift.lines.at(-1),
      seconds: (Date.now() - began) / 1000,
      stderr: processes.map(({ stderr }) => stderr).join(''),
    };
  } finally {
    for (const one of processes.filter(({ running }) => running)) one.kill('SIGKILL');
    await client.close();
    await server.close();
  }
}

/**
 * Stops a process while it holds a range, for longer than its lease, and lets it go on. True when it found itself fenced; undefined when it
 * was never seen with a range in hand.
 */
async function stopAndContinue(victim: EngineProcess, client: MongoClient): Promise<boolean | undefined> {
  const ranges: Collection<Document> = client.db('myapp').collection('_mig.ranges');
  for (let attempt = 0; attempt < 200 && victim.running; attempt++) {
    victim.kill('SIGSTOP');
    const held = await ranges.findOne({ owner: victim.owner, state: 'running' });
    if (held) {
      const taken = await waitUntil(async () => (await ranges.findOne({ _id: held['_id'] }))?.['token'] > held['token']);
      victim.kill('SIGCONT');
      return taken && (await victim.said('fenced', stuckAfterMs));
    }
    victim.kill('SIGCONT');
    await pause(20);
  }
  return undefined;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + stuckAfterMs; Date.now() < until; await pause(50)) if (await holds()) return true;
  return false;
}

/** Batches of all ranges so far: what grows as long as the migration gets on. */
function batchesOf(server: WireServer): number {
  return [...(server.state.store('myapp', '_mig.ranges')?.all() ?? [])].reduce((sum, { batches }) => sum + Number(batches), 0);
}

/** Waits for the end of a runner as long as batches end; a stuck one is killed, which its exit code shows. */
async function endOrStuck(runner: EngineProcess, batches: () => number): Promise<{ readonly code: number | null }> {
  let seen = batches();
  for (let since = Date.now(); runner.running && Date.now() - since < stuckAfterMs; await pause(200)) {
    if (batches() > seen) since = Date.now();
    seen = batches();
  }
  if (runner.running) runner.kill('SIGKILL');
  return runner.end();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
