import { Binary, BSON, type Decimal128, type Document, type Long, ObjectId, type Timestamp } from 'bson';

/** How MongoDB sorts values of different kinds. */
export function compareValues(one: unknown, other: unknown): number {
  const kinds = rankOf(one) - rankOf(other);
  if (kinds !== 0) return kinds;
  if (one instanceof ObjectId && other instanceof ObjectId) return Buffer.compare(one.id as Buffer, other.id as Buffer);
  if (one instanceof Date && other instanceof Date) return one.getTime() - other.getTime();
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0;
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (rankOf(one) === 3) return compareNumbers(numberOf(one), numberOf(other));
  if (one instanceof Binary && other instanceof Binary) return one.length() - other.length() || Buffer.compare(one.buffer, other.buffer);
  if (rankOf(one) === 11) return (one as Timestamp).compare(other as Timestamp);
  if (rankOf(one) === 5 || rankOf(one) === 6) return compareEntries(Object.entries(one as object), Object.entries(other as object));
  return 0;
}

/** The same value gives the same text, whatever object holds it. */
export function keyOf(id: unknown): string {
  if (id instanceof ObjectId) return id.toHexString();
  // What relaxed EJSON writes for them, and quicker.
  if (typeof id === 'string' || Number.isFinite(id)) return `{"id":${JSON.stringify(id)}}`;
  return BSON.EJSON.stringify({ id }, { relaxed: true });
}

/** The aliases `$type` takes. */
export function typeOf(value: unknown): readonly string[] {
  return names[rankOf(value)] ?? [];
}

export const rankOfType = (name: string): number => Number(Object.entries(names).find(([, aliases]) => aliases.includes(name))?.[0] ?? -1);

const names: Readonly<Record<number, readonly string[]>> = {
  0: ['minKey'],
  2: ['null'],
  3: ['number', 'int', 'long', 'double', 'decimal'],
  4: ['string'],
  5: ['object'],
  6: ['array'],
  7: ['binData'],
  8: ['objectId'],
  9: ['bool'],
  10: ['date'],
  11: ['timestamp'],
  12: ['regex'],
  99: ['maxKey'],
};

/** Where a kind of value sorts. */
export function rankOf(value: unknown): number {
  if (value === null || value === undefined) return 2;
  if (typeof value === 'number' || typeof value === 'bigint') return 3;
  if (typeof value === 'string') return 4;
  if (typeof value === 'boolean') return 9;
  if (Array.isArray(value)) return 6;
  if (value instanceof Date) return 10;
  if (value instanceof RegExp) return 12;
  const kind = (value as { _bsontype?: string })._bsontype;
  return (kind === undefined ? undefined : ranks[kind]) ?? 5;
}

const ranks: Readonly<Record<string, number>> = {
  MinKey: 0,
  Int32: 3,
  Double: 3,
  Long: 3,
  Decimal128: 3,
  BSONSymbol: 4,
  Binary: 7,
  UUID: 7,
  ObjectId: 8,
  Timestamp: 11,
  BSONRegExp: 12,
  MaxKey: 99,
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(String(value as Long | Decimal128)));

function compareNumbers(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(other)) - Number(Number.isNaN(one));
  return one < other ? -1 : Number(one > other);
}

function compareEntries(one: [string, unknown][], other: [string, unknown][]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [name, value] = one[index] ?? ['', undefined];
    const [otherName, otherValue] = other[index] ?? ['', undefined];
    const difference = compareValues(value, otherValue) || (name < otherName ? -1 : name > otherName ? 1 : 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

export const valueAt = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)), document);
