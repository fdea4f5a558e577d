import { BSON, type Document } from 'bson';
import { Query } from 'mingo';
import { compareValues, rankOf, rankOfType, typeOf } from './order';

/** A filter in two halves: what it says about `_id`, decided here by MongoDB's order of kinds, and the rest, decided by mingo. */
export interface Filter {
  /** The parts of the key space it can match at all, so that a walk reads no more than these. */
  readonly spans: readonly Span[];
  matches(document: Document): boolean;
}

export interface Span {
  readonly ranks: readonly [least: number, most: number];
  readonly lower?: unknown;
  readonly upper?: unknown;
}

/** @param now what `$$NOW` means in this command */
export function compileFilter(filter: Document, now: Date): Filter {
  const parts = flatten(filter);
  const onId = parts.filter(aboutId);
  const rest = parts.filter((part) => !aboutId(part));
  const timed = rest.filter((part) => JSON.stringify(part).includes('$$NOW'));
  const others = rest.filter((part) => !timed.includes(part));
  const tests = [...(timed.length > 0 ? [new Query(atTime({ $and: timed }, now) as Document)] : []), ...remembered(others)];
  return {
    spans: onId[0] ? spansOf(onId[0]) : [everything],
    matches: (document) => onId.every((part) => idMatches(part, document['_id'])) && tests.every((one) => one.test(document)),
  };
}

interface Test {
  test(document: Document): boolean;
}

const memory = new Map<string, Test>();

/**
 * Expressions cost most of the time of this server, and pass after pass asks the same of the same documents. A document is never changed
 * in place, so that what is true of it stays true.
 */
function remembered(parts: readonly Document[]): readonly Test[] {
  if (parts.length === 0) return [];
  const text = BSON.EJSON.stringify(parts, { relaxed: false });
  if (!text.includes('"$expr"')) return [new Query({ $and: parts })];
  const known = memory.get(text);
  if (known) return [known];
  const query = new Query({ $and: parts });
  const answers = new WeakMap<Document, boolean>();
  const test = (document: Document): boolean => {
    const answer = answers.get(document) ?? query.test(document);
    answers.set(document, answer);
    return answer;
  };
  memory.set(text, { test });
  return [{ test }];
}

/** One `$$NOW` for the whole command, as in the server. What is literal stays literal. */
export function atTime(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now;
  if (Array.isArray(value)) return value.map((part) => atTime(part, now));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === '$literal' ? part : atTime(part, now)]));
}

const everything: Span = { ranks: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] };

function spansOf(part: Document): readonly Span[] {
  if (!('_id' in part)) return (part['$or'] as Document[]).flatMap(spansOf);
  const condition: unknown = part['_id'];
  if (!isCondition(condition)) return [exactly(condition)];
  const { $eq, $in, $type, $gt, $gte, $lt, $lte } = condition;
  if ('$eq' in condition) return [exactly($eq)];
  if ($in) return $in.map(exactly);
  if ($type) return [$type].flat().map((name: string): Span => ({ ranks: [rankOfType(name), rankOfType(name)] }));
  const [lower, upper] = [$gt ?? $gte, $lt ?? $lte];
  if (lower === undefined && upper === undefined) return [everything];
  const rank = rankOf(lower ?? upper);
  return [{ ranks: [rank, rank], lower, upper }];
}

const exactly = (id: unknown): Span => ({ ranks: [rankOf(id), rankOf(id)], lower: id, upper: id });

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
