import {
  MongoClient,
  type MongoClientOptions,
  MongoError,
  MongoMissingCredentialsError,
  MongoMissingDependencyError,
  MongoParseError,
} from 'mongodb';
import { MigrationError } from './errors';
import { timeLimits } from './limits';

/**
 * One pooled client for the whole process. Nothing connects before the first command.
 *
 * @throws MigrationError `CONFIG_INVALID` for a connection string that the driver does not take
 */
export function connect(uri: string, options: { readonly appName: string; readonly streams: number }): MongoClient {
  try {
    return new MongoClient(uri, optionsOf(options));
  } catch (error) {
    // Nothing has been asked of any server yet, so that only the string itself can be wrong.
    throw error instanceof MongoError ? notTaken(error) : error;
  }
}

/**
 * Makes sure that there is a connection. The first thing of every call, and once: commands that are sent together fail with
 * different errors, of which only one tells what is wrong.
 */
export async function reach(client: MongoClient): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw unusable(error) ?? unresolved(error) ?? error;
  }
}

/** What only a change of the connection string can mend, a certificate that is not there among it. */
function unusable(error: unknown): MigrationError | undefined {
  const mistakes = [MongoParseError, MongoMissingCredentialsError, MongoMissingDependencyError];
  if (!(error instanceof Error)) return undefined;
  const file = 'syscall' in error && error.syscall === 'open';
  return file || mistakes.some((kind) => error instanceof kind) ? notTaken(error) : undefined;
}

function notTaken(cause: Error): MigrationError {
  return new MigrationError('CONFIG_INVALID', `MONGODB_URI: the driver does not take it: ${cause.message}`, [], { cause });
}

/** The driver passes on what the resolver says about `mongodb+srv` names. */
function unresolved(error: unknown): MigrationError | undefined {
  if (!(error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('query'))) return undefined;
  const because = `MONGODB_URI: the name of the cluster must be known to DNS: ${error.message}; nothing is changed, run the same command again`;
  return new MigrationError('DATABASE_UNAVAILABLE', because, [], { cause: error });
}

function optionsOf(options: { readonly appName: string; readonly streams: number }): MongoClientOptions {
  return {
    appName: options.appName,
    // Without it an undefined field would be written as null, over data.
    ignoreUndefined: true,
    retryWrites: true,
    readPreference: 'primary',
    writeConcern: { w: 'majority', wtimeoutMS: timeLimits.majorityMs },
    // Two commands a stream (an update and the next bound), plus heartbeat, throttle, tailer and ledger.
    maxPoolSize: options.streams * 2 + 6,
    serverSelectionTimeoutMS: timeLimits.serverSelectionMs,
    socketTimeoutMS: timeLimits.socketMs,
  };
}
