import type { Document, Filter, UpdateFilter } from 'mongodb';
import type { Authority } from './authority';
import { settingNew } from './set-new';

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
  /** The same as `oldFromNew`, as stages: what the migration's `down.transform` is. Needed by `setNew`. */
  readonly stagesBack?: readonly Document[];
  /** What the migration's `backfill.unconvertible` keeps out: of these `stages` would make something wrong. */
  readonly keepOut?: readonly Document[];
  /** True for a document that the stages should write and may: the migration's `drift` without what it keeps out. */
  readonly drift: Document;
  /** Where the migration remembers new fields of `down.shadow`; a write of both sides is remembered there, too. */
  readonly shadow?: { readonly path: string; readonly fields: readonly (keyof New & string)[] };
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
  /**
   * Changes some fields of the old side; the server derives the new one from what is stored. Absent fields stay as they are.
   *
   * @throws Error once contracted: the other old fields are gone, and what is derived without them would replace the new side
   */
  setOld(changes: Partial<Old>): DualUpdate<Old, New>;
  /**
   * Changes some fields of the new side, and the old one with it; the server derives the rest from what is stored. For `updateOne`, its filter
   * beside your own: a document that cannot be derived is not found.
   *
   * @throws Error when there are no `stagesBack`; `set` takes the whole new side
   */
  setNew(changes: Partial<New>): { readonly filter: Document; readonly update: Document[] };
  /**
   * Finds by the new shape, documents that only the old version wrote included.
   *
   * @throws Error for a side without a field, or with an undefined one: it would find every document
   */
  filter(fresh: Partial<New>, old: Partial<Old>): Filter<Document>;
  /**
   * Brings one document up to date, if it needs it, on the server's current copy: no update is lost. For `updateOne`.
   * From the switch on, only one that has no new side: the old one must not replace it any more.
   */
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
  const { newFromOld, oldFromNew, oldFields, newFields, authority, version, stages, drift, shadow } = options;
  const stamp = { [version.field]: version.value };

  const read = <T extends object>(document: T | null): (T & Old & New) | null => {
    if (document === null) return null;
    const [old, fresh] = [picked<Old>(document, oldFields), picked<New>(document, newFields)];
    // Whatever the old version still inserts has no new side to be right.
    const onlyOld = Object.keys(fresh).length === 0 && Object.keys(old).length > 0;
    // The compiler cannot see that the computed side completes the document.
    if (authority() === 'old' || onlyOld) return { ...document, ...newFromOld(old) } as T & Old & New;
    return { ...document, ...oldFromNew(fresh as New) } as T & Old & New;
  };

  return {
    read: read as Versioned<Old, New>['read'],
    both: (rest, fresh) => ({ ...rest, ...defined(fresh), ...keptOld(fresh), ...remembered(fresh, nested), ...stamp }) as never, // the brand exists in types only
    set: (fresh) => ({ $set: { ...defined(fresh), ...keptOld(fresh), ...remembered(fresh, dotted) }, $max: stamp }) as never,
    setOld: (changes) => {
      if (authority() === 'contracted')
        throw new Error(
          `setOld: ${oldFields.join(', ')} must still be stored, got a migration that has removed them; write the new side with set`,
        );
      const literals = Object.fromEntries(Object.entries(defined(changes)).map(([field, value]) => [field, { $literal: value }]));
      return [{ $set: literals }, ...stages] as never;
    },
    setNew: (changes) => {
      const { stagesBack, keepOut = [] } = options;
      if (stagesBack === undefined) throw new Error('setNew: stagesBack must derive the old side on the server, got none; use set');
      const after = {
        ...rememberedOnServer(),
        [version.field]: { $max: [{ $ifNull: [`$${version.field}`, 0] }, version.value] },
      };
      return settingNew(defined(changes), { authority: authority(), newFields, stages, stagesBack, keepOut, after });
    },
    filter: (fresh, old) => {
      const [byNew, byOld] = [selective('new', fresh), selective('old', old)];
      return authority() === 'old' ? { $or: [byNew, byOld] } : byNew;
    },
    migrateOne: (id) => ({ filter: { $and: [{ _id: id }, drift, ...mayReplace()] }, update: [...stages] }),
  };

  /** Nothing while the old side is right; then no new side may be there; and nothing may any more once the old side is gone. */
  function mayReplace(): readonly Document[] {
    if (authority() === 'old') return [];
    if (authority() === 'contracted') return [{ _id: { $in: [] } }];
    return newFields.map((field) => ({ [field]: { $exists: false } }));
  }

  /** The old side of a new value; nothing once it is contracted. */
  function keptOld(fresh: New): Document {
    return authority() === 'contracted' ? {} : defined(oldFromNew(fresh));
  }

  /** The same, of whatever the fields have become in this write. */
  function rememberedOnServer(): Document {
    if (shadow === undefined || authority() === 'contracted') return {};
    return Object.fromEntries(shadow.fields.map((field) => [`${shadow.path}.${field}`, `$${field}`]));
  }

  /** Both sides are in step at this value: who differs from it later has changed. */
  function remembered(fresh: New, write: (path: string, fields: Document) => Document): Document {
    if (shadow === undefined || authority() === 'contracted') return {};
    return write(shadow.path, defined(picked(fresh, shadow.fields)));
  }
}

const dotted = (path: string, fields: Document): Document =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${path}.${field}`, value]));

const nested = (path: string, fields: Document): Document =>
  path.split('.').reduceRight<Document>((inner, key) => ({ [key]: inner }), fields);

/** `{}` and, by default of the driver, `{ name: undefined }` match every document: the one of somebody else among them. */
function selective(side: string, fields: Document): Document {
  const entries = Object.entries(fields);
  if (entries.length > 0 && entries.every(([, value]) => value !== undefined)) return fields;
  throw new Error(`filter: the ${side} side must have at least one field and none that is undefined, got ${describe(entries)}`);
}

const describe = (entries: readonly (readonly [string, unknown])[]): string =>
  entries
    .filter(([, value]) => value === undefined)
    .map(([field]) => `${field}: undefined`)
    .join(', ') || 'none';

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
