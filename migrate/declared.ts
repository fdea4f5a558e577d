/** Writes what the generator may know of the declared migrations: it imports no engine and no driver. Run by `npm run build`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BSON } from 'mongodb';
import { hours } from './duration';
import { migrations } from './migrations';
import type { Migration } from './types';

/** A declaration as plain JSON. Functions of a client-side transform are left out: nobody can read them without running them. */
export function declared({ id, database, collection, backfill, invariants, contract, gates }: Migration): object {
  const summary = {
    id,
    database,
    collection,
    invariants,
    ...(backfill ? { backfill: { batched: true, drift: backfill.drift, ...transformOf(backfill) } } : {}),
    ...(contract ? { drainedSeconds: (gates?.drained ?? hours(24)).ms / 1000 } : {}),
  };
  return JSON.parse(BSON.EJSON.stringify(summary, { relaxed: true })) as object; // an object was written
}

/** The text of the file that `lib/migration.ts` reads. */
export function declaredFile(): string {
  return `${JSON.stringify(migrations.map(declared), undefined, 2)}\n`;
}

function transformOf({ transform }: NonNullable<Migration['backfill']>): object {
  return transform.kind === 'serverSide' ? { transform: transform.stages } : {};
}

if (require.main === module) writeFileSync(join(__dirname, 'contract/declared.generated.json'), declaredFile());
