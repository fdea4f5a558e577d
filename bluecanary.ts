/**
 * The command line. Data goes to stdout, messages to stderr; 0 well, 1 problem, 2 drift, 3 usage.
 * A command requires what it needs when it runs: `--help` loads neither cdk8s nor a driver.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ReplayOptions } from './analysis/cli/replay';
import type { App } from './lib/app';
import type { LintCommandOptions } from './lib/lint/cli';
import type { PlanFormat } from './lib/plan-text';
import { migrateCommand } from './migrate/cli/command';

const exit = { well: 0, problem: 1, drift: 2, usage: 3 } as const;

// Whoever reads less than all of it, as `head` does, is served.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exit.well);
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(error);
    process.exitCode = exit.problem;
  },
);

function complain(error: unknown): void {
  process.stderr.write(`bluecanary: ${error instanceof Error ? error.message : String(error)}\n`);
}

/** Values of an option that is repeated. One that took a list would swallow the paths after it. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function main(): Promise<number> {
  let code: number = exit.well;
  const take = (given: number): void => {
    code = given;
  };
  const runs =
    <Options>(command: (options: Options) => Promise<number>) =>
    async (options: Options): Promise<void> =>
      take(await command(options));
  const program = new Command('bluecanary')
    .description('Blue/green and canary releases of MongoDB-backed apps on Kubernetes.')
    .exitOverride()
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', '\nExit codes: 0 well, 1 problem, 2 drift, 3 usage.\nExample: npx bluecanary check && npx bluecanary plan');

  program
    .command('check')
    .description('Compare the committed output with what the sources make: exit 0 same, 2 drift, 1 error.')
    .option('--app <file>', 'the program that synthesizes', 'main.ts')
    .option('--output <folder>', 'the committed output', 'dist')
    .addHelpText('after', '\nExample: npx bluecanary check')
    .action(runs(check));

  program
    .command('plan')
    .description('What each release will do: duration, evidence, peak pods and connections, migration, roll back.')
    .option('--app <file>', 'the program that synthesizes', 'main.ts')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'markdown']).default('text'))
    .addHelpText('after', '\nExample: npx bluecanary plan --format markdown')
    .action(runs(plan));

  program
    .command('lint')
    .description("Check manifests, ours or anybody's, as one release: exit 0 clean, 1 findings.")
    .argument('[paths...]', 'files or folders of YAML', ['dist'])
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'sarif']).default('text'))
    .option('--today <date>', 'day on which waivers are checked for expiry, such as 2027-01-31')
    .option('--external <reference>', 'what exists outside: Secret/mongodb-uri, Gateway/istio-ingress/public; may be repeated', several)
    .option('--against <path>', 'what was applied before: what must not change, what the previous version needs; may be repeated', several)
    .option('--strict', 'demand good practice as well')
    .addHelpText('after', '\nExample: npx bluecanary lint dist')
    .action(async (paths: string[], options: LintCommandOptions) => {
      const { lintCommand } = require('./lib/lint/cli') as typeof import('./lib/lint/cli');
      const out = { stdout: (text: string) => process.stdout.write(text), stderr: (text: string) => process.stderr.write(text) };
      take(await lintCommand(paths, { ...options, colours: process.stdout.isTTY }, out));
    });

  program
    .command('judge')
    .description('Judge JSON lines on stdin, one verdict per line on stdout; for scripts and simulations.')
    .addOption(new Option('--judge <judge>', 'which one').choices(['split', 'kayenta']).default('split'))
    .addOption(new Option('--alpha <share>', 'error budget of a whole run').default(0.01).argParser(share))
    .addHelpText('after', '\nExample: npx bluecanary judge --judge split --alpha 0.01 < runs.jsonl')
    .action(
      runs(({ judge, alpha }: { readonly judge: 'split' | 'kayenta'; readonly alpha: number }) => {
        const { judgeLines } = require('./analysis/cli/judge') as typeof import('./analysis/cli/judge');
        return judgeLines(process.stdin, process.stdout, { judge, alpha });
      }),
    );

  program
    .command('replay')
    .description('What the judge would have decided on past data, look by look: exit 0 passed, 1 aborted, 2 held, 3 not replayed.')
    .requiredOption('--prometheus <url>', 'address of Prometheus')
    .requiredOption('--from <time>', 'ISO 8601, or seconds since 1970')
    .requiredOption('--to <time>', 'ISO 8601, or seconds since 1970')
    .requiredOption('--rollout <name>', 'the rollout, or namespace/name')
    .option('--catalogue <file>', 'catalogue of the judge', 'dist/judge/catalogue.json')
    .option('--canary <hash>', 'pod template hash of the new version (default: found in the data)')
    .option('--stable <hash>', 'pod template hash of the version before (default: found in the data)')
    .addOption(new Option('--objectives <which>', 'which ones').choices(['all', 'absolute']).default('all'))
    .addOption(new Option('--judge <judge>', 'which one').choices(['split', 'kayenta']).default('split'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json', 'html']).default('table'))
    .addHelpText(
      'after',
      '\nExample: npx bluecanary replay --prometheus http://127.0.0.1:9090 --rollout catalog --from 2026-11-24T10:00:00Z --to 2026-11-24T11:00:00Z',
    )
    .action(
      runs(async (options: ReplayOptions) => {
        const { replay } = require('./analysis/cli/replay') as typeof import('./analysis/cli/replay');
        try {
          return await replay(options);
        } catch (error) {
          // 1 is an abort of the release: a script must not take an unreachable Prometheus for one.
          complain(error);
          return exit.usage;
        }
      }),
    );

  const { env, stdout, stderr } = process;
  program.addCommand(migrateCommand({ env, stdout, stderr, signal: stopSignal, exit: take }));

  try {
    await program.parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.well : exit.usage;
    throw error;
  }
}

/** A share above 0 and at most 0.2. */
function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 0.2) return value;
  throw new InvalidArgumentError('a share above 0 and at most 0.2');
}

