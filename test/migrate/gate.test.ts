import type { LedgerRow, PassRow } from '../../migrate/collections';
import { driftGate, type Evidence } from '../../migrate/gate';
import { usersFullName } from '../../migrate/migrations/users-full-name';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
const pass = (n: number, modified: number, change: Partial<PassRow> = {}): PassRow => ({
  n,
  kind: 'forward',
  ranges: [],
  documents: 10,
  startedAt: at(n),
  finishedAt: at(n),
  modified,
  exact: true,
  ...change,
});
const pod = (schemaMax: number, minute: number) => ({
  _id: `pod-${schemaMax}`,
  app: 'myapp',
  version: `${schemaMax}.0`,
  schemaMin: 1,
  schemaMax,
  seenAt: at(minute),
});
const tail = (lagMs: number, minute: number) => ({
  _id: 'tail',
  m: usersFullName.id,
  owner: 'x',
  token: 1,
  leaseUntil: at(minute),
  lagMs,
  seenAt: at(minute),
});

/** The old version reports, and the one that writes both shapes is out before the release that waits. */
const strict = { ...usersFullName, gates: { ...usersFullName.gates, oldVersionGone: 'beforePromotion' as const } };
/** The old one was last heard of long before any pass. */
const silent = [pod(1, -20), pod(2, 9)];

function gate(passes: readonly PassRow[], change: Partial<Evidence> & { readonly gone?: LedgerRow['gone'] } = {}) {
  const row = {
    _id: usersFullName.id,
    checksum: '',
    description: '',
    state: 'verifying' as const,
    fence: 0,
    passes,
    approvals: [],
    history: [],
    gone: change.gone ?? null,
  };
  return driftGate({ migration: strict, row, quarantined: 0, drift: 0, clients: silent, tail: null, now: at(10), ...change });
}

test('two clean passes in a row open it', () => {
  expect(gate([pass(1, 100), pass(2, 0), pass(3, 0)])).toEqual({ cleanPasses: 2, gate: 'open', reasons: [] });
});

test('without evidence it is closed', () => {
  expect(gate([])).toMatchObject({ gate: 'closed', reasons: ['the backfill must have run, got no finished pass; run backfill'] });
  expect(gate([], { row: null })).toMatchObject({ gate: 'closed' });
});

test.each<{ readonly what: string; readonly passes: readonly PassRow[]; readonly change?: Partial<Evidence>; readonly reason: string }>([
  { what: 'one clean pass', passes: [pass(1, 9), pass(2, 0)], reason: 'got 1: pass 2 changed 0' },
  { what: 'a pass that changed something between clean ones', passes: [pass(1, 0), pass(2, 3), pass(3, 0)], reason: 'got 1' },
  {
    what: 'a pass that a kill made uncertain',
    passes: [pass(1, 0), pass(2, 0, { exact: false })],
    reason: 'pass 2 changed at least 0, a kill, a lost reply or a refused document hides how many',
  },
  { what: 'a cancelled pass', passes: [pass(1, 0), pass(2, 0, { cancelled: true })], reason: 'pass 2 was cancelled' },
  {
    what: 'an unfinished pass',
    passes: [pass(1, 0), { ...pass(2, 0), finishedAt: undefined as never }],
    reason: 'got 1: pass 1 changed 0',
  },
  {
    what: 'a document in quarantine',
    passes: [pass(1, 0), pass(2, 0)],
    change: { quarantined: 1 },
    reason: 'no document may be in quarantine, got 1',
  },
  {
    what: 'a document that is wrong now',
    passes: [pass(1, 0), pass(2, 0)],
    change: { drift: 1 },
    reason: 'no document may be wrong, got 1',
  },
  {
    what: 'an old writer alive after the last pass began',
    passes: [pass(1, 0), pass(2, 0)],
    change: { clients: [pod(1, 3)] },
    reason: 'got pod-1 (1.0)',
  },
  {
    what: 'a tailer that is behind',
    passes: [pass(1, 0), pass(2, 0)],
    change: { clients: [pod(1, 3)], tail: tail(9000, 10) },
    reason: 'got pod-1 (1.0)',
  },
])('$what keeps it closed', ({ passes, change, reason }) => {
  const { gate: state, reasons } = gate(passes, change);
  expect(state).toBe('closed');
  expect(reasons).toEqual([expect.stringContaining(reason)]);
});

