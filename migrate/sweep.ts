import type { Document, Filter } from 'mongodb';
import type { SweepKind } from './api';
import type { BatchLimits } from './batch-size';
import { serverSide } from './declaration';
import { MigrationError } from './errors';
import type { Migration, Transform, Unconvertible } from './types';

/** What a walk over the key space does to each document that needs it. */
export interface Sweep {
  readonly migration: Migration;
  readonly kind: SweepKind;
  /** True for a document that is to be written. Holds nobody back who is in `keepOut`. */
  readonly guard: Filter<Document>;
  /** Documents that must not be written; each goes to quarantine with its reason. */
  readonly keepOut: readonly Unconvertible[];
  readonly transform: Transform;
  /** What a transform of this process sets besides what it maps: the shadow. In a pipeline it is one of the stages. */
  readonly remembered?: Document;
  readonly limits: BatchLimits;
  readonly onInvalid: 'quarantine' | 'abort';
}

/** Old to new: the backfill, its repair passes and the tailer. Right until the switch. */
export function forwardSweep(migration: Migration): Sweep {
  const { backfill, down } = migration;
  if (backfill === undefined) throw missing(migration, 'backfill', 'expand and switch are all it needs');
  const keepOut = backfill.unconvertible ?? [];
  return {
    migration,
    kind: 'forward',
    guard: guarded(backfill.drift, keepOut),
    keepOut,
    ...withShadow(backfill.transform, migration.id, down?.shadow ?? []),
    limits: limitsOf(migration),
    onInvalid: backfill.onInvalid ?? 'quarantine',
  };
}

/** New to old: what a roll back after the switch brings up to date. */
export function reverseSweep(migration: Migration): Sweep {
  const { down } = migration;
  if (down === undefined) throw missing(migration, 'down', `it is irreversible: ${migration.irreversible ?? 'no reason given'}`);
  const keepOut = down.conflicts ?? [];
  const { drift: guard, transform } = down;
  return {
    migration,
    kind: 'reverse',
    guard: guarded(guard, keepOut),
    keepOut,
    transform,
    limits: limitsOf(migration),
    onInvalid: 'quarantine',
  };
}

/** The old fields, and what the migration left for a roll back, are removed. */
export function contractSweep(migration: Migration): Sweep {
  const paths = removedPaths(migration);
  return {
    migration,
    kind: 'contract',
    guard: paths.length > 0 ? { $or: paths.map((path) => ({ [path]: { $exists: true } })) } : { _id: { $in: [] } },
    keepOut: [],
    transform: serverSide([{ $unset: paths }]),
    limits: limitsOf(migration),
    onInvalid: 'abort',
  };
}

/** What no document has after contract. */
export function removedPaths({ id, contract, down }: Migration): readonly string[] {
  return [...(contract?.unset ?? []), ...(down?.shadow?.length ? [shadowOf(id)] : [])];
}

/** Where the forward transform remembers what it wrote last. */
export const shadowOf = (id: string): string => `_m.${id}`;

function guarded(drift: Filter<Document>, keepOut: readonly Unconvertible[]): Filter<Document> {
  return keepOut.length === 0 ? drift : { $and: [drift, { $nor: keepOut.map(({ filter }) => filter) }] };
}

function withShadow(transform: Transform, id: string, fields: readonly string[]): Pick<Sweep, 'transform' | 'remembered'> {
  if (fields.length === 0) return { transform };
  const remembered = Object.fromEntries(fields.map((field) => [`${shadowOf(id)}.${field}`, `$${field}`]));
  return transform.kind === 'clientSide'
    ? { transform, remembered }
    : { transform: serverSide([...transform.stages, { $set: remembered }]) };
}

function limitsOf({ backfill }: Migration): BatchLimits {
  const { target, min, max } = backfill?.batch ?? {};
  return { targetMs: target?.ms ?? 300, min: min ?? 50, max: max ?? 5000 };
}

function missing({ id }: Migration, what: string, way: string): MigrationError {
  return new MigrationError('STATE_REFUSED', `${id}: the declaration must have a '${what}' for this, got none; ${way}`);
}
