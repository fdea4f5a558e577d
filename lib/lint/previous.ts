import type { At } from './at';
import { itemOf } from './item';
import type { References } from './references';
import type { Item } from './types';

/** An object as it was applied before; undefined when it is new, or nobody said what was there. */
export function previousOf({ kind, namespace, name }: Item, references: References): Item | undefined {
  if (!references.options.against?.length) return undefined;
  return previousItems(references).get(`${kind}/${namespace}/${name}`);
}

/** Objects that were applied before, by `Kind/namespace/name`. */
export function previousItems(references: References): ReadonlyMap<string, Item> {
  return references.part(previousItems, () => {
    const items = (references.options.against ?? []).map(itemOf).filter((item) => typeof item === 'object');
    return new Map(items.map((item) => [`${item.kind}/${item.namespace}/${item.name}`, item]));
  });
}

/** Whether two places hold the same, whatever the order of their fields. */
export function isSame(a: At, b: At): boolean {
  return canonical(a.value) === canonical(b.value);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
}
