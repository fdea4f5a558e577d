import type { DriftReport } from './api';
import { readConfig } from './config';
import { connect } from './connect';
import { createEngine } from './engine';
import { migrations } from './migrations';

/** What the gate of a release sees of a migration. */
export interface ObservedDrift extends DriftReport {
  /** Whether the migration itself has failed: then no waiting opens the gate. */
  readonly failed: boolean;
}

/** Reads migrations for others; changes nothing. */
export interface Observer {
  /** Undefined for a migration that nobody declared. The end of its name is enough. */
  drift(id: string): Promise<ObservedDrift | undefined>;
  close(): Promise<void>;
}

/** @param uri of the cluster; each migration names its own database on it */
export function createObserver(uri: string): Observer {
  const settings = readConfig({ MONGODB_URI: uri });
  const client = connect(uri, { appName: 'bluecanary-observer', streams: 1 });
  return {
    drift: async (id) => {
      const migration = migrations.find((one) => one.id === id || one.id.endsWith(`-${id}`));
      if (migration === undefined) return undefined;
      const engine = createEngine({ client, database: migration.database, migrations: [migration], settings });
      const [report, [status]] = await Promise.all([engine.drift(migration.id), engine.status(migration.id)]);
      return { ...report, failed: status?.state === 'failed' };
    },
    close: () => client.close(),
  };
}
