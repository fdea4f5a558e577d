import type { Document, Filter, UpdateFilter } from 'mongodb';

/** Which side is right while both shapes are stored. */
export type Authority = 'old' | 'new' | 'contracted';

export interface VersionedOptions<Old extends object, New extends object> {
  /** Fields of the old shape only. */
  readonly oldFields: readonly (keyof Old & string)[];
  /** Fields of the new shape only. */
  readonly newFields: readonly (keyof New & string)[];
  /** Pure. Together with `oldFromNew` it must lose nothing: `newFromOld(oldFromNew(x))` is x. */
  readonly newFromOld: (old: Partial<Old>) => New;
  readonly oldFromNew: (fresh: New) => Old;
  /**
   * The same as `newFromOld`, as stages for the server: what the migration's `transform` is.
   * A change of some old fields then derives the new ones from the document as it is stored at that moment.
   */
  readonly stages: readonly Document[];
  /** True for a document whose new side does not follow its old one: the migration's `drift`. */
  readonly drift: Document;
  /** Which side is right now; see `ledgerAuthority`. */
  readonly authority: () => Authority;
  /** Stored beside the data; only ever grows. */
  readonly version: { readonly field: string; readonly value: number };
}

declare const bothShapes: unique symbol;

/**
 * An update that keeps both shapes in step. Only `set` and `setOld` make one, so that code which takes it
 * cannot be given an update that drops the old fields.
 */
export type DualUpdate<Old, New> = { readonly [bothShapes]: (old: Old, fresh: New) => void };

/** A document with both shapes. Only `both` makes one. */
export type Both<Old, New> = Old & New & { readonly [bothShapes]: true };

/** How one app reads and writes documents that two versions share. Nothing here reads or writes the database by itself. */
export interface Versioned<Old extends object, New extends object> {
  /** The document with both shapes, the other side computed from the authoritative one. Never writes; null stays null. */
  read<T extends object>(document: T): T & Old & New;
  read<T extends object>(document: T | null): (T & Old & New) | null;
  /** For an insert: the rest of the document and the new shape; the old one is computed. */
  both<T extends object>(rest: T, fresh: New): T & Both<Old, New>;
  /** Changes the new side, and the old one with it, in one write. */
  set(fresh: New): DualUpdate<Old, New>;
  /** Changes some fields of the old side; the server derives the new one from what is stored. Absent fields stay as they are. */
  setOld(changes: Partial<Old>): DualUpdate<Old, New>;
  /** Finds by the new shape, documents that only the old version wrote included. */
  filter(fresh: Partial<New>, old: Partial<Old>): Filter<Document>;
  /** Brings one document up to date, if it needs it, on the server's current copy: no update is lost. For `updateOne`. */
  migrateOne(id: unknown): { readonly filter: Document; readonly update: Document[] };
}

/**
 * The adapter of an app between two shapes of its documents.
 *
 * @example
 * const users = versioned<OldName, NewName>({ ... });
 * await collection.updateOne({ _id }, asUpdate(users.set({ fullName: 'Ada Lovelace' })));
 */
export function versioned<Old extends object, New extends object>(options: VersionedOptions<Old, New>): Versioned<Old, New> {
  const { newFromOld, oldFromNew, oldFields, newFields, authority, version, stages, drift } = options;
  const stamp = { [version.field]: version.value };

  const read = <T extends object>(document: T | null): (T & Old & New) | null => {
    if (document === null) return null;
    // The compiler cannot see that the computed side completes the document.
    if (authority() === 'old') return { ...document, ...newFromOld(picked(document, oldFields)) } as T & Old & New;
    return { ...document, ...oldFromNew(picked(document, newFields) as New) } as T & Old & New;
  };

  return {
    read: read as Versioned<Old, New>['read'],
    both: (rest, fresh) => ({ ...rest, ...defined(fresh), ...keptOld(fresh), ...stamp }) as never, // the brand exists in types only
    set: (fresh) => ({ $set: { ...defined(fresh), ...keptOld(fresh) }, $max: stamp }) as never,
    setOld: (changes) => {
      const literals = Object.fromEntries(Object.entries(defined(changes)).map(([field, value]) => [field, { $literal: value }]));
      return [{ $set: literals }, ...stages] as never;
    },
    filter: (fresh, old) => (authority() === 'old' ? { $or: [defined(fresh), old as Document] } : (defined(fresh) as Filter<Document>)),
    migrateOne: (id) => ({ filter: { $and: [{ _id: id }, drift] }, update: [...stages] }),
  };

  /** The old side of a new value; nothing once it is contracted. */
  function keptOld(fresh: New): Document {
    return authority() === 'contracted' ? {} : defined(oldFromNew(fresh));
  }
}

/** The update as the driver takes it. */
export function asUpdate<Old extends object, New extends object>(update: DualUpdate<Old, New>): UpdateFilter<Document> | Document[] {
  return update as unknown as UpdateFilter<Document> | Document[]; // the brand exists in types only
}

function picked<T extends object>(document: Document, fields: readonly (keyof T & string)[]): Partial<T> {
  return Object.fromEntries(fields.filter((field) => field in document).map((field) => [field, document[field]])) as Partial<T>;
}

/** An absent value must not become null over data: the driver writes `undefined` as null unless told otherwise. */
function defined(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
}
