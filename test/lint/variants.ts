import type { LintObject } from '../../lib/lint/types';
import { base } from './base';
import { account, parsed, service, template } from './parts';

interface Canary {
  readonly name: string;
  readonly replicas?: number;
  /** Below `strategy.canary`, in flow style. */
  readonly strategy: string;
  readonly extra?: string;
}

const services = (name: string) => `${service(name, name)}${service(`${name}-stable`, name)}${service(`${name}-canary`, name)}`;

const canary = ({ name, replicas = 4, strategy, extra = '' }: Canary) => `
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: ${name}, namespace: production }
spec:
  replicas: ${replicas}
  minReadySeconds: 30
  selector: { matchLabels: { app: ${name} } }
  template:${template(name)}
  strategy: { canary: ${strategy} }
${account(name)}${extra}`;

const ingress = (name: string, backend: string) => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: production }
spec: { ingressClassName: nginx, rules: [{ host: ${name}.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${backend}, port: { number: 80 } } } }] } }] }`;

const sides = (name: string) => `stableService: ${name}-stable, canaryService: ${name}-canary`;

const texts: Readonly<Record<string, string>> = {
  'a canary behind nginx with weights up to 1000': canary({
    name: 'wiki',
    strategy: `{ ${sides('wiki')}, trafficRouting: { nginx: { stableIngress: wiki }, maxTrafficWeight: 1000 }, steps: [{ setWeight: 250 }, { pause: {} }] }`,
    extra: services('wiki') + ingress('wiki', 'wiki-stable'),
  }),
  'ping-pong behind an ALB': canary({
    name: 'blog',
    strategy:
      '{ pingPong: { pingService: blog-stable, pongService: blog-canary }, trafficRouting: { alb: { ingress: blog, rootService: blog, servicePort: 80 } }, steps: [{ setWeight: 20 }, { pause: { duration: 1h30m } }] }',
    extra: services('blog') + ingress('blog', 'blog'),
  }),
  'subsets of one Service': canary({
    name: 'shop',
    strategy: `{ ${sides('shop')}, trafficRouting: { istio: { virtualServices: [{ name: shop.production, routes: [all] }], destinationRule: { name: shop, stableSubsetName: stable, canarySubsetName: canary } } }, steps: [{ setWeight: 20 }, { pause: { duration: 60 } }] }`,
    extra: `${services('shop')}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: production }
spec:
  hosts: [shop.production.svc.cluster.local]
  http:
    - name: all
      route:
        - { destination: { host: shop.production.svc.cluster.local, subset: stable }, weight: 100 }
        - { destination: { host: shop.production.svc.cluster.local, subset: canary }, weight: 0 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: shop, namespace: production }
spec: { host: shop.production.svc.cluster.local, subsets: [{ name: stable, labels: { app: shop } }, { name: canary, labels: { app: shop } }] }`,
  }),
  'a Rollout that takes over a Deployment': `
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: legacy, namespace: production }
spec:
  minReadySeconds: 30
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: legacy, scaleDown: onsuccess }
  strategy: { canary: { steps: [{ setWeight: 50 }, { pause: {} }], maxSurge: 1, maxUnavailable: 0 } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: legacy, namespace: production }
spec:
  replicas: 0
  template:${template('legacy')}
${account('legacy')}${service('legacy', 'legacy')}`,
  'a canary by the number of pods': canary({
    name: 'mail',
    replicas: 5,
    strategy: "{ maxSurge: '25%', steps: [{ setWeight: 20 }, { pause: {} }, { setWeight: 60 }, { pause: { duration: 10 } }] }",
    extra: service('mail', 'mail'),
  }),
  'an experiment with a fresh baseline': canary({
    name: 'ads',
    strategy:
      '{ steps: [{ experiment: { duration: 5m, templates: [{ name: baseline, specRef: stable }, { name: canary, specRef: canary }], analyses: [{ name: compare, templateName: smoke }] } }, { setWeight: 50 }] }',
  }),
  'templates that are nested and shared by the cluster': `
---
apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata: { name: latency, annotations: { bluecanary.dev/no-data: hold } }
spec:
  args: [{ name: app }, { name: pods, value: '2' }]
  metrics: [{ name: p99, interval: 1m, count: 5, successCondition: 'all(result, {# < 1}) and len(result) > 0', failureCondition: 'any(result, {# >= 1})', inconclusiveLimit: 2, provider: { prometheus: { query: 'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="production",app="{{args.app}}"}[{{args.pods}}m])))' } } }]
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: all, namespace: production, annotations: { bluecanary.dev/no-data: hold } }
spec:
  templates: [{ templateName: latency, clusterScope: true }, { templateName: smoke }]
  dryRun: [{ metricName: '^smoke$' }]
  measurementRetention: [{ metricName: '.*', limit: 20 }]
${canary({
  name: 'feed',
  strategy: `{ steps: [{ setWeight: 50 }, { pause: { duration: 5m } }, { analysis: { templates: [{ templateName: all }], args: [{ name: app, valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } }, { name: pods, valueFrom: { fieldRef: { fieldPath: spec.replicas } } }] } }] }`,
})}`,
  'a canary of plain Deployments behind one Service': `${account('search')}
${['stable', 'canary']
  .map(
    (track) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: search-${track}, namespace: production }
spec:
  replicas: 2
  minReadySeconds: 30
  template:${template('search', `, track: ${track}`)}
`,
  )
  .join('')}${service('search', 'search')}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: search, namespace: production, annotations: { bluecanary.dev/acknowledge: 'canary-header, retry-writes' } }
spec:
  hosts: [search.example.com]
  gateways: [istio-ingress/public]
  http:
    - { name: testers, match: [{ headers: { x-canary: { exact: 'true' } } }], route: [{ destination: { host: search.production.svc.cluster.local, subset: canary } }] }
    - name: reads
      match: [{ method: { regex: GET|HEAD } }]
      mirror: { host: search.production.svc.cluster.local }
      retries: { attempts: 3, retryOn: '5xx,reset' }
      route: [{ destination: { host: search.production.svc.cluster.local, subset: stable }, weight: 90 }, { destination: { host: search.production.svc.cluster.local, subset: canary }, weight: 10 }]`,
  'an Ambassador mapping': canary({
    name: 'maps',
    strategy: `{ ${sides('maps')}, trafficRouting: { ambassador: { mappings: [maps] } }, steps: [{ setWeight: 30 }] }`,
    extra: `${services('maps')}
---
apiVersion: getambassador.io/v2
kind: Mapping
metadata: { name: maps, namespace: production }
spec: { prefix: /, service: maps-stable:80 }`,
  }),
  'objects beside the release, and kinds that no rule knows': `
---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
patches: [{ target: { kind: VirtualService, name: catalog }, patch: '[{ "op": "replace", "path": "/spec/hosts", "value": ["catalog.example.org"] }]' }]
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: rollouts.argoproj.io }
spec: { group: argoproj.io }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: production }
spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: nightly } }, spec: { restartPolicy: Never, containers: [{ name: main, image: 'registry.example.com/nightly@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945' }] } } } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: production }`,
};

/** Healthy additions to the base set, each by what it shows. */
export const variants: readonly (readonly [string, readonly LintObject[]])[] = Object.entries(texts).map(([name, text]) => [
  name,
  parsed(text),
]);

/** The base set with every variant. */
export const everything: readonly LintObject[] = [...base, ...variants.flatMap(([, objects]) => objects)];
