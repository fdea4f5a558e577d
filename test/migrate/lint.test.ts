import { checksumOf } from '../../migrate/checksum';
import { clientSide, defineMigration, serverSide } from '../../migrate/declaration';
import { lintMigration, lintMigrations } from '../../migrate/lint';
import { usersFullName } from '../../migrate/migrations/users-full-name';
import type { Backfill, Migration } from '../../migrate/types';

const sound: Migration = {
  id: '20261201-users-locale',
  description: 'every user has a locale',
  database: 'myapp',
  collection: 'users',
  schemaVersion: 3,
  backfill: { drift: { locale: null }, sourceFields: ['country'], transform: serverSide([{ $set: { locale: '$country' } }]) },
  down: { drift: { country: null }, transform: serverSide([{ $set: { country: '$locale' } }]) },
  contract: { unset: ['country'] },
  invariants: [{ name: 'locale is text', none: { locale: { $not: { $type: 'string' } } } }],
};
const withBackfill = (change: Partial<Backfill>): Migration => ({ ...sound, backfill: { ...(sound.backfill as Backfill), ...change } });
const errors = (migration: Migration) =>
  lintMigration(migration)
    .filter(({ level }) => level === 'error')
    .map(({ problem }) => problem);

test('the reference migration is sound', () => {
  expect(lintMigrations([usersFullName])).toEqual([]);
  expect(lintMigration(sound)).toEqual([]);
});

test.each([
  {
    rule: 'the id sorts by date',
    migration: { ...sound, id: '1-X' as const },
    says: "id: a date and words like 20261101-users-full-name, got '1-X'",
  },
  { rule: 'no system database', migration: { ...sound, database: 'admin' }, says: "database: one of the application, got 'admin'" },
  {
    rule: 'not the ledger itself',
    migration: { ...sound, collection: '_mig.ledger' },
    says: "collection: one of the application, got '_mig.ledger'",
  },
  { rule: 'at least one invariant', migration: { ...sound, invariants: [] }, says: 'invariants: at least one' },
  {
    rule: 'a way back or a reason',
    migration: { ...sound, down: undefined as never },
    says: "down: a way back, or irreversible: '<reason>'",
  },
  { rule: 'drift is more than a flag', migration: withBackfill({ drift: { schemaVersion: { $ne: 2 } } }), says: 'got only schemaVersion' },
  { rule: 'drift is a condition', migration: withBackfill({ drift: {} }), says: 'got one that matches every document' },
  {
    rule: 'drift leaves _id to the ranges',
    migration: withBackfill({ drift: { locale: null, _id: { $gt: 5 } } as never }),
    says: 'fields other than _id',
  },
  {
    rule: 'no undefined in a filter',
    migration: withBackfill({ drift: { locale: undefined, country: 1 } }),
    says: 'filters without undefined',
  },
  {
    rule: 'removing waits for contract',
    migration: withBackfill({ transform: serverSide([{ $unset: 'country' }]) }),
    says: 'removing is the work of contract',
  },
  {
    rule: 'nor by $$REMOVE',
    migration: withBackfill({ transform: serverSide([{ $set: { country: '$$REMOVE' } }]) }),
    says: 'got $$REMOVE in country',
  },
  { rule: 'only stages an update takes', migration: withBackfill({ transform: serverSide([{ $lookup: {} }]) }), says: 'got $lookup' },
  {
    rule: 'running twice changes nothing',
    migration: withBackfill({ transform: serverSide([{ $set: { visits: { $add: ['$visits', 1] } } }]) }),
    says: 'running twice must change nothing, got visits made from itself',
  },
  {
    rule: 'a function names its revision',
    migration: withBackfill({ transform: clientSide({ project: {}, map: (user) => user, compareFields: [], revision: 0 }) }),
    says: 'compareFields names what map reads',
  },
  { rule: 'batches have bounds', migration: withBackfill({ batch: { min: 10, max: 5 } }), says: '1 <= min <= max <= 100000, got 10 and 5' },
])('$rule', ({ migration, says }) => {
  expect(errors(migration).join('\n')).toContain(says);
});

test('all problems are told at once, each with the migration', () => {
  const problems = errors({ ...withBackfill({ drift: {}, sourceFields: [] }), database: '', invariants: [], schemaVersion: 0 });
  expect(problems).toHaveLength(6);
  expect(problems.every((problem) => problem.startsWith(`${sound.id}: `))).toBe(true);
});

test('ids are used once, and requirements exist and come earlier', () => {
  const later = { ...sound, id: '20270101-later' as const };
  const problems = lintMigrations([{ ...sound, requires: ['20270101-later', '20200101-nowhere'] }, later, later]).map(
    ({ problem }) => problem,
  );
  expect(problems).toEqual([
    expect.stringContaining(
      "requires: declared migrations (20261201-users-locale, 20270101-later, 20270101-later), got '20200101-nowhere'",
    ),
    expect.stringContaining("requires: earlier migrations, got '20270101-later'"),
    expect.stringContaining('20270101-later: an id is used once, got it again at position 2'),
  ]);
});

describe('the checksum', () => {
  test('is the same for the same declaration', () => {
    expect(checksumOf(sound)).toBe(checksumOf(structuredClone(sound)));
  });

  test('changes with a condition, and with the order of keys', () => {
    const reordered = { ...sound, contract: { approvals: 1, unset: ['country'] } };
    const original = { ...sound, contract: { unset: ['country'], approvals: 1 } };
    expect(checksumOf(withBackfill({ drift: { locale: '' } }))).not.toBe(checksumOf(sound));
    expect(checksumOf(reordered)).not.toBe(checksumOf(original));
  });

  test('sees a function only by its revision', () => {
    const mapped = (revision: number, map: (user: { country?: string }) => { locale?: string }) =>
      checksumOf(
        withBackfill({
          transform: clientSide<{ country?: string }, { locale?: string }>({
            project: { country: 1 },
            map,
            compareFields: ['country'],
            revision,
          }),
        }),
      );
    expect(mapped(1, () => ({ locale: 'a' }))).toBe(mapped(1, () => ({ locale: 'b' })));
    expect(mapped(1, () => ({ locale: 'a' }))).not.toBe(mapped(2, () => ({ locale: 'a' })));
  });
});

test('a declaration is checked against both document types', () => {
  interface Old {
    readonly country: string;
  }
  interface New extends Old {
    readonly locale: string;
  }
  const { backfill, down } = sound;
  // @ts-expect-error the source fields are fields of the old type
  defineMigration<Old, New>({ ...sound, backfill: { ...backfill, sourceFields: ['county'] }, down, contract: {} } as const);
  // @ts-expect-error contract removes fields of the old type only
  defineMigration<Old, New>({ ...sound, backfill: undefined, down: undefined, contract: { unset: ['county'] } } as const);
  expect(
    defineMigration<Old, New>({ ...sound, backfill: undefined, down: undefined, contract: { unset: ['country'] } } as never),
  ).toBeDefined();
});
