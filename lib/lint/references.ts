import type { At } from './at';
import { type External, externals } from './external';
import type { Item, Kind, LintOptions } from './types';

/** Everything rules ask about other objects. Built once, in time linear in the number of objects; parts that nobody asks for are never built. */
export class References {
  readonly strict: boolean;
  private readonly kinds = new Map<Kind, Item[]>();
  private readonly names = new Map<string, Item>();
  private readonly roots = new Map<At, Item>();
  private readonly parts = new Map<unknown, unknown>();
  private readonly external: External;

  constructor(
    readonly items: readonly Item[],
    readonly options: LintOptions,
  ) {
    for (const item of items) {
      const list = this.kinds.get(item.kind);
      if (list) list.push(item);
      else this.kinds.set(item.kind, [item]);
      // The last one applied wins, as on the cluster.
      this.names.set(key(item.kind, item.namespace, item.name), item);
      this.roots.set(item.root, item);
    }
    this.external = externals(items, options.external ?? []);
    this.strict = options.strict ?? this.external.ours;
  }

  /** Objects of a kind, in the order given. */
  of(kind: Kind): readonly Item[] {
    return this.kinds.get(kind) ?? [];
  }

  find(kind: Kind, namespace: string, name: string): Item | undefined {
    return this.names.get(key(kind, namespace, name));
  }

  /** The object that a place belongs to. */
  owner(at: At): Item | undefined {
    return this.roots.get(at.root);
  }

  /** Whether an object is among those given, or declared to exist outside. */
  exists(kind: string, namespace: string, name: string): boolean {
    return this.names.has(`${kind}/${namespace}/${name}`) || this.isExternal(kind, namespace, name);
  }

  isExternal(kind: string, namespace: string, name: string, entry?: string): boolean {
    return this.external.has(kind, namespace, name, entry);
  }

  /** Something derived from all objects, made when it is first asked for. */
  part<T>(name: unknown, make: () => T): T {
    if (!this.parts.has(name)) this.parts.set(name, make());
    return this.parts.get(name) as T; // stored two lines above under the same name
  }
}

function key(kind: Kind, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

/**
 * Something derived from one object, kept while the rules look at it: they go through the objects one by one,
 * and keeping it for all of them would only fill the memory.
 */
export function lastOf<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** Objects that share what `by` says of them. */
export function groupedBy<T>(values: readonly T[], by: (value: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = by(value);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}
