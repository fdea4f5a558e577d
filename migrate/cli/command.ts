import { Command, Option } from 'commander';

import type { MigrateContext } from './context';
import type { Invocation, Session } from './session';

interface Options {
  readonly format?: 'text' | 'json';
  readonly by?: string;
  readonly reason?: string;
  readonly sample?: string;
  readonly maxPasses?: string;
  readonly acceptChecksum?: boolean;
  readonly reverse?: boolean;
  readonly wait?: boolean;
  readonly docsPerSec?: string;
  readonly targetMs?: string;
  readonly oplogHours?: string;
  readonly method?: 'atlas' | 'pbm' | 'volumeSnapshot' | 'mongodump';
  readonly location?: string;
  readonly at?: string;
  readonly collection?: string;
}

type Flag = readonly [flags: string, description: string, choices?: readonly string[]];

interface Entry {
  /** `backfill <migration>` */
  readonly usage: string;
  readonly does: string;
  readonly example: string;
  readonly flags?: readonly Flag[];
  readonly reads?: true;
  readonly fails?: () => Invocation['fails'];
  /** `target` is the id of the declared migration, or what the command takes instead of one. */
  readonly run: (session: Session, target: string, options: Options) => Promise<unknown>;
}

const by: Flag = ['--by <name>', 'who does it, for the history'];
const reason: Flag = ['--reason <text>', 'why, for the history'];
const acceptChecksum: Flag = ['--accept-checksum', 'go on with a declaration that has changed since the migration began'];

const entries: readonly Entry[] = [
  {
    usage: 'plan <migration>',
    does: 'estimate documents, time and oplog, find index conflicts and missing privileges; write nothing',
    example: 'plan users-full-name',
    reads: true,
    run: ({ engine }, id) => engine.plan(id),
  },
  {
    usage: 'dry-run <migration>',
    does: 'show a sample before and after, computed by the server; write nothing',
    example: 'dry-run users-full-name --sample 20',
    flags: [['--sample <documents>', 'how many documents']],
    reads: true,
    run: ({ engine, whole }, id, { sample }) => engine.dryRun(id, sample === undefined ? {} : { sample: whole('--sample', sample) }),
  },
  {
    usage: 'expand <migration>',
    does: 'add what both versions can live with: validator for both shapes, hidden indexes',
    example: 'expand users-full-name',
    flags: [acceptChecksum],
    run: ({ engine, running }, id, options) => engine.expand(id, running(options)),
  },
  {
    usage: 'backfill <migration>',
    does: 'bring every document into the new shape, pass after pass until nothing is left; any number of processes may help; exit 0 only when the gate is open',
    example: 'backfill users-full-name',
    flags: [['--max-passes <passes>', 'give up after so many passes (default 10)'], acceptChecksum],
    fails: () => (require('./outcome') as typeof import('./outcome')).failureOf,
    run: ({ engine, running, whole }, id, { maxPasses, ...options }) =>
      engine.backfill(id, { ...running(options), ...(maxPasses === undefined ? {} : { maxPasses: whole('--max-passes', maxPasses) }) }),
  },
  {
    usage: 'catchup <migration>',
    does: 'follow the change stream and mend what the old version writes, until stopped or until the switch',
    example: 'catchup users-full-name',
    flags: [['--wait', 'until stopped only: wait while there is nothing to follow, as a Deployment does']],
    run: ({ engine, running, signal }, id, { wait = false }) => engine.catchUp(id, { ...running({}), signal, wait }),
  },
  {
    usage: 'verify <migration>',
    does: 'count what is wrong, by the drift and by invariants of their own; exit 12 unless it is nothing',
    example: 'verify users-full-name --reverse',
    flags: [['--reverse', 'whether the old fields follow the new ones: what a roll back needs']],
    run: ({ engine, signal }, id, { reverse = false }) => engine.verify(id, { reverse, signal }),
  },
  {
    usage: 'switch <migration>',
    does: 'make the new fields the authoritative ones',
    example: 'switch users-full-name --by alice',
    flags: [by],
    run: ({ engine, who, signal }, id, options) => engine.switch(id, { by: who(options).by, signal }),
  },
  {
    usage: 'gone <migration>',
    does: 'record that nobody writes only the old fields any more, where neither pods nor reports show it',
    example: 'gone users-full-name --by alice --reason "its ReplicaSet is at 0, no job of it elsewhere"',
    flags: [by, reason],
    run: ({ engine, who }, id, options) => engine.gone(id, who(options)),
  },
  {
    usage: 'approve <migration>',
    does: 'approve the contract; different people where several approvals are asked for',
    example: 'approve users-full-name --by alice --reason "previous version gone since Monday"',
    flags: [by, reason],
    run: ({ engine, who }, id, options) => engine.approve(id, who(options)),
  },
  {
    usage: 'contract <migration>',
    does: 'remove the old fields, when nothing and nobody needs them; refuses with every reason otherwise',
    example: 'contract users-full-name',
    flags: [acceptChecksum],
    run: ({ engine, running }, id, options) => engine.contract(id, running(options)),
  },
  {
    usage: 'down <migration>',
    does: 'go back: bring the old fields up to date from the new ones; lose nothing that either version wrote',
    example: 'down users-full-name',
    flags: [acceptChecksum],
    run: ({ engine, running }, id, options) => engine.down(id, running(options)),
  },
  {
    usage: 'status [migration]',
    does: 'where every migration stands: state, passes, ranges, leases, quarantine, history',
    example: 'status',
    reads: true,
    run: ({ engine }, id) => engine.status(id === '' ? undefined : id),
  },
  {
    usage: 'drift <migration>',
    does: 'how many documents are wrong now, and whether the gate of the release is open',
    example: 'drift users-full-name',
    reads: true,
    run: ({ engine }, id) => engine.drift(id),
  },
  {
    usage: 'pause <migration>',
    does: 'make every runner wait after its batch',
    example: 'pause users-full-name --by alice --reason "evening peak"',
    flags: [by, reason],
    run: ({ engine, who }, id, options) => engine.pause(id, who(options)),
  },
  {
    usage: 'resume <migration>',
    does: 'end a pause, or let a failed migration go on from where it stood',
    example: 'resume users-full-name --by alice --reason "index conflict resolved"',
    flags: [by, reason],
    run: ({ engine, who }, id, options) => engine.resume(id, who(options)),
  },
  {
    usage: 'throttle <migration>',
    does: 'set live limits of all runners',
    example: 'throttle users-full-name --docs-per-sec 2000',
    flags: [
      ['--docs-per-sec <documents>', 'documents a second at the most, for each runner'],
      ['--target-ms <milliseconds>', 'how long a batch should take'],
      ['--oplog-hours <hours>', 'how far back the oplog must reach, or everything waits (default 24)'],
    ],
    run: ({ engine, whole }, id, { docsPerSec, targetMs, oplogHours }) =>
      engine.throttle(id, {
        ...(docsPerSec === undefined ? {} : { maxDocsPerSec: whole('--docs-per-sec', docsPerSec) }),
        ...(targetMs === undefined ? {} : { targetMs: whole('--target-ms', targetMs) }),
        ...(oplogHours === undefined ? {} : { oplogHours: whole('--oplog-hours', oplogHours) }),
      }),
  },
  {
    usage: 'unlock <token>',
    does: 'free one lease before it expires, by the token that status prints',
    example: 'unlock 20261101-users-full-name#1#3@7 --by alice',
    flags: [by],
    run: ({ engine, who }, token, options) => engine.unlock(token, { by: who(options).by }),
  },
  {
    usage: 'backup <migration>',
    does: 'record that a backup was taken, as evidence for the gates',
    example: 'backup users-full-name --method mongodump --location s3://backups/2026-11-25',
    flags: [
      ['--method <method>', 'how it was taken', ['atlas', 'pbm', 'volumeSnapshot', 'mongodump']],
      ['--location <where>', 'where it is'],
      ['--at <time>', 'when, ISO 8601 (default now)'],
    ],
    run: ({ engine, evidence }, id, options) => engine.recordBackup(id, evidence(options)),
  },
  {
    usage: 'import',
    does: 'take over the changelog of migrate-mongo, so that nobody runs those migrations again',
    example: 'import --collection changelog --by alice',
    flags: [['--collection <name>', 'the changelog (default changelog)'], by],
    run: (session, _, options) => session.importChangelog(options.collection ?? 'changelog', session.who(options).by),
  },
];

