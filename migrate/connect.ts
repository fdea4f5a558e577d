import { MongoClient } from 'mongodb';
import { timeLimits } from './limits';

/** One pooled client for the whole process. Nothing connects before the first command. */
export function connect(uri: string, options: { readonly appName: string; readonly streams: number }): MongoClient {
  return new MongoClient(uri, {
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
  });
}
