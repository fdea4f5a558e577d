import type { Collection, Document, Filter, OptionalUnlessRequiredId } from 'mongodb';
import { asUpdate, type DualUpdate, type Versioned } from './versioned';

/**
 * A collection that two versions share, for app code. It has no method that could write one shape without the other:
 * replacing a document, or an update that was not made by the adapter, does not compile.
 */
export interface VersionedCollection<Rest extends object, Old extends object, New extends object> {
  findOne(filter: Filter<Rest & Old & New>): Promise<(Rest & Old & New) | null>;
  insertOne(rest: Rest, fresh: New): Promise<{ readonly insertedId: unknown }>;
  /** Resolves to the number of documents found. */
  updateOne(filter: Filter<Rest>, update: DualUpdate<Old, New>): Promise<number>;
  /** Changes some fields of the new side. Resolves to the number of documents found: none, too, where a document cannot be derived. */
  updateNew(filter: Filter<Rest>, changes: Partial<New>): Promise<number>;
  /** Brings one document up to date if it needs it; resolves to whether it did. */
  migrateOne(id: unknown): Promise<boolean>;
}

export function versionedCollection<Rest extends object, Old extends object, New extends object>(
  collection: Collection<Document>,
  adapter: Versioned<Old, New>,
): VersionedCollection<Rest, Old, New> {
  return {
    findOne: async (filter) => adapter.read((await collection.findOne(filter as Filter<Document>)) as Rest | null), // the collection holds such documents
    insertOne: (rest, fresh) => collection.insertOne(adapter.both(rest, fresh) as OptionalUnlessRequiredId<Document>),
    updateOne: async (filter, update) => (await collection.updateOne(filter as Filter<Document>, asUpdate(update))).matchedCount,
    updateNew: async (where, changes) => {
      const { filter, update } = adapter.setNew(changes);
      return (await collection.updateOne({ $and: [where as Filter<Document>, filter] }, update)).matchedCount;
    },
    migrateOne: async (id) => {
      const { filter, update } = adapter.migrateOne(id);
      return (await collection.updateOne(filter, update)).modifiedCount > 0;
    },
  };
}
