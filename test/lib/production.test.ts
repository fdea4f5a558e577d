import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import {
  AnalysisService,
  App,
  BlueGreenDeployment,
  BlueGreenRollout,
  CanaryDeployment,
  CanaryRollout,
  Monitoring,
  Production,
  type ProductionProps,
} from '../../lib';
import { pathOf } from '../../lib/folder';
import { at } from '../dist/manifests';
import { fieldsOf, judgeOf, pinned, problemsOf, world } from './support';

const image = pinned('shop');

describe('the namespace', () => {
  test('belongs to no namespace itself', () => {
    const { app } = world();
    expect(fieldsOf(app)('Namespace/production', 'metadata')).not.toHaveProperty('namespace');
  });

  test('admits restricted pods only', () => {
    const labels = fieldsOf(world().app)('Namespace/production', 'metadata.labels') as Record<string, string>;
    const modes = ['enforce', 'audit', 'warn'].map((mode) => labels[`pod-security.kubernetes.io/${mode}`]);
    expect(modes).toEqual(['restricted', 'restricted', 'restricted']);
    expect(labels).not.toHaveProperty('istio-injection');
  });

  test('may be called differently, and everything in it follows', () => {
    const { app, production, judge } = world({ namespace: 'shop-eu' });
    new CanaryRollout(production, 'shop', { image, host: 'shop.example.com', judgedBy: judge });
    const field = fieldsOf(app);
    expect(field('Namespace/shop-eu')).toBeDefined();
    expect(field('VirtualService/shop-canary', 'spec.hosts')).toContain('shop.shop-eu.svc.cluster.local');
    expect(field('AnalysisTemplate/shop-judge', 'spec.metrics.0.provider.web.url')).toContain('//judge.shop-eu.svc.cluster.local/');
    expect(field('AnalysisTemplate/shop-judge', 'spec.metrics.0.provider.web.jsonBody.namespace')).toBe('shop-eu');
    for (const chart of app.charts) {
      const namespaces = (chart.toJson() as unknown[]).map((manifest) => at(manifest, 'metadata.namespace')).filter(Boolean);
      expect(new Set(namespaces)).toEqual(new Set(['shop-eu']));
    }
  });
});

