import type { At } from '../at';
import { isMatchedBy, type ManagedRoutes, rolloutOf } from '../rollout-view';
import type { Rule } from '../rule';
import { invalid } from './words';

/** What a Rollout moves in a VirtualService or Ingress, and finds there. */
export const routeRules: readonly Rule[] = [
  {
    id: 'R33',
    name: 'ingress-routing',
    holds: 'nginx has one of stableIngress(es), ALB one of ingress(es); it exists and routes to the stable or root Service',
    otherwise: invalid,
    fix: 'add a rule for the Service to the Ingress',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { routing, services } = rolloutOf(item, references);
      const stable = services.find(({ role }) => role === 'stable')?.name;
      const routers = [
        { router: routing.get('nginx'), one: 'stableIngress', many: 'stableIngresses' },
        { router: routing.get('alb'), one: 'ingress', many: 'ingresses' },
      ];
      for (const { router, one, many } of routers.filter(({ router }) => router.given)) {
        if (router.has(one) === router.has(many))
          report(router, router.has(one) ? 'both' : 'neither', { fix: `keep one of ${one} and ${many}` });
        const wanted = router.get('rootService').text ?? stable;
        for (const at of [router.get(one), ...router.get(many).list()].filter(({ text }) => text)) {
          const ingress = references.find('Ingress', item.namespace, at.text ?? '');
          if (!ingress && !references.exists('Ingress', item.namespace, at.text ?? ''))
            report(at, `${at.text}, which does not exist`, { fix: 'create the Ingress, or declare it external' });
          const backends = ingress?.root
            .get('spec', 'rules')
            .list()
            .flatMap((rule) =>
              rule
                .get('http', 'paths')
                .list()
                .map((path) => path.get('backend', 'service', 'name').text),
            );
          if (ingress && wanted && !backends?.includes(wanted)) report(ingress.root.get('spec', 'rules'), `no rule for ${wanted}`);
        }
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { stableService: stable, trafficRouting: { nginx: { stableIngress: shop } } } } }
        ---
        kind: Ingress
        metadata: { name: shop }
      - spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: other } } }] } }] }
      + spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: stable } } }] } }] }`,
  },
  {
    id: 'R34',
    name: 'virtual-service-one',
    holds: 'Istio has exactly one of virtualService and virtualServices, and each exists',
    otherwise: invalid,
    fix: 'keep one of them',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { routing, virtualServices } = rolloutOf(item, references);
      const istio = routing.get('istio');
      if (istio.has('virtualService') && istio.has('virtualServices')) report(istio, 'both');
      if (istio.given && !istio.has('virtualService') && istio.get('virtualServices').list().length === 0)
        report(istio.get('virtualService'), 'neither', { fix: 'name the VirtualService' });
      for (const { at, name, namespace } of virtualServices) {
        if (name !== '' && !references.exists('VirtualService', namespace, name))
          report(at.get('name'), `${name}, which does not exist`, { fix: 'create the VirtualService, or declare it external' });
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog } } } } } }
        ---
        kind: VirtualService
      - metadata: { name: catalogue }
      + metadata: { name: catalog }`,
  },
  {
    id: 'R35',
    name: 'virtual-service-routes',
    holds: 'a managed VirtualService has http, tls or tcp routes',
    otherwise: invalid,
    fix: 'add a route with both sides',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { item: virtual } of rolloutOf(item, references).virtualServices) {
        const spec = virtual?.root.get('spec');
        if (spec && ['http', 'tls', 'tcp'].every((protocol) => spec.get(protocol).list().length === 0)) report(spec.get('http'), 'none');
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
      - spec: { hosts: [catalog] }
      + spec: { hosts: [catalog], http: [{ name: primary }] }`,
  },
  {
    id: 'R36',
    name: 'route-exists',
    holds: 'each route that a Rollout names is in the VirtualService',
    otherwise: invalid,
    fix: 'name an http route of the VirtualService',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, routes, item: virtual } of rolloutOf(item, references).virtualServices) {
        for (const protocol of ['tls', 'tcp'])
          for (const entry of virtual ? at.get(`${protocol}Routes`).list() : [])
            if (
              !virtual?.root
                .get('spec', protocol)
                .list()
                .some((route) => isMatchedBy(entry, route))
            )
              report(entry, `${entry.short}, which no ${protocol} route of the VirtualService matches`, {
                fix: 'give the port and all sniHosts of the route',
              });
        const names = virtual?.root
          .get('spec', 'http')
          .list()
          .map((route) => route.get('name').text);
        // Without http routes the names mean nothing: tls and tcp routes are found by port.
        for (const route of routes)
          if (names && names.length > 0 && !names.includes(route.text))
            report(route, `route ${route.short}, the VirtualService has ${names.join(', ') || 'none'}`);
      }
    },
    example: `
        kind: Rollout
      - spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog, routes: [main] } } } } } }
      + spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog, routes: [primary] } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
        spec: { http: [{ name: primary }] }`,
  },
  {
    id: 'R37',
    name: 'route-has-both-sides',
    holds: 'a managed route has a destination for the stable and one for the canary side',
    otherwise: invalid,
    fix: 'add the destination, weight 0',
    on: ['Rollout'],
    check: (item, references, report) => {
      const rollout = rolloutOf(item, references);
      for (const { route } of managedRoutes(rollout)) {
        const sides = destinationsOf(route).map((destination) => rollout.sideOf(destination));
        for (const side of ['stable', 'canary'] as const) if (!sides.includes(side)) report(route.get('route'), `no ${side} destination`);
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
      +         - { destination: { host: canary }, weight: 0 }`,
  },
  {
    id: 'R38',
    name: 'unnamed-route',
    holds: 'a Rollout leaves routes out only when the VirtualService has one route',
    otherwise: invalid,
    fix: 'name the routes, and name them in the Rollout',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { virtualServices, managedRouteNames } = rolloutOf(item, references);
      for (const { at, routes, item: virtual } of virtualServices) {
        const own =
          virtual?.root
            .get('spec', 'http')
            .list()
            .filter((route) => !managedRouteNames.includes(route.get('name').text ?? '')) ?? [];
        if (routes.length === 0 && own.length > 1) report(at.get('routes'), `none, for ${own.length} routes`);
        for (const protocol of ['tls', 'tcp']) {
          const [named, count] = [at.get(`${protocol}Routes`), virtual?.root.get('spec', protocol).list().length ?? 0];
          if (named.list().length === 0 && count > 1) report(named, `none, for ${count} ${protocol} routes`);
        }
      }
    },
    example: `
        kind: Rollout
      - spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog } } } } } }
      + spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog, routes: [primary] } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
        spec: { http: [{ name: reads }, { name: primary }] }`,
  },
  {
    id: 'Y09',
    name: 'route-named',
    practice: true,
    holds: 'every http route of a managed VirtualService has a name, and the Rollout names the routes that it moves',
    otherwise: 'A route inserted later silently takes the place of the one that is meant.',
    fix: 'name the routes, and name them in the Rollout',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, routes, item: virtual } of rolloutOf(item, references).virtualServices) {
        const http = virtual?.root.get('spec', 'http').list();
        if (routes.length === 0 && http?.length !== 0) report(at.get('routes'), 'no names');
        for (const route of http ?? []) if (!route.get('name').text) report(route.get('name'), 'a route without name');
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: catalog, routes: [primary] } } } } } }
        ---
        kind: VirtualService
        metadata: { name: catalog }
      - spec: { http: [{ name: primary }, { timeout: 30s }] }
      + spec: { http: [{ name: primary }, { name: rest, timeout: 30s }] }`,
  },
  {
    id: 'R39',
    name: 'other-routers',
    holds: 'an Ambassador mapping exists and has no weight, and an App Mesh route has two targets',
    otherwise: invalid,
    fix: 'remove the weight',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { routing } = rolloutOf(item, references);
      for (const at of routing.get('ambassador', 'mappings').list()) {
        const mapping = references.find('AmbassadorMapping', item.namespace, at.text ?? '');
        if (!mapping && !references.exists('AmbassadorMapping', item.namespace, at.text ?? ''))
          report(at, `${at.short}, which does not exist`, { fix: 'create the Mapping, or declare AmbassadorMapping/<name> external' });
        const weight = mapping?.root.get('spec', 'weight');
        if (weight?.given) report(weight, `weight ${weight.short}`);
      }
      const nodes = routing.get('appMesh', 'virtualNodeGroup');
      for (const side of ['canaryVirtualNodeRef', 'stableVirtualNodeRef'])
        if (routing.has('appMesh') && !nodes.has(side)) report(nodes.get(side), 'one target', { fix: `add ${side}` });
    },
    example: `
        kind: Rollout
        spec: { strategy: { canary: { trafficRouting: { ambassador: { mappings: [catalog] } } } } }
        ---
        kind: Mapping
        metadata: { name: catalog }
      - spec: { service: stable, weight: 50 }
      + spec: { service: stable }`,
  },
];

/** Routes that a Rollout moves, with the place that names their VirtualService. */
export function managedRoutes(rollout: ReturnType<typeof rolloutOf>): readonly { readonly use: ManagedRoutes; readonly route: At }[] {
  return rollout.virtualServices.flatMap((use) => rollout.managed(use).map((route) => ({ use, route })));
}

export function destinationsOf(route: At): readonly At[] {
  return route
    .get('route')
    .list()
    .map((one) => one.get('destination'));
}
