import type { DriftReport, StatusReport } from './api';
import { readConfig } from './config';
import { connect } from './connect';
import { createEngine } from './engine';
import { migrations } from './migrations';
import { progressOfStates } from './types';

/** What the gate of a release sees of a migration. */
export interface ObservedDrift extends DriftReport {
  /** Whether the migration itself has failed: then no waiting opens the gate. */
  readonly failed: boolean;
}

/** What a dashboard sees of a migration. */
export interface ObservedProgress {
  readonly migration: string;
  readonly state: StatusReport['state'];
  /** Every state there is. */
  readonly states: readonly StatusReport['state'][];
  /** A pass over the documents has begun and has not ended. */
  readonly passOpen: boolean;
  readonly ranges: StatusReport['ranges'];
  readonly quarantined: number;
  readonly paused: boolean;
  /** Null before the first change and after the last one, when nothing is to be counted. */
  readonly drift: number | null;
}

/** Reads migrations for others; changes nothing. */
export interface Observer {
  /** Undefined for a migration that nobody declared. The end of its name is enough. */
  drift(id: string): Promise<ObservedDrift | undefined>;
  /** Of all declared migrations. */
  progress(): Promise<readonly ObservedProgress[]>;
  close(): Promise<void>;
}

const states: ObservedProgress['states'] = ['new', ...progressOfStates, 'rollingBack', 'rolledBack', 'failed'];
/** Nothing has been changed yet, or nothing is left to change: the collection is not counted for that. */
const atRest: ObservedProgress['states'] = ['new', 'planned', 'expanding', 'contracting', 'done', 'rolledBack'];

/** @param uri of the cluster; each migration names its own database on it */
export function createObserver(uri: string): Observer {
  const settings = readConfig({ MONGODB_URI: uri });
  const client = connect(uri, { appName: 'bluecanary-observer', streams: 1 });
  const engineOf = (migration: (typeof migrations)[number]) =>
    createEngine({ client, database: migration.database, migrations: [migration], settings });
  return {
    drift: async (id) => {
      const migration = migrations.find((one) => one.id === id || one.id.endsWith(`-${id}`));
      if (migration === undefined) return undefined;
      const engine = engineOf(migration);
      const [report, [status]] = await Promise.all([engine.drift(migration.id), engine.status(migration.id)]);
      return { ...report, failed: status?.state === 'failed' };
    },
    progress: () =>
      Promise.all(
        migrations.map(async (migration) => {
          const engine = engineOf(migration);
          const [status] = await engine.status(migration.id);
          if (status === undefined) throw new Error(`${migration.id}: a declared migration has a status, got none`);
          const { state, passes, ranges, quarantine, control } = status;
          const report = atRest.includes(state) ? undefined : await engine.drift(migration.id);
          const last = passes.at(-1);
          return {
            ...{ migration: migration.id, state, states, passOpen: last !== undefined && last.finishedAt === undefined },
            ...{ ranges, quarantined: quarantine.count, paused: control.paused === true, drift: report?.drift ?? null },
          };
        }),
      ),
    close: () => client.close(),
  };
}
