import { BSON, type Document } from 'mongodb';
import type { DryRunReport } from './api';
import { mapped } from './client-side';
import type { Context } from './context';
import { countable, sampleSize } from './drift';
import { NotMapped } from './errors';
import { timeLimits } from './limits';
import { ids } from './preconditions';
import { forwardSweep } from './sweep';
import type { Migration } from './types';

/** Shows what would become of a sample of the documents that need work: the very stages of the update, computed by the server. Writes nothing. */
export async function dryRun({ collections }: Context, migration: Migration, size = 20): Promise<DryRunReport> {
  const { guard, transform } = forwardSweep(migration);
  const documents = collections.documents(migration.collection);
  const options = { maxTimeMS: timeLimits.verifyMs };
  const total = await documents.estimatedDocumentCount({ maxTimeMS: timeLimits.ledgerMs });
  // A sample of what matches reads everything; of a large collection only some is read.
  const some =
    total <= countable
      ? [{ $match: guard }, { $sample: { size } }]
      : [{ $sample: { size: sampleSize } }, { $match: guard }, { $limit: size }];
  const before = await documents.aggregate<Document>(some, options).toArray();
  const these = { _id: { $in: before.map(({ _id }) => _id) } };
  const refused: string[] = [];
  const after =
    transform.kind === 'serverSide'
      ? await documents.aggregate<Document>([{ $match: these }, ...transform.stages], options).toArray()
      : (await documents.find(these, { ...options, projection: transform.project }).toArray()).flatMap((projected) => {
          const whole = before.find(({ _id }) => sameId(_id, projected['_id']));
          try {
            return [{ ...whole, ...mapped(transform, projected) }];
          } catch (error) {
            if (!(error instanceof NotMapped)) throw error;
            refused.push(`${error.message}, with _id ${ids([projected['_id']])}`);
            return [];
          }
        });
  const wrong = transform.kind === 'serverSide' ? [{ $match: these }, ...transform.stages, { $match: guard }, { $count: 'n' }] : undefined;
  const [left] = wrong ? await documents.aggregate<{ readonly n: number }>(wrong, options).toArray() : [];
  const sample = before.flatMap((document) => {
    const changed = after.find(({ _id }) => sameId(_id, document['_id']));
    // Deleted between the two reads.
    return changed ? [{ id: document['_id'] as unknown, before: document, after: changed }] : [];
  });
  return {
    migration: migration.id,
    sample,
    findings: [...new Set(sample.flatMap(findings)), ...refused, ...stillWrong(left?.n)],
    computedBy: transform.kind === 'serverSide' ? 'server' : 'client',
  };
}

/** A pass would write them and find them again: the migration could never be verified. */
function stillWrong(count = 0): readonly string[] {
  return count > 0 ? [`the transform leaves ${count} of the sample as wrong as before: its result must make the drift false`] : [];
}

/** What deserves a second look: a field that becomes null, changes its kind, or disappears. */
function findings({ before, after }: { readonly before: Document; readonly after: Document }): readonly string[] {
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const [was, is] = [kindOf(before[field]), kindOf(after[field])];
    if (is === 'null' && was !== 'null') return [`${field} becomes null`];
    if (is === 'nothing') return [`${field} disappears`];
    return was !== is && was !== 'nothing' ? [`${field} changes from ${was} to ${is}`] : [];
  });
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'object') return typeof value;
  return (value as { _bsontype?: string })._bsontype ?? value.constructor?.name.toLowerCase() ?? 'object';
}

const sameId = (one: unknown, other: unknown): boolean => BSON.EJSON.stringify({ id: one }) === BSON.EJSON.stringify({ id: other });
