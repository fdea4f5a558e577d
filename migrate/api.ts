import type { Document } from 'mongodb';
import type { State } from './types';

/** What every phase that may take long accepts. */
export interface RunOptions {
  /** Ends the phase after the batch in hand: checkpoint, release, `STOPPED` (exit 143). */
  readonly signal?: AbortSignal;
  /** Called after every batch, every pass and at least once a second while throttled. Never throws into the engine. */
  readonly onProgress?: (progress: Progress) => void;
  /** Goes on with a declaration whose checksum differs from the one the migration was started with. Recorded in the history. */
  readonly acceptChecksum?: boolean;
}

export interface Progress {
  readonly migration: string;
  readonly activity: 'backfill' | 'repair' | 'down' | 'contract' | 'catchUp' | 'index';
  readonly pass: number;
  /** From range positions, not from counts of modified documents: those shrink when a kill loses a checkpoint. */
  readonly ranges: { readonly done: number; readonly total: number };
  /** Documents passed over by this process in this pass. */
  readonly scanned: number;
  /** And by all processes, as far as their checkpoints tell. */
  readonly passed: number;
  /** Estimated documents in the collection when the pass was planned. */
  readonly total: number;
  /** Documents a second over the last seconds, by this process. */
  readonly rate: number;
  /** At the rate of all processes together. */
  readonly etaSeconds: number | undefined;
  readonly batch: number;
  readonly batchMs: number;
  readonly modified: number;
  readonly quarantined: number;
  readonly lagMs: number | undefined;
  /** Why nothing is written at the moment; empty when running. */
  readonly throttle: readonly string[];
  /** What else there is to say: which index, for how long, at which stage. */
  readonly note?: string;
}

export interface PassReport {
  readonly pass: number;
  readonly kind: SweepKind;
  readonly modified: number;
  /** False when a kill or a lost reply may have hidden modifications: such a pass is never a clean one. */
  readonly exact: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
}

/** What a pass over the key space does. */
export type SweepKind = 'forward' | 'reverse' | 'contract';

export interface PlanReport {
  readonly migration: string;
  readonly checksum: string;
  readonly state: State | 'new';
  readonly namespace: string;
  readonly server: { readonly version: string; readonly topology: 'replicaSet' | 'sharded' | 'standalone' };
  readonly documents: number;
  readonly bytes: number | undefined;
  readonly ranges: number;
  /** At the rate of the last finished pass if there is one, else at 5,000 and 20,000 documents a second. */
  readonly estimate: {
    readonly seconds: readonly [fast: number, slow: number];
    readonly oplogBytes: number;
    readonly basis: 'measured' | 'assumed';
  };
  readonly indexes: readonly { readonly name: string; readonly finding: 'missing' | 'identical' | 'conflict'; readonly detail: string }[];
  /** What expand does to the validator that is there, old and new. */
  readonly validator?: { readonly finding: 'missing' | 'identical' | 'replaced' | 'conflict'; readonly detail: string };
  /** Privileges the phases need and this user lacks; undefined when the server cannot tell (no access control). */
  readonly missingPrivileges: readonly string[] | undefined;
  /** Throttle inputs that cannot be measured here, each with the reason. */
  readonly unmeasured: readonly string[];
  /** Everything that would make a phase refuse now. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export interface DryRunReport {
  readonly migration: string;
  readonly sample: readonly { readonly id: unknown; readonly before: Document; readonly after: Document }[];
  /** Fields that would be null, or change their type, somewhere in the sample. */
  readonly findings: readonly string[];
  readonly computedBy: 'server' | 'client';
}

export interface ExpandReport {
  readonly migration: string;
  readonly done: readonly string[];
  readonly alreadyThere: readonly string[];
}

export interface BackfillReport {
  readonly migration: string;
  readonly state: State;
  readonly passes: readonly PassReport[];
  readonly quarantined: number;
  /** Whether the last passes changed nothing. If not, more of them may. */
  readonly settled: boolean;
  readonly gate: 'open' | 'closed';
  readonly reasons: readonly string[];
  /** What this process did, not the whole migration. */
  readonly own: { readonly batches: number; readonly scanned: number; readonly modified: number; readonly fenced: number };
}

export interface VerifyReport {
  readonly migration: string;
  readonly direction: 'forward' | 'reverse';
  readonly drift: number;
  readonly driftSample: readonly unknown[];
  readonly cleanPasses: number;
  readonly invariants: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly violations: number;
    readonly sample: readonly unknown[];
  }[];
  readonly quarantined: number;
  readonly asOf: Date;
  readonly gate: 'open' | 'closed';
  readonly reasons: readonly string[];
}

export interface DriftReport {
  /** Documents that are wrong now and that no tailer mends within its time; a lower bound when not exact; undefined when nothing has been measured yet. */
  readonly drift: number | undefined;
  readonly exact: boolean;
  readonly asOf: Date | undefined;
  readonly pass: number;
  readonly cleanPasses: number;
  readonly gate: 'open' | 'closed';
  readonly reasons: readonly string[];
}

export interface PhaseReport {
  readonly migration: string;
  readonly state: State;
  readonly done: readonly string[];
}

