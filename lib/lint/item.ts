import { At, isObject } from './at';
import { kindOf } from './kinds';
import type { Item, Kind, LintObject } from './types';

/** Reads kind and name of an object; a text with the kind that nobody knows, or undefined for what is no object of Kubernetes at all. */
export function itemOf({ manifest, source = {} }: LintObject): Item | string | undefined {
  if (!isObject(manifest)) return undefined;
  const { apiVersion, kind, metadata } = manifest;
  const known = kindOf(apiVersion, kind) ?? (isDashboard(manifest) ? 'Dashboard' : undefined);
  if (!known) return typeof kind === 'string' ? kind : undefined;
  const root = new At(manifest);
  return { ...named(known, isObject(metadata) ? metadata : {}, root), root, source };
}

function named(kind: Kind, metadata: Readonly<Record<string, unknown>>, root: At) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    kind,
    namespace: text(metadata['namespace']),
    name: text(metadata['name']) || text(metadata['generateName']) || text(kind === 'Dashboard' ? root.get('title').value : ''),
    labels: root.get('metadata', 'labels').texts,
    annotations: root.get('metadata', 'annotations').texts,
  };
}

/** Grafana's dashboards have neither kind nor name: the bare model, or the envelope of its API. */
function isDashboard(manifest: Readonly<Record<string, unknown>>): boolean {
  return (
    manifest['kind'] === undefined &&
    (Array.isArray(manifest['panels']) || (isObject(manifest['dashboard']) && Array.isArray(manifest['dashboard']['panels'])))
  );
}

/** `Rollout production/myapp` */
export function refOf({ kind, namespace, name }: Item): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`.trimEnd();
}
