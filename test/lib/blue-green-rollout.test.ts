import { Duration } from 'cdk8s';
import { AnalysisService, BlueGreenRollout, errorRate, Migration, percent } from '../../lib';
import { fieldsOf, pinned, problemsOf, world } from './support';

const strategy = 'spec.strategy.blueGreen';

function shop(props: Partial<ConstructorParameters<typeof BlueGreenRollout>[2]> = {}, rollbackWindow?: Duration) {
  const { app, production, judge } = world();
  const migration = rollbackWindow && new Migration(production, 'users', { image: pinned('migrations'), rollbackWindow });
  const more = migration ? { migration } : {};
  new BlueGreenRollout(production, 'shop', { image: pinned('shop'), judgedBy: judge, ...more, ...props });
  return { app, field: (path: string, which = 'Rollout/shop') => fieldsOf(app)(which, path) };
}

test('the shortest form has every default', () => {
  const { field } = shop();
  expect(field('spec.replicas')).toBe(3);
  expect(field(strategy)).toMatchObject({ activeService: 'shop', previewService: 'shop-preview', scaleDownDelaySeconds: 86400 });
  expect(field('spec.metrics.judge.consecutiveSuccessLimit', 'AnalysisTemplate/shop-watch')).toBe(11);
});

test.each([
  { app: {}, paths: ['/health', '/api/version', '/api/db/ping'] },
  { app: { health: '/livez' }, paths: ['/livez', '/api/version', '/api/db/ping'] },
  { app: { health: '/livez', mongodb: false as const }, paths: ['/livez', '/api/version'] },
])('the smoke tests of $app ask what it has: a path that it has not would abort every release', ({ app, paths }) => {
  const command = shop(app).field(
    'spec.metrics.smoke.provider.job.spec.template.spec.containers.smoke.command',
    'AnalysisTemplate/shop-smoke',
  );
  expect((command as string[]).slice(-paths.length - 1)).toEqual(['http://shop-preview', ...paths]);
});

test('without a host nothing leads in from outside', () => {
  const { app } = shop();
  expect(() => fieldsOf(app)('Ingress/shop')).toThrow('found 0');
  expect(() => fieldsOf(app)('VirtualService/shop')).toThrow('found 0');
});

test('the deadline for new pods outlives the gate of a migration, which the controller counts as time without progress', () => {
  const deadline = { deadline: Duration.minutes(4) };
  expect(shop(deadline).field('spec.progressDeadlineSeconds')).toBe(240);
  const { field } = shop(deadline, Duration.hours(1));
  const gate = (path: string) => field(`spec.metrics.drift.${path}`, 'AnalysisTemplate/shop-drift');
  expect(gate('interval')).toBe('30s');
  expect(gate('count')).toBe(240);
  expect(field('spec.progressDeadlineSeconds')).toBe(240 + 240 * 30);
});

test('both Services select the app; which pods, the controller writes', () => {
  const { field } = shop();
  for (const name of ['shop', 'shop-preview']) expect(field('spec.selector', `Service/${name}`)).toEqual({ app: 'shop' });
});

describe('gates before the switch', () => {
  const gates = (props: Parameters<typeof shop>[0], window?: Duration) => shop(props, window).field(`${strategy}.prePromotionAnalysis`);

  test('smoke tests, then the drift of the migration', () => {
    expect(gates({}, Duration.hours(24))).toEqual({ templates: [{ templateName: 'shop-smoke' }, { templateName: 'shop-drift' }] });
  });

  test('none asked for, none there', () => {
    expect(gates({ smokeTests: [] })).toBeUndefined();
  });
});

test('after the switch the limits are absolute: the previous version has no traffic', () => {
  const args = shop().field(`${strategy}.postPromotionAnalysis.args`);
  expect(args).toContainEqual({ name: 'objectives', value: 'absolute' });
  expect(args).toContainEqual({ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } });
  expect(args).toContainEqual({ name: 'stable-hash', valueFrom: { podTemplateHashValue: 'Stable' } });
});

