import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import {
  AnalysisService,
  BlueGreenDeployment,
  BlueGreenRollout,
  CanaryDeployment,
  CanaryRollout,
  errorRate,
  images,
  Migration,
  Production,
  p99,
  percent,
  timesStable,
} from '../../lib';
import { blueGreen, canary, colours, host, image, type Mistake, made, oneMessage, untyped } from './mistakes';
import { problemsOf, world } from './support';

describe('a mistake gives one message: the construct, the line, what must hold, what came, and the way out', () => {
  const secret = EnvValue.fromValue('hunter2');
  const uri = EnvValue.fromValue('mongodb://app:hunter2@db.example.com/shop');

  test.each<Mistake>([
    [
      'an unknown image name',
      () => blueGreen({ image: images('shp') }),
      ['images("shp")', 'images.yaml has no such app', 'catalog', 'add an entry'],
    ],
    [
      'a tag without digest',
      () => blueGreen({ image: 'registry.example.com/shop:1.0.0' }),
      ['image: production runs a digest, got "registry.example.com/shop:1.0.0"', '@sha256:'],
    ],
    [
      'an image that is none',
      () => blueGreen({ image: 'Shop Image' }),
      ['image: an image is repository:tag@digest, got "Shop Image"', 'images("name")'],
    ],
    ['an image without tag', () => blueGreen({ image: 'shop' }), ['image: an image is repository:tag@digest, got "shop"']],
    ['a stage above 100', () => canary({ stages: [10, 120] }), ['stages[1]: a stage is a whole percentage from 1 to 100, got 120']],
    ['stages that fall', () => canary({ stages: [10, 50, 25] }), ['stages[2]: stages grow, got 25 after 50', 'rising order']],
    ['no stages', () => canary({ stages: [] }), ['stages: a canary has at least one stage, got an empty list', 'leave it out']],
    ['a canary without host', () => canary({ host: untyped(undefined) }), ['host: a canary route needs a host, got none', 'add host:']],
    [
      'shadow traffic to nowhere',
      () => canary({ mesh: { mirrorReads: untyped({ percent: 10 }) } }),
      ['mesh.mirrorReads.host: a DNS name without scheme, port and path, got "undefined"'],
    ],
    ['an Ingress without host', () => blueGreen({ ingress: {} }), ['host: a route needs a host, got none', 'add host:']],
    [
      'replicas with an autoscaler',
      () => blueGreen({ replicas: 4, autoscale: { min: 2, max: 6 } }),
      ['replicas: the autoscaler owns the number of pods, got replicas 4 and autoscale', 'keep one'],
    ],
    [
      'an autoscaler from one pod',
      () => blueGreen({ autoscale: { min: 1, max: 6 } }),
      ['autoscale: min is a whole number of at least 2 and max one of at least min, got min 1 and max 6'],
    ],
    ['no pods', () => blueGreen({ replicas: 0 }), ['replicas: pods are a whole number of at least 1, got 0']],
    [
      'keepPrevious shorter than the watch',
      () => blueGreen({ keepPrevious: Duration.minutes(2) }),
      ['keepPrevious: it must outlast the watch, up to 960 s', 'got 120 s'],
    ],
    [
      'a secret by its name',
      () => blueGreen({ env: { DB_PASSWORD: secret } }),
      ['env.DB_PASSWORD: a secret is a reference, got a value', 'EnvValue.fromSecretValue'],
    ],
    ['a secret by its content', () => blueGreen({ env: { CACHE: uri } }), ['env.CACHE: a secret is a reference, got a value']],
    [
      'no objectives',
      () => blueGreen({ healthy: untyped([]) }),
      ['healthy: a release without an objective would promote anything, got an empty list', 'add errorRate.atMost(percent(5))'],
    ],
    [
      'no objectives of a canary',
      () => canary({ healthy: untyped([]), stages: [10] }),
      ['healthy: a release without an objective would promote anything'],
    ],
    [
      'a share of 120 %',
      () => blueGreen({ healthy: [errorRate.atMost(percent(120))] }),
      ['healthy: percent(120): a share is above 0 and at most 100'],
    ],
    ['a share of 0 %', () => blueGreen({ healthy: [errorRate.atMost(percent(0))] }), ['healthy: percent(0): a share is above 0']],
    [
      'a factor under 1',
      () => canary({ healthy: [p99.atMost(timesStable(0.5))], stages: [10] }),
      ['healthy: timesStable(0.5): a factor is at least 1'],
    ],
    [
      'a factor over 100',
      () => canary({ healthy: [p99.atMost(timesStable(101))], stages: [10] }),
      ['healthy: timesStable(101): a factor is at least 1 and at most 100'],
    ],
    [
      'an error rate of at most everything',
      () => blueGreen({ healthy: [errorRate.atMost(percent(100))] }),
      ['healthy: errorRate.atMost(percent(100)): every request may fail then, so there is nothing to judge'],
    ],
    ['a latency of 0', () => blueGreen({ healthy: [p99.atMost(Duration.seconds(0))] }), ['healthy: p99.atMost(0): a latency is above 0']],
    [
      'a colour that is none',
      () => made((scope) => new BlueGreenDeployment(scope, 'shop', { active: untyped('purple'), blue: { image }, green: { image } })),
      ['active: "blue" or "green", got "purple"'],
    ],
    [
      'an active colour without pods',
      () => made((scope) => new BlueGreenDeployment(scope, 'shop', { ...colours, replicas: 0 })),
      ['replicas: pods are a whole number of at least 1, got 0'],
    ],
    [
      'half a standby',
      () => made((scope) => new BlueGreenDeployment(scope, 'shop', { ...colours, standbyReplicas: 1.5 })),
      ['standbyReplicas: pods of the standby are a whole number of at least 0, got 1.5'],
    ],
    [
      'a weight above 100',
      () => made((scope) => new CanaryDeployment(scope, 'shop', { host, weight: 101, stable: { image }, canary: { image } })),
      ['weight: a whole percentage from 0 to 100, got 101'],
    ],
    [
      'a canary Deployment without host',
      () => made((scope) => new CanaryDeployment(scope, 'shop', { host: untyped(undefined), stable: { image }, canary: { image } })),
      ['host: a canary route needs a host, got none'],
    ],
    [
      'a name with capitals',
      () => made((scope) => new CanaryDeployment(scope, 'Shop', { host, stable: { image }, canary: { image } })),
      ['a name is 1 to', 'got "Shop'],
    ],
    [
      'an address of Prometheus with a path',
      () => made((scope) => new AnalysisService(scope, 'other', { image, prometheus: 'http://prometheus/api' })),
      ['prometheus: an address without path', 'got "http://prometheus/api"'],
    ],
    [
      'a user in the address of Prometheus',
      () => made((scope) => new AnalysisService(scope, 'other', { image, prometheus: 'http://judge:secret@prometheus' })),
      ['prometheus: an address without path, user or query', 'got "http://judge:secret@prometheus"'],
    ],
    [
      'a judge without digest',
      () => made((scope) => new AnalysisService(scope, 'other', { image: 'judge:1', prometheus: 'http://prometheus' })),
      ['image: production runs a digest, got "judge:1"'],
    ],
    [
      'an alpha of 1',
      () => made((scope) => new AnalysisService(scope, 'other', { image, prometheus: 'http://prometheus', alpha: 1 })),
      ['alpha: a share above 0 and at most 0.2, got 1'],
    ],
    [
      'nine pods for a backfill',
      () => made((scope) => new Migration(scope, 'users', { image, parallelism: 9 })),
      ['parallelism: pods that share the ranges are a whole number from 1 to 8, got 9'],
    ],
    [
      'a backup image without digest',
      () => made((scope) => new Migration(scope, 'users', { image, backup: { image: 'tools:1', claim: 'dumps' } })),
      ['backup.image: production runs a digest, got "tools:1"'],
    ],
  ])('%s', oneMessage);

  test('keepPrevious shorter than a migration needs', () => {
    const { app, production, judge } = world();
    const migration = new Migration(production, 'users', { image, rollbackWindow: Duration.hours(48) });
    new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, migration });
    expect(problemsOf(app)).toEqual([
      expect.stringContaining('keepPrevious: it must be at least the roll-back window of migration users, 172800 s, got 86400 s'),
    ]);
  });

  test('a judge of another namespace, whose Secrets cannot be read', () => {
    const { app, judge } = world();
    const staging = new Production(app, 'staging');
    new BlueGreenRollout(staging, 'shop', { image, judgedBy: judge });
    expect(problemsOf(app)).toEqual([
      expect.stringMatching(/^staging\/shop .*judgedBy: .*lives in production; give staging a judge of its own/),
    ]);
  });
});

