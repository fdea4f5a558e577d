import { hostname } from 'node:os';
import { ConnectionString } from './connection-string';
import { MigrationError } from './errors';

/** Everything the engine reads from its environment. Frozen. */
export interface Config {
  /** `MONGODB_URI`. Must name the database. */
  readonly uri: string;
  readonly database: string;
  /** `MIG_OWNER`: who holds a lease. @default host name and process id */
  readonly owner: string;
  /** `MIG_LEASE_MS`: how long a killed process blocks its ranges. @default 15000 */
  readonly leaseMs: number;
  /** `MIG_STREAMS`: ranges worked on at the same time by this process, 1 to 8. @default 2 */
  readonly streams: number;
  /** `MIG_RETRY_MS`: how long a lost database is waited for. @default 120000 */
  readonly retryMs: number;
  /**
   * `MIG_SETTLE_MS`: how long contract waits before it removes anything, until every app has heard that the old side is written no more.
   * Twice the refresh of `ledgerAuthority`, and something for the request itself.
   *
   * @default 15000
   */
  readonly settleMs: number;
  /** `MIG_BACKUP_REQUIRED`: whether expand and backfill, too, ask for fresh backup evidence. @default true */
  readonly backupRequired: boolean;
  /** `MIG_OLD_PODS`: label selector of the old version's pods, `app=myapp,version=blue`. Asked by contract. */
  readonly oldPods: string | undefined;
  /** `MIG_OLD_CLIENTS`: `appName` of the old version's connections, `myapp@1.4.0`; several separated by commas. Asked by contract. */
  readonly oldClients: readonly string[];
  /** `MIG_IMAGE` and `MIG_GIT_SHA`: recorded in the ledger. */
  readonly image: string | undefined;
  readonly gitSha: string | undefined;
}

/** @throws MigrationError `CONFIG_INVALID` with every problem at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const text = env[name];
    const value = text === undefined || text === '' ? fallback : Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    problems.push(`${name}: a whole number from ${least} to ${most}, got '${text}'`);
    return fallback;
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    if (text !== 'true' && text !== 'false') problems.push(`${name}: true or false, got '${text}'`);
    return text === 'true';
  };
  const uri = env['MONGODB_URI'] ?? '';
  const config: Config = {
    uri,
    database: databaseOf(uri, problems),
    owner: env['MIG_OWNER'] || `${hostname()}/${process.pid}`,
    leaseMs: whole('MIG_LEASE_MS', 15_000, 500, 300_000),
    streams: whole('MIG_STREAMS', 2, 1, 8),
    retryMs: whole('MIG_RETRY_MS', 120_000, 0, 3_600_000),
    settleMs: whole('MIG_SETTLE_MS', 15_000, 0, 3_600_000),
    backupRequired: flag('MIG_BACKUP_REQUIRED', true),
    oldPods: env['MIG_OLD_PODS'] || undefined,
    oldClients: (env['MIG_OLD_CLIENTS'] ?? '').split(',').filter((name) => name !== ''),
    image: env['MIG_IMAGE'] || undefined,
    gitSha: env['MIG_GIT_SHA'] || undefined,
  };
  if (problems.length > 0) throw new MigrationError('CONFIG_INVALID', 'the environment of the migration engine is not usable:', problems);
  return Object.freeze(config);
}

function databaseOf(uri: string, problems: string[]): string {
  if (uri === '') {
    problems.push('MONGODB_URI: the connection string of the cluster, got nothing; in Kubernetes it comes from the Secret mongodb-uri');
    return '';
  }
  const parsed = new ConnectionString(uri);
  problems.push(...parsed.problems);
  return parsed.database;
}
