import type { Word } from './api';
import type { ClientRow, LedgerRow, LockRow } from './collections';
import { describeDuration, seconds } from './duration';
import { oldWritersAt } from './old-writers';
import type { Migration } from './types';

/** What is known about a migration when somebody asks whether the new side may become the authoritative one. */
export interface Evidence {
  readonly migration: Migration;
  readonly row: LedgerRow | null;
  readonly quarantined: number;
  /** Documents found wrong just now; undefined when that was not looked at. */
  readonly drift?: number | undefined;
  /** What running apps say they can write. */
  readonly clients: readonly ClientRow[];
  readonly tail: LockRow | null;
  /** The declaration is not the one that the passes were made with. */
  readonly changed?: boolean;
  /** By the server's clock. */
  readonly now: Date;
}

export interface Gate {
  readonly cleanPasses: number;
  readonly gate: 'open' | 'closed';
  /** Everything that keeps it closed, each with the way out. Empty when open. */
  readonly reasons: readonly string[];
}

const neededPasses = 2;
const freshTail = seconds(30);
/** What the tailer mends within this time is no drift. */
export const tailLag = seconds(2);

/**
 * Open when two passes in a row over all documents changed nothing, and nobody can have made new drift since the second began: no writer
 * of the old shape was alive then, or the tailer follows closely. Where it has followed since before the last pass began, that pass alone
 * is the proof, whatever it changed: it has put every document right, and the tailer mends what was written since. An old version that
 * never stops writing would let no pass find nothing. No data is never a pass: an old version that has never reported is not
 * known to be gone. A migration that declares `beforeSwitch` lets it serve until then; the old side stays right, and `switch` asks for proof.
 */
export function driftGate({ migration, row, quarantined, drift, clients, tail, changed, now }: Evidence): Gate {
  if (migration.backfill === undefined) return withoutBackfill(row);
  const passes = finishedForward(row);
  const firstDirty = passes.findLastIndex((pass) => pass.cancelled || pass.exact !== true || pass.modified !== 0);
  const cleanPasses = passes.length - 1 - firstDirty;
  const last = passes.at(-1);
  const covered = coveredBy(tail, last);
  const tailed = followsClosely({ row, tail, now });
  // Where one is declared, that it does not follow is told, once.
  const following = migration.backfill.catchUp === 'changeStream';
  const reasons = [
    last === undefined && 'the backfill must have run, got no finished pass; run backfill',
    last !== undefined &&
      cleanPasses < neededPasses &&
      (last.cancelled || !(tailed || (following && covered))) &&
      `${neededPasses} passes in a row must change nothing, got ${cleanPasses}: ${describePass(last)}; run backfill again`,
    quarantined > 0 && `no document may be in quarantine, got ${quarantined}; status names them, put them right and run verify`,
    drift !== undefined && drift > 0 && `no document may be wrong, got ${drift}; ${wayOutOfDrift(cleanPasses)}`,
    ...(last === undefined || tailed ? [] : whoMayWrite(migration, clients, row?.gone ?? undefined, last.startedAt)),
    !covered && 'a pass must have begun since the tailer lost its place in the oplog, got none; run backfill again',
    following &&
      covered &&
      !tailed &&
      `the tailer must be alive and at most ${describeDuration(tailLag)} behind, got ${describeTail(tail)}; run catchup`,
    changed && 'the declaration must be the one of the passes, got another checksum; put it back, or run backfill with --accept-checksum',
    row && ['failed', 'rollingBack', 'rolledBack'].includes(row.state) && `the migration must be on its way forward, got '${row.state}'`,
  ].filter((reason) => typeof reason === 'string');
  return { cleanPasses, gate: reasons.length === 0 ? 'open' : 'closed', reasons };
}

/** Whether the tailer is alive, close behind, and has missed nothing since the last forward pass began. */
export function followsClosely({ row, tail, now }: Pick<Evidence, 'row' | 'tail' | 'now'>): boolean {
  const last = finishedForward(row).at(-1);
  const fresh = tail?.seenAt !== undefined && now.getTime() - tail.seenAt.getTime() <= freshTail.ms;
  return fresh && coveredBy(tail, last) && (tail.lagMs ?? Number.POSITIVE_INFINITY) <= tailLag.ms;
}

const finishedForward = (row: LedgerRow | null): LedgerRow['passes'] =>
  passesOfThisTry(row).filter((pass) => pass.kind === 'forward' && pass.finishedAt !== undefined);

const coveredBy = (tail: LockRow | null, last: LedgerRow['passes'][number] | undefined): boolean =>
  tail?.since === undefined || (last !== undefined && last.startedAt >= tail.since);

function whoMayWrite(
  { gates, schemaVersion, backfill }: Migration,
  clients: readonly ClientRow[],
  gone: Word | undefined,
  since: Date,
): readonly string[] {
  if (gates?.oldVersionGone === 'beforeSwitch') return [];
  const { left, heardOf } = oldWritersAt(clients, schemaVersion, since);
  if (left.length > 0)
    return [
      `no writer of the old shape may be left when the last pass begins, got ${left.map(({ _id, version }) => `${_id} (${version})`).join(', ')}; release the dual-writing version or run catchup`,
    ];
  if (gone && gone.at > since) return [`a pass must have begun since the old version is gone, by ${gone.by}, got none; run backfill again`];
  // Without a tailer where one is declared that is told, once.
  if (gone || heardOf || backfill?.catchUp === 'changeStream') return [];
  return [
    `the old version must be known to be gone, got no report of one below schema ${schemaVersion}, ever: its silence shows nothing; let it call heartbeat, or run catchup, or gone when you know it otherwise, or declare gates.oldVersionGone: 'beforeSwitch' where the release that waits here is the first to write both shapes`,
  ];
}

/** Passes that change nothing while documents are wrong cannot mend them. */
export function wayOutOfDrift(cleanPasses: number): string {
  return cleanPasses < neededPasses
    ? 'run backfill again'
    : `run backfill again if the old version has just written them; if not, the transform leaves them wrong, as ${cleanPasses} passes that changed nothing show: look at dry-run, correct the declaration, and go on with --accept-checksum`;
}

/** What was clean before a roll back has been written by the old version since. */
export function passesOfThisTry(row: Pick<LedgerRow, 'passes' | 'passesBefore'> | null): LedgerRow['passes'] {
  return row?.passes.slice(row.passesBefore ?? 0) ?? [];
}

function withoutBackfill(row: LedgerRow | null): Gate {
  const expanded = row !== null && !['planned', 'expanding', 'failed', 'rollingBack', 'rolledBack'].includes(row.state);
  return {
    cleanPasses: 0,
    gate: expanded ? 'open' : 'closed',
    reasons: expanded ? [] : [`expand must be done, got '${row?.state ?? 'nothing'}'; run expand`],
  };
}

function describePass({ n, modified, exact, cancelled }: LedgerRow['passes'][number]): string {
  if (cancelled) return `pass ${n} was cancelled`;
  return exact
    ? `pass ${n} changed ${modified}`
    : `pass ${n} changed at least ${modified}, a kill, a lost reply or a refused document hides how many`;
}

function describeTail(tail: LockRow | null): string {
  if (tail?.seenAt === undefined) return 'none';
  return tail.lagMs === undefined
    ? `one last seen at ${tail.seenAt.toISOString()}`
    : `${tail.lagMs} ms behind at ${tail.seenAt.toISOString()}`;
}