test('an old writer that was gone before the last pass began is no reason; one that reported a minute before may have written since', () => {
  expect(gate([pass(1, 0), pass(4, 0)], { clients: [pod(1, 1), pod(2, 9)] })).toMatchObject({ gate: 'open' });
  expect(gate([pass(1, 0), pass(4, 0)], { clients: [pod(1, 3), pod(2, 9)] })).toMatchObject({ gate: 'closed' });
});

describe('silence of an old version that has never reported', () => {
  const clean = [pass(1, 0), pass(4, 0)];
  const reason = expect.stringMatching(/^the old version must be known to be gone, got no report of one below schema 2, ever/);

  test.each([
    { who: 'nobody', clients: [] },
    { who: 'the new version alone', clients: [pod(2, 9)] },
  ])('is no proof that it is gone, when $who reports', ({ clients }) => {
    expect(gate(clean, { clients })).toEqual({ cleanPasses: 2, gate: 'closed', reasons: [reason] });
  });

  test('is made up for by a tailer, by the word of a person, or by a declaration that it serves until the switch', () => {
    const word = (minute: number) => ({ by: 'Grace', reason: 'its ReplicaSet is at 0', at: at(minute) });
    expect(gate(clean, { clients: [], tail: tail(500, 10) })).toMatchObject({ gate: 'open' });
    expect(gate(clean, { clients: [], gone: word(3) })).toMatchObject({ gate: 'open' });
    expect(gate(clean, { clients: [], migration: usersFullName })).toMatchObject({ gate: 'open' });
    expect(gate(clean, { clients: [], gone: word(5) }).reasons).toEqual([expect.stringContaining('got none; run backfill again')]);
  });

  test('a word does not count against a report', () => {
    const gone = { by: 'Grace', reason: 'its ReplicaSet is at 0', at: at(3) };
    expect(gate(clean, { clients: [pod(1, 5)], gone }).reasons).toEqual([expect.stringContaining('got pod-1 (1.0)')]);
  });
});

describe('an old version that never stops writing, so that every pass changes something', () => {
  const busy = [pass(1, 100), pass(2, 7)];
  const writing = { clients: [pod(1, 9)] };

  test('opens it when the tailer has followed since before the last pass', () => {
    expect(gate(busy, { ...writing, tail: tail(500, 10) })).toEqual({ cleanPasses: 0, gate: 'open', reasons: [] });
    expect(gate(busy, { ...writing, tail: { ...tail(500, 10), since: at(2) } })).toMatchObject({ gate: 'open' });
  });

  test.each([
    { what: 'without a tailer', passes: busy, following: null },
    { what: 'with one that is behind', passes: busy, following: tail(2500, 10) },
    { what: 'with one that is silent', passes: busy, following: tail(500, 9) },
    { what: 'with one that lost its place since', passes: busy, following: { ...tail(500, 10), since: at(3) } },
    { what: 'with a last pass that was cancelled', passes: [pass(1, 100), pass(2, 7, { cancelled: true })], following: tail(500, 10) },
    { what: 'with one but no finished pass', passes: [], following: tail(500, 10) },
  ])('$what keeps it closed', ({ passes, following }) => {
    expect(gate(passes, { ...writing, tail: following })).toMatchObject({ gate: 'closed' });
  });
});

test('nor is one whose writes the tailer carries over at once', () => {
  expect(gate([pass(1, 0), pass(2, 0)], { clients: [pod(1, 9)], tail: tail(500, 10) })).toMatchObject({ gate: 'open' });
});
