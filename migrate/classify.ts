import { MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError, MongoWriteConcernError } from 'mongodb';
import { MigrationError, NotMapped } from './errors';

/**
 * What to do about an error of the driver.
 *
 * - `transient`: do the same again, with the lease checked first; the outcome of the failed attempt is unknown
 * - `tooSlow`: the server stopped at the time limit; the same again with half the batch
 * - `document`: one of the documents cannot be updated; find it by halving
 * - `fatal`: no attempt will do better
 */
export type ErrorClass = 'transient' | 'tooSlow' | 'document' | 'fatal';

const timeLimit = new Set([50, 262]);
const transientCodes = new Set([6, 7, 64, 89, 91, 112, 175, 189, 202, 246, 251, 317, 10058, 10107, 11600, 11602, 13388, 13435, 13436]);
const transientLabels = ['RetryableWriteError', 'SystemOverloadedError', 'TransientTransactionError', 'ResumableChangeStreamError'];
const documentCodes = new Set([2, 14, 17419, 17420, 121, 241, 10334, 11000, 11001]);
/** Codes of the parser, which look like those of an evaluation but hold for every document. */
const parserCodes = new Set([9, 40323, 40324, 40272, 40273, 15981, 15998, 16020, 16872]);

export function classify(error: unknown): ErrorClass {
  if (error instanceof NotMapped) return 'document';
  if (isIncompatible(error)) return 'fatal';
  if (error instanceof MongoServerError && error.code !== undefined) {
    const code = Number(error.code);
    if (timeLimit.has(code)) return 'tooSlow';
    if (transientCodes.has(code) || transientLabels.some((label) => error.hasErrorLabel(label))) return 'transient';
    if (parserCodes.has(code)) return 'fatal';
    // Five-digit codes are places in the server's source: expressions that failed on a value.
    return documentCodes.has(code) || code > 16_000 ? 'document' : 'fatal';
  }
  if (error instanceof MongoNetworkError || error instanceof MongoWriteConcernError) return 'transient';
  if (error instanceof MongoServerSelectionError) return isRefusedLogin(error) ? 'fatal' : 'transient';
  if (error instanceof MongoError && transientLabels.some((label) => error.hasErrorLabel(label))) return 'transient';
  return 'fatal';
}

/**
 * The engine's own error for one of the driver, with the driver's as its cause; everything else passes unchanged.
 *
 * @param doing what was being done, and to what
 */
export function translate(error: unknown, doing: string): unknown {
  if (error instanceof MigrationError || !(error instanceof MongoError)) return error;
  const because = `${doing}: ${error.message}`;
  const options = { cause: error };
  if (isIncompatible(error)) {
    return new MigrationError(
      'SERVER_TOO_OLD',
      `${doing}: the driver needs MongoDB 4.4 or later; upgrade the server first. ${error.message}`,
      [],
      options,
    );
  }
  if (isRefusedLogin(error)) {
    return new MigrationError(
      'NOT_AUTHORIZED',
      `${because}; the user of the connection string needs readWrite and dbAdmin on the database`,
      [],
      options,
    );
  }
  if (isUnimplemented(error)) {
    return new MigrationError('SERVER_TOO_OLD', `${doing}: the engine needs what MongoDB 4.4 can do, got: ${error.message}`, [], options);
  }
  switch (classify(error)) {
    case 'transient':
    case 'tooSlow':
      return new MigrationError('DATABASE_UNAVAILABLE', `${because}; nothing is lost, run the same command again`, [], options);
    default:
      return new MigrationError('OPERATION_REFUSED', because, [], options);
  }
}

function isIncompatible(error: unknown): boolean {
  return error instanceof Error && /wire version/.test(error.message);
}

/** What other implementations of the protocol answer: not implemented, no such command, no such stage. */
function isUnimplemented(error: unknown): boolean {
  return error instanceof MongoServerError && [59, 238, 40324].includes(Number(error.code));
}

/** What this user may not see, or this server does not know. */
export function cannotBeSeen(error: unknown): error is MongoServerError {
  return error instanceof MongoServerError && [13, 59, 40324].includes(Number(error.code));
}

function isRefusedLogin(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((one) =>
    one instanceof MongoServerError ? Number(one.code) : undefined,
  );
  return codes.some((code) => code === 13 || code === 18 || code === 8000);
}
