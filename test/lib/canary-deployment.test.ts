import { CanaryDeployment, Monitoring, Retries } from '../../lib';
import { fieldsOf, pinned, world } from './support';

function shop(props: Partial<ConstructorParameters<typeof CanaryDeployment>[2]> = {}) {
  const { app, production } = world();
  const stable = { image: pinned('shop', '1.0.0') };
  const canary = { image: pinned('shop', '1.1.0') };
  new CanaryDeployment(production, 'shop', { host: 'shop.example.com', stable, canary, ...props });
  return fieldsOf(app);
}

const route = 'spec.http.primary';

test.each([0, 1, 10, 50, 100])('of a weight of %i %% nothing is lost: both sides add up to 100', (weight) => {
  const field = shop({ weight });
  expect(field('VirtualService/shop-canary', `${route}.route.0`)).toMatchObject({
    destination: { subset: 'stable' },
    weight: 100 - weight,
  });
  expect(field('VirtualService/shop-canary', `${route}.route.1`)).toMatchObject({ destination: { subset: 'canary' }, weight });
});

test('testers go to the canary before every other rule', () => {
  const http = shop()('VirtualService/shop-canary', 'spec.http') as { name: string }[];
  expect(http.map(({ name }) => name)).toEqual(['testers', 'primary']);
  const strict = shop({ testers: { header: 'x-team', value: 'qa' } })('VirtualService/shop-canary', 'spec.http.testers.match');
  expect(strict).toEqual([{ headers: { 'x-team': { exact: 'qa' } } }]);
});

test('no header, no route for it', () => {
  const http = shop({ testers: false })('VirtualService/shop-canary', 'spec.http') as { name: string }[];
  expect(http.map(({ name }) => name)).toEqual(['primary']);
});

test('without canary pods there is no route for testers, who would get nothing but errors', () => {
  const field = shop({ weight: 0, canary: { image: pinned('shop', '1.1.0'), replicas: 0 } });
  const http = field('VirtualService/shop-canary', 'spec.http') as { name: string }[];
  expect(http.map(({ name }) => name)).toEqual(['primary']);
});

test.each([
  { weight: 0, alerts: false },
  { weight: 10, alerts: true },
])('at a weight of $weight % pods without traffic are worth an alert: $alerts', ({ weight, alerts }) => {
  const { app, production } = world();
  const side = { image: pinned('shop') };
  const release = new CanaryDeployment(production, 'shop', { host: 'shop.example.com', stable: side, canary: side, weight });
  new Monitoring(production, 'monitoring', { of: [release] });
  expect(JSON.stringify(fieldsOf(app)('PrometheusRule/shop-rules', 'spec')).includes('CanaryNoTraffic')).toBe(alerts);
});

test('a selector never contains the version, which changes with every release', () => {
  const field = shop();
  for (const track of ['stable', 'canary']) {
    expect(field(`Deployment/shop-${track}`, 'spec.selector.matchLabels')).toEqual({ app: 'shop', track });
  }
});

test('reads are tried again on errors, writes only when they cannot have arrived', () => {
  const field = shop({ mesh: { retries: Retries.safeForWrites() } });
  expect(field('VirtualService/shop-canary', 'spec.http.reads.match')).toEqual([{ method: { regex: 'GET|HEAD' } }]);
  expect(field('VirtualService/shop-canary', 'spec.http.reads.retries.retryOn')).toContain('5xx');
  for (const name of ['primary', 'testers']) {
    expect(field('VirtualService/shop-canary', `spec.http.${name}.retries.retryOn`)).toBe('connect-failure,refused-stream');
  }
});

test('no retries means zero attempts, not the default of the mesh', () => {
  expect(shop({ mesh: { retries: Retries.none() } })('VirtualService/shop-canary', `${route}.retries`)).toEqual({ attempts: 0 });
});

test('copies of reads are mirrored by the mesh, and writes never are', () => {
  const field = shop({ mesh: { mirrorReads: { host: 'shop-next.staging.svc.cluster.local', percent: 20 } } });
  expect(field('VirtualService/shop-canary', 'spec.http.reads.mirrors')).toEqual([
    { destination: { host: 'shop-next.staging.svc.cluster.local' }, percentage: { value: 20 } },
  ]);
  expect(field('VirtualService/shop-canary', 'spec.http.primary')).not.toHaveProperty('mirrors');
});

test('the limits of the connections can be sized', () => {
  const pool = { maxConnections: 400, pendingRequests: 200, http2Requests: 800, requestsPerConnection: 0 };
  expect(shop({ mesh: { connectionPool: pool } })('DestinationRule/shop', 'spec.trafficPolicy.connectionPool')).toEqual({
    tcp: { maxConnections: 400 },
    http: { http1MaxPendingRequests: 200, http2MaxRequests: 800, maxRequestsPerConnection: 0 },
  });
});

test('pods of the canary are never ejected: it would empty the side and hide its errors', () => {
  const field = shop();
  expect(field('DestinationRule/shop', 'spec.trafficPolicy.outlierDetection.consecutive5xxErrors')).toBe(5);
  expect(field('DestinationRule/shop', 'spec.subsets.stable')).not.toHaveProperty('trafficPolicy');
  expect(field('DestinationRule/shop', 'spec.subsets.canary.trafficPolicy')).toEqual({ outlierDetection: { consecutive5xxErrors: 0 } });
});

test('a client learns the version that answered from a header that the route sets per side', () => {
  const field = shop();
  const header = (path: string) => field('VirtualService/shop-canary', `spec.http.${path}.headers.response.set.X-Backend-Version`);
  expect([header('testers.route.0'), header('primary.route.0'), header('primary.route.1')]).toEqual(['1.1.0', '1.0.0', '1.1.0']);
});

test('a canary of no pods is refused while the route sends it requests', () => {
  const { app, production } = world();
  const image = pinned('shop');
  new CanaryDeployment(production, 'shop', { host: 'shop.example.com', stable: { image }, canary: { image, replicas: 0 } });
  expect(() => app.render()).toThrow(/canary.replicas: .* got 0 .*weight/);
});
