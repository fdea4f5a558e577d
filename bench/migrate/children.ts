import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** Its next line of standard output. */
  readonly line: () => Promise<string>;
}

/** Starts a file, compiled or not, as a process of its own, with a heap of so many megabytes at most. */
export function startChild(heapMb: number, file: string, ...args: readonly string[]): Child {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, ...loader, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file}: a line was expected, and it ended with ${child.exitCode}`);
      return value;
    },
  };
}
