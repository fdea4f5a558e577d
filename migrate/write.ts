import type { Document, Filter } from 'mongodb';
import { writeClientSide } from './client-side';
import { timeLimits } from './limits';
import type { Writing } from './work';

/** One guarded write of the documents among these ids that need it, by one bounded command. */
export async function write(work: Writing, ids: Filter<Document>, maxTimeMS: number): Promise<number> {
  const { sweep, lease, documents, comment } = work;
  if (sweep.transform.kind === 'clientSide') return writeClientSide({ ...work, transform: sweep.transform }, ids, maxTimeMS);
  const result = await documents.updateMany(
    { $and: [ids, sweep.guard, lease.fence()] },
    sweep.transform.stages.map((stage) => ({ ...stage })),
    { writeConcern: { w: 'majority', wtimeoutMS: timeLimits.majorityMs }, maxTimeMS, comment, hint: { _id: 1 } },
  );
  return result.modifiedCount;
}
