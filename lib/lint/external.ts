import { annotation, prefix } from './annotations';
import type { Item } from './types';

export interface External {
  /** Whether `Kind/name`, `Kind/namespace/name` or `Kind/name/entry` was declared. */
  has(kind: string, namespace: string, name: string, entry?: string): boolean;
  /** Whether any object carries an annotation of this project. */
  readonly ours: boolean;
}

/** What is declared to exist outside: by the annotation of any object, or by an option for all of them. */
export function externals(items: readonly Item[], options: readonly string[]): External {
  const declared = new Set<string>();
  let ours = false;
  for (const entry of options) declare(declared, entry, '*');
  for (const { annotations, namespace, name, kind } of items) {
    for (const key in annotations) if (key.startsWith(prefix)) ours = true;
    const text = annotations[annotation.external];
    if (text !== undefined) for (const entry of text.split(',')) declare(declared, entry, kind === 'Namespace' ? name : namespace);
  }
  const known = (kind: string, namespace: string, name: string) =>
    declared.has(`${kind}/${namespace}/${name}`) ||
    declared.has(`${kind}/*/${name}`) ||
    declared.has(`${kind}/${namespace}/*`) ||
    declared.has(`${kind}/*/*`);
  return {
    ours,
    has: (kind, namespace, name, entry) =>
      declared.size > 0 && (known(kind, namespace, name) || (entry === undefined ? false : known(kind, namespace, `${name}/${entry}`))),
  };
}

/** A Secret or a ConfigMap may be named with its entry, everything else with its namespace. */
function declare(declared: Set<string>, text: string, of: string): void {
  const [kind = '', first = '', second, third] = text.trim().split('/');
  const namespace = /^(Cluster|IngressClass$|Namespace$)/.test(kind) ? '' : of;
  const hasEntries = kind === 'Secret' || kind === 'ConfigMap';
  if (third !== undefined) {
    declared.add(`${kind}/${first}/${second}/${third}`);
    declared.add(`${kind}/${first}/${second}`);
  } else if (second === undefined) declared.add(`${kind}/${namespace}/${first}`);
  else if (hasEntries) {
    // A named entry says that the object exists, and that this entry does; other entries stay unknown.
    declared.add(`${kind}/${namespace}/${first}/${second}`);
    declared.add(`${kind}/${namespace}/${first}`);
    declared.add(`${kind}/${first}/${second}`);
  } else declared.add(`${kind}/${first}/${second}`);
}
