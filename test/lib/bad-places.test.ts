import { AnalysisService, BlueGreenDeployment, BlueGreenRollout, CanaryRollout, Migration, Monitoring, Production } from '../../lib';
import { blueGreen, canary, colours, host, image, type Mistake, made, oneMessage, untyped } from './mistakes';
import { problemsOf, world } from './support';

const backup = { image, claim: 'Dumps of today' };

describe('a name of something that stands elsewhere is one that can exist, or the API server refuses the object', () => {
  const namespaced = (props: ConstructorParameters<typeof Production>[2]) => {
    const { app } = world();
    new Production(app, 'other', props);
    return problemsOf(app);
  };

  test.each<Mistake>([
    ['a gateway', () => namespaced({ gateways: ['edge', 'istio ingress'] }), ['gateways[1]: a name is lower-case', 'got "istio ingress"']],
    ['no monitoring', () => namespaced({ monitoring: '' }), ['monitoring: a name is lower-case', 'got ""']],
    ['the controller', () => namespaced({ argoRollouts: 'Argo Rollouts' }), ['argoRollouts: a name is lower-case', 'got "Argo Rollouts"']],
    ['the mesh', () => namespaced({ meshControlPlane: 'istio_system' }), ['meshControlPlane: a name is lower-case', 'got "istio_system"']],
    [
      'a label of the database',
      () => namespaced({ mongodb: { labels: { 'rs-nm': 'rs0' } } }),
      ['mongodb.labels: a label of Prometheus is letters, digits and underscores, got "rs-nm"'],
    ],
    ['a DNS cache', () => namespaced({ nodeDns: ['localhost'] }), ['nodeDns[0]: an address, got "localhost"', '169.254.20.10']],
    ['an IngressClass', () => blueGreen({ host, ingress: { className: '' } }), ['ingress.className: a name is lower-case', 'got ""']],
    ['an issuer', () => blueGreen({ host, ingress: { issuer: 'Let us' } }), ['ingress.issuer: a name is lower-case', 'got "Let us"']],
    ['a claim', () => made((production) => new Migration(production, 'users', { image, backup })), ['backup.claim: a name is lower-case']],
    ['a Secret alone', () => blueGreen({ mongodb: untyped('mongodb-uri') }), ['mongodb: the name of a Secret and one of its keys']],
    ['a Secret without key', () => canary({ mongodb: untyped({ secret: 'uri' }) }), ['mongodb: the name of a Secret and one of its keys']],
  ])('%s', oneMessage);
});

test('two Productions in one namespace would be applied over each other', () => {
  const { app } = world();
  new Production(app, 'shop', { namespace: 'production' });
  expect(problemsOf(app)).toEqual([expect.stringMatching(/^shop .*namespace: one Production has it, got production, which production \(/)]);
});

test("Istio's metrics need its proxies in the pods: without them no version is told from another, and every release would hold", () => {
  expect(canary({ metricSource: 'istio' })).toEqual([expect.stringMatching(/metricSource: Istio's metrics .* set meshInjection: true/)]);
  const { app, production, judge } = world({ meshInjection: true });
  new CanaryRollout(production, 'shop', { image, host, judgedBy: judge, metricSource: 'istio' });
  expect(problemsOf(app)).toEqual([]);
});

test('an app that is called twice is called once', () => {
  const { app, production, judge } = world();
  const users = new BlueGreenDeployment(production, 'users', colours);
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, calls: [users, users] });
  expect(() => app.render()).not.toThrow();
});

test('a release that is watched twice, and one of another namespace with the same name, are reported and stop nothing', () => {
  const { app, production, judge } = world();
  const { judge: other, production: staging } = (() => {
    const next = new Production(app, 'staging');
    return { production: next, judge: new AnalysisService(next, 'judge', { image, prometheus: 'http://prometheus' }) };
  })();
  const shop = new BlueGreenRollout(production, 'shop', { image, judgedBy: judge });
  const namesake = new BlueGreenRollout(staging, 'shop', { image, judgedBy: other });
  new Monitoring(production, 'monitoring', { of: [shop, shop, namesake] });
  expect(problemsOf(app)).toEqual([
    expect.stringMatching(/monitoring .*of: every release once, got shop twice/),
    expect.stringMatching(/monitoring .*of: releases of production, got shop of staging/),
  ]);
});

test('a second Monitoring would take the place of the rules of the first', () => {
  const { app, production, judge } = world();
  const [shop, cart] = ['shop', 'cart'].map((name) => new BlueGreenRollout(production, name, { image, judgedBy: judge }));
  if (!shop || !cart) throw new Error('no releases');
  new Monitoring(production, 'first', { of: [shop] });
  new Monitoring(production, 'second', { of: [cart] });
  expect(problemsOf(app)).toEqual([
    expect.stringMatching(/second .*of: one Monitoring watches all releases of a namespace, got a second one beside first \(/),
  ]);
});

test('objects of one name in two folders are reported: the one applied last would take the place of the other', () => {
  const { app, production, judge } = world();
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge });
  new BlueGreenDeployment(production, 'shop-smoke', colours);
  expect(problemsOf(app)).toEqual([
    expect.stringMatching(
      /^production\/shop-smoke\/.*two constructs make NetworkPolicy.networking.k8s.io production\/shop-smoke, the other is/,
    ),
  ]);
});

test('a migration of several apps replaces a version of each: of one that is left out contract would find no pods', () => {
  const problems = (replaces: ConstructorParameters<typeof Migration>[2]['replaces']) => {
    const { app, production, judge } = world();
    const migration = new Migration(production, 'users', { image, ...(replaces ? { replaces } : {}) });
    for (const name of ['shop', 'cart']) new BlueGreenRollout(production, name, { image, judgedBy: judge, migration });
    return problemsOf(app);
  };
  const shop = { app: 'shop', version: '1.0.0' };
  expect(problems(undefined)).toEqual([]);
  expect(problems([shop, { app: 'cart', version: '2.0.3' }])).toEqual([]);
  expect(problems(shop)).toEqual([
    expect.stringMatching(/^production\/users .*replaces: cart needs this migration, too, got shop; without its/),
  ]);
});

test('a migration replaces a release that there is: under a misspelt name contract would find no pods and no connections of it', () => {
  const problems = (name: string) => {
    const { app, production, judge } = world();
    const migration = new Migration(production, 'users', { image, replaces: { app: name, version: '1.0.0' } });
    new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, migration });
    return problemsOf(app);
  };
  expect(problems('shop')).toEqual([]);
  expect(problems('shpo')).toEqual([
    expect.stringMatching(
      /^production\/users .*replaces.app: a release of production, got "shpo", it has shop; under another name contract/,
    ),
  ]);
});
