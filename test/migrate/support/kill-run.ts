import { type Collection, type Document, MongoClient } from 'mongodb';
import { startWireServer } from '../../support/wire-server';
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
  readonly exitCodes: readonly (number | null)[];
  readonly wrong: readonly Document[];
  /** Documents the engine wrote more often than they needed it. */
  readonly appliedTwice: readonly string[];
  readonly rangesLeft: number;
  readonly drift: unknown;
  readonly seconds: number;
  readonly stderr: string;
}

const leaseMs = 1000;

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
  const start = (command: string) => {
    const env = {
      MONGODB_URI: server.uri('myapp'),
      MIG_LEASE_MS: `${leaseMs}`,
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
    await start('expand').end();
    const writer = oldVersion(
      users,
      seeded.map(({ _id }) => _id as unknown),
      seed + 1,
    );
    const runners = [start('backfill'), start('backfill')];
    const zombieAt = 1 + random.below(kills - 1);
    let zombieFenced = false;
    for (let kill = 0; kill < kills; kill++) {
      const slot = random.below(runners.length);
      const victim = runners[slot] as EngineProcess;
      await victim.said('pass begun');
      await pause(random.below(400));
      if (kill === zombieAt) {
        zombieFenced = await stopAndContinue(victim, client);
        await pause(random.below(200));
      }
      victim.kill('SIGKILL');
      await victim.end();
      runners[slot] = start('backfill');
    }
    // The last two must find an end, which nobody can while the old version writes.
    const oldWrites = await writer.stop();
    const ends = await Promise.all(runners.map((runner) => runner.end(120_000)));
    const last = start('backfill');
    await last.end(120_000);
    const verified = start('verify');
    await verified.end();
    const drift = start('drift');
    await drift.end();
    const audit = server.state.audits.get('myapp.users');
    const rangesLeft = await client
      .db('myapp')
      .collection('_mig.ranges')
      .countDocuments({ state: { $ne: 'done' } });
    return {
      ...{ kills, oldWrites, zombieFenced, rangesLeft },
      exitCodes: [...ends.map(({ code }) => code), (await last.end()).code, (await verified.end()).code],
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

/** Stops a process while it holds a range, for longer than its lease, and lets it go on. True when it found itself fenced. */
async function stopAndContinue(victim: EngineProcess, client: MongoClient): Promise<boolean> {
  const ranges: Collection<Document> = client.db('myapp').collection('_mig.ranges');
  for (let attempt = 0; attempt < 200 && victim.running; attempt++) {
    victim.kill('SIGSTOP');
    const held = await ranges.findOne({ owner: victim.owner, state: 'running' });
    if (held) {
      const taken = await waitUntil(async () => (await ranges.findOne({ _id: held['_id'] }))?.['token'] > held['token']);
      victim.kill('SIGCONT');
      return taken && (await victim.said('fenced', 10_000));
    }
    victim.kill('SIGCONT');
    await pause(20);
  }
  return false;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + 15_000; Date.now() < until; await pause(50)) if (await holds()) return true;
  return false;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
