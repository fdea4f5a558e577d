import type { AnyBulkWriteOperation, Document, Filter } from 'mongodb';
import { NotMapped } from './errors';
import { timeLimits } from './limits';
import type { ClientSide } from './types';
import type { Writing } from './work';

/**
 * The transform as a function of this process: read, map, and write only where what was read is still there. A document that changed
 * meanwhile is left to the next pass, and counts as modified so that this pass is not a clean one.
 */
export async function writeClientSide(
  work: Writing & { readonly transform: ClientSide },
  ids: Filter<Document>,
  maxTimeMS: number,
): Promise<number> {
  const { transform, documents, sweep, lease, comment } = work;
  const found = await documents.find({ $and: [ids, sweep.guard] }, { projection: transform.project, maxTimeMS, comment }).toArray();
  if (found.length === 0) return 0;
  const updates = found.map((document): AnyBulkWriteOperation<Document> => {
    const unchanged = transform.compareFields.map((field) => sameAs(field, valueAt(document, field)));
    const filter = { $and: [{ _id: document['_id'] }, ...unchanged, lease.fence()] };
    return { updateOne: { filter, update: updateOf(mapped(transform, document), sweep.remembered) } };
  });
  const result = await documents.bulkWrite(updates, {
    ordered: false,
    writeConcern: { w: 'majority', wtimeoutMS: timeLimits.majorityMs },
    comment,
    // Not in the driver's type for bulk writes, though it is sent with every command of one.
    ...({ maxTimeMS } as object),
  });
  return result.modifiedCount + (found.length - result.matchedCount);
}

/** @throws NotMapped when the function fails on this document */
export function mapped({ map }: ClientSide, document: Document): Document {
  try {
    return Object.fromEntries(Object.entries(map(document)).filter(([, value]) => value !== undefined));
  } catch (cause) {
    throw new NotMapped(`map: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** With what the server side would remember; a pipeline only where there is something, because not every server has it. */
function updateOf(fields: Document, remembered: Document | undefined): Document | Document[] {
  if (remembered === undefined) return { $set: fields };
  return [{ $set: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { $literal: value }])) }, { $set: remembered }];
}

/** Null and missing are two different old values. */
function sameAs(field: string, value: unknown): Document {
  if (value === undefined) return { [field]: { $exists: false } };
  return { [field]: value === null ? { $type: 'null' } : { $eq: value } };
}

function valueAt(document: Document, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)), document);
}
