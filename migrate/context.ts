import type { MongoClient } from 'mongodb';
import type { Clock } from './clock';
import type { Collections } from './collections';
import type { Config } from './config';
import type { Ledger } from './ledger';
import type { Log } from './log';
import type { PodList } from './pods';
import type { Migration } from './types';

/** What the engine is told about the process it runs in; the command line takes it from the environment. */
export type Settings = Omit<Config, 'uri' | 'database'>;

/** The engine's dependencies, made once in `createEngine`. */
export interface Context {
  readonly client: MongoClient;
  readonly collections: Collections;
  readonly ledger: Ledger;
  readonly migrations: readonly Migration[];
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the command in hand: every wait ends with it. */
  readonly signal?: AbortSignal | undefined;
  /** The pods of a label selector; undefined outside a cluster. */
  readonly pods: ((selector: string) => Promise<PodList>) | undefined;
}
