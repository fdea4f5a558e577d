import type { Document, Filter } from 'mongodb';
import type { Backfill, ClientSide, Down, Migration, ServerSide } from './types';

/** A migration written against the document types of both versions; the engine itself handles plain documents. */
export interface MigrationOf<Old extends Document, New extends Document> extends Omit<Migration, 'backfill' | 'down' | 'contract'> {
  readonly backfill?: Omit<Backfill, 'drift' | 'sourceFields'> & {
    readonly drift: Filter<Old>;
    readonly sourceFields: readonly (keyof Old & string)[];
  };
  readonly down?: Omit<Down, 'drift' | 'shadow'> & { readonly drift: Filter<New>; readonly shadow?: readonly (keyof New & string)[] };
  readonly contract?: Omit<NonNullable<Migration['contract']>, 'unset'> & { readonly unset?: readonly (keyof Old & string)[] };
}

/**
 * Declares a migration. Nothing is read or written: the engine does that, phase by phase.
 *
 * @example
 * export const usersLocale = defineMigration<UserV2, UserV3>({
 *   id: '20261201-users-locale', description: 'every user has a locale', database: 'myapp', collection: 'users', schemaVersion: 3,
 *   backfill: { drift: { locale: null }, sourceFields: ['country'], transform: serverSide([{ $set: { locale: '$country' } }]) },
 *   invariants: [{ name: 'locale is a string', none: { locale: { $not: { $type: 'string' } } } }],
 *   irreversible: 'nothing is lost: the old version ignores the field',
 * });
 */
export function defineMigration<Old extends Document, New extends Document>(migration: MigrationOf<Old, New>): Migration {
  // The filters lose only their document type here: at run time a filter is a plain document.
  return migration as Migration;
}

/** The same stages run in the update, in the dry run, and in the repair passes. */
export function serverSide(stages: readonly Document[]): ServerSide {
  return { kind: 'serverSide', stages };
}

/** For what a pipeline cannot say. Reads a projection, maps it here, and writes where the compared fields did not change meanwhile. */
export function clientSide<Old extends Document, New extends Document>(transform: {
  readonly project: Document;
  readonly map: (document: Old) => Partial<New>;
  readonly compareFields: readonly (keyof Old & string)[];
  readonly revision: number;
}): ClientSide {
  // The engine hands `map` exactly the projected document, which is what Old describes.
  return { kind: 'clientSide', ...transform, map: transform.map as unknown as ClientSide['map'] };
}
