import type { Collection, Db, Document, ResumeToken, Timestamp } from 'mongodb';
import type { Approval, BackupEvidence, Control, SweepKind, Word } from './api';
import type { Range } from './key-space';
import type { State } from './types';

/** One migration: what was declared, where it stands, who did what. */
export interface LedgerRow {
  readonly _id: string;
  /** Null for one taken over from another tool. */
  readonly checksum: string | null;
  readonly description: string;
  readonly state: State;
  /** Where a failed one goes on after `resume`. */
  readonly failedFrom?: State;
  readonly lastError?: string;
  /** The highest token of an exclusive phase that has written here; a lower one is fenced. */
  readonly fence: number;
  readonly passes: readonly PassRow[];
  /** Passes before the last roll back: what they found says nothing about what was written since. */
  readonly passesBefore?: number;
  /** Operation time before the first write: where the tailer starts. Null after a roll back. */
  readonly startedAt?: Timestamp | null;
  readonly verified?: { readonly at: Date; readonly drift: number; readonly direction: 'forward' | 'reverse' };
  readonly switchedAt?: Date;
  readonly backup?: BackupEvidence;
  readonly approvals: readonly Approval[];
  /** That nobody writes only the old shape any more. Null after a roll back, which brings the old version back. */
  readonly gone?: Word | null;
  /** What expand has put in place of what, as extended JSON. Null after a roll back. */
  readonly validator?: { readonly before: string; readonly after: string } | null;
  readonly image?: string;
  readonly gitSha?: string;
  readonly history: readonly { readonly at: Date; readonly by: string; readonly event: string }[];
}

/** One walk over the whole key space. The ranges are written here in one step, so that two planners cannot mix theirs. */
export interface PassRow {
  readonly n: number;
  readonly kind: SweepKind;
  readonly ranges: readonly Range[];
  readonly documents: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly modified?: number;
  readonly exact?: boolean;
  readonly cancelled?: boolean;
}

/** What a lease needs of the document it lives in. */
export interface Leased {
  readonly _id: string;
  readonly owner: string;
  /** Grows with every claim. A write that names an older one matches nothing. */
  readonly token: number;
  readonly leaseUntil: Date;
}

export interface RangeRow extends Leased {
  readonly m: string;
  readonly pass: number;
  readonly n: number;
  readonly range: Range;
  /** The last `_id` that is done; absent before the first batch. Wrapped, because an `_id` may itself be null. */
  readonly cursor?: { readonly id: unknown };
  readonly state: 'free' | 'running' | 'done' | 'cancelled';
  /** A batch may have been written whose result nobody recorded. */
  readonly uncertain: boolean;
  readonly scanned: number;
  readonly modified: number;
  readonly batches: number;
}

/** An exclusive phase, an index build, or the tailer, which keeps its place in the change stream here under its token. */
export interface LockRow extends Leased {
  readonly m: string;
  readonly resume?: ResumeToken;
  /** When it had to begin anew because the oplog did not reach back to its place: only passes begun since then cover what it missed. */
  readonly since?: Date;
  readonly lagMs?: number;
  readonly seenAt?: Date;
}

export interface QuarantineRow {
  readonly _id: string;
  readonly m: string;
  readonly docId: unknown;
  readonly reason: string;
  readonly at: Date;
}

/** Written by the apps themselves: which schema versions a running pod can read and write. */
export interface ClientRow {
  readonly _id: string;
  readonly app: string;
  readonly version: string;
  readonly schemaMin: number;
  readonly schemaMax: number;
  readonly seenAt: Date;
}

export interface Collections {
  readonly db: Db;
  readonly ledger: Collection<LedgerRow>;
  readonly ranges: Collection<RangeRow>;
  readonly locks: Collection<LockRow>;
  readonly quarantine: Collection<QuarantineRow>;
  readonly control: Collection<Control & { readonly _id: string }>;
  readonly clients: Collection<ClientRow>;
  documents(name: string): Collection<Document>;
}

/** The engine's own collections live beside the data, so that one backup and one user cover both. */
export function collectionsOf(db: Db): Collections {
  return {
    db,
    ledger: db.collection('_mig.ledger'),
    ranges: db.collection('_mig.ranges'),
    locks: db.collection('_mig.locks'),
    quarantine: db.collection('_mig.quarantine'),
    control: db.collection('_mig.control'),
    clients: db.collection('_mig.clients'),
    documents: (name) => db.collection(name),
  };
}

/** A value from outside inside a pipeline, where a string that starts with `$` would be a field path. */
export const literal = (value: unknown): Document => ({ $literal: value });
