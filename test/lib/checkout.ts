import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const sources = [
  'lib',
  'imports',
  'analysis/contract',
  'migrate/contract',
  'main.ts',
  'start.js',
  'images.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'cdk8s.yaml',
];

/** A copy of everything that a synth reads, somewhere else. */
export interface Checkout {
  readonly folder: string;
  /** Runs a program of node there. Never throws: what went wrong is in the result. */
  run(argv: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Promise<Run>;
  /** `node start.js <file>`, as the cdk8s CLI and `npm run synth` do. */
  synth(file?: string, env?: Readonly<Record<string, string>>): Promise<Run>;
  remove(): void;
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function checkout(): Checkout {
  // A folder called lib above the checkout must not make any difference.
  const folder = join(mkdtempSync(join(tmpdir(), 'bluecanary-')), 'lib', 'checkout');
  for (const source of sources) {
    mkdirSync(dirname(join(folder, source)), { recursive: true });
    cpSync(join(root, source), join(folder, source), { recursive: true });
  }
  // A folder of its own: what is kept in it belongs to the checkout.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => name !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  const run = (argv: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder) =>
    new Promise<Run>((resolve) => {
      const options = { cwd, env: { ...process.env, ...env }, timeout: 60_000 };
      execFile(process.execPath, argv, options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
      });
    });
  return {
    folder,
    run,
    synth: (file = 'main.ts', env = {}) => run(['start.js', file], env),
    remove: () => rmSync(dirname(dirname(folder)), { recursive: true, force: true }),
  };
}

/** Text of every file below a folder, by path; empty when there is no such folder. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
