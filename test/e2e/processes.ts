import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Answers 200 when the program serves. */
  readonly readyUrl: string;
  /** File that gets both output streams. */
  readonly log: string;
}

const limits = { ready: 60_000, stop: 8_000 };

const running = new Set<ChildProcess>();
// A suite that is stopped leaves nothing running.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A program of the suite, started and stopped as a scenario asks, at one address. */
export class Program {
  private child: ChildProcess | undefined;

  constructor(
    readonly name: string,
    private readonly options: ProgramOptions,
  ) {}

  /** Starts it and waits until it serves. @throws when it leaves or does not serve in time */
  async start(): Promise<void> {
    const { command, args, env, readyUrl, log } = this.options;
    const out = createWriteStream(log, { flags: 'a' });
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(out);
    child.stderr.pipe(out);
    this.child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    const until = Date.now() + limits.ready;
    while (Date.now() < until) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${this.name} left with ${child.exitCode ?? child.signalCode}; see ${log}`);
      const serves = await fetch(readyUrl, { signal: AbortSignal.timeout(1_000) }).then(
        (answer) => answer.ok,
        () => false,
      );
      if (serves) return;
      await pause(100);
    }
    await this.stop('SIGKILL');
    throw new Error(`${this.name} did not serve ${readyUrl} in ${limits.ready / 1_000} s; see ${log}`);
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), limits.stop);
    await gone;
    clearTimeout(force);
  }
}

/** A port of 127.0.0.1 that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has an address with a port
  server.close();
  await once(server, 'close');
  return port;
}
