import type { Db } from 'mongodb';
import { collectionsOf, type LedgerRow } from '../collections';
import { type Duration, seconds } from '../duration';
import { progressOfStates, type State } from '../types';
import type { Authority } from './authority';

export interface LedgerAuthority {
  /** Which side is right, from the last look. Never asks the database. */
  authority(): Authority;
  /** Looks again. Call it at start and then every `refresh`. */
  refresh(): Promise<void>;
  /** Milliseconds between two looks. */
  readonly refreshMs: number;
}

/** Whether a change has been seen at a look before: it counts only when every pod had the time to see it. */
interface Seen {
  readonly authority: Authority;
  readonly looks: number;
}

/**
 * Which side is right, as the ledger says, cached.
 *
 * A change counts at its second look, so that no pod acts on it while another has not heard of it for two intervals.
 * Until the first look, and while the ledger has no entry, the old side is right.
 *
 * @param id the migration, `20261101-users-full-name`
 */
export function ledgerAuthority(db: Db, id: string, { refresh = seconds(5) }: { readonly refresh?: Duration } = {}): LedgerAuthority {
  const { ledger } = collectionsOf(db);
  let current: Authority = 'old';
  let seen: Seen | undefined;
  return {
    refreshMs: refresh.ms,
    authority: () => current,
    refresh: async () => {
      const row = await ledger.findOne({ _id: id }, { projection: { state: 1, failedFrom: 1 }, maxTimeMS: 2_000 });
      const told = authorityOf(row);
      if (told === current) {
        seen = undefined;
        return;
      }
      seen = { authority: told, looks: seen?.authority === told ? seen.looks + 1 : 1 };
      if (seen.looks >= 2) current = told;
    },
  };
}

/**
 * A failed migration stays where it failed. Contract removes the old side from its first moment on: who still wrote it would keep it from ending.
 *
 * @example authorityOf({ state: 'switched' }) // 'new'
 */
export function authorityOf(row: Pick<LedgerRow, 'state' | 'failedFrom'> | null): Authority {
  const state = row?.state === 'failed' ? row.failedFrom : row?.state;
  if (state === 'done' || state === 'contracting') return 'contracted';
  return state === 'switched' ? 'new' : 'old';
}

/**
 * For the readiness of an app: whether a migration is at least at a state. A pod that needs more refuses traffic until then.
 *
 * @example await isAtLeast(db, '20261101-users-full-name', 'ready')
 */
export async function isAtLeast(db: Db, id: string, least: State): Promise<boolean> {
  const row = await collectionsOf(db).ledger.findOne({ _id: id }, { projection: { state: 1 }, maxTimeMS: 2_000 });
  return row !== null && progressOfStates.indexOf(row.state) >= progressOfStates.indexOf(least);
}
