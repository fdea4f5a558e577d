import { createHash } from 'node:crypto';
import { BSON } from 'mongodb';
import type { Migration } from './types';

/**
 * sha256 of the declaration as canonical EJSON. Key order counts, because it means something in an index key and in a pipeline.
 * Functions are left out: a client-side transform carries its `revision` instead.
 */
export function checksumOf(migration: Migration): string {
  return createHash('sha256')
    .update(BSON.EJSON.stringify(withoutFunctions(migration), { relaxed: false }))
    .digest('hex');
}

function withoutFunctions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (value instanceof RegExp) return new BSON.BSONRegExp(value.source, value.flags);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && typeof part !== 'function')
      .map(([key, part]) => [key, withoutFunctions(part)]),
  );
}
