import { rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { serviceOfHost } from '../text';
import { destinationsOf, managedRoutes } from './routes';

/** Weights, subsets and names: accepted by everybody, and wrong. */
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
];