/** `migrate` with all its commands. Nothing of the engine, nor the driver, is loaded before one of them runs. */
export function migrateCommand(context: MigrateContext): Command {
  const migrate = new Command('migrate')
    .exitOverride()
    .showHelpAfterError('(add --help for the options)')
    .description('Change the schema while two versions serve.')
    .addHelpText('after', exitCodeHelp);
  for (const { usage, does, example, flags = [], reads = false, fails, run } of entries) {
    const command = migrate
      .command(usage)
      .description(does)
      .addHelpText('after', `\nExample: npx bluecanary migrate ${example}\n${exitCodeHelp}`);
    command.addOption(
      new Option('--format <format>', 'text for people, json for programs (default by terminal)').choices(['text', 'json']),
    );
    for (const [name, description, choices] of flags)
      command.addOption(choices ? new Option(name, description).choices(choices) : new Option(name, description));
    command.action(async (...given: unknown[]) => {
      // commander gives the arguments of the usage, then the options, then the command.
      const options = given.at(-2) as Options;
      const target = given.length > 2 && typeof given[0] === 'string' ? given[0] : '';
      const { inSession } = require('./session') as typeof import('./session');
      context.exit(
        await inSession(
          context,
          { takesMigration: usage.includes('migration'), target, reads, fails: fails?.(), ...options },
          (session, id) => run(session, id, options),
        ),
      );
    });
  }
  return migrate;
}

const exitCodeHelp = `
Reads MONGODB_URI, which names the database.

Exit codes: 0 done or nothing to do; 1 a fault of this program; 3 usage; 10 refused; 11 checksum changed; 12 invariant violated;
20 fenced or locked by another; 21 database unavailable, try again; 22 documents still change, try again; 143 stopped cleanly by SIGTERM.
A Job tries again after 1, 20 to 22 and 143, and fails at once after the others.`;
