import { connect, createEngine, type Engine, jsonLog, MigrationError, migrations, readConfig } from './index';
import { podsOfCluster } from './kubernetes';

/**
 * The engine as a process without a terminal: `node migrate/main.js backfill 20261101-users-full-name`. One JSON line per event on
 * standard output, the result as the last one; ends with the exit code of the error.
 */
async function main([command = '', id = '']: readonly string[]): Promise<number> {
  const log = jsonLog((line) => process.stdout.write(line));
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  process.once('SIGINT', () => stopping.abort());
  try {
    const config = readConfig(process.env);
    const client = connect(config.uri, { appName: `migrate@${config.gitSha ?? 'dev'}`, streams: config.streams });
    const pods = podsOfCluster(process.env);
    const engine = createEngine({ client, database: config.database, migrations, settings: config, log, pods });
    try {
      log.info({ result: await run(engine, command, id, stopping.signal) }, command);
      return 0;
    } finally {
      await client.close();
    }
  } catch (error) {
    const { code, exitCode, message } =
      error instanceof MigrationError ? error : { code: 'BUG', exitCode: 1, message: String((error as Error).stack) };
    log.error({ code, exitCode, message }, 'failed');
    return exitCode;
  }
}

function run(engine: Engine, command: string, id: string, signal: AbortSignal): Promise<unknown> {
  switch (command) {
    case 'plan':
    case 'dryRun':
    case 'status':
    case 'drift':
    case 'switch':
      return engine[command](id);
    case 'expand':
    case 'backfill':
    case 'verify':
    case 'contract':
    case 'down':
    case 'catchUp':
      return engine[command](id, { signal });
    default:
      throw new MigrationError(
        'CONFIG_INVALID',
        `a command like plan, expand, backfill, verify, switch, contract, down, status, got '${command}'`,
      );
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
