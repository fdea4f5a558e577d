import { acknowledges } from '../annotations';
import type { At } from '../at';
import { podsOf } from '../pods';
import type { References } from '../references';
import { rolloutOf, rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import { destinationsOf } from './routes';

/** Who reaches which pods. */
export const entryRules: readonly Rule[] = [
  {
    id: 'Y01',
    name: 'selector-overlap',
    holds: 'a Service selects the pods of one workload, or of tracks of one app',
    otherwise: 'Users reach pods of another app, the standby side, or a Job.',
    fix: 'narrow the selector',
    on: ['Service'],
    check: ({ root, namespace, name }, references, report) => {
      const selector = root.get('spec', 'selector');
      const [first, ...others] = podsOf(references).selected(namespace, selector.texts);
      // Tracks of one app share a Service by design; colours do not.
      const strangers = others.filter(
        ({ labels, item }) =>
          item.kind === 'Job' ||
          item.kind === 'CronJob' ||
          !first?.labels['track'] ||
          !labels['track'] ||
          labels['app'] !== first.labels['app'],
      );
      const referred = strangers.filter(({ item }) => !isReferred(item.name, namespace, references));
      if (first && referred.length > 0)
        report(
          selector,
          `pods of ${[first, ...referred]
            .map(({ item }) => `${item.kind} ${item.name}`)
            .slice(0, 4)
            .join(', ')}`,
        );
      const twin = twinsOf(references).get(`${namespace}/${name}`);
      if (twin && twin.root !== root.root && JSON.stringify(twin.value) !== JSON.stringify(selector.value))
        report(selector, `a second Service ${name} with another selector`, { fix: 'keep one of the two: the last one applied wins' });
    },
    example: `
        kind: Service
        metadata: { name: myapp }
      - spec: { selector: { app: myapp } }
      + spec: { selector: { app: myapp, version: blue } }
        ---
        kind: Deployment
        metadata: { name: myapp-blue }
        spec: { template: { metadata: { labels: { app: myapp, version: blue } } } }
        ---
        kind: Deployment
        metadata: { name: myapp-green }
        spec: { template: { metadata: { labels: { app: myapp, version: green } } } }`,
  },
  {
    id: 'Y08',
    name: 'dual-entrypoint',
    holds: 'a host has one entry path, and the path of a released app goes through what the release switches',
    otherwise: 'The switch changes a route that users do not take.',
    fix: 'choose one of Ingress and VirtualService',
    on: ['Ingress'],
    check: ({ root, namespace }, references, report) => {
      const meshed = meshHosts(references);
      for (const rule of root.get('spec', 'rules').list()) {
        const host = rule.get('host');
        const other = meshed.get(host.text ?? '');
        if (other) report(host, `${host.text}, which VirtualService ${other} serves, too`);
        for (const path of rule.get('http', 'paths').list()) {
          const backend = path.get('backend', 'service', 'name');
          const rollout = bypassed(backend.text ?? '', namespace, references);
          if (rollout)
            report(backend, `${backend.text}, which Rollout ${rollout} does not switch`, {
              fix: 'send the path to the active or stable Service',
            });
        }
      }
    },
    example: `
        kind: Ingress
        spec:
          rules:
      -     - host: app.example.com
      +     - host: admin.example.com
        ---
        kind: VirtualService
        metadata: { name: myapp }
        spec: { hosts: [app.example.com], gateways: [istio-ingress/myapp-gateway] }`,
  },
  {
    id: 'Y10',
    name: 'public-canary-header',
    severity: 'warning',
    holds: 'a header that leads to the canary is a managed route of a Rollout, or acknowledged as canary-header',
    otherwise: 'Everybody who sends the header enters the canary, also while it has no pods.',
    fix: 'use setHeaderRoute, and strip or authenticate the header at the edge',
    on: ['VirtualService'],
    check: (item, _, report) => {
      if (acknowledges(item, 'canary-header')) return;
      for (const route of item.root.get('spec', 'http').list()) {
        const toCanary = destinationsOf(route).some((one) => /canary|preview/.test(`${one.get('host').text} ${one.get('subset').text}`));
        const whole = route.get('route').list().length === 1;
        for (const headers of route
          .get('match')
          .list()
          .map((match) => match.get('headers'))) {
          if (toCanary && whole && headers.keys.length > 0) report(headers, `the public header ${headers.keys.join(', ')}`);
        }
      }
    },
    example: `
        kind: VirtualService
        spec:
          http:
      -     - { match: [{ headers: { x-canary: { exact: 'true' } } }], route: [{ destination: { host: catalog, subset: canary } }] }
            - { route: [{ destination: { host: catalog, subset: stable } }] }`,
  },
];

/** Whether a Rollout takes its template from this Deployment, which then has no pods of its own. */
function isReferred(name: string, namespace: string, references: References): boolean {
  const names = references.part(
    isReferred,
    () => new Set(rolloutsOf(references).map(({ spec, item }) => `${item.namespace}/${spec.get('workloadRef', 'name').text}`)),
  );
  return names.has(`${namespace}/${name}`);
}

/** First selector of Services that are defined more than once. */
function twinsOf(references: References): ReadonlyMap<string, At> {
  return references.part(twinsOf, () => {
    const first = new Map<string, At>();
    for (const { namespace, name, root } of references.of('Service')) {
      if (!first.has(`${namespace}/${name}`)) first.set(`${namespace}/${name}`, root.get('spec', 'selector'));
    }
    return first;
  });
}

/** Hosts that VirtualServices serve at a gateway. */
function meshHosts(references: References): ReadonlyMap<string, string> {
  return references.part(meshHosts, () => {
    const hosts = new Map<string, string>();
    for (const { root, name } of references.of('VirtualService')) {
      if (
        !root
          .get('spec', 'gateways')
          .list()
          .some(({ text }) => text !== 'mesh')
      )
        continue;
      for (const { text } of root.get('spec', 'hosts').list()) if (text) hosts.set(text, name);
    }
    return hosts;
  });
}

/** Rollout whose pods a Service reaches without the Rollout knowing the Service. */
function bypassed(service: string, namespace: string, references: References): string | undefined {
  const selector = references.find('Service', namespace, service)?.root.get('spec', 'selector').texts ?? {};
  const rollout = podsOf(references)
    .selected(namespace, selector)
    .find(({ item }) => item.kind === 'Rollout')?.item;
  if (!rollout) return undefined;
  const view = rolloutOf(rollout, references);
  const known = view.services.find(({ name }) => name === service);
  if (known && known.role !== 'preview' && known.role !== 'canary') return undefined;
  return view.services.length > 0 ? rollout.name : undefined;
}
