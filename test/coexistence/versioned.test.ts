import fc from 'fast-check';
import { aggregate } from 'mingo';
import { type Authority, asUpdate, type OldName, users } from '../../migrate/coexistence';
import { authorityOf } from '../../migrate/coexistence/ledger-authority';
import { usersFullName } from '../../migrate/migrations/users-full-name';

const adapter = (authority: Authority) => users(() => authority);
const name = fc.oneof(fc.constantFrom(undefined, null, '', 'Ada', 'Lovelace', 5), fc.string());

test('both shapes say the same: from new to old and back loses nothing but outer space', () => {
  fc.assert(
    fc.property(fc.string(), (given) => {
      const fullName = given.trim();
      const written = asUpdate(adapter('new').set({ fullName })) as { $set: OldName };
      expect(adapter('old').read(written.$set).fullName).toBe(fullName);
    }),
  );
});

test('the app computes what the migration computes on the server', () => {
  const transform = usersFullName.backfill?.transform;
  const stages = transform?.kind === 'serverSide' ? [...transform.stages] : [];
  // Spaces of every kind: the server and the app trim the same ones.
  const word = fc.oneof(fc.constantFrom(undefined, null, '', 5), fc.stringMatching(/^[ \tA-Za-zäé0-9-]{0,8}$/));
  fc.assert(
    fc.property(word, word, (firstName, lastName) => {
      const document = JSON.parse(JSON.stringify({ _id: 1, firstName, lastName })) as OldName;
      const [onServer] = aggregate([document], stages as never) as { fullName: string }[];
      expect(adapter('old').read(document).fullName).toBe(onServer?.fullName);
    }),
  );
});

test.each<{ authority: Authority; full: string; first: string }>([
  { authority: 'old', full: 'Ada King', first: 'Ada' },
  { authority: 'new', full: 'Ada Lovelace', first: 'Ada' },
])('while $authority is right, the other side is computed from it and not believed', ({ authority, full, first }) => {
  const stored = { _id: 1, firstName: 'Ada', lastName: 'King', fullName: 'Ada Lovelace' };
  expect(adapter(authority).read(stored)).toMatchObject({ fullName: full, firstName: first });
});

test('a document that is not there stays not there', () => {
  expect(adapter('old').read(null)).toBeNull();
});

test('one update carries both shapes until contract, and only the new one after it', () => {
  expect(adapter('new').set({ fullName: 'Ada Lovelace' })).toEqual({
    $set: { fullName: 'Ada Lovelace', firstName: 'Ada', lastName: 'Lovelace', [`_m.${usersFullName.id}.fullName`]: 'Ada Lovelace' },
    $max: { migrationVersion: 2 },
  });
  expect(adapter('contracted').set({ fullName: 'Ada Lovelace' })).toEqual({
    $set: { fullName: 'Ada Lovelace' },
    $max: { migrationVersion: 2 },
  });
});

test('a change of some old fields never writes the absent ones', () => {
  fc.assert(
    fc.property(name, name, (firstName, lastName) => {
      const [first] = asUpdate(adapter('old').setOld({ firstName, lastName } as OldName)) as [{ $set: Record<string, unknown> }];
      const given = Object.entries({ firstName, lastName }).filter(([, value]) => value !== undefined);
      // Values are literals: a name that begins with $ is no field path.
      expect(first.$set).toEqual(Object.fromEntries(given.map(([field, value]) => [field, { $literal: value }])));
    }),
  );
});

test('an insert has both shapes and the version', () => {
  expect(adapter('old').both({ email: 'ada@example.com' }, { fullName: 'Ada Lovelace' })).toEqual({
    email: 'ada@example.com',
    fullName: 'Ada Lovelace',
    firstName: 'Ada',
    lastName: 'Lovelace',
    migrationVersion: 2,
    _m: { [usersFullName.id]: { fullName: 'Ada Lovelace' } },
  });
});

test('a search finds what only the old version wrote, until the new side is right', () => {
  const old = { firstName: 'Ada', lastName: 'King' };
  expect(adapter('old').filter({ fullName: 'Ada King' }, old)).toEqual({ $or: [{ fullName: 'Ada King' }, old] });
  expect(adapter('new').filter({ fullName: 'Ada King' }, old)).toEqual({ fullName: 'Ada King' });
});

test.each([
  [null, 'old'],
  [{ state: 'backfilling' }, 'old'],
  [{ state: 'ready' }, 'old'],
  [{ state: 'switched' }, 'new'],
  [{ state: 'contracting' }, 'contracted'],
  [{ state: 'failed' }, 'old'],
  [{ state: 'failed', failedFrom: 'switched' }, 'new'],
  [{ state: 'failed', failedFrom: 'contracting' }, 'contracted'],
  // Rolled back once, begun again: the switch of the first time means nothing.
  [{ state: 'failed', failedFrom: 'backfilling', switchedAt: new Date(0) }, 'old'],
  [{ state: 'rolledBack' }, 'old'],
  [{ state: 'done' }, 'contracted'],
] as const)('the ledger at %j makes %s right', (row, authority) => {
  expect(authorityOf(row)).toBe(authority);
});
