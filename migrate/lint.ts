import type { Document } from 'mongodb';
import { inPlace, lintCoexistence, lintSources } from './lint-coexistence';
import { assignments, fieldsOf, overlap } from './paths';
import type { Backfill, Migration, Transform } from './types';

export interface Finding {
  readonly level: 'error' | 'warning';
  /** Where, what must hold, what came, the way out. */
  readonly problem: string;
}

/** Everything that is wrong with one declaration. A pure function: synth may call it. */
export function lintMigration(migration: Migration): readonly Finding[] {
  const { id, backfill, down, contract } = migration;
  const errors: (string | undefined)[] = [
    check(/^\d{8,14}-[a-z0-9]+(-[a-z0-9]+)*$/.test(id), `id: a date and words like 20261101-users-full-name, got '${id}'`),
    check(migration.database !== '', 'database: a name, got nothing'),
    check(!['admin', 'config', 'local'].includes(migration.database), `database: one of the application, got '${migration.database}'`),
    check(migration.collection !== '', 'collection: a name, got nothing'),
    check(!/^(system\.|_mig\.)/.test(migration.collection), `collection: one of the application, got '${migration.collection}'`),
    check(migration.invariants.length > 0, 'invariants: at least one, written without the formula of the transform, got none'),
    check(
      Number.isInteger(migration.schemaVersion) && migration.schemaVersion > 0,
      `schemaVersion: a whole number from 1, got ${migration.schemaVersion}`,
    ),
    check(!migration.requires?.includes(id), `requires: other migrations, got itself`),
    check(
      down !== undefined || backfill === undefined || migration.irreversible !== undefined,
      `down: a way back, or irreversible: '<reason>' (contract then asks for one approval more), got neither`,
    ),
    check(
      contract?.unset === undefined || backfill !== undefined,
      'contract.unset: only fields whose data a backfill has carried over, got no backfill',
    ),
    ...(backfill ? lintBackfill(backfill) : []),
    ...(backfill ? lintTransform('backfill.transform', backfill.transform, backfill.sourceFields) : []),
    ...(down ? lintTransform('down.transform', down.transform) : []),
    ...lintCoexistence(migration),
  ];
  const over = backfill ? [...new Set(inPlace(backfill))] : [];
  const warnings = [
    check(
      contract !== undefined || backfill === undefined || backfill.sourceFields.length === 0,
      'contract: without one the old fields stay for ever',
    ),
    check(
      over.length === 0,
      `backfill.transform: new fields beside the old ones, got ${over.join(', ')} written over: the old version reads it, and no roll back brings it back`,
    ),
  ];
  return [
    ...present(errors).map((problem): Finding => ({ level: 'error', problem: `${id}: ${problem}` })),
    ...present(warnings).map((problem): Finding => ({ level: 'warning', problem: `${id}: ${problem}` })),
  ];
}

/** Each declaration, and what only shows when they are seen together: ids twice, requirements that do not exist or come later. */
export function lintMigrations(migrations: readonly Migration[]): readonly Finding[] {
  const ids = migrations.map(({ id }) => id);
  const together = migrations.flatMap(({ id, requires = [] }, index) => [
    check(ids.indexOf(id) === index, `${id}: an id is used once, got it again at position ${index}`),
    ...requires.map((other) => check(ids.includes(other), `${id}: requires: declared migrations (${ids.join(', ')}), got '${other}'`)),
    ...requires.map((other) => check(other < id || !ids.includes(other), `${id}: requires: earlier migrations, got '${other}'`)),
  ]);
  return [...migrations.flatMap(lintMigration), ...present(together).map((problem): Finding => ({ level: 'error', problem }))];
}

function lintBackfill(backfill: Backfill): (string | undefined)[] {
  const { drift, batch, ranges, unconvertible = [] } = backfill;
  const fields = fieldsOf(drift);
  const flags = fields.filter((field) => /version|migrated/i.test(field));
  const size = { min: batch?.min ?? 50, max: batch?.max ?? 5000 };
  const target = batch?.target?.ms ?? 300;
  return [
    check(fields.length > 0, 'backfill.drift: a condition on fields, got one that matches every document'),
    check(
      fields.length === 0 || flags.length < fields.length,
      `backfill.drift: the data itself, because a writer of the old version changes data and no flag, got only ${flags.join(', ')}`,
    ),
    check(!fields.includes('_id'), 'backfill.drift: fields other than _id, which belongs to the ranges'),
    ...unconvertible.map(({ filter, reason }) =>
      check(!fieldsOf(filter).includes('_id'), `backfill.unconvertible '${reason}': fields other than _id`),
    ),
    check(
      !hasUndefined([drift, unconvertible]),
      'backfill: filters without undefined, which the driver would leave out and match every document',
    ),
    ...lintSources(backfill),
    check(ranges === undefined || (Number.isInteger(ranges) && ranges >= 1 && ranges <= 256), `backfill.ranges: 1 to 256, got ${ranges}`),
    check(
      size.min >= 1 && size.min <= size.max && size.max <= 100_000,
      `backfill.batch: 1 <= min <= max <= 100000, got ${size.min} and ${size.max}`,
    ),
    check(target >= 10 && target <= 5000, `backfill.batch.target: 10 ms to 5 s, got ${target} ms`),
  ];
}

