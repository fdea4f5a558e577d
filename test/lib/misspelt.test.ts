import { Duration } from 'cdk8s';
import {
  AnalysisService,
  ArgoCdApplication,
  BlueGreenDeployment,
  CanaryDeployment,
  CanaryRollout,
  type CanaryRolloutProps,
  errorRate,
  FluxKustomization,
  Migration,
  Monitoring,
  Production,
  type ProductionProps,
  percent,
} from '../../lib';
import { releases, repository } from './gitops-world';
import { blueGreen, canary, colours, host, image, type Mistake, made, oneMessage, untyped } from './mistakes';
import { problemsOf, world } from './support';

const sides = { stable: { image }, canary: { image }, host };
const namespaced = (props: ProductionProps) => {
  const { app } = world();
  new Production(app, 'other', props);
  return problemsOf(app);
};
const deployed = (make: (world: ReturnType<typeof releases>) => unknown) => {
  const all = releases();
  make(all);
  return problemsOf(all.app);
};

describe('a prop or a word that nobody knows gives one message', () => {
  test.each<Mistake>([
    [
      'a misspelt prop of a rollout',
      () => blueGreen(untyped({ keepPrevios: Duration.hours(48) })),
      ['keepPrevios: no prop of BlueGreenRollout; did you mean keepPrevious?'],
    ],
    [
      'a prop of the other strategy',
      () => blueGreen(untyped({ stages: [10] })),
      ['stages: no prop of BlueGreenRollout; it has autoscale, calls,'],
    ],
    [
      'a misspelt prop of the mesh',
      () => canary({ mesh: untyped({ timeOut: Duration.seconds(5) }) }),
      ['mesh.timeOut: no prop of mesh; did you mean mesh.timeout?'],
    ],
    [
      'a misspelt prop of its limits',
      () => canary({ mesh: { connectionPool: untyped({ maxConnection: 4 }) } }),
      ['mesh.connectionPool.maxConnection: no prop of mesh.connectionPool; did you mean mesh.connectionPool.maxConnections?'],
    ],
    [
      'a prop of an Ingress that the release sets itself',
      () => blueGreen({ host, ingress: untyped({ service: 'other' }) }),
      ['ingress.service: no prop of ingress; it has className, cookieAffinity, issuer, tlsSecret'],
    ],
    ['a source that is none', () => blueGreen({ metricSource: untyped('otel') }), ['metricSource: "app" or "istio", got "otel"']],
    [
      'a misspelt prop of a colour',
      () => made((scope) => new BlueGreenDeployment(scope, 'shop', { ...colours, blue: untyped({ image, envs: {} }) })),
      ['blue.envs: no prop of blue; did you mean blue.env?'],
    ],
    [
      'a misspelt prop of a plain canary',
      () => made((scope) => new CanaryDeployment(scope, 'shop', untyped({ ...sides, wieght: 20 }))),
      ['wieght: no prop of CanaryDeployment; did you mean weight?'],
    ],
    [
      'an order that is none',
      () => made((scope) => new Migration(scope, 'm', { image, order: untyped('flux') })),
      ['order: "argo-cd" or', 'got "flux"'],
    ],
    [
      'a misspelt prop of what a migration replaces',
      () => made((scope) => new Migration(scope, 'm', { image, replaces: untyped({ app: 'shop', tag: '1.0.0' }) })),
      ['replaces.tag: no prop of replaces; it has app, version'],
    ],
    [
      'a misspelt prop in a list',
      () => made((scope) => new Migration(scope, 'm', { image, replaces: [untyped({ app: 'shop', versoin: '1.0.0' })] })),
      ['replaces.versoin: no prop of replaces; did you mean replaces.version?'],
    ],
    [
      'a misspelt prop of the judge',
      () =>
        made((scope) => new AnalysisService(scope, 'j', untyped({ image, prometheus: 'http://prometheus.monitoring:9090', replica: 1 }))),
      ['replica: no prop of AnalysisService; did you mean replicas?'],
    ],
    [
      'a delivery that is none',
      () => deployed(({ production, canary: shop }) => new Monitoring(production, 'm', { of: [shop], dashboards: untyped('grafana') })),
      ['dashboards: "sidecar" or "grafana-operator" or "files", got "grafana"'],
    ],
    [
      'a kind of sync that is none',
      () => deployed(({ production, canary: of }) => new ArgoCdApplication(production, 'a', { of, repository, sync: untyped('auto') })),
      ['sync: "automatic" or "manual", got "auto"'],
    ],
    [
      'a misspelt prop of Flux',
      () =>
        deployed(({ production, canary: of }) => new FluxKustomization(production, 'f', untyped({ of, intervall: Duration.minutes(5) }))),
      ['intervall: no prop of FluxKustomization; did you mean interval?'],
    ],
    ['a text for a yes', () => namespaced({ meshInjection: untyped('false') }), ['meshInjection: true or false, got "false"']],
    ['a rate as text', () => blueGreen({ requestsPerSecond: untyped('30') }), ['requestsPerSecond: a rate above 0, got "30"']],
    [
      'a budget as text',
      () => namespaced({ connectionBudget: untyped('3000') }),
      ['connectionBudget: connections are a whole number of at least 1, got "3000"'],
    ],
  ])('%s', oneMessage);
});

test('a prop that is left undefined is not there', () => {
  expect(blueGreen(untyped({ stages: undefined }))).toEqual([]);
});

test('a class that extends a construct has props of its own', () => {
  class Shop extends CanaryRollout {
    constructor(scope: ConstructorParameters<typeof CanaryRollout>[0], id: string, props: CanaryRolloutProps & { readonly team: string }) {
      super(scope, id, props);
      this.podMetadata.addLabel('team', props.team);
    }
  }
  const { app, production, judge } = world();
  const healthy = [errorRate.atMost(percent(1))] as const;
  new Shop(production, 'shop', { image, host, judgedBy: judge, healthy, team: 'shop', watch: undefined as never });
  expect(problemsOf(app)).toEqual([]);
});
