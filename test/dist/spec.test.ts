import { at, finder, manifests } from './manifests';

/** Object, field, value. The names of the releases are ours; the values are the reference's. */
type Row = readonly [which: string, path: string, value: unknown];

const all = manifests();
const find = finder(all);
const deployments = ['Deployment/orders-blue', 'Deployment/orders-green', 'Deployment/search-stable', 'Deployment/search-canary'];
const rollouts = ['Rollout/myapp', 'Rollout/catalog'];
const apps = [...deployments, ...rollouts];
const container = 'spec.template.spec.containers.app';

describe('the namespace', () => {
  test.each<Row>([
    ['Namespace/production', 'metadata.labels.name', 'production'],
    ['Namespace/production', 'metadata.labels.pod-security\\.kubernetes\\.io/enforce', 'restricted'],
    ['Namespace/production', 'metadata.labels.pod-security\\.kubernetes\\.io/warn', 'restricted'],
    ['Namespace/production', 'metadata.labels.pod-security\\.kubernetes\\.io/audit', 'restricted'],
  ])('%s %s is %j', has);
});

describe('blue/green on plain Deployments', () => {
  test.each<Row>([
    ...['blue', 'green'].flatMap((colour): Row[] => [
      [`Service/orders-${colour}`, 'spec.type', 'ClusterIP'],
      [`Service/orders-${colour}`, 'spec.selector', { app: 'orders', version: colour }],
      [`Service/orders-${colour}`, 'spec.ports.http.port', 80],
      [`Service/orders-${colour}`, 'spec.ports.http.targetPort', 'http'],
      [`Deployment/orders-${colour}`, 'spec.selector.matchLabels', { app: 'orders', version: colour }],
      [`Deployment/orders-${colour}`, 'spec.template.metadata.labels.app', 'orders'],
      [`Deployment/orders-${colour}`, 'spec.template.metadata.labels.version', colour],
      [`Deployment/orders-${colour}`, `${container}.env.VERSION.value`, colour],
    ]),
    ['Service/orders', 'spec.selector', { app: 'orders', version: 'blue' }],
    ['Service/orders', 'metadata.annotations.active-version', 'blue'],
    ['Service/orders', 'spec.sessionAffinity', 'ClientIP'],
    ['Service/orders', 'spec.sessionAffinityConfig.clientIP.timeoutSeconds', 10800],
    ['Deployment/orders-blue', 'spec.replicas', 3],
    ['Deployment/orders-green', 'spec.replicas', 0],
    ['Deployment/orders-green', `${container}.env.ENABLE_NEW_FEATURE.value`, 'true'],
    ['Deployment/orders-blue', `${container}.env.ENABLE_NEW_FEATURE`, undefined],
    ['Deployment/orders-blue', `${container}.image`, expect.stringContaining('/orders:3.2.0@sha256:')],
    ['Deployment/orders-green', `${container}.image`, expect.stringContaining('/orders:3.3.0@sha256:')],
  ])('%s %s is %j', has);
});

describe.each(apps)('the pod of %s', (which) => {
  const app = which.replace(/.*\//, '').replace(/-.*/, '');
  test.each<readonly [path: string, value: unknown]>([
    ['spec.template.spec.serviceAccountName', app],
    ['spec.template.metadata.annotations.prometheus\\.io/scrape', 'true'],
    ['spec.template.metadata.annotations.prometheus\\.io/port', '9090'],
    [`${container}.ports.http.containerPort`, 3000],
    [`${container}.ports.metrics.containerPort`, 9090],
    [`${container}.env.MONGODB_URI.valueFrom.secretKeyRef`, { name: 'mongodb-uri', key: 'connection-string' }],
    [`${container}.env.NODE_ENV.value`, 'production'],
    [`${container}.env.LOG_LEVEL.value`, 'info'],
    [`${container}.resources.requests`, { cpu: '500m', memory: '512Mi' }],
    [`${container}.resources.limits`, { cpu: '1000m', memory: '1Gi' }],
    [`${container}.livenessProbe`, probe('/health', { delay: 30, period: 10, timeout: 5, failures: 3 })],
    [`${container}.readinessProbe`, probe('/ready', { delay: 10, period: 5, timeout: 3, failures: 3 })],
    [`${container}.startupProbe`, expect.objectContaining(probe('/health', { delay: 0, period: 10, timeout: 5, failures: 30 }))],
    [`${container}.image`, expect.stringMatching(/@sha256:[0-9a-f]{64}$/)],
    [`${container}.imagePullPolicy`, 'IfNotPresent'],
  ])('%s is %j', (path, value) => has(which, path, value));

  test('keeps away from its like on one node, as a preference of weight 100', () => {
    const terms = at(find(which), 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution');
    const labels = at(find(which), 'spec.selector.matchLabels');
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } };
    expect(terms).toEqual([{ weight: 100, podAffinityTerm: term }]);
  });
});

