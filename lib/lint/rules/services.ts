import type { References } from '../references';
import { rolloutOf, rolloutsOf } from '../rollout-view';
import type { Rule } from '../rule';
import type { Item } from '../types';
import { servicePair, servicesOf } from './service-pair';
import { invalid } from './words';

/** The Services of a Rollout, and which routers need which. */
export const serviceRules: readonly Rule[] = [
  {
    id: 'R06',
    name: 'distinct-services',
    holds: 'the active and the preview Service are two',
    otherwise: invalid,
    fix: 'use two Services',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { blueGreen } = rolloutOf(item, references);
      const preview = blueGreen.get('previewService');
      if (preview.text && preview.text === blueGreen.get('activeService').text) report(preview, `${preview.short} twice`);
    },
    example: `
        kind: Rollout
        spec:
          strategy:
      -     blueGreen: { activeService: myapp, previewService: myapp }
      +     blueGreen: { activeService: myapp, previewService: myapp-preview }`,
  },
  {
    id: 'R10',
    name: 'distinct-canary-services',
    holds: 'the canary and the stable Service are two',
    otherwise: invalid,
    fix: 'use two Services',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary } = rolloutOf(item, references);
      const service = canary.get('canaryService');
      if (service.text && service.text === canary.get('stableService').text) report(service, `${service.short} twice`);
    },
    example: `
        kind: Rollout
        spec:
          strategy:
      -     canary: { canaryService: catalog, stableService: catalog }
      +     canary: { canaryService: catalog-canary, stableService: catalog-stable }`,
  },
  {
    id: 'R11',
    name: 'services-required',
    holds: 'a routed canary names canaryService and stableService, unless Istio subsets or pingPong replace them',
    otherwise: invalid,
    fix: 'set both Services',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, routed, destinationRule, routers } = rolloutOf(item, references);
      if (!routed || canary.has('pingPong') || (destinationRule && routers.length === 1)) return;
      for (const name of ['canaryService', 'stableService'])
        if (!canary.has(name)) report(canary.get(name), 'nothing', { fix: `set ${name}` });
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting: { istio: { virtualService: { name: catalog } } }
              canaryService: catalog-canary
      +       stableService: catalog-stable`,
  },
  {
    id: 'R12',
    name: 'ping-pong',
    holds: 'pingPong names two different Services and runs on ALB, Istio or a plugin; ALB also needs rootService',
    otherwise: invalid,
    fix: 'set both names',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { canary, routers, routing } = rolloutOf(item, references);
      const pair = canary.get('pingPong');
      if (!pair.given) return;
      const [ping, pong] = [pair.get('pingService'), pair.get('pongService')];
      for (const at of [ping, pong]) if (!at.text) report(at, 'nothing', { fix: `set ${at.key}` });
      if (ping.text && ping.text === pong.text) report(pong, `${pong.short} twice`, { fix: 'use two Services' });
      if (!routers.some((router) => ['alb', 'istio', 'plugins'].includes(router)))
        report(pair, routers.join(', ') || 'no traffic routing', { fix: 'drop pingPong' });
      if (routing.has('alb') && !routing.get('alb').has('rootService'))
        report(routing.get('alb', 'rootService'), 'ALB without rootService', { fix: 'set rootService' });
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
              trafficRouting: { istio: {} }
      -       pingPong: { pingService: ping }
      +       pingPong: { pingService: ping, pongService: pong }`,
  },
  {
    id: 'R14',
    name: 'max-weight-router',
    holds: 'maxTrafficWeight is used with nginx or a plugin only',
    otherwise: invalid,
    fix: 'remove it: weights of other routers are 0 to 100',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { routing, routers } = rolloutOf(item, references);
      const most = routing.get('maxTrafficWeight');
      if (most.given && !routers.some((router) => router === 'nginx' || router === 'plugins'))
        report(most, routers.join(', ') || 'no router');
    },
    example: `
        kind: Rollout
        spec:
          strategy:
            canary:
      -       trafficRouting: { istio: {}, maxTrafficWeight: 1000 }
      +       trafficRouting: { istio: {} }`,
  },
  {
    id: 'R24',
    name: 'service-exists',
    holds: 'every Service that a Rollout names exists in its namespace',
    otherwise: invalid,
    fix: 'create the Service, or declare it external',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, name } of rolloutOf(item, references).services) {
        if (!references.exists('Service', item.namespace, name)) report(at, `${name}, which does not exist`);
      }
    },
    example: `
        kind: Rollout
        spec: { strategy: { blueGreen: { activeService: myapp } } }
        ---
        kind: Service
      - metadata: { name: my-app }
      + metadata: { name: myapp }`,
  },
  {
    id: 'R25',
    name: 'service-selector',
    holds: 'a Service of a Rollout selects nothing but labels of its pods',
    otherwise: `${invalid} The Service would have no endpoints.`,
    fix: 'align the selector with the labels of the template',
    on: ['Rollout'],
    check: (item, references, report) => {
      const { services, workload } = rolloutOf(item, references);
      for (const service of servicesOf(services, item, references)) {
        for (const label of service.root.get('spec', 'selector').fields()) {
          // The controller adds the hash: X28 is about that.
          if (label.key !== hash && workload?.template.given && workload.labels[String(label.key)] !== label.value)
            report(label, `${label.key}=${label.text ?? JSON.stringify(label.value)}, which is not on the pods`);
        }
      }
    },
    example: `
        kind: Rollout
        spec:
          template: { metadata: { labels: { app: myapp } } }
          strategy: { blueGreen: { activeService: myapp } }
        ---
        kind: Service
        metadata: { name: myapp }
      - spec: { selector: { app: web } }
      + spec: { selector: { app: myapp } }`,
  },
  {
    id: 'R26',
    name: 'service-owner',
    holds: 'a Service belongs to one Rollout',
    otherwise: `${invalid} Two controllers would move one selector.`,
    fix: 'give each Rollout Services of its own',
    on: ['Rollout'],
    check: (item, references, report) => {
      for (const { at, name } of rolloutOf(item, references).services) {
        const owner = ownersOf(references).get(`${item.namespace}/${name}`);
        if (owner && owner.name !== item.name) report(at, `${name}, which Rollout ${owner.name} uses, too`);
      }
    },
    example: `
        kind: Rollout
        metadata: { name: myapp }
        spec: { strategy: { blueGreen: { activeService: myapp } } }
        ---
        kind: Rollout
        metadata: { name: other }
      - spec: { strategy: { blueGreen: { activeService: myapp } } }
      + spec: { strategy: { blueGreen: { activeService: other } } }`,
  },
  {
    id: 'X28',
    name: 'no-hash-in-service',
    holds: 'the selector of a Service has no rollouts-pod-template-hash, and no Service is replaced or force-applied',
    otherwise: 'A sync overwrites the hash: traffic skips the gate, or reaches pods that do not exist.',
    fix: 'remove the key; the controller writes it',
    on: ['Service'],
    check: ({ root, annotations }, _, report) => {
      const key = root.get('spec', 'selector', hash);
      if (key.given) report(key, key.short);
      const options = 'argocd.argoproj.io/sync-options';
      if (/\b(Force|Replace)=true\b/.test(annotations[options] ?? ''))
        report(root.get('metadata', 'annotations', options), annotations[options] ?? '', { fix: 'apply it like every other object' });
    },
    example: `
        kind: Service
        spec:
      -   selector: { app: myapp, rollouts-pod-template-hash: 7bf84f9696 }
      +   selector: { app: myapp }`,
  },
  servicePair,
];

const hash = 'rollouts-pod-template-hash';

/** First Rollout that names a Service. */
function ownersOf(references: References): ReadonlyMap<string, Item> {
  return references.part(ownersOf, () => {
    const owners = new Map<string, Item>();
    for (const { item, services } of rolloutsOf(references)) {
      for (const { name } of services) if (!owners.has(`${item.namespace}/${name}`)) owners.set(`${item.namespace}/${name}`, item);
    }
    return owners;
  });
}
