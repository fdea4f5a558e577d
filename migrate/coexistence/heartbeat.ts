import type { Db } from 'mongodb';
import { collectionsOf } from '../collections';

/** What a pod can read and write. */
export interface ClientVersions {
  /** Name of the pod. */
  readonly id: string;
  readonly app: string;
  readonly version: string;
  readonly schemaMin: number;
  readonly schemaMax: number;
}

/**
 * Tells the engine that a pod lives and which schema versions it knows. Contract waits until nobody older reports any more.
 * Call it at start and every minute; a row that is not renewed for two hours counts as gone.
 */
export async function heartbeat(db: Db, { id, app, version, schemaMin, schemaMax }: ClientVersions): Promise<void> {
  // The server's clock decides; a pod with a wrong one would look dead, or live for ever.
  await collectionsOf(db).clients.updateOne(
    { _id: id },
    [{ $set: { app: { $literal: app }, version: { $literal: version }, schemaMin, schemaMax, seenAt: '$$NOW' } }],
    {
      upsert: true,
    },
  );
}
