import { Decimal128, type Document } from 'mongodb';
import { clientSide, type Migration, milliseconds, serverSide } from '../../../migrate';

/** A change of the schema as teams make it, with what the old version stores and writes meanwhile. */
export interface Usual {
  readonly what: string;
  readonly migration: Migration;
  /** A document of the old version. */
  readonly old: (n: number) => Document;
  /** What the old version writes over one. */
  readonly change: (n: number) => Document;
  /** The new fields, in words of this language only. */
  readonly expected: (old: Document) => Document;
  /** A write of the new version that forgets the old side, and what a roll back must make of it. */
  readonly forgetful?: { readonly write: Document; readonly back: Document };
}

const common = { database: 'myapp', schemaVersion: 2, gates: { drained: milliseconds(1) } } as const;
const remembered = (id: string, field: string) => `$_m.${id}.${field}`;
const isText = (field: string) => ({ name: `${field} is text`, none: { [field]: { $not: { $type: 'string' } } } });

/** One old field becomes one new one: the way back is the same for all of these. */
function oneToOne(
  id: Migration['id'],
  from: string,
  to: string,
  forth: unknown,
  back: unknown,
): Pick<Migration, 'backfill' | 'down' | 'contract'> {
  const differs = { $ne: [`$${to}`, forth] };
  return {
    backfill: {
      drift: { [from]: { $exists: true }, $expr: differs },
      sourceFields: [from],
      transform: serverSide([{ $set: { [to]: forth } }]),
      unconvertible: [{ reason: `only ${to} was changed`, filter: { $expr: { $and: [differs, { $eq: [remembered(id, to), forth] }] } } }],
    },
    down: {
      shadow: [to],
      drift: { $expr: { $and: [differs, { $eq: [remembered(id, to), forth] }] } },
      transform: serverSide([{ $set: { [from]: back } }]),
    },
    contract: { unset: [from] },
  };
}

const splitId = '20270101-people-names';
const nameParts = { $split: [{ $trim: { input: { $ifNull: ['$name', ''] } } }, ' '] };
const given = { $arrayElemAt: [nameParts, 0] };
const family = { $cond: [{ $gt: [{ $size: nameParts }, 1] }, { $arrayElemAt: [nameParts, 1] }, ''] };
const splitDiffers = { $or: [{ $ne: ['$given', given] }, { $ne: ['$family', family] }] };

const addressId = '20270103-shops-address';
const amountId = '20270105-invoices-amount';

