import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { BlueGreenDeployment, type Colour } from '../../lib';
import { fieldsOf, pinned, world } from './support';

const sides = { blue: { image: pinned('shop', '1.0.0') }, green: { image: pinned('shop', '1.1.0') } };

function shop(props: Partial<ConstructorParameters<typeof BlueGreenDeployment>[2]> = {}) {
  const { app, production } = world();
  const release = new BlueGreenDeployment(production, 'shop', { active: 'blue', ...sides, ...props });
  return { app, release, field: fieldsOf(app) };
}

test('limits of connections hold for each colour, and without them no rule stands in the way of those of the mesh', () => {
  const mesh = { connectionPool: { maxConnections: 7 } };
  const { app, field } = shop({ host: 'shop.example.com', mesh });
  for (const colour of ['blue', 'green']) {
    expect(field(`DestinationRule/shop-${colour}`, 'spec.host')).toBe(`shop-${colour}.production.svc.cluster.local`);
    expect(field(`DestinationRule/shop-${colour}`, 'spec.trafficPolicy.connectionPool.tcp.maxConnections')).toBe(7);
  }
  expect(() => app.render()).not.toThrow();
  expect(() => shop({ host: 'shop.example.com', mesh: {} }).field('DestinationRule/shop-blue')).toThrow('found 0');
});

test('the runbook asks the paths that this app has', () => {
  expect(shop({ health: '/livez', mongodb: false }).release.release.smokeTests).toEqual(['/livez', '/api/version']);
});

describe.each<readonly [Colour, Colour]>([
  ['blue', 'green'],
  ['green', 'blue'],
])('with %s active, one line decides that', (active, standby) => {
  const mesh = shop({ active, host: 'shop.example.com', mesh: {} });
  const { field, release } = mesh;

  test('the production Service selects it and says so', () => {
    expect(field('Service/shop', 'spec.selector')).toEqual({ app: 'shop', version: active });
    expect(field('Service/shop', 'metadata.annotations.active-version')).toBe(active);
  });

  test('it has the pods, and the other has none', () => {
    expect(field(`Deployment/shop-${active}`, 'spec.replicas')).toBe(3);
    expect(field(`Deployment/shop-${standby}`, 'spec.replicas')).toBe(0);
  });

  test('the route gives it everything', () => {
    const route = field('VirtualService/shop', 'spec.http.primary.route') as { destination: { host: string }; weight: number }[];
    expect(Object.fromEntries(route.map(({ destination, weight }) => [destination.host.split('.')[0], weight]))).toEqual({
      [`shop-${active}`]: 100,
      [`shop-${standby}`]: 0,
    });
  });

  test('what monitoring and runbook read agrees', () => {
    expect(release.release.services).toEqual({ production: 'shop', fresh: `shop-${standby}`, settled: `shop-${active}` });
  });
});

test('a switch changes the Service, the pods and the weights, and never a pod template', () => {
  const templates = (active: Colour) => {
    const { field } = shop({ active });
    return ['blue', 'green'].map((colour) => field(`Deployment/shop-${colour}`, 'spec.template'));
  };
  expect(templates('green')).toEqual(templates('blue'));
});

test('with a standby at full strength a switch takes pods from nobody, and neither does the way back', () => {
  const pods = (active: Colour) => {
    const { field } = shop({ active, replicas: 4, standbyReplicas: 4 });
    return ['blue', 'green'].map((colour) => field(`Deployment/shop-${colour}`, 'spec.replicas'));
  };
  expect([pods('blue'), pods('green')]).toEqual([
    [4, 4],
    [4, 4],
  ]);
});

test('a flag of one colour does not reach the other', () => {
  const { field } = shop({ env: { REGION: EnvValue.fromValue('eu') }, green: { ...sides.green, env: { FLAG: EnvValue.fromValue('on') } } });
  const env = (colour: Colour, name: string) => field(`Deployment/shop-${colour}`, `spec.template.spec.containers.app.env.${name}.value`);
  expect([env('green', 'FLAG'), env('blue', 'FLAG')]).toEqual(['on', undefined]);
  expect([env('green', 'REGION'), env('blue', 'REGION')]).toEqual(['eu', 'eu']);
});

test('the colours differ by labels, image, version and what they were given, and by nothing else', () => {
  const { field } = shop();
  const neutral = (colour: Colour) => {
    const text = JSON.stringify(field(`Deployment/shop-${colour}`, 'spec.template.spec'));
    return text.replaceAll(colour, 'COLOUR').replaceAll(sides[colour].image, 'IMAGE');
  };
  expect(neutral('green')).toBe(neutral('blue'));
});

test('clients stay on a pod only when asked to', () => {
  expect(shop().field('Service/shop', 'spec')).not.toHaveProperty('sessionAffinity');
  const { field } = shop({ sessionAffinity: Duration.minutes(10) });
  expect(field('Service/shop', 'spec.sessionAffinityConfig.clientIP.timeoutSeconds')).toBe(600);
});

test('a client learns the version that answered from a header that the route sets per side', () => {
  const { field } = shop({ host: 'shop.example.com', mesh: {} });
  const header = (side: number) => field('VirtualService/shop', `spec.http.primary.route.${side}.headers.response.set.X-Backend-Version`);
  expect([header(0), header(1)]).toEqual(['blue', 'green']);
});
