import { clientSide, serverSide } from '../../migrate/declaration';
import { lintMigration } from '../../migrate/lint';
import type { Backfill, Migration } from '../../migrate/types';

const sound: Migration = {
  ...{ id: '20261201-shops-place', description: 'town becomes place', database: 'myapp', collection: 'shops', schemaVersion: 2 },
  backfill: { drift: { place: null }, sourceFields: ['town'], transform: serverSide([{ $set: { place: '$town' } }]) },
  irreversible: 'the new version keeps writing town',
  contract: { unset: ['town'] },
  invariants: [{ name: 'place is text', none: { place: { $not: { $type: 'string' } } } }],
};
const told = (migration: Migration, wanted: 'error' | 'warning' = 'error') =>
  lintMigration(migration)
    .filter(({ level }) => level === wanted)
    .map(({ problem }) => problem.replace(`${sound.id}: `, ''));
const withBackfill = (change: Partial<Backfill>): Migration => ({ ...sound, backfill: { ...(sound.backfill as Backfill), ...change } });
const setting = (place: unknown, more: Partial<Backfill> = {}) => withBackfill({ transform: serverSide([{ $set: { place } }]), ...more });
const index = (name: string, key: Record<string, 1>, options: object): Migration => ({ ...sound, indexes: [{ name, key, options }] });

test('the one that all of these are made from is sound', () => {
  expect(lintMigration(sound)).toEqual([]);
});

test.each<{ readonly rule: string; readonly migration: Migration; readonly says: string }>([
  {
    rule: 'a projection drops what it does not name',
    migration: withBackfill({ transform: serverSide([{ $project: { place: '$town' } }]) }),
    says: 'got $project',
  },
  {
    rule: 'so does a replacement',
    migration: withBackfill({ transform: serverSide([{ $replaceWith: { place: '$town' } }]) }),
    says: "everything else stays, got a replacement; write { $mergeObjects: ['$$ROOT', ...] }",
  },
  {
    rule: 'an old field is not removed under a condition either',
    migration: withBackfill({ transform: serverSide([{ $set: { town: { $cond: ['$town', '$$REMOVE', ''] } } }]) }),
    says: 'got $$REMOVE somewhere in town',
  },
  {
    rule: 'contract removes nothing that was not carried over',
    migration: { ...sound, contract: { unset: ['town', 'phone'] } },
    says: 'contract.unset: only fields whose data a backfill has carried over (town), got phone',
  },
  {
    rule: 'nor anything that holds the new data',
    migration: {
      ...withBackfill({ sourceFields: ['address'], transform: serverSide([{ $set: { address: { place: '$address.town' } } }]) }),
      contract: { unset: ['address'] },
    },
    says: 'contract.unset: fields of the old shape, got address, with which address.place would go',
  },
  {
    rule: 'all sources are named',
    migration: setting({ $concat: ['$town', '$country'] }),
    says: 'all fields that the transform reads, got none of country',
  },
  {
    rule: 'cents are not divided twice',
    migration: withBackfill({ transform: serverSide([{ $set: { price: { $divide: ['$price', 100] } } }]), sourceFields: ['price'] }),
    says: 'got price made from itself',
  },
  {
    rule: 'a unique index spares documents without the new field',
    migration: index('place_1', { place: 1 }, { unique: true }),
    says: "indexes 'place_1': a unique index counts documents without place as equal",
  },
  {
    rule: 'sparse does not help beside an old field',
    migration: index('a', { tenant: 1, place: 1 }, { unique: true, sparse: true }),
    says: 'documents without place',
  },
  {
    rule: 'a hidden index deletes, too',
    migration: index('ttl', { seenAt: 1 }, { expireAfterSeconds: 60 }),
    says: "indexes 'ttl': none that deletes",
  },
  {
    rule: 'contract keeps the indexes of the new version',
    migration: { ...index('place_1', { place: 1 }, {}), contract: { unset: ['town'], dropIndexes: ['place_1'] } },
    says: 'got place_1, which this migration builds',
  },
  {
    rule: 'the old version may insert',
    migration: { ...sound, expand: { action: 'error', validator: { $jsonSchema: { required: ['place'] } } } },
    says: 'got place as required: inserts of the old version would be refused',
  },
])('$rule', ({ migration, says }) => {
  expect(told(migration).join('\n')).toContain(says);
});

const map = ({ town }: { town?: string }) => ({ place: town });
test.each([
  {
    rule: 'what is compared is read',
    project: { name: 1 },
    compareFields: ['town', 'name'],
    says: 'got none of town: nothing would ever be written',
  },
  {
    rule: 'what is read is compared',
    project: { town: 1, country: 1 },
    compareFields: ['town'],
    says: 'got none of country: a change meanwhile would be lost',
  },
  { rule: 'what is read is known', project: { photo: 0 }, compareFields: ['photo'], says: 'project is a list of fields, each with 1' },
])('a function: $rule', ({ project, compareFields, says }) => {
  const transform = clientSide<Record<string, string>, { place?: string }>({ project, map, compareFields, revision: 1 });
  expect(told(withBackfill({ transform, sourceFields: ['town', 'name', 'country', 'photo'] })).join('\n')).toContain(says);
});

test.each([
  { fine: 'a default reads nothing of the old shape', migration: { ...setting('Rome', { sourceFields: [] }), contract: {} } },
  { fine: 'and may keep what is there', migration: { ...setting({ $ifNull: ['$place', 'Rome'] }, { sourceFields: [] }), contract: {} } },
  {
    fine: 'a replacement of everything and more',
    migration: withBackfill({ transform: serverSide([{ $replaceWith: { $mergeObjects: ['$$ROOT', { place: '$town' }] } }]) }),
  },
  {
    fine: 'a unique index over some',
    migration: index('a', { place: 1 }, { unique: true, partialFilterExpression: { place: { $exists: true } } }),
  },
  { fine: 'a unique index of a field both versions write', migration: index('a', { email: 1 }, { unique: true }) },
])('fine: $fine', ({ migration }) => {
  expect(told(migration)).toEqual([]);
});

test('a field changed in place is warned of: it cannot be both', () => {
  const lower = withBackfill({ transform: serverSide([{ $set: { town: { $toLower: '$town' } } }]) });
  expect(told({ ...lower, contract: {} }, 'warning')).toEqual([
    expect.stringContaining('new fields beside the old ones, got town written over'),
  ]);
});
