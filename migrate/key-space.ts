import { type Document, type Filter, MaxKey, MinKey } from 'mongodb';

/**
 * The kinds of `_id` in the order in which MongoDB sorts them. A comparison matches only within one bracket: `{ $gt: 5 }` never finds a
 * string. NaN is its own bracket, because `$gt` and `$lt` never find it.
 */
export const brackets = [
  'minKey',
  'null',
  'nan',
  'number',
  'string',
  'object',
  'binData',
  'objectId',
  'bool',
  'date',
  'timestamp',
  'dbPointer',
  'javascript',
  'javascriptWithScope',
  'maxKey',
] as const;

export type Bracket = (typeof brackets)[number];

/**
 * A part of the key space: some neighbouring brackets, or one bracket between two bounds. A missing bound is open, so that documents
 * inserted later still belong somewhere. Bounds are wrapped because an `_id` may be null.
 */
export interface Range {
  readonly brackets: readonly Bracket[];
  /** Inclusive. */
  readonly from?: { readonly id: unknown };
  /** Exclusive. */
  readonly to?: { readonly id: unknown };
}

/** Splits the whole key space: at the given ids where there are documents, and one range for all kinds of ids nobody uses yet. */
export function splitKeySpace(splitPoints: readonly unknown[], present: readonly Bracket[]): readonly Range[] {
  const used = brackets.filter((bracket) => present.includes(bracket));
  const rest = brackets.filter((bracket) => !used.includes(bracket));
  const split = used.flatMap((bracket) => {
    const points = single.has(bracket) ? [] : splitPoints.filter((id) => bracketOf(id) === bracket);
    const bounds = [undefined, ...points.map((id) => ({ id })), undefined];
    return bounds.slice(1).map((to, index): Range => {
      const from = bounds[index];
      return { brackets: [bracket], ...(from && { from }), ...(to && { to }) };
    });
  });
  return rest.length > 0 ? [...split, { brackets: rest }] : split;
}

/** Kinds that are one value: nothing to split. */
const single: ReadonlySet<Bracket> = new Set(['minKey', 'null', 'nan', 'maxKey']);

/** The ids of a range after a cursor and up to an id, both optional. Everything that touches documents by range goes through here. */
export function idsWithin(range: Range, after?: { readonly id: unknown }, upTo?: { readonly id: unknown }): Filter<Document> {
  const first = after ? brackets.indexOf(bracketOf(after.id)) : 0;
  const last = upTo ? brackets.indexOf(bracketOf(upTo.id)) : brackets.length;
  const alternatives = range.brackets
    .filter((bracket) => brackets.indexOf(bracket) >= first && brackets.indexOf(bracket) <= last)
    .map((bracket) => {
      const within = (edge: { readonly id: unknown } | undefined) => edge !== undefined && bracketOf(edge.id) === bracket;
      return idsOfBracket(bracket, {
        ...(within(after) ? { $gt: after?.id } : range.from && { $gte: range.from.id }),
        ...(within(upTo) ? { $lte: upTo?.id } : range.to && { $lt: range.to.id }),
      });
    })
    .filter((condition) => condition !== undefined);
  if (alternatives.length === 1 && alternatives[0]) return alternatives[0];
  return alternatives.length === 0 ? nothing : { $or: alternatives };
}

/** No `_id` is in an empty list. */
const nothing: Filter<Document> = { _id: { $in: [] } };

function idsOfBracket(bracket: Bracket, bounds: Document): { readonly _id: Document } | undefined {
  const bounded = Object.keys(bounds).length > 0;
  switch (bracket) {
    case 'nan':
      // A single value: once the cursor is on it, nothing of this bracket is left.
      return '$gt' in bounds ? undefined : { _id: { $eq: Number.NaN } };
    case 'number':
      return { _id: bounded && ('$gte' in bounds || '$gt' in bounds) ? bounds : { $gte: Number.NEGATIVE_INFINITY, ...bounds } };
    case 'minKey':
    case 'null':
    case 'maxKey':
      return '$gt' in bounds ? undefined : { _id: { $type: bracket } };
    case 'string':
      // From the least one on, which holds symbols as well; not every server knows their type by name.
      return { _id: bounded && ('$gte' in bounds || '$gt' in bounds) ? bounds : { $gte: '', ...bounds } };
    default:
      return { _id: bounded ? bounds : { $type: bracket } };
  }
}

/** Where an id sorts. */
export function bracketOf(id: unknown): Bracket {
  if (id === null || id === undefined) return 'null';
  if (typeof id === 'number') return Number.isNaN(id) ? 'nan' : 'number';
  if (typeof id === 'bigint') return 'number';
  if (typeof id === 'string') return 'string';
  if (typeof id === 'boolean') return 'bool';
  if (id instanceof Date) return 'date';
  if (id instanceof Uint8Array) return 'binData';
  if (id instanceof MinKey) return 'minKey';
  if (id instanceof MaxKey) return 'maxKey';
  const kind: unknown = typeof id === 'object' ? (id as { _bsontype?: unknown })._bsontype : undefined;
  if (kind === undefined) return 'object';
  const bracket = bsonKinds[String(kind)];
  if (bracket === undefined) throw new TypeError(`_id: a kind of value that MongoDB can sort, got ${String(kind)}`);
  return bracket === 'number' && String(id) === 'NaN' ? 'nan' : bracket;
}

const bsonKinds: Readonly<Record<string, Bracket | undefined>> = {
  Int32: 'number',
  Double: 'number',
  Long: 'number',
  Decimal128: 'number',
  BSONSymbol: 'string',
  Binary: 'binData',
  UUID: 'binData',
  ObjectId: 'objectId',
  Timestamp: 'timestamp',
  DBRef: 'object',
  Code: 'javascript',
};