/** Aborts when the process is asked to end: a command that calls this ends by itself, after its checkpoint. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

async function check({ app, output }: { readonly app: string; readonly output: string }): Promise<number> {
  const { driftBetween, formatDrift } = require('./lib/check') as typeof import('./lib/check');
  return withSynthesized(app, (_, fresh) => {
    const drifts = driftBetween(resolve(output), fresh);
    if (drifts.length === 0) {
      process.stderr.write(`${output}/ is what the sources make\n`);
      return exit.well;
    }
    process.stdout.write(formatDrift(drifts, output));
    return exit.drift;
  });
}

async function plan({ app, format }: { readonly app: string; readonly format: PlanFormat }): Promise<number> {
  const { planOf } = require('./lib/plan') as typeof import('./lib/plan');
  const { releasesOf } = require('./lib/release') as typeof import('./lib/release');
  const { formatPlans } = require('./lib/plan-text') as typeof import('./lib/plan-text');
  return withSynthesized(app, (synthesized) => {
    process.stdout.write(
      formatPlans(
        releasesOf(synthesized).map((release) => planOf(release)),
        format,
      ),
    );
    return exit.well;
  });
}

/** Runs the user's program with its output in a folder of its own. Its problems are on stderr already when it fails. */
async function withSynthesized(file: string, use: (app: App, fresh: string) => number): Promise<number> {
  if (!existsSync(file)) {
    process.stderr.write(`${file} does not exist; run this where main.ts is, or name the program with --app\n`);
    return exit.usage;
  }
  const { App } = require('./lib/app') as typeof import('./lib/app');
  const folder = mkdtempSync(join(tmpdir(), 'bluecanary-'));
  // Made beforehand and named like the real one, so that messages of the program fit.
  const fresh = join(folder, 'dist');
  mkdirSync(fresh);
  try {
    process.env['CDK8S_OUTDIR'] = fresh;
    require(resolve(file));
    const made = App.latest;
    if (!made) {
      process.stderr.write(`${file} made no App of ./lib; write const app = new App(), and app.synth() at the end\n`);
      return exit.problem;
    }
    return readdirSync(fresh).length > 0 ? use(made, fresh) : exit.problem;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
