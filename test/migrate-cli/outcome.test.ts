import type { BackfillReport } from '../../migrate';
import { failureOf } from '../../migrate/cli/outcome';

const settled: BackfillReport = {
  ...{ migration: 'm', state: 'verifying', passes: [], quarantined: 0, settled: true, gate: 'open', reasons: [] },
  own: { batches: 1, scanned: 1, modified: 0, fenced: 0 },
};
const because = { reasons: ['because'], gate: 'closed' } as const;

test.each<{
  readonly what: string;
  readonly report: Partial<BackfillReport>;
  readonly code: string | undefined;
  readonly exitCode?: number;
}>([
  { what: 'an open gate', report: {}, code: undefined },
  { what: 'passes that all changed something, beside a tailer', report: { settled: false }, code: undefined },
  { what: 'documents that still change', report: { settled: false, ...because }, code: 'UNSETTLED', exitCode: 22 },
  { what: 'a document in quarantine', report: { quarantined: 1, settled: false, ...because }, code: 'INVARIANT_VIOLATED', exitCode: 12 },
  { what: 'a gate closed by others than the documents', report: because, code: 'GATE_CLOSED', exitCode: 10 },
  { what: 'an old side in step after the switch', report: { ...because, state: 'switched' }, code: undefined },
  { what: 'an old side not in step after it', report: { ...because, state: 'switched', settled: false }, code: 'UNSETTLED', exitCode: 22 },
])('$what ends a backfill with $exitCode', ({ report, code, exitCode }) => {
  const failure = failureOf({ ...settled, ...report });
  expect([failure?.code, failure?.exitCode]).toEqual([code, exitCode]);
  expect(failure?.reasons ?? because.reasons).toEqual(because.reasons);
});
