import { setTimeout as sleep } from 'node:timers/promises';
import { unlessAborted } from '../clock';
import {
  type BackupEvidence,
  connect,
  createEngine,
  type Engine,
  type ImportedMigration,
  jsonLog,
  MigrationError,
  migrations,
  type RunOptions,
  readConfig,
} from '../index';
import { podsOfCluster } from '../kubernetes';
import type { MigrateContext } from './context';
import { formatResult } from './format';
import { progressOn } from './progress';

/** One command's view of the engine: connected, with the options of the command line parsed. */
export interface Session {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  running(options: { readonly acceptChecksum?: boolean }): RunOptions;
  /** @throws MigrationError when nobody is named */
  who(options: { readonly by?: string; readonly reason?: string }): { readonly by: string; readonly reason: string };
  whole(flag: string, text: string): number;
  evidence(options: { readonly method?: BackupEvidence['method']; readonly location?: string; readonly at?: string }): BackupEvidence;
  importChangelog(collection: string, by: string): Promise<{ readonly added: number; readonly known: number }>;
}

export interface Invocation {
  readonly takesMigration: boolean;
  readonly target: string;
  readonly format?: 'text' | 'json';
  /** Nothing is to be brought to an end when it is stopped. */
  readonly reads?: boolean;
  /** Why a result that has come is no success. */
  readonly fails?: ((result: never) => MigrationError | undefined) | undefined;
}

/** Connects, runs, prints the result on stdout and the mistake on stderr. Resolves to the exit code. */
export async function inSession(
  { env, stdout, stderr, signal: stopSignal }: MigrateContext,
  { takesMigration, target, reads = false, fails, format = stdout.isTTY ? 'text' : 'json' }: Invocation,
  command: (session: Session, id: string) => Promise<unknown>,
): Promise<number> {
  const signal = stopSignal();
  const log = format === 'json' ? jsonLog((line) => stdout.write(line)) : jsonLog((line) => stderr.isTTY || stderr.write(line));
  try {
    const config = readConfig(env);
    const id = takesMigration && target !== '' ? declaredId(target) : target;
    const client = connect(config.uri, { appName: `migrate@${config.gitSha ?? 'dev'}`, streams: config.streams });
    const progress = progressOn(format === 'text' ? stderr : undefined, log);
    try {
      const engine = createEngine({ client, database: config.database, migrations, settings: config, log, pods: podsOfCluster(env) });
      const session: Session = {
        engine,
        signal,
        running: ({ acceptChecksum }) => ({
          signal,
          onProgress: progress.show,
          ...(acceptChecksum === undefined ? {} : { acceptChecksum }),
        }),
        who: (options) => whoOf(options, env),
        whole,
        evidence: evidenceOf,
        importChangelog: async (collection, by) => {
          const documents = await client.db(config.database).collection(collection).find({}, { maxTimeMS: 30_000 }).toArray();
          return engine.adopt(documents.map(importedFrom), { by });
        },
      };
      const work = command(session, id);
      const result = await (reads ? unlessAborted(work, signal) : work);
      if (result === 'aborted') throw new MigrationError('STOPPED', 'stopped; this command only reads');
      progress.stop();
      stdout.write(formatResult(result, format));
      const failure = fails?.(result as never); // the result of the same entry
      if (failure) throw failure;
      return 0;
    } finally {
      progress.stop();
      // A server that does not answer must not keep the process: what is unsent is not wanted any more.
      await Promise.race([client.close(), sleep(5_000, undefined, { ref: false })]);
    }
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    if (format === 'json') log.error({ code: error.code, exitCode: error.exitCode, message: error.message }, 'failed');
    else stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}

/** `users-full-name` is enough where only one migration ends so. */
function declaredId(target: string): string {
  const found = migrations.filter(({ id }) => id === target || id.endsWith(`-${target}`));
  if (found.length === 1 && found[0]) return found[0].id;
  const known = migrations.map(({ id }) => id).join(', ') || 'none';
  if (found.length > 1)
    throw new MigrationError('MIGRATION_UNKNOWN', `'${target}' stands for ${found.map(({ id }) => id).join(' and ')}; write the whole id`);
  throw new MigrationError('MIGRATION_UNKNOWN', `no migration '${target}'; declared are ${known}, in migrate/migrations/index.ts`);
}

function whoOf(
  { by, reason }: { readonly by?: string; readonly reason?: string },
  env: MigrateContext['env'],
): { readonly by: string; readonly reason: string } {
  const name = by ?? env['USER'];
  if (!name) throw new MigrationError('CONFIG_INVALID', 'the history records who did it; add --by <name>');
  return { by: name, reason: reason ?? 'by hand' };
}

function whole(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new MigrationError('CONFIG_INVALID', `${flag}: a whole number of at least 1, got '${text}'`);
}

function evidenceOf({
  method,
  location,
  at,
}: {
  readonly method?: BackupEvidence['method'];
  readonly location?: string;
  readonly at?: string;
}): BackupEvidence {
  const time = at === undefined ? new Date() : new Date(at);
  const problems = [
    ...(method === undefined ? ['--method: how the backup was taken: atlas, pbm, volumeSnapshot or mongodump'] : []),
    ...(location ? [] : ['--location: where the backup is']),
    ...(Number.isNaN(time.getTime()) ? [`--at: a time such as 2026-11-25T02:00:00Z, got '${at}'`] : []),
  ];
  if (problems.length > 0 || method === undefined || !location)
    throw new MigrationError('CONFIG_INVALID', 'a backup that nobody can find again is no evidence:', problems);
  return { method, location, at: time };
}

/** migrate-mongo writes `{ fileName, appliedAt, fileHash? }`. */
function importedFrom(document: { readonly [key: string]: unknown }): ImportedMigration {
  const { fileName, appliedAt } = document;
  if (typeof fileName !== 'string' || !(appliedAt instanceof Date)) {
    throw new MigrationError(
      'PRECONDITION_FAILED',
      `a changelog entry has fileName and appliedAt, got ${JSON.stringify(document)}; name the right collection with --collection`,
    );
  }
  return { id: fileName.replace(/\.[cm]?[jt]s$/, ''), appliedAt, description: `imported from migrate-mongo: ${fileName}` };
}
