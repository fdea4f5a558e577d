import type { Document, Filter, IndexDirection } from 'mongodb';
import type { Duration } from './duration';

/** What an operator asks for. Each is one command, may run twice, and may stop anywhere. */
export type Phase = 'expand' | 'backfill' | 'verify' | 'switch' | 'contract' | 'down';

/** Where a migration stands in the ledger. Old fields are authoritative until `switched`. */
export type State =
  | 'planned'
  | 'expanding'
  | 'expanded'
  | 'backfilling'
  | 'verifying'
  | 'ready'
  | 'switched'
  | 'contracting'
  | 'done'
  | 'rollingBack'
  | 'rolledBack'
  | 'failed';

/** The way forward; `rollingBack`, `rolledBack` and `failed` are outside it. Readiness asks for "at least this far". */
export const progressOfStates: readonly State[] = [
  'planned',
  'expanding',
  'expanded',
  'backfilling',
  'verifying',
  'ready',
  'switched',
  'contracting',
  'done',
];

/** The oldest server a migration is written for. */
export type ServerVersion = '4.4' | '5.0' | '6.0' | '7.0' | '8.0';

/** How much must be true before the first write; checked by `plan` and again by every phase that writes. */
export type Precondition =
  | { readonly kind: 'none'; readonly name: string; readonly of: Filter<Document> }
  | { readonly kind: 'maxDocuments'; readonly count: number };

/** An index this migration needs. It is built by its own command, hidden until the switch, and never silently replaced. */
export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, IndexDirection>>;
  /** Everything else `createIndexes` takes, for example `default_language` or `collation`. */
  readonly options?: Document;
  /**
   * Whether it is built before or after the data is there: before only when the guard needs it.
   *
   * @default 'afterBackfill'
   */
  readonly when?: 'expand' | 'afterBackfill';
}

/** The update runs on the server, as an aggregation pipeline on the current document. */
export interface ServerSide {
  readonly kind: 'serverSide';
  readonly stages: readonly Document[];
}

/** The update is computed here and written only where the fields it was computed from are still the same. */
export interface ClientSide {
  readonly kind: 'clientSide';
  readonly project: Document;
  /** Old fields in, fields to set out. Pure: same input, same output. */
  readonly map: (document: Document) => Document;
  /** The fields `map` reads: the write happens only where they are unchanged. */
  readonly compareFields: readonly string[];
  /** Functions have no checksum: raise this with every change of `map`. */
  readonly revision: number;
}

export type Transform = ServerSide | ClientSide;

/** Documents that must not be touched because the transform would lose something; each lands in quarantine with the reason. */
export interface Unconvertible {
  readonly reason: string;
  readonly filter: Filter<Document>;
}

export interface Backfill {
  /** True for a document that is wrong now: guard, verification and repair in one. Never a version flag alone. */
  readonly drift: Filter<Document>;
  readonly transform: Transform;
  /** The fields of the old shape the transform reads. The tailer follows their changes. */
  readonly sourceFields: readonly string[];
  readonly unconvertible?: readonly Unconvertible[];
  /**
   * Ranges of `_id` per pass.
   *
   * @default one per 250,000 documents, at least 8 and at most 256
   */
  readonly ranges?: number;
  /** @default target 300 ms, 50 to 5000 documents */
  readonly batch?: { readonly target?: Duration; readonly min?: number; readonly max?: number };
  /**
   * What happens to a document the server refuses to update.
   *
   * @default 'quarantine'
   */
  readonly onInvalid?: 'quarantine' | 'abort';
  /**
   * How writes of the old version are caught: by passing over everything again, or by following the change stream as well.
   *
   * @default 'repairPasses'
   */
  readonly catchUp?: 'repairPasses' | 'changeStream';
}

/** The way back: the old side is brought up to date from the new one, and what both sides changed is kept for a person. */
export interface Down {
  /** True where the old fields must be recomputed from the new ones. */
  readonly drift: Filter<Document>;
  readonly transform: Transform;
  /** Documents both sides changed to different values: left as they are, reported in quarantine. */
  readonly conflicts?: readonly Unconvertible[];
  /** Fields the forward transform leaves in `_m.<id>` to tell later which side changed; contract removes them. */
  readonly shadow?: readonly string[];
}

export interface Contract {
  readonly unset?: readonly string[];
  readonly dropIndexes?: readonly string[];
  /** The strict validator that replaces the lenient one of expand. */
  readonly validator?: Document;
  /** The one whose place it takes, where expand sets none. */
  readonly replaces?: Document;
  /**
   * Different people who must approve.
   *
   * @default 1, and 2 for an irreversible migration
   */
  readonly approvals?: number;
}

/** Must hold over all documents, written without the transform's own formula. */
export type Invariant =
  | { readonly name: string; readonly none: Filter<Document> }
  | {
      readonly name: string;
      /** Stages that end in one document with `holds: true`. */
      readonly holds: readonly Document[];
      /**
       * Whether it is asked of the whole collection at once, within a minute, or of each range: for a large collection, where it holds for
       * the whole if it does for every part.
       *
       * @default 'collection'
       */
      readonly each?: 'collection' | 'range';
    };

export interface Gates {
  /** @default 24 h for expand and backfill, 1 h for contract */
  readonly backupNotOlderThan?: Duration;
  /**
   * How long the new side must have been authoritative before contract.
   *
   * @default 24 h
   */
  readonly drained?: Duration;
  /**
   * By when nobody may write only the old shape any more. `beforePromotion`: the version that writes both is out already, and the old one has
   * reported by `heartbeat`, without which its silence shows nothing. `beforeSwitch`: the release that waits for the migration is the first
   * to write both, so that the old version serves until its promotion; the old side stays right until `switch`, which asks for proof.
   *
   * @default 'beforePromotion'
   */
  readonly oldVersionGone?: 'beforePromotion' | 'beforeSwitch';
}

/** One change of the schema while two versions serve. A declaration does no I/O; the engine carries it out. */
export interface Migration {
  /** Sortable and unique: `20261101-users-full-name`. */
  readonly id: `${number}-${string}`;
  readonly description: string;
  /** Named here and compared with the connection: a URI without a database would silently mean `test`. */
  readonly database: string;
  readonly collection: string;
  /** The version the documents have afterwards. Apps that report a lower `schemaMax` are writers of the old shape. */
  readonly schemaVersion: number;
  /** Migrations that must be at least `ready`. */
  readonly requires?: readonly Migration['id'][];
  /** @default '4.4' */
  readonly minServer?: ServerVersion;
  /**
   * Whether an empty or missing collection is fine, for example on a new environment.
   *
   * @default false
   */
  readonly mayBeEmpty?: boolean;
  readonly preconditions?: readonly Precondition[];
  readonly indexes?: readonly IndexSpec[];
  /** Accepts both shapes. `moderate` never means that old documents are fine. */
  readonly expand?: {
    readonly validator?: Document;
    readonly action?: 'warn' | 'error';
    /** The validator that is there and whose place this one takes: expand refuses to replace any other. `down` brings it back. */
    readonly replaces?: Document;
  };
  readonly backfill?: Backfill;
  readonly down?: Down;
  /** Why there is no way back. Adds an approval to contract. */
  readonly irreversible?: string;
  readonly contract?: Contract;
  readonly invariants: readonly Invariant[];
  readonly gates?: Gates;
}
