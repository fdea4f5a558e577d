import { Ajv, type ErrorObject } from 'ajv';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

/**
 * Compiles a JSON Schema of this folder into a check that lists every problem of a value, in words.
 *
 * @param secrets properties whose values may hold a password and are never shown
 */
export function checker(schema: object, secrets: readonly string[] = []): (value: unknown) => string[] {
  const validate = ajv.compile(schema);
  const shown = (value: unknown) =>
    isObject(value) && secrets.length > 0 ? { ...value, ...Object.fromEntries(secrets.map((key) => [key, '(not shown)'])) } : value;
  return (value) => (validate(value) ? [] : (validate.errors ?? []).filter(tellsSomething).map((error) => sentenceOf(error, shown(value))));
}

/** What the validator says, less what only repeats it. */
export function tellsSomething({ keyword }: Pick<ErrorObject, 'keyword'>): boolean {
  return keyword !== 'oneOf' && keyword !== 'anyOf' && keyword !== 'if';
}

/**
 * One problem: where, what must hold, what came.
 *
 * @example 'rollouts[0].alpha: must be <= 0.2, got 5'
 */
export function sentenceOf(error: Pick<ErrorObject, 'keyword' | 'instancePath' | 'params' | 'message'>, root: unknown): string {
  const keys = error.instancePath.split('/').slice(1).map(unescaped);
  const where = keys.map((key, i) => (/^\d+$/.test(key) ? `[${key}]` : `${i === 0 ? '' : '.'}${key}`)).join('');
  const prefix = where === '' ? '' : `${where}: `;
  const { additionalProperty, allowedValues, allowedValue } = error.params as Record<string, unknown>; // ajv: depends on the keyword
  if (error.keyword === 'additionalProperties') return `${prefix}must not have ${excerpt(additionalProperty)}`;
  if (error.keyword === 'required') return `${prefix}${error.message ?? ''}`;
  const got = keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
  const allowed = Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(', ')}` : undefined;
  const constant = allowedValue === undefined ? undefined : `must be ${excerpt(allowedValue)}`;
  return `${prefix}${allowed ?? constant ?? error.message ?? error.keyword}, got ${excerpt(got)}`;
}

/** A value in at most 60 characters. */
function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** JSON Pointer: ~1 is a slash, ~0 a tilde. */
function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
