import { idsWithin } from './key-space';
import { timeLimits } from './limits';
import { quarantineKeptOut } from './quarantine';
import type { BatchResult, Slice, Work } from './work';
import { write } from './write';

const byId = { _id: 1 } as const;

/** The id that ends the next slice of this size; no id when fewer documents are left. A covered walk of the `_id` index. */
export async function nextSlice(work: Work, after: Slice['after'], size: number): Promise<Slice> {
  const ids = idsWithin(work.lease.row.range, after);
  const upper = await work.documents
    .find(ids, {
      projection: byId,
      sort: byId,
      skip: size - 1,
      limit: 1,
      hint: byId,
      maxTimeMS: timeLimits.ledgerMs,
      comment: work.comment,
    })
    .next();
  return { after, upTo: upper === null ? undefined : { id: upper._id }, size };
}

/**
 * Brings the documents of a slice up to date. May be repeated as often as one likes: the guard is false for what is done.
 *
 * @param maxTimeMS where the server itself stops, so that nothing of ours runs on after the lease
 */
export async function runBatch(work: Work, slice: Slice, maxTimeMS: number): Promise<BatchResult> {
  const { sweep, pass } = work;
  const ids = idsWithin(work.lease.row.range, slice.after, slice.upTo);
  const [modified, scanned, quarantined] = await Promise.all([
    write(work, ids, maxTimeMS),
    slice.upTo ? slice.size : work.documents.countDocuments(ids, { hint: byId, limit: slice.size, maxTimeMS }),
    // The first pass only writes; the repair passes, of which there are always two, also list what must not be written.
    pass > 1 || sweep.kind === 'reverse' ? quarantineKeptOut(work, ids, maxTimeMS) : 0,
  ]);
  return { scanned, modified, quarantined };
}
