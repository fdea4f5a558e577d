import { At, isObject } from './at';
import { kindOf } from './kinds';
import type { Item, LintObject } from './types';

/** Reads kind and name of an object; a text with the kind that nobody knows, or undefined for what is no object of Kubernetes at all. */
export function itemOf({ manifest, source = {} }: LintObject): Item | string | undefined {
  if (!isObject(manifest)) return undefined;
  const { apiVersion, kind, metadata } = manifest;
  const known = kindOf(apiVersion, kind) ?? (isDashboard(manifest) ? 'Dashboard' : undefined);
  if (!known) return typeof kind === 'string' ? kind : undefined;
  const root = new At(manifest);
  const named = isObject(metadata) ? metadata : {};
  return {
    kind: known,
    namespace: text(named['namespace']),
    name: text(named['name']) || text(named['generateName']) || text(known === 'Dashboard' ? root.get('title').value : ''),
    root,
    labels: root.get('metadata', 'labels').texts,
    annotations: root.get('metadata', 'annotations').texts,
    source,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
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
