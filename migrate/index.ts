/** The migration engine as a library. The command line and the observer are built on exactly this. */
export type * from './api';
export { checksumOf } from './checksum';
export { type Clock, systemClock } from './clock';
export { type Config, readConfig } from './config';
export { connect } from './connect';
export { clientSide, defineMigration, serverSide } from './declaration';
export { type Duration, days, describeDuration, hours, milliseconds, minutes, seconds } from './duration';
export { createEngine, type EngineOptions } from './engine';
export { type ErrorCode, type ExitCode, errorTable, exitCodes, MigrationError } from './errors';
export { lintMigration, lintMigrations } from './lint';
export { jsonLog, type Log, silentLog } from './log';
export { migrations } from './migrations';
export type * from './types';