describe('the network', () => {
  const peers = (app: App, which: string, direction: 'ingress' | 'egress') =>
    (fieldsOf(app)(`NetworkPolicy/${which}`, `spec.${direction}`) ?? []) as readonly {
      from?: unknown[];
      to?: unknown[];
      ports: { port: number }[];
    }[];
  const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

  test('begins closed in both directions, except for names', () => {
    const field = fieldsOf(world().app);
    expect(field('NetworkPolicy/default-deny', 'spec')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(field('NetworkPolicy/allow-dns', 'spec.egress.0.ports')).toEqual([
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ]);
  });

  test('lets pods ask the DNS cache of their node, whose address is no pod', () => {
    const dns = (props: ProductionProps) => fieldsOf(world(props).app)('NetworkPolicy/allow-dns', 'spec.egress.0.to') as unknown[];
    expect(dns({})).toContainEqual({ ipBlock: { cidr: '169.254.20.10/32' } });
    expect(dns({ nodeDns: ['fd00::10'] })).toContainEqual({ ipBlock: { cidr: 'fd00::10/128' } });
    expect(dns({ nodeDns: [] })).toHaveLength(1);
  });

  test('lets the controller reach the judge wherever it runs', () => {
    const { app, production, judge } = world({ argoRollouts: 'rollouts' });
    new BlueGreenRollout(production, 'shop', { image, judgedBy: judge });
    expect(peers(app, 'judge', 'ingress')[0]?.from).toContainEqual(namespace('rollouts'));
    expect(() => app.render()).not.toThrow();
    // The lint knows where that is: a policy that lets only the usual place in is found.
    const policy = judge.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .find(({ kind, name }) => kind === 'NetworkPolicy' && name === 'judge');
    policy?.addJsonPatch(JsonPatch.replace('/spec/ingress/0/from', [namespace('argo-rollouts')]));
    expect(() => app.render()).toThrow(/X42 policy-paths[\s\S]*no policy that lets rollouts reach judge/);
  });

  test('lets the judge reach the port of Prometheus that its pods listen at', () => {
    const port = (props: Partial<ConstructorParameters<typeof AnalysisService>[2]>) => {
      const { app, production } = world();
      new AnalysisService(production, 'other', { image, prometheus: 'http://prometheus.monitoring', ...props });
      return fieldsOf(app)('NetworkPolicy/other', 'spec.egress.0.ports.0.port');
    };
    expect([port({}), port({ prometheusPodPort: 9090 })]).toEqual([80, 9090]);
  });

  test('lets injected proxies reach their control plane, or no pod would ever become ready', () => {
    const { app } = world({ meshInjection: true });
    expect(peers(app, 'allow-mesh', 'egress')).toEqual([{ to: [namespace('istio-system')], ports: [{ port: 15012, protocol: 'TCP' }] }]);
    expect(peers(app, 'allow-mesh', 'ingress')).toEqual([{ from: [namespace('monitoring')], ports: [{ port: 15090, protocol: 'TCP' }] }]);
    expect(fieldsOf(app)('NetworkPolicy/allow-mesh', 'spec.podSelector')).toEqual({ matchLabels: {} });
    expect(() => fieldsOf(world().app)('NetworkPolicy/allow-mesh')).toThrow('found 0');
  });

  test('opens an app to gateways, smoke tests and Prometheus, and lets it reach MongoDB; nothing else', () => {
    const { app, production, judge } = world({ gateways: ['edge'], monitoring: 'prom', mongodb: { cidrs: ['10.1.0.0/24'], port: 27018 } });
    new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, port: 8080, metricsPort: 8081 });
    expect(peers(app, 'shop', 'ingress')).toEqual([
      {
        from: [namespace('edge'), { podSelector: { matchLabels: { 'bluecanary.dev/smoke-test': 'shop' } } }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
      { from: [namespace('prom')], ports: [{ port: 8081, protocol: 'TCP' }] },
    ]);
    expect(peers(app, 'shop', 'egress')).toEqual([
      { to: [{ ipBlock: { cidr: '10.1.0.0/24' } }], ports: [{ port: 27018, protocol: 'TCP' }] },
    ]);
    expect(peers(app, 'shop-smoke', 'egress')).toEqual([
      { to: [{ podSelector: { matchLabels: { app: 'shop' } } }], ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
  });

  test('opens both sides between an app and those that it calls', () => {
    const { app, production, judge } = world();
    const cart = new BlueGreenDeployment(production, 'cart', { active: 'blue', blue: { image }, green: { image }, port: 8080 });
    new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, calls: [cart], mongodb: false });
    const toCart = [{ port: 8080, protocol: 'TCP' }];
    expect(peers(app, 'shop', 'egress')).toEqual([{ to: [{ podSelector: { matchLabels: { app: 'cart' } } }], ports: toCart }]);
    expect(peers(app, 'shop-calls-cart', 'ingress')).toEqual([
      { from: [{ podSelector: { matchLabels: { app: 'shop' } } }], ports: toCart },
    ]);
    expect(fieldsOf(app)('NetworkPolicy/shop-calls-cart', 'spec.podSelector.matchLabels')).toEqual({ app: 'cart' });
  });

  test('opens the judge to the controller and to Prometheus, and lets it reach Prometheus and its database', () => {
    const { app } = world({ argoRollouts: 'controllers', monitoring: 'prom' });
    expect(peers(app, 'judge', 'ingress')).toEqual([
      { from: [namespace('controllers'), namespace('prom')], ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
    expect(peers(app, 'judge', 'egress').map(({ ports }) => ports.map(({ port }) => port))).toEqual([[9090], [27017]]);
  });

  test.each([
    ['http://prometheus.monitoring:9090', 9090],
    ['http://prometheus.monitoring', 80],
    ['https://prometheus.example.com', 443],
  ])('of a judge that asks %s goes out by port %i', (prometheus, port) => {
    const app = new App({ outdir: 'never-written' });
    new AnalysisService(new Production(app, 'production'), 'judge', { image, prometheus });
    expect(peers(app, 'judge', 'egress').map(({ ports }) => ports.map((one) => one.port))).toEqual([[port]]);
  });

  test.each([
    { prometheus: 'http://prometheus.monitoring:9090', namespace: 'monitoring' },
    { prometheus: 'http://thanos.observability.svc.cluster.local:9090', namespace: 'observability' },
    { prometheus: 'http://prometheus', namespace: 'production' },
  ])('of a judge that asks $prometheus goes to the namespace $namespace', ({ prometheus, namespace }) => {
    const { app, production } = world();
    new AnalysisService(production, 'other', { image, prometheus });
    const selector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
    expect(peers(app, 'other', 'egress')).toEqual([expect.objectContaining({ to: [{ namespaceSelector: selector }] })]);
  });

  test.each(['https://prometheus.example.com', 'http://10.20.0.5:9090'])('of a judge that asks %s leaves the cluster', (prometheus) => {
    const { app, production } = world();
    new AnalysisService(production, 'other', { image, prometheus });
    expect(peers(app, 'other', 'egress')).toEqual([expect.not.objectContaining({ to: expect.anything() })]);
  });
});

test('the runbook of what all releases stand on looks where this cluster has it', () => {
  const { app, production, judge } = world({ argoRollouts: 'rollouts', monitoring: 'observability' });
  new Monitoring(production, 'monitoring', { of: [new BlueGreenRollout(production, 'cart', { image, judgedBy: judge })] });
  const runbook = app.render().files.get('monitoring/runbook.md');
  expect(runbook).toContain('kubectl -n rollouts logs deploy/argo-rollouts');
  expect(runbook).toContain('kubectl -n observability logs');
  expect(runbook).not.toMatch(/-n (argo-rollouts|monitoring) /);
});

test('where Prometheus knows several databases, every query is about the own one', () => {
  const { app, production, judge } = world({ mongodb: { labels: { cluster: 'shop' } } });
  new Monitoring(production, 'monitoring', { of: [new BlueGreenRollout(production, 'cart', { image, judgedBy: judge })] });
  const { files } = app.render();
  const text = ['monitoring/rules.yaml', 'cart/overview.dashboard.json'].map((path) => files.get(path) ?? '').join('\n');
  const series = [...text.matchAll(/mongodb_\w+(.{0,20})/g)];
  expect(series.length).toBeGreaterThan(20);
  expect(series.filter(([, labels]) => !/^\{cluster=\\?"shop/.test(labels ?? '')).map(([found]) => found)).toEqual([]);
});

describe('selectors', () => {
  test('of a Service match the pods of their own app and side, and nothing else in the namespace', () => {
    const { app, production, judge } = world();
    new BlueGreenRollout(production, 'cart', { image, judgedBy: judge });
    new CanaryRollout(production, 'shop', { image, host: 'shop.example.com', judgedBy: judge });
    new BlueGreenDeployment(production, 'orders', { active: 'blue', blue: { image }, green: { image } });
    new CanaryDeployment(production, 'search', { host: 'search.example.com', stable: { image }, canary: { image } });
    const manifests = app.charts.flatMap((chart) => chart.toJson() as unknown[]);
    const pods = manifests.flatMap((manifest) => {
      const jobs = ((at(manifest, 'spec.metrics') ?? []) as unknown[]).map((metric) =>
        at(metric, 'provider.job.spec.template.metadata.labels'),
      );
      return [at(manifest, 'spec.template.metadata.labels'), ...jobs]
        .filter((labels) => labels !== undefined)
        .map((labels) => ({ owner: String(at(manifest, 'metadata.name')), labels: labels as Record<string, string> }));
    });
    const matched = manifests
      .filter((manifest) => at(manifest, 'kind') === 'Service')
      .map((manifest) => {
        const selector = Object.entries((at(manifest, 'spec.selector') ?? {}) as Record<string, string>);
        const owners = pods.filter(({ labels }) => selector.every(([key, value]) => labels[key] === value)).map(({ owner }) => owner);
        return [String(at(manifest, 'metadata.name')), owners.join(' ')];
      });
    expect(Object.fromEntries(matched)).toEqual({
      cart: 'cart',
      'cart-preview': 'cart',
      judge: 'judge',
      orders: 'orders-blue',
      'orders-blue': 'orders-blue',
      'orders-green': 'orders-green',
      search: 'search-stable search-canary',
      shop: 'shop',
      'shop-canary': 'shop',
      'shop-stable': 'shop',
    });
  });
});

describe('two environments in one App', () => {
  const app = new App({ outdir: 'never-written' });
  for (const name of ['production', 'staging']) {
    const environment = new Production(app, name);
    new CanaryRollout(environment, 'shop', { image, host: `${name}.example.com`, judgedBy: judgeOf(environment) });
  }

  test('stand side by side, and neither changes the other', () => {
    const alone = new App({ outdir: 'never-written' });
    const staging = new Production(alone, 'staging');
    new CanaryRollout(staging, 'shop', { image, host: 'staging.example.com', judgedBy: judgeOf(staging) });
    const manifests = (of: App) => of.charts.filter(({ node }) => node.id === 'staging').map((chart) => Testing.synth(chart));
    expect(manifests(app)).toEqual(manifests(alone));
  });

  test('have folders of their own', () => {
    const paths = app.node.findAll().filter(ApiObject.isApiObject).map(pathOf);
    expect(paths).toEqual(expect.arrayContaining(['production/shop/Rollout.shop.k8s.yaml', 'staging/shop/Rollout.shop.k8s.yaml']));
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('and files for people of their own: a second environment says which it is', () => {
    const runbooks = [...app.render().files.keys()].filter((path) => path.endsWith('runbook.md'));
    expect(runbooks).toEqual(['shop/runbook.md', 'staging.shop/runbook.md']);
  });
});

test('two objects that would be one file are refused, not overwritten', () => {
  const { app, production } = world();
  for (const id of ['one', 'two']) new ApiObject(production, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } });
  const way = 'the other is production/one; give one of them another name';
  expect(problemsOf(app)).toEqual([expect.stringContaining(`two constructs write production/ConfigMap.same.k8s.yaml, ${way}`)]);
});