export const usual: readonly Usual[] = [
  {
    what: 'one field split in two',
    migration: {
      ...common,
      ...{ id: splitId, description: 'name becomes given and family', collection: 'people' },
      backfill: {
        drift: { $expr: splitDiffers },
        sourceFields: ['name'],
        transform: serverSide([{ $set: { given, family } }]),
      },
      down: {
        shadow: ['given', 'family'],
        drift: {
          $expr: { $and: [splitDiffers, { $eq: [remembered(splitId, 'given'), given] }, { $eq: [remembered(splitId, 'family'), family] }] },
        },
        transform: serverSide([{ $set: { name: { $trim: { input: { $concat: ['$given', ' ', '$family'] } } } } }]),
      },
      contract: { unset: ['name'] },
      invariants: [isText('given'), isText('family')],
    },
    old: (n) => ({ name: n % 7 === 0 ? 'Plato' : `Ada King${n}` }),
    change: (n) => ({ $set: { name: `Emmy Noether${n}` } }),
    expected: ({ name }) => ({ given: name.split(' ')[0], family: name.split(' ')[1] ?? '' }),
    forgetful: { write: { $set: { given: 'Augusta' } }, back: { name: expect.stringMatching(/^Augusta /) } },
  },
  {
    what: 'a renamed field',
    migration: {
      ...common,
      ...{ id: '20270102-orders-customer', description: 'custId is called customerId', collection: 'orders' },
      ...oneToOne('20270102-orders-customer', 'custId', 'customerId', '$custId', '$customerId'),
      invariants: [isText('customerId')],
    },
    old: (n) => ({ custId: `c${n}` }),
    change: (n) => ({ $set: { custId: `d${n}` } }),
    expected: ({ custId }) => ({ customerId: custId }),
    forgetful: { write: { $set: { customerId: 'z' } }, back: { custId: 'z' } },
  },
  {
    what: 'fields moved into one',
    migration: {
      ...common,
      ...{ id: addressId, description: 'street and city become address', collection: 'shops' },
      backfill: {
        drift: { $expr: { $or: [{ $ne: ['$address.street', '$street'] }, { $ne: ['$address.city', '$city'] }] } },
        sourceFields: ['street', 'city'],
        transform: serverSide([{ $set: { address: { street: '$street', city: '$city' } } }]),
      },
      irreversible: 'the new version keeps writing street and city until contract',
      contract: { unset: ['street', 'city'], approvals: 1 },
      invariants: [{ name: 'a shop has a city', none: { 'address.city': { $not: { $type: 'string' } } } }],
    },
    old: (n) => ({ street: `Street ${n}`, city: 'Rome' }),
    change: (n) => ({ $set: { city: `City ${n}` } }),
    expected: ({ street, city }) => ({ address: { street, city } }),
  },
  {
    what: 'text that becomes a date',
    migration: {
      ...common,
      ...{ id: '20270104-events-day', description: 'day becomes a date', collection: 'events' },
      ...oneToOne(
        '20270104-events-day',
        'day',
        'heldOn',
        { $dateFromString: { dateString: '$day', onError: null } },
        { $dateToString: { date: '$heldOn', format: '%Y-%m-%d' } },
      ),
      invariants: [{ name: 'heldOn is a date', none: { heldOn: { $not: { $type: 'date' } } } }],
    },
    old: (n) => ({ day: `2026-01-${String((n % 28) + 1).padStart(2, '0')}` }),
    change: (n) => ({ $set: { day: `2026-02-${String((n % 28) + 1).padStart(2, '0')}` } }),
    expected: ({ day }) => ({ heldOn: new Date(`${day}T00:00:00Z`) }),
    forgetful: { write: { $set: { heldOn: new Date('2027-03-04T00:00:00Z') } }, back: { day: '2027-03-04' } },
  },
  {
    what: 'text that becomes a decimal, by a function',
    migration: {
      ...common,
      ...{ id: amountId, description: 'amount becomes a decimal', collection: 'invoices' },
      backfill: {
        drift: { $expr: { $ne: ['$amountText', '$amount'] } },
        sourceFields: ['amount'],
        transform: clientSide<{ amount: string }, { total: Decimal128; amountText: string }>({
          project: { amount: 1 },
          map: ({ amount }) => ({ total: Decimal128.fromString(amount), amountText: amount }),
          compareFields: ['amount'],
          revision: 1,
        }),
      },
      irreversible: 'the new version keeps writing amount until contract',
      contract: { unset: ['amount'], approvals: 1 },
      invariants: [{ name: 'there is a total', none: { total: null } }],
    },
    old: (n) => ({ amount: `${n}.50` }),
    change: (n) => ({ $set: { amount: `${n}.75` } }),
    expected: ({ amount }) => ({ total: Decimal128.fromString(amount) }),
  },
  {
    what: 'a field with a default',
    migration: {
      ...common,
      ...{ id: '20270106-accounts-locale', description: 'every account has a locale', collection: 'accounts' },
      backfill: { drift: { locale: null }, sourceFields: [], transform: serverSide([{ $set: { locale: 'en' } }]) },
      irreversible: 'the old version ignores it',
      invariants: [isText('locale')],
    },
    old: (n) => (n % 3 === 0 ? { locale: 'de' } : {}),
    change: (n) => ({ $set: { seen: n } }),
    expected: ({ locale }) => ({ locale: locale ?? 'en' }),
  },
  {
    what: 'references that become sub-documents',
    migration: {
      ...common,
      ...{ id: '20270107-carts-items', description: 'itemIds become items', collection: 'carts' },
      backfill: {
        drift: { $or: [{ items: { $exists: false } }, { $expr: { $ne: ['$items.id', { $ifNull: ['$itemIds', []] }] } }] },
        sourceFields: ['itemIds'],
        transform: serverSide([
          { $set: { items: { $map: { input: { $ifNull: ['$itemIds', []] }, as: 'one', in: { id: '$$one', count: 1 } } } } },
        ]),
      },
      irreversible: 'the new version keeps writing itemIds until contract',
      contract: { unset: ['itemIds'], approvals: 1 },
      invariants: [{ name: 'an item has an id', none: { items: { $elemMatch: { id: null } } } }],
    },
    old: (n) => ({ itemIds: n % 5 === 0 ? [] : [n, n + 1] }),
    change: (n) => ({ $push: { itemIds: 1000 + n } }),
    expected: ({ itemIds }) => ({ items: itemIds.map((id: number) => ({ id, count: 1 })) }),
  },
  {
    what: 'a soft delete under another name',
    migration: {
      ...common,
      ...{ id: '20270108-notes-state', description: 'deleted becomes state', collection: 'notes' },
      ...oneToOne('20270108-notes-state', 'deleted', 'state', { $cond: ['$deleted', 'deleted', 'active'] }, { $eq: ['$state', 'deleted'] }),
      invariants: [{ name: 'a known state', none: { state: { $nin: ['active', 'deleted'] } } }],
    },
    old: (n) => ({ deleted: n % 2 === 0 }),
    change: (n) => ({ $set: { deleted: n % 3 === 0 } }),
    expected: ({ deleted }) => ({ state: deleted ? 'deleted' : 'active' }),
    forgetful: { write: { $set: { state: 'deleted' } }, back: { deleted: true } },
  },
];
