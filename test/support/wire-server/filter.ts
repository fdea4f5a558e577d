import type { Document } from 'bson';
import { Query } from 'mingo';
import { compareValues, typeOf } from './order';

/** A filter in two halves: what it says about `_id`, decided here by MongoDB's order of kinds, and the rest, decided by mingo. */
export interface Filter {
  readonly lower: unknown;
  readonly upper: unknown;
  matches(document: Document): boolean;
}

/** @param now what `$$NOW` means in this command */
export function compileFilter(filter: Document, now: Date): Filter {
  const parts = flatten(filter);
  const onId = parts.filter(aboutId);
  const rest = parts.filter((part) => !aboutId(part));
  const query = rest.length > 0 ? new Query(atTime({ $and: rest }, now) as Document) : undefined;
  const bounds = onId.map((part) => part['_id']).filter(isCondition);
  return {
    lower: bounds.map(({ $gt, $gte }) => $gt ?? $gte).find((bound) => bound !== undefined),
    upper: bounds.map(({ $lt, $lte }) => $lt ?? $lte).find((bound) => bound !== undefined),
    matches: (document) => onId.every((part) => idMatches(part, document['_id'])) && (query === undefined || query.test(document)),
  };
}

/** One `$$NOW` for the whole command, as in the server. What is literal stays literal. */
export function atTime(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now;
  if (Array.isArray(value)) return value.map((part) => atTime(part, now));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === '$literal' ? part : atTime(part, now)]));
}

function flatten(filter: Document): Document[] {
  return Object.entries(filter).flatMap(([key, value]) => (key === '$and' ? (value as Document[]).flatMap(flatten) : [{ [key]: value }]));
}

function aboutId(part: Document): boolean {
  if ('_id' in part) return true;
  return Array.isArray(part['$or']) && part['$or'].every((one: Document) => Object.keys(one).length === 1 && '_id' in one);
}

function idMatches(part: Document, id: unknown): boolean {
  if (!('_id' in part)) return (part['$or'] as Document[]).some((one) => idMatches(one, id));
  const condition: unknown = part['_id'];
  if (!isCondition(condition)) return compareValues(id, condition) === 0;
  return Object.entries(condition).every(([operator, wanted]) => holds(operator, id, wanted));
}

function holds(operator: string, id: unknown, wanted: unknown): boolean {
  // A comparison never leaves its bracket of kinds, and never finds NaN.
  const comparable = typeOf(id)[0] === typeOf(wanted)[0] && !Number.isNaN(id) && !Number.isNaN(wanted);
  const difference = compareValues(id, wanted);
  switch (operator) {
    case '$eq':
      return difference === 0;
    case '$ne':
      return difference !== 0;
    case '$gt':
      return comparable && difference > 0;
    case '$gte':
      return comparable && difference >= 0;
    case '$lt':
      return comparable && difference < 0;
    case '$lte':
      return comparable && difference <= 0;
    case '$in':
      return (wanted as unknown[]).some((one) => compareValues(id, one) === 0);
    case '$type':
      return [wanted].flat().some((name) => typeOf(id).includes(String(name)));
    case '$exists':
      return (id !== undefined) === wanted;
    default:
      throw new Error(`_id: this server does not know ${operator}`);
  }
}

function isCondition(value: unknown): value is Document {
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).some((key) => key.startsWith('$'))
  );
}
