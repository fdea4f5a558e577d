import { type ChildProcess, spawn } from 'node:child_process';

/** A line the engine logged: its event and its data. */
export interface Line {
  readonly event: string;
  readonly [key: string]: unknown;
}

/** One process of `bluecanary migrate`, with what it has said so far. */
export class EngineProcess {
  readonly lines: Line[] = [];
  readonly owner: string;
  private readonly child: ChildProcess;
  private readonly waiting = new Set<() => void>();
  private readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  private errors = '';

  constructor(entry: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.owner = env['MIG_OWNER'] ?? 'nobody';
    this.child = spawn(process.execPath, [entry, 'migrate', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let partial = '';
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (partial + chunk).split('\n');
      partial = lines.pop() ?? '';
      this.lines.push(...lines.map((line) => JSON.parse(line) as Line));
      for (const wake of this.waiting) wake();
    });
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.errors += chunk;
    });
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        resolve({ code, signal });
        for (const wake of this.waiting) wake();
      });
    });
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get stderr(): string {
    return this.errors;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** How it ended; killed after the limit, so that no test leaves one behind. */
  async end(limitMs = 60_000): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), limitMs);
    const result = await this.ended;
    clearTimeout(timer);
    return result;
  }

  /** True once it has said something like this, false when it ended or the limit passed without. */
  async said(event: string, limitMs = 20_000): Promise<boolean> {
    const until = Date.now() + limitMs;
    const has = () => this.lines.some((line) => line.event === event);
    while (!has() && this.running && Date.now() < until) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 100);
        const { waiting } = this;
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
    return has();
  }
}