export interface DownReport extends PhaseReport {
  readonly passes: readonly PassReport[];
  /** Documents both versions changed to different values: left as they are. */
  readonly conflicts: number;
  /** All that were left as they are, those among them that the server refused; status names them. */
  readonly quarantined: number;
}

export interface StatusReport {
  readonly migration: string;
  readonly description: string;
  readonly state: State | 'new';
  readonly checksum: 'unchanged' | 'changed' | 'new' | 'imported';
  readonly passes: readonly PassReport[];
  /** Of the last pass; `scanned` are the documents that it has gone over. */
  readonly ranges: { readonly done: number; readonly total: number; readonly scanned: number };
  /** Held leases, each with the token that `unlock` takes. */
  readonly leases: readonly { readonly token: string; readonly owner: string; readonly until: Date; readonly expired: boolean }[];
  readonly quarantine: { readonly count: number; readonly sample: readonly { readonly id: unknown; readonly reason: string }[] };
  readonly control: Control;
  readonly approvals: readonly Approval[];
  readonly backup: BackupEvidence | undefined;
  readonly lastError: string | undefined;
  readonly history: readonly { readonly at: Date; readonly by: string; readonly event: string }[];
}

/** Live control while running, read every second by every runner. */
export interface Control {
  readonly paused?: boolean;
  /** Of each runner, whatever its number of streams. */
  readonly maxDocsPerSec?: number;
  readonly targetMs?: number;
  /** Hours that the oplog must reach back, below which every runner waits. @default 24 */
  readonly oplogHours?: number;
  /** Makes every runner stop for good after its batch, as SIGTERM would. */
  readonly abort?: boolean;
  readonly by?: string;
  readonly reason?: string;
}

/** Written by the Job that makes the backup; the gate only reads it. */
export interface BackupEvidence {
  readonly method: 'atlas' | 'pbm' | 'volumeSnapshot' | 'mongodump';
  readonly at: Date;
  readonly location: string;
  readonly clusterTime?: string;
  readonly restoreTestedAt?: Date;
}

/** Of a person, dated by the server. */
export interface Word {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

export type Approval = Word;

/** A migration another tool has already run, taken over into the ledger so that nobody runs it again. */
export interface ImportedMigration {
  readonly id: string;
  readonly appliedAt: Date;
  readonly description?: string;
}

/** Every method returns plain data or throws a `MigrationError` whose `exitCode` is the exit code of the process. */
export interface Engine {
  /** Writes nothing. */
  plan(id: string): Promise<PlanReport>;
  /** The same stages on a sample, computed by the server; writes nothing. */
  dryRun(id: string, options?: { readonly sample?: number }): Promise<DryRunReport>;
  expand(id: string, options?: RunOptions): Promise<ExpandReport>;
  /** One pass over everything, then repair passes until two in a row changed nothing, at most `maxPasses` (10, and 2 beside a tailer). Any number of processes may run it. */
  backfill(id: string, options?: RunOptions & { readonly maxPasses?: number }): Promise<BackfillReport>;
  /**
   * Follows the change stream until the signal aborts, or the switch; resolves then. With `wait` only the signal ends it: where there is
   * nothing to follow it waits, and for a database that is not there yet as long as for one that is lost.
   */
  catchUp(
    id: string,
    options: { readonly signal: AbortSignal; readonly wait?: boolean; readonly onProgress?: RunOptions['onProgress'] },
  ): Promise<{ readonly applied: number }>;
  /** Throws `INVARIANT_VIOLATED` (12) when drift, an invariant or the quarantine is not zero; otherwise moves the ledger to `ready`. */
  verify(id: string, options?: { readonly reverse?: boolean; readonly signal?: AbortSignal }): Promise<VerifyReport>;
  switch(id: string, options?: { readonly by?: string; readonly signal?: AbortSignal }): Promise<PhaseReport>;
  contract(id: string, options?: RunOptions): Promise<PhaseReport>;
  down(id: string, options?: RunOptions): Promise<DownReport>;
  /** Of one migration, or of all that are declared or in the ledger. */
  status(id?: string): Promise<readonly StatusReport[]>;
  /** For the release gate: reads the ledger and looks at the collection; writes nothing. */
  drift(id: string): Promise<DriftReport>;
  pause(id: string, who: { readonly by: string; readonly reason: string }): Promise<Control>;
  /** Ends a pause, and lets a `failed` migration go on from where it stood. */
  resume(id: string, who: { readonly by: string; readonly reason: string }): Promise<Control>;
  /** Sets live limits; only the given keys change. */
  throttle(id: string, control: Control): Promise<Control>;
  /** Frees one lease before it expires. The token is printed by `status`; recorded in the history. */
  unlock(token: string, who: { readonly by: string }): Promise<{ readonly freed: string; readonly owner: string }>;
  approve(id: string, approval: { readonly by: string; readonly reason: string }): Promise<readonly Approval[]>;
  /** The word of a person that nobody writes only the old shape any more, where neither pods nor reports show it. A roll back ends it. */
  gone(id: string, word: { readonly by: string; readonly reason: string }): Promise<Word>;
  recordBackup(id: string, evidence: BackupEvidence): Promise<BackupEvidence>;
  /** Adds finished entries; those already in the ledger stay as they are. */
  adopt(entries: readonly ImportedMigration[], who: { readonly by: string }): Promise<{ readonly added: number; readonly known: number }>;
}
