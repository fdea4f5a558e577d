import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one command cost. */
export interface Cost {
  /** User and system seconds of the process and all its children, the least of the runs. */
  readonly cpu: number;
  /** Seconds, of the run with the least CPU time. */
  readonly wall: number;
  /** Largest resident set of a process, in MB; undefined without GNU time. */
  readonly memory: number | undefined;
  readonly runs: number;
}

const gnuTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0;
if (!gnuTime) process.stderr.write('SKIPPED peak memory: GNU time is not installed (apt-get install -y --no-install-recommends time)\n');

/** A command, and what makes it ready: called before each run, outside the measured time. */
export interface Command {
  readonly argv: readonly string[];
  readonly prepare?: () => void;
}

/**
 * Runs commands in processes of their own, each as often as its length allows, one after the other in rounds:
 * what the machine does beside them in the meantime, it does to all of them.
 *
 * @param aside folder for the measured memory
 */
export function measure(commands: readonly Command[], aside: string): readonly Cost[] {
  const costs = commands.map(({ argv, prepare }) => again(argv, aside, prepare));
  for (let round = 2; costs.some((cost) => round <= runsFor(cost.cpu)); round++)
    for (const [index, { argv, prepare }] of commands.entries()) {
      const cost = costs[index];
      if (cost && round <= runsFor(cost.cpu)) costs[index] = again(argv, aside, prepare, cost);
    }
  return costs;
}

function again(argv: readonly string[], aside: string, prepare: (() => void) | undefined, best?: Cost): Cost {
  prepare?.();
  const cost = once(argv, join(aside, 'memory'));
  return { ...(best === undefined || cost.cpu < best.cpu ? cost : best), runs: (best?.runs ?? 0) + 1 };
}

/** Short commands vary most, and cost least to repeat. */
function runsFor(seconds: number): number {
  if (seconds < 0.5) return 20;
  if (seconds < 2) return 10;
  return seconds < 15 ? 3 : 1;
}

function once(command: readonly string[], memoryFile: string): Omit<Cost, 'runs'> {
  const timed = gnuTime ? ['/usr/bin/time', '-o', memoryFile, '-f', '%M', ...command] : command;
  // The shell's `time` counts children that have ended, in milliseconds.
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" 2>&1 > /dev/null', 'measure', ...timed], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command.join(' ')}: exit ${status}\n${stderr}`);
  const [wall = 0, user = 0, system = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { wall, cpu: user + system, memory: gnuTime ? Number(readFileSync(memoryFile, 'utf8')) / 1024 : undefined };
}
