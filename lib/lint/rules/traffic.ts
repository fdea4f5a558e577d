import { acknowledges } from '../annotations';
import type { At } from '../at';
import { podsOf } from '../pods';
import type { References } from '../references';
import { rolloutOf, rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import { serviceOfHost } from '../text';
import { destinationsOf, managedRoutes } from './routes';

/** Weights, subsets and entry paths: accepted by everybody, and wrong. */
export const trafficRules: readonly Rule[] = [
  {
    id: 'X22',
    name: 'no-third-destination',
    holds: 'a managed route weighs only the stable and the canary side',
    otherwise: 'The controller deletes the third destination with the first change of weight.',
    fix: 'move it to another route',
    on: ['Rollout'],
    check: (item, references, report) => {
      const rollout = rolloutOf(item, references);
      for (const { route } of managedRoutes(rollout)) {
        for (const destination of destinationsOf(route)) if (!rollout.sideOf(destination)) report(destination, destination.short);
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { stableService: stable, canaryService: canary, trafficRouting: { istio: { virtualService: { name: catalog } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
        spec:
          http:
            - route:
                - { destination: { host: stable }, weight: 100 }
                - { destination: { host: canary }, weight: 0 }
      -         - { destination: { host: legacy }, weight: 0 }`,
  },
  {
    id: 'X23',
    name: 'no-third-subset',
    holds: 'a managed DestinationRule has only the stable and the canary subset',
    otherwise: 'The controller deletes the third subset with the first update.',
    fix: 'move it to another DestinationRule',
    on: ['Rollout'],
    check: (item, references, report) => {
      const rule = rolloutOf(item, references).destinationRule;
      const names = [rule?.at.get('stableSubsetName').text, rule?.at.get('canarySubsetName').text];
      for (const subset of rule?.item?.root.get('spec', 'subsets').list() ?? []) {
        if (!names.includes(subset.get('name').text)) report(subset.get('name'), subset.get('name').short);
      }
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary: { trafficRouting: { istio: { destinationRule: { name: catalog, stableSubsetName: stable, canarySubsetName: canary } } } }
        ---
        kind: DestinationRule
        metadata: { name: catalog }
      - spec: { subsets: [{ name: stable }, { name: canary }, { name: beta }] }
      + spec: { subsets: [{ name: stable }, { name: canary }] }`,
  },
  {
    id: 'X24',
    name: 'initial-weights',
    holds: 'the weights in Git are their resting position: stable 100, canary 0',
    otherwise: 'Every sync sends users to a canary that may not exist.',
    fix: 'write 100 and 0: the controller moves them',
    on: ['Rollout'],
    check: (item, references, report) => {
      const rollout = rolloutOf(item, references);
      for (const { route } of managedRoutes(rollout)) {
        for (const one of route.get('route').list()) {
          const side = rollout.sideOf(one.get('destination'));
          const weight = one.get('weight').number ?? (side === 'canary' ? 0 : 100);
          if (side && weight !== (side === 'stable' ? 100 : 0)) report(one.get('weight'), `${weight} for the ${side} side`);
        }
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { stableService: stable, canaryService: canary, trafficRouting: { istio: { virtualService: { name: catalog } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
        spec:
          http:
            - route:
      -         - { destination: { host: stable }, weight: 90 }
      -         - { destination: { host: canary }, weight: 10 }
      +         - { destination: { host: stable }, weight: 100 }
      +         - { destination: { host: canary }, weight: 0 }`,
  },
  {
    id: 'X25',
    name: 'managed-route-name-free',
    holds: "managedRoutes are no names of the VirtualService's own routes",
    otherwise: 'The controller takes the route for its own and deletes it at the end of the release.',
    fix: 'rename one of them',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { routing, virtualServices } = rolloutOf(item, references);
      const own = new Set(
        virtualServices.flatMap(
          (use) =>
            use.item?.root
              .get('spec', 'http')
              .list()
              .map((route) => route.get('name').text) ?? [],
        ),
      );
      for (const route of routing.get('managedRoutes').list())
        if (own.has(route.get('name').text ?? '')) report(route.get('name'), `${route.get('name').short}, which is in the VirtualService`);
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting:
                istio: { virtualService: { name: catalog } }
      -         managedRoutes: [{ name: primary }]
      +         managedRoutes: [{ name: x-canary }]
        ---
        kind: VirtualService
        metadata: { name: catalog }
        spec: { http: [{ name: primary }] }`,
  },
  {
    id: 'X41',
    name: 'istio-names',
    practice: true,
    holds: 'hosts and gateways of Istio objects are written with their namespace, and a host inside the cluster is a Service that exists',
    otherwise: 'A short name is completed with the namespace of whoever reads it: in another one it is another Service, or none.',
    fix: 'write name.namespace.svc.cluster.local, and namespace/name for a gateway',
    on: ['VirtualService', 'DestinationRule'],
    check: ({ root, namespace, kind }, references, report) => {
      const spec = root.get('spec');
      const hosts =
        kind === 'DestinationRule'
          ? [spec.get('host')]
          : spec
              .get('http')
              .list()
              .flatMap((route) => destinationsOf(route).map((one) => one.get('host')));
      for (const host of hosts.filter(({ text }) => text)) {
        const service = serviceOfHost(host.text ?? '', namespace);
        if (service?.short) report(host, `the short host ${host.text}`);
        if (service && !references.exists('Service', service.namespace, service.name))
          report(host, `${host.text}, for which there is no Service`, { fix: 'name a Service that exists, or declare it external' });
      }
      for (const gateway of spec.get('gateways').list()) {
        if (gateway.text && gateway.text !== 'mesh' && !gateway.text.includes('/')) report(gateway, `the short gateway ${gateway.text}`);
      }
    },
    example: `
        kind: DestinationRule
        metadata: { name: catalog, namespace: production }
      - spec: { host: catalog }
      + spec: { host: catalog.production.svc.cluster.local }
        ---
        kind: Service
        metadata: { name: catalog, namespace: production }`,
  },
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
