import { isObject } from './at';

/** What an update writes, and what is wrong with that. */
export function nullWrites(transform: unknown): readonly string[] {
  return assigned(transform).flatMap((value) => {
    if (value === null) return ['a transform that sets null'];
    return mayBeNull(value) ? [`a transform that is null without ${fieldsIn(value).join(', ')}`] : [];
  });
}

/** Whether a filter asks for nothing but the absence of fields. */
export function asksForAbsence(filter: unknown): boolean {
  const conditions = Object.values(isObject(filter) ? filter : {});
  return conditions.length > 0 && conditions.every((one) => isObject(one) && one['$exists'] === false && Object.keys(one).length === 1);
}

/** Values that an update assigns: the stages of a pipeline, or one modifier. */
export function assigned(transform: unknown): readonly unknown[] {
  const stages = (Array.isArray(transform) ? transform : [transform]).filter(isObject);
  return stages.flatMap((stage) => ['$set', '$addFields'].flatMap((name) => Object.values(isObject(stage[name]) ? stage[name] : {})));
}

/** Operators that give null as soon as one of their arguments is missing. */
const strict = ['$concat', '$add', '$subtract', '$multiply', '$divide', '$toString', '$toInt', '$toDate', '$trim', '$convert'];

/** Whether an expression is null when a field is missing: a strict operator reads a field that nothing guards. */
function mayBeNull(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mayBeNull);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, part]) => !isGuard(name, part) && (strict.includes(name) ? readsField(part) : mayBeNull(part)));
}

function isGuard(name: string, part: unknown): boolean {
  if (name === '$ifNull') return !(Array.isArray(part) && part.at(-1) === null);
  if (name === '$convert') return isObject(part) && part['onNull'] !== undefined && part['onNull'] !== null;
  return ['$cond', '$switch', '$type'].includes(name);
}

function readsField(value: unknown): boolean {
  if (typeof value === 'string') return /^\$[^$]/.test(value);
  if (Array.isArray(value)) return value.some(readsField);
  return isObject(value) && Object.entries(value).some(([name, part]) => !isGuard(name, part) && readsField(part));
}

function fieldsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\$[^$]/.test(value) ? [value.slice(1)] : [];
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(fieldsIn) : [];
}