test.each(deployments)('%s rolls with one pod more and none less', (which) => {
  has(which, 'spec.strategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
});

test.each(rollouts)('%s tells its pods their version from the label that carries it', (which) => {
  has(which, `${container}.env.VERSION.valueFrom.fieldRef.fieldPath`, "metadata.labels['version']");
  expect(at(find(which), 'spec.template.metadata.labels.version')).toMatch(/^\d+\.\d+\.\d+$/);
});

describe('the edge without a mesh', () => {
  const annotation = (name: string) => `metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/${name}`;
  test.each<Row>([
    ['Ingress/myapp', 'spec.rules.0.host', 'app.example.com'],
    ['Ingress/myapp', 'spec.tls', [{ hosts: ['app.example.com'], secretName: 'myapp-tls' }]],
    ['Ingress/myapp', 'metadata.annotations.cert-manager\\.io/cluster-issuer', 'letsencrypt-prod'],
    ['Ingress/myapp', annotation('affinity'), 'cookie'],
    ['Ingress/myapp', annotation('session-cookie-name'), 'route'],
    ['Ingress/myapp', annotation('session-cookie-max-age'), '172800'],
    ['Ingress/myapp', annotation('session-cookie-expires'), '172800'],
    ['Ingress/myapp', 'spec.rules.0.http.paths.0.path', '/'],
    ['Ingress/myapp', 'spec.rules.0.http.paths.0.pathType', 'Prefix'],
    ['Ingress/myapp', 'spec.rules.0.http.paths.0.backend.service', { name: 'myapp', port: { number: 80 } }],
    ['Service/myapp', 'spec.ports.http.port', 80],
    ['Ingress/myapp', 'spec.ingressClassName', 'nginx'],
    ['Ingress/myapp', 'metadata.annotations.kubernetes\\.io/ingress\\.class', undefined],
    ['Ingress/myapp', annotation('configuration-snippet'), undefined],
  ])('%s %s is %j', has);
});

describe('the edge of blue/green with Istio', () => {
  const route = 'spec.http.primary';
  test.each<Row>([
    ['VirtualService/orders', 'spec.hosts.0', 'orders.example.com'],
    ['VirtualService/orders', 'spec.gateways', expect.arrayContaining([expect.stringMatching(/\/myapp-gateway$/)])],
    ['VirtualService/orders', `${route}.route.0.destination.host`, 'orders-blue.production.svc.cluster.local'],
    ['VirtualService/orders', `${route}.route.0.destination.port.number`, 80],
    ['VirtualService/orders', `${route}.route.0.weight`, 100],
    ['VirtualService/orders', `${route}.route.1.destination.host`, 'orders-green.production.svc.cluster.local'],
    ['VirtualService/orders', `${route}.route.1.weight`, 0],
    [
      'VirtualService/orders',
      `${route}.retries`,
      { attempts: 3, perTryTimeout: '2s', retryOn: '5xx,reset,connect-failure,refused-stream' },
    ],
    ['VirtualService/orders', `${route}.timeout`, '30s'],
  ])('%s %s is %j', has);
});

describe('canary on plain Deployments', () => {
  const host = 'search.production.svc.cluster.local';
  const to = (subset: string) => ({ host, port: { number: 80 }, subset });
  test.each<Row>([
    ['Deployment/search-stable', 'spec.replicas', 9],
    ['Deployment/search-canary', 'spec.replicas', 1],
    ...['stable', 'canary'].flatMap((track): Row[] => [
      [`Deployment/search-${track}`, 'spec.template.metadata.labels.app', 'search'],
      [`Deployment/search-${track}`, 'spec.template.metadata.labels.track', track],
      [`Deployment/search-${track}`, 'spec.template.metadata.labels.version', expect.stringMatching(/^4\.\d\.\d$/)],
      [`Deployment/search-${track}`, `${container}.env.TRACK.value`, track],
    ]),
    ['Service/search', 'spec.selector', { app: 'search' }],
    ['VirtualService/search-canary', 'spec.hosts.0', 'search.example.com'],
    ['VirtualService/search-canary', 'spec.http.testers.match', [{ headers: { 'x-canary': { exact: 'true' } } }]],
    ['VirtualService/search-canary', 'spec.http.testers.route', [expect.objectContaining({ destination: to('canary'), weight: 100 })]],
    ['VirtualService/search-canary', 'spec.http.primary.route.0', expect.objectContaining({ destination: to('stable'), weight: 90 })],
    ['VirtualService/search-canary', 'spec.http.primary.route.1', expect.objectContaining({ destination: to('canary'), weight: 10 })],
    ...['testers', 'primary'].flatMap((route): Row[] => [
      [
        'VirtualService/search-canary',
        `spec.http.${route}.retries`,
        { attempts: 3, perTryTimeout: '2s', retryOn: '5xx,reset,connect-failure' },
      ],
      ['VirtualService/search-canary', `spec.http.${route}.timeout`, '30s'],
      ['VirtualService/search-canary', `spec.http.${route}.connectionPool`, undefined],
    ]),
    ['DestinationRule/search', 'spec.trafficPolicy.loadBalancer.simple', 'LEAST_REQUEST'],
    ['DestinationRule/search', 'spec.trafficPolicy.connectionPool.tcp.maxConnections', 100],
    [
      'DestinationRule/search',
      'spec.trafficPolicy.connectionPool.http',
      { http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2 },
    ],
    [
      'DestinationRule/search',
      'spec.trafficPolicy.outlierDetection',
      { consecutive5xxErrors: 5, interval: '30s', baseEjectionTime: '30s', maxEjectionPercent: 50 },
    ],
    ['DestinationRule/search', 'spec.subsets.stable.labels', { track: 'stable' }],
    ['DestinationRule/search', 'spec.subsets.canary.labels', { track: 'canary' }],
  ])('%s %s is %j', has);
});

function has(which: string, path: string, value: unknown): void {
  const actual = at(find(which), path);
  if (value === undefined) expect(actual).toBeUndefined();
  else expect(actual).toEqual(value);
}

interface Times {
  readonly delay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
}

function probe(path: string, { delay, period, timeout, failures }: Times): object {
  return {
    httpGet: { path, port: 3000, scheme: 'HTTP' },
    initialDelaySeconds: delay,
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold: failures,
  };
}
