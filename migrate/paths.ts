import type { Document } from 'mongodb';
import type { Backfill, Transform } from './types';

/** Every field a filter looks at, through `$and`, `$or`, `$nor` and the paths of `$expr`. */
export function fieldsOf(filter: unknown): readonly string[] {
  if (filter === null || typeof filter !== 'object') return [];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$expr') return pathsOf(value);
    if (key.startsWith('$')) return Array.isArray(value) ? value.flatMap(fieldsOf) : [];
    return [key];
  });
}

/** Every field an expression reads; variables are none. */
export function pathsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\$[^$]/.test(value) ? [value.slice(1)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$literal' ? [] : pathsOf(part)));
}

/** The assignments of the stages, fields within sub-documents by their whole path. */
export function assignments(stages: readonly Document[]): readonly (readonly [path: string, value: unknown])[] {
  return stages.flatMap((stage) => assigned('', (stage['$set'] ?? stage['$addFields'] ?? {}) as Document));
}

function assigned(prefix: string, fields: Document): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const path = `${prefix}${field}`;
    return isSubDocument(value) ? assigned(`${path}.`, value) : [[path, value] as const];
  });
}

function isSubDocument(value: unknown): value is Document {
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => !key.startsWith('$'));
}

/** The fields of the new shape. What a function writes is not known: the drift looks at it, beside the fields that it reads. */
export function targetsOf({ transform, drift, sourceFields }: Pick<Backfill, 'transform' | 'drift' | 'sourceFields'>): readonly string[] {
  return transform.kind === 'serverSide'
    ? assignments(transform.stages).map(([path]) => path)
    : fieldsOf(drift).filter((field) => !sourceFields.some((source) => overlap(source, field)));
}

/** The fields of the old shape that are read: by a function, those it compares. */
export function readBy(transform: Transform): readonly string[] {
  if (transform.kind === 'clientSide') return transform.compareFields;
  const written: string[] = [];
  return transform.stages.flatMap((stage) => {
    const set = assignments([stage]);
    const replaced = [stage['$replaceWith'], stage['$replaceRoot']].flatMap(pathsOf);
    const read = set.flatMap(([path, value]) => pathsOf(value).filter((one) => one !== path || !fillsOnly(path, value)));
    const old = [...read, ...replaced].filter((path) => path !== '_id' && !written.some((one) => overlap(one, path)));
    written.push(...set.map(([path]) => path));
    return old;
  });
}

/** `{ $ifNull: ['$locale', 'en'] }` as the new `locale` leaves every locale as it is. */
export function fillsOnly(path: string, value: unknown): boolean {
  const [first] = ((value as Document | null)?.['$ifNull'] ?? []) as unknown[];
  return first === `$${path}`;
}

/** Whether one path is the other, or lies in it. */
export const overlap = (one: string, other: string): boolean => within(one, other) || within(other, one);
export const within = (path: string, of: string): boolean => path === of || path.startsWith(`${of}.`);
