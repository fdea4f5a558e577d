import { acknowledges } from '../annotations';
import type { At } from '../at';
import { refOf } from '../item';
import { podsOf, type Workload } from '../pods';
import { isSame, previousOf } from '../previous';
import type { References } from '../references';
import { type NamedService, rolloutOf, rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import type { Item } from '../types';
import { destinationsOf } from './routes';

/** Who reaches which pods. */
export const entryRules: readonly Rule[] = [
  {
    id: 'Y01',
    name: 'selector-overlap',
    holds: 'a Service selects the pods of one workload, or of tracks of one app, and moves only to pods that are there',
    otherwise: 'Users reach pods of another app, the standby side, or a Job; or nobody, until the pods have started.',
    fix: 'narrow the selector',
    on: ['Service'],
    check: (item, references, report) => {
      const { root, namespace, name } = item;
      const selector = root.get('spec', 'selector');
      const [first, ...others] = podsOf(references)
        .selected(namespace, selector.texts)
        .filter(({ item }) => !isReferred(item, references));
      const strangers = first ? others.filter((other) => !isSameRelease(first, other)) : [];
      if (first && strangers.length > 0) {
        const names = [first, ...strangers].map(({ item }) => `${item.kind} ${item.name}`);
        report(selector, `pods of ${names.slice(0, 4).join(', ')}`);
      }
      const before = previousOf(item, references)?.root.get('spec', 'selector');
      const empty =
        before && !isSame(selector, before) ? [first, ...others].find((one) => one && hadNoPods(one.item, references)) : undefined;
      if (empty)
        report(selector, `pods of ${empty.item.kind} ${empty.item.name}, which had none before`, {
          fix: 'start them first, in a change of its own: standbyReplicas of a BlueGreenDeployment',
        });
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

/** Tracks of one app share a Service by design; colours do not, and a Job serves nobody. */
function isSameRelease(first: Workload, other: Workload): boolean {
  if (refOf(first.item) === refOf(other.item)) return true;
  if (other.item.kind === 'Job' || other.item.kind === 'CronJob') return false;
  return first.labels['track'] !== undefined && other.labels['track'] !== undefined && first.labels['app'] === other.labels['app'];
}

/** Whether a workload was applied before with no pods; who changes that and the Service at once sends users to pods that start. */
function hadNoPods(item: Item, references: References): boolean {
  return previousOf(item, references)?.root.get('spec', 'replicas').number === 0;
}

/** Whether a Rollout takes its template from this Deployment, which then has no pods of its own. */
function isReferred({ kind, namespace, name }: Item, references: References): boolean {
  const names = references.part(
    isReferred,
    () => new Set(rolloutsOf(references).map(({ spec, item }) => `${item.namespace}/${spec.get('workloadRef', 'name').text}`)),
  );
  return kind === 'Deployment' && names.has(`${namespace}/${name}`);
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
  // Without a router the pods are the weights, and every Service of the app is the right path.
  if (!view.routed && !view.blueGreen.given) return undefined;
  const role = view.services.find(({ name }) => name === service)?.role;
  if (role === undefined) return rollout.name;
  // A path of its own for testers is fine beside the one for users.
  const forUsers = view.services.some((one) => !isFresh(one.role) && backends(references).has(`${namespace}/${one.name}`));
  return isFresh(role) && !forUsers ? rollout.name : undefined;
}

function isFresh(role: NamedService['role']): boolean {
  return role === 'preview' || role === 'canary';
}

/** Services behind an Ingress. */
function backends(references: References): ReadonlySet<string> {
  return references.part(backends, () => {
    const paths = references.of('Ingress').flatMap(({ root, namespace }) =>
      root
        .get('spec', 'rules')
        .list()
        .flatMap((rule) => rule.get('http', 'paths').list())
        .map((path) => `${namespace}/${path.get('backend', 'service', 'name').text}`),
    );
    return new Set(paths);
  });
}
