import type { LintObject } from '../../lib/lint/types';

type Keys = readonly (string | number)[];

/** Keys of a path as the lint writes it: `spec.steps[3]["a.b"]`. */
export function keysOf(path: string): Keys {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]+)"\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  );
}

/** Index of `Kind name`, or of `Kind` alone when there is one. */
export function indexOf(objects: readonly LintObject[], reference: string): number {
  const [kind, name] = reference.split(' ');
  const index = objects.findIndex(({ manifest }) => {
    const one = manifest as { readonly kind?: string; readonly metadata?: { readonly name?: string } }; // objects of the base set have this shape
    return one.kind === kind && (name === undefined || one.metadata?.name === name);
  });
  if (index === -1) throw new Error(`${reference}: an object of the set, got none`);
  return index;
}

/** The set with one value replaced; `undefined` removes it. A list position past the end appends. */
export function withValue(objects: readonly LintObject[], reference: string, path: string, value: unknown): readonly LintObject[] {
  const at = indexOf(objects, reference);
  return objects.map((object, index) => (index === at ? { ...object, manifest: replaced(object.manifest, keysOf(path), value) } : object));
}

function replaced(target: unknown, [key, ...rest]: Keys, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(target) ? [...target] : [];
    if (rest.length === 0 && value === undefined) list.splice(key, 1);
    else list[key] = replaced(list[key], rest, value);
    return list;
  }
  const { [key]: old, ...others } = (target ?? {}) as Record<string, unknown>; // a path of a test leads through objects
  const fresh = replaced(old, rest, value);
  return fresh === undefined ? others : { ...(target as object), [key]: fresh };
}
