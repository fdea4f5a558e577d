import { Gauge, type Registry } from 'prom-client';
import { within } from '../providers/within';

/** Where a migration stands, as its ledger says. */
export interface MigrationProgress {
  readonly migration: string;
  readonly state: string;
  /** Every state there is: a migration is in one of them, and the others are 0. */
  readonly states: readonly string[];
  /** A pass over the documents has begun and has not ended. */
  readonly passOpen: boolean;
  /** Of the last pass; `scanned` are the documents that it has gone over. */
  readonly ranges: { readonly done: number; readonly total: number; readonly scanned: number };
  readonly quarantined: number;
  readonly paused: boolean;
  /** Documents that are wrong now; null where the question has no sense or no answer. */
  readonly drift: number | null;
}

/** Looks at all declared migrations. Rejects when the database cannot be asked. */
export type MigrationsSource = () => Promise<readonly MigrationProgress[]>;

export interface MigrationMetricsOptions {
  readonly source: MigrationsSource;
  readonly clock: () => number;
  readonly failed: (error: unknown) => void;
}

interface Shown {
  readonly name: string;
  readonly help: string;
  readonly value: (one: MigrationProgress) => number | null;
}

const shown: readonly Shown[] = [
  { name: 'mig_pass_open', help: 'Whether a pass over the documents is under way.', value: ({ passOpen }) => Number(passOpen) },
  { name: 'mig_ranges_planned', help: 'Ranges of the last pass.', value: ({ ranges }) => ranges.total },
  { name: 'mig_ranges_done', help: 'Ranges of the last pass that are done.', value: ({ ranges }) => ranges.done },
  { name: 'mig_docs_scanned', help: 'Documents that the last pass has gone over.', value: ({ ranges }) => ranges.scanned },
  { name: 'mig_quarantined', help: 'Documents that were put aside for a person.', value: ({ quarantined }) => quarantined },
  { name: 'mig_paused', help: 'Whether a person has paused it.', value: ({ paused }) => Number(paused) },
  { name: 'mig_drift', help: 'Documents that are wrong now; at least so many in a large collection.', value: ({ drift }) => drift },
];

/** A look serves for this long: the metrics are open, and whoever reads them must not load the database. */
const freshMs = 25_000;
/** Below the scrape's own limit. */
const deadlineMs = 4_000;

/** Shows on `/metrics` where migrations stand. A database that does not answer leaves no values, rather than old ones. */
export function migrationMetrics(registry: Registry, { source, clock, failed }: MigrationMetricsOptions): void {
  let last: { readonly at: number; readonly rows: Promise<readonly MigrationProgress[] | undefined> } | undefined;
  const look = () => {
    if (last === undefined || clock() - last.at >= freshMs) {
      const late = () => new Error(`no answer within ${deadlineMs / 1000} s`);
      const rows = within(AbortSignal.timeout(deadlineMs), source(), late).catch((error: unknown) => {
        failed(error);
        return undefined;
      });
      last = { at: clock(), rows };
    }
    return last.rows;
  };
  const registers = [registry];
  new Gauge({
    name: 'mig_observed',
    help: 'Whether the database of the migrations answered.',
    registers,
    async collect() {
      this.set(Number((await look()) !== undefined));
    },
  });
  new Gauge({
    name: 'mig_state',
    help: 'Where a migration stands: 1 for its state.',
    labelNames: ['mig', 'state'],
    registers,
    async collect() {
      const rows = await look();
      this.reset();
      for (const { migration: mig, state: current, states } of rows ?? [])
        for (const state of states) this.set({ mig, state }, Number(state === current));
    },
  });
  for (const { name, help, value } of shown) {
    new Gauge({
      name,
      help,
      labelNames: ['mig'],
      registers,
      async collect() {
        const rows = await look();
        this.reset();
        for (const row of rows ?? []) {
          const number = value(row);
          if (number !== null) this.set({ mig: row.migration }, number);
        }
      },
    });
  }
}
