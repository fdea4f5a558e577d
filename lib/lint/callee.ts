import { podsOf, type Workload } from './pods';
import type { References } from './references';
import { serviceOfHost } from './text';

/** Service of this cluster that a URL calls; undefined for everything outside. */
export function calledService(
  url: string | undefined,
  namespace: string,
): { readonly name: string; readonly namespace: string } | undefined {
  return url !== undefined && URL.canParse(url) ? serviceOfHost(new URL(url).hostname, namespace) : undefined;
}

/** Pods that answer a URL, when their Service is among the objects. Every template of a namespace calls the same judge. */
export function podsBehind(url: string | undefined, namespace: string, references: References): Workload | undefined {
  if (url === undefined) return undefined;
  const all = references.part(podsBehind, () => new Map<string, Workload | undefined>());
  const key = `${namespace} ${url}`;
  if (!all.has(key)) {
    const called = calledService(url, namespace);
    const service = called && references.find('Service', called.namespace, called.name);
    all.set(key, service && podsOf(references).selected(service.namespace, service.root.get('spec', 'selector').texts)[0]);
  }
  return all.get(key);
}