describe('the previous version is kept', () => {
  test.each([
    { keep: Duration.seconds(1_019), problem: /keepPrevious: it must outlast the watch, up to 960 s, by a minute/ },
    { keep: Duration.seconds(1_020), problem: undefined },
  ])('longer than the watch of 300 s with every look that it may take: $keep.amount s', ({ keep, problem }) => {
    expectProblem(shop({ keepPrevious: keep }).app, problem);
  });

  test.each([
    { keep: 47, problem: /keepPrevious: it must be at least the roll-back window of migration users, 172800 s, got 169200 s/ },
    { keep: 48, problem: undefined },
  ])('as long as a migration needs for a roll back of 48 h: $keep h', ({ keep, problem }) => {
    expectProblem(shop({ keepPrevious: Duration.hours(keep) }, Duration.hours(48)).app, problem);
  });

  test('and only the last one, so that pods are bounded', () => {
    expect(shop().field(`${strategy}.scaleDownDelayRevisionLimit`)).toBe(1);
  });
});

describe('one entry path per host', () => {
  test('with a mesh there is a route and no Ingress', () => {
    const { app, field } = shop({ host: 'shop.example.com', mesh: {} });
    expect(field('spec.hosts', 'VirtualService/shop')).toEqual(['shop.example.com', 'shop.production.svc.cluster.local']);
    expect(field('spec.http.primary.retries.retryOn', 'VirtualService/shop')).toBe('5xx,reset,connect-failure,refused-stream');
    expect(() => fieldsOf(app)('Ingress/shop')).toThrow('found 0');
  });

  test('limits of connections hold for the Service that the route leads to', () => {
    const { app, field } = shop({ host: 'shop.example.com', mesh: { connectionPool: { maxConnections: 7 } } });
    expect(field('spec.host', 'DestinationRule/shop')).toBe('shop.production.svc.cluster.local');
    expect(field('spec.trafficPolicy.connectionPool.tcp.maxConnections', 'DestinationRule/shop')).toBe(7);
    expect(() => app.render()).not.toThrow();
  });

  test('both at once are refused', () => {
    expectProblem(shop({ host: 'shop.example.com', mesh: {}, ingress: {} }).app, /mesh: one entry path per host/);
  });

  test.each([{ ingress: {} }, { mesh: {} }])('%j without a host is refused', (entry) => {
    expectProblem(shop(entry).app, /host: a route needs a host, got none/);
  });
});

test('a watch of one minute with a look every 20 s takes four passes in a row', () => {
  const { field } = shop({ watch: Duration.minutes(1), look: Duration.seconds(20), healthy: [errorRate.atMost(percent(1))] });
  expect(field('spec.metrics.judge', 'AnalysisTemplate/shop-watch')).toMatchObject({
    interval: '20s',
    consecutiveSuccessLimit: 4,
    count: 12,
  });
});

test.each([
  [{ look: Duration.seconds(9) }, /look: the judge needs at least 10 s/],
  [{ watch: Duration.seconds(20) }, /watch: a watch lasts at least one look/],
  [{ deadline: Duration.seconds(30) }, /deadline: it must be above minReady/],
  [{ smokeTests: ['health'] }, /smokeTests\[0\]: a path begins with \//],
])('%j is refused', (props, problem) => {
  expectProblem(shop(props).app, problem);
});

function expectProblem(app: Parameters<typeof problemsOf>[0], problem: RegExp | undefined): void {
  const problems = problemsOf(app);
  expect(problems).toHaveLength(problem ? 1 : 0);
  if (problem) expect(problems[0]).toMatch(problem);
}

test('a judge finds the ledger of a migration by itself, and has no database where nobody needs one', () => {
  const judged = (migrate: boolean) => {
    const { app, production } = world();
    const judge = new AnalysisService(production, 'other', { image: pinned('judge'), prometheus: 'http://prometheus.monitoring:9090' });
    const migration = new Migration(production, 'users', { image: pinned('users') });
    new BlueGreenRollout(production, 'shop', { image: pinned('shop'), judgedBy: judge, ...(migrate ? { migration } : {}) });
    expect(() => app.render()).not.toThrow();
    const field = fieldsOf(app);
    return {
      secret: field('Deployment/other', 'spec.template.spec.containers.judge.env.MONGODB_URI.valueFrom.secretKeyRef.name'),
      external: field('Deployment/other', 'metadata.annotations.bluecanary\\.dev/external'),
      egress: (field('NetworkPolicy/other', 'spec.egress') as unknown[]).length,
    };
  };
  expect(judged(true)).toEqual({
    secret: 'mongodb-other-uri',
    external: 'Secret/other-token/token,Secret/mongodb-other-uri/connection-string',
    egress: 2,
  });
  expect(judged(false)).toEqual({ secret: undefined, external: 'Secret/other-token/token', egress: 1 });
});