const allowedStages = ['$set', '$addFields', '$unset', '$replaceWith', '$replaceRoot'];
const arithmetic = ['$add', '$subtract', '$multiply', '$divide', '$mod', '$pow', '$sum', '$dateAdd', '$dateSubtract'];
const accumulating = [...arithmetic, '$concat', '$concatArrays', '$setUnion', '$mergeObjects'];

/** @param old fields that must not go yet, even where the transform writes them */
function lintTransform(where: string, transform: Transform, old: readonly string[] = []): (string | undefined)[] {
  if (transform.kind === 'clientSide') {
    const { project, compareFields } = transform;
    const read = Object.keys(project).filter((field) => field !== '_id');
    const unread = compareFields.filter((field) => !read.some((one) => overlap(one, field)));
    const uncompared = read.filter((field) => !compareFields.some((one) => overlap(one, field)));
    return [
      check(unread.length === 0, `${where}: project has what is compared, got none of ${unread.join(', ')}: nothing would ever be written`),
      check(
        uncompared.length === 0,
        `${where}: compareFields has all that map is given, got none of ${uncompared.join(', ')}: a change meanwhile would be lost`,
      ),
      check(
        Object.values(project).every((shown) => shown === 1 || shown === true),
        `${where}: project is a list of fields, each with 1, so that it is known what map reads`,
      ),
      check(transform.compareFields.length > 0, `${where}: compareFields names what map reads, got none`),
      check(
        Number.isInteger(transform.revision) && transform.revision > 0,
        `${where}: revision is a whole number from 1, got ${transform.revision}`,
      ),
    ];
  }
  return [
    check(transform.stages.length > 0, `${where}: at least one stage, got none`),
    ...transform.stages.flatMap((stage) => [
      ...Object.keys(stage).map((name) => check(allowedStages.includes(name), `${where}: ${allowedStages.join(', ')}, got ${name}`)),
      check(
        keepsAll(stage['$replaceWith'] ?? stage['$replaceRoot']?.newRoot),
        `${where}: everything else stays, got a replacement; write { $mergeObjects: ['$$ROOT', ...] }`,
      ),
      check(stage['$unset'] === undefined, `${where}: removing is the work of contract, when the old version is gone, got $unset`),
      ...assignments([stage]).flatMap(([field, value]) => [
        check(!accumulates(value, field), `${where}: running twice must change nothing, got ${field} made from itself`),
        check(value !== '$$REMOVE', `${where}: removing is the work of contract, when the old version is gone, got $$REMOVE in ${field}`),
        check(
          !old.some((one) => overlap(one, field)) || !reads(value, '$$REMOVE'),
          `${where}: removing is the work of contract, when the old version is gone, got $$REMOVE somewhere in ${field}`,
        ),
        check(!reads(value, '$_m') || where === 'down.transform', `${where}: fields of the application, got _m in ${field}`),
      ]),
    ]),
  ];
}

/** A replacement that begins with the whole document loses nothing of it. */
function keepsAll(replacement: unknown): boolean {
  if (replacement === undefined) return true;
  const merged: unknown = (replacement as Document)['$mergeObjects'];
  return Array.isArray(merged) && merged.includes('$$ROOT');
}

/** `$set: {n: {$add: ['$n', 1]}}` counts every retry. */
function accumulates(value: unknown, field: string): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(
    ([name, part]) => (accumulating.includes(name) && reads(part, `$${field}`)) || accumulates(part, field),
  );
}

function reads(value: unknown, path: string): boolean {
  if (typeof value === 'string') return value === path || value.startsWith(`${path}.`);
  return value !== null && typeof value === 'object' && Object.values(value).some((part) => reads(part, path));
}

function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  return value !== null && typeof value === 'object' && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value))
    ? Object.values(value).some(hasUndefined)
    : false;
}

const check = (holds: boolean, problem: string): string | undefined => (holds ? undefined : problem);
const present = (problems: readonly (string | undefined)[]): readonly string[] => problems.filter((problem) => problem !== undefined);
