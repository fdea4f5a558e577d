import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A manifest as it was parsed from its file. */
export interface Manifest {
  /** Below `dist/`. */
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
}

const dist = join(__dirname, '../../dist');

/** Every manifest that is committed in `dist/`. */
export function manifests(): readonly Manifest[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.k8s.yaml'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(dist, path), 'utf8');
      const value = parse(text) as { kind: string; metadata: { name: string } }; // one object per file, written by the App
      return { path, kind: value.kind, name: value.metadata.name, value, text };
    });
}

/** Looks up manifests by kind and name: `Service/orders-blue`, `Job/users-full-name-expand-*`. */
export function finder(all: readonly Manifest[]): (which: string) => unknown {
  return (which) => {
    const [kind, name = ''] = which.split('/');
    const found = all.filter(
      (one) => one.kind === kind && (name.endsWith('*') ? one.name.startsWith(name.slice(0, -1)) : one.name === name),
    );
    const [only] = found;
    if (found.length !== 1 || !only) throw new Error(`${which}: expected one manifest in dist/, found ${found.length}`);
    return only.value;
  };
}

/**
 * A field by its path. Elements of a list go by index or by `name`: `spec.template.spec.containers.app.ports.http.containerPort`.
 * Dots inside a key are written `\.`; undefined where there is no such field.
 */
export function at(value: unknown, path: string): unknown {
  return path
    .split(/(?<!\\)\./)
    .map((key) => key.replaceAll('\\.', '.'))
    .reduce<unknown>((node, key) => {
      if (Array.isArray(node))
        return /^\d+$/.test(key) ? node[Number(key)] : node.find((item) => (item as { name?: unknown } | null)?.name === key);
      return node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[key] : undefined;
    }, value);
}

/** Every key of a manifest with the path that leads to it. */
export function fields(value: unknown, path = ''): readonly { readonly path: string; readonly key: string; readonly value: unknown }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [{ path: here, key, value: child as unknown }, ...fields(child, here)];
  });
}

/** The pod of a workload, wherever it stands, with the labels it is born with. */
export interface Pod {
  readonly owner: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

export function pods(all: readonly Manifest[]): readonly Pod[] {
  return all.flatMap(({ kind, name, value }) => {
    const metrics = (at(value, 'spec.metrics') ?? []) as readonly unknown[];
    const templates = [at(value, 'spec.template'), ...metrics.map((metric) => at(metric, 'provider.job.spec.template'))];
    return templates
      .filter((template) => template !== undefined)
      .map((template) => ({
        owner: `${kind}/${name}`,
        labels: (at(template, 'metadata.labels') ?? {}) as Record<string, string>,
        spec: at(template, 'spec') as Record<string, unknown>,
      }));
  });
}

/** Containers of a pod, those that run first included. */
export function containers({ spec }: Pod): readonly Record<string, unknown>[] {
  const of = (key: string) => (spec[key] ?? []) as readonly Record<string, unknown>[];
  return [...of('initContainers'), ...of('containers')];
}