test('a reference to a Secret is no secret', () => {
  const { app, production, judge } = world();
  const reference = EnvValue.fromSecretValue({ secret: { name: 'shop' } as never, key: 'password' }); // only the name is read
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, env: { DB_PASSWORD: reference } });
  expect(problemsOf(app)).toEqual([]);
});

test('all mistakes of all releases are in one report', () => {
  const { app, production, judge } = world();
  new CanaryRollout(production, 'shop', { image: 'shop:1', host, judgedBy: judge, stages: [0, 120] });
  new BlueGreenRollout(production, 'cart', { image, judgedBy: judge, replicas: 0.5, keepPrevious: Duration.seconds(1) });
  const problems = problemsOf(app);
  expect(
    problems.map((problem) =>
      problem
        .replace(/ \(.*?\)/, '')
        .split(':')
        .slice(0, 2)
        .join(':'),
    ),
  ).toEqual([
    'production/shop: image',
    'production/shop: stages[0]',
    'production/shop: stages[1]',
    'production/cart: replicas',
    'production/cart: keepPrevious',
  ]);
});

test('a host of two releases is reported with both', () => {
  const { app, production, judge } = world();
  new CanaryRollout(production, 'shop', { image, host, judgedBy: judge });
  new BlueGreenRollout(production, 'cart', { image, host, judgedBy: judge });
  expect(problemsOf(app)).toEqual([
    expect.stringMatching(/host: a host belongs to one release, got shop\.example\.com for shop \(bad-input.test.ts:\d+\) and cart \(/),
  ]);
});

test('calls stay inside a namespace', () => {
  const { app, production, judge } = world();
  const staging = new Production(app, 'staging');
  const catalog = new BlueGreenDeployment(staging, 'catalog', colours);
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, calls: [catalog] });
  expect(problemsOf(app)).toEqual([expect.stringMatching(/^production\/shop .*calls: apps of the same namespace, got catalog of staging/)]);
});

test('a migration runs beside the release that needs it', () => {
  const { app, production, judge } = world();
  const migration = new Migration(new Production(app, 'staging'), 'users', { image });
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, migration });
  expect(problemsOf(app)).toEqual([expect.stringMatching(/^production\/shop .*migration: .*"users" is in staging; give production one/)]);
});

test.each([
  ['a password in an address without user', 'redis://:hunter2@cache.example.com'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['a signed token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmN'],
  ['a key of a cloud', 'AKIAIOSFODNN7EXAMPLE'],
])('%s is a secret by its content', (_what, value) => {
  expect(blueGreen({ env: { SETTING: EnvValue.fromValue(value) } })).toEqual([
    expect.stringContaining('env.SETTING: a secret is a reference'),
  ]);
});

test('outside of a Production nothing can be released', () => {
  const { app, judge } = world();
  expect(() => new BlueGreenRollout(app, 'shop', { image, judgedBy: judge })).toThrow(
    /shop: a release lives in a Production; write new Production/,
  );
});
