import type { MongoClient } from 'mongodb';
import type { Engine } from './api';
import { backfill } from './backfill';
import { translate } from './classify';
import { type Clock, systemClock } from './clock';
import { collectionsOf } from './collections';
import { reach } from './connect';
import type { Context, Settings } from './context';
import { contract } from './contract';
import { resume, setControl, unlock } from './control';
import { down } from './down';
import { drift } from './drift';
import { dryRun } from './dry-run';
import { MigrationError } from './errors';
import { expand } from './expand';
import { Ledger } from './ledger';
import { type Log, silentLog } from './log';
import { plan } from './plan';
import type { PodList } from './pods';
import { declared } from './preconditions';
import { adopt, approve, recordBackup, recordGone } from './records';
import { repairOldSide } from './repair-old-side';
import { persist } from './retry';
import { status } from './status';
import { forwardSweep } from './sweep';
import { switchOver } from './switch';
import { tail } from './tailer';
import type { Migration } from './types';
import { verify } from './verify';

export interface EngineOptions {
  readonly client: MongoClient;
  /** The database of the connection string; every migration names its own, and the two must agree. */
  readonly database: string;
  readonly migrations: readonly Migration[];
  readonly settings: Settings;
  /** @default nothing is logged */
  readonly log?: Log;
  /** @default the clock of this machine, for distances only */
  readonly clock?: Clock;
  /** Lists the pods of a label selector; outside a cluster there is none, and contract refuses. */
  readonly pods?: ((selector: string) => Promise<PodList>) | undefined;
}

/**
 * The migration engine over one database. Connects with the first call.
 *
 * @example
 * const config = readConfig(process.env);
 * const client = connect(config.uri, { appName: 'myapp-migrate', streams: config.streams });
 * const engine = createEngine({ client, database: config.database, migrations, settings: config });
 * await engine.plan('20261101-users-full-name');
 */
export function createEngine({
  client,
  database,
  migrations,
  settings,
  log = silentLog,
  clock = systemClock,
  pods,
}: EngineOptions): Engine {
  const collections = collectionsOf(client.db(database));
  const context: Context = { client, collections, ledger: new Ledger(collections, settings), migrations, settings, clock, log, pods };

  /** Every error that leaves the engine is its own, with the migration in it. */
  const on = async <T>(
    id: string,
    what: string,
    body: (migration: Migration) => Promise<T>,
    arrive: () => Promise<void> = () => reach(client),
  ): Promise<T> => {
    try {
      const migration = declared(context, id);
      await arrive();
      return await body(migration);
    } catch (error) {
      throw translate(error, `${id}: ${what}`);
    }
  };
  /** A phase may be repeated as a whole, so what the driver tries once more is tried until the database is back. */
  const phase = <T>(id: string, what: string, body: (migration: Migration) => Promise<T>, signal?: AbortSignal): Promise<T> =>
    on(id, what, (migration) => persist(`${id}: ${what}`, () => body(migration), { clock, retryMs: settings.retryMs, signal }));
  /** A phase that writes data leaves what needs a person in the ledger: automation stops there until `resume`. */
  const writing = async <T>(id: string, what: string, body: (migration: Migration) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await phase(id, what, body, signal);
    } catch (error) {
      if (error instanceof MigrationError && needsPerson.includes(error.code)) await context.ledger.fail(id, error);
      throw error;
    }
  };
  const plainly = async <T>(what: string, body: () => Promise<T>): Promise<T> => {
    try {
      await reach(client);
      return await body();
    } catch (error) {
      throw translate(error, what);
    }
  };

  /** A connection, however long the database is away, as long as is waited for one that is lost. */
  const patiently = (doing: string, signal: AbortSignal): Promise<void> =>
    persist(doing, () => reach(client), {
      ...{ clock, retryMs: settings.retryMs, signal },
      onUnknown: (error) => log.warn({ error: String(error) }, 'the database does not answer, tries again'),
    });

  const until = (signal: AbortSignal | undefined): Context => ({ ...context, signal });

  return {
    plan: (id) => on(id, 'plan', (migration) => plan(context, migration)),
    dryRun: (id, options) => on(id, 'dry-run', (migration) => dryRun(context, migration, options?.sample)),
    expand: (id, options = {}) => phase(id, 'expand', (migration) => expand(until(options.signal), migration, options), options.signal),
    backfill: (id, options = {}) =>
      writing(
        id,
        'backfill',
        async (migration) => {
          const state = (await context.ledger.find(id))?.state;
          return state === 'switched' ? repairOldSide(context, migration, options) : backfill(until(options.signal), migration, options);
        },
        options.signal,
      ),
    catchUp: (id, { signal, wait }) =>
      on(
        id,
        'catchup',
        async (migration) => ({ applied: await tail(context, forwardSweep(migration), { signal, wait }) }),
        wait ? () => patiently(`${id}: catchup`, signal) : undefined,
      ),
    verify: (id, options) => phase(id, 'verify', (migration) => verify(until(options?.signal), migration, options), options?.signal),
    switch: (id, options) =>
      phase(id, 'switch', (migration) => switchOver(until(options?.signal), migration, options?.by), options?.signal),
    contract: (id, options = {}) =>
      writing(id, 'contract', (migration) => contract(until(options.signal), migration, options), options.signal),
    down: (id, options = {}) => writing(id, 'down', (migration) => down(until(options.signal), migration, options), options.signal),
    status: (id) => plainly('status', () => status(context, id)),
    drift: (id) => on(id, 'drift', (migration) => drift(context, migration)),
    pause: (id, who) => plainly('pause', () => setControl(context, id, { paused: true, ...who })),
    resume: (id, who) => plainly('resume', () => resume(context, id, who)),
    throttle: (id, control) => plainly('throttle', () => setControl(context, id, control)),
    unlock: (token, who) => plainly('unlock', () => unlock(context, token, who)),
    approve: (id, approval) => on(id, 'approve', (migration) => approve(context, migration, approval)),
    gone: (id, word) => on(id, 'gone', (migration) => recordGone(context, migration, word)),
    recordBackup: (id, evidence) => on(id, 'backup', (migration) => recordBackup(context, migration, evidence)),
    adopt: (entries, who) => plainly('import', () => adopt(context, entries, who)),
  };
}

const needsPerson: readonly string[] = ['INVARIANT_VIOLATED', 'OPERATION_REFUSED'];
