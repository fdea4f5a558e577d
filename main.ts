import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import {
  AnalysisService,
  App,
  ArgoCdApplication,
  BlueGreenDeployment,
  BlueGreenRollout,
  CanaryDeployment,
  CanaryRollout,
  errorRate,
  FluxKustomization,
  images,
  Migration,
  Monitoring,
  Production,
  p99,
  percent,
  Retries,
  timesStable,
} from './lib';

const app = new App();
const production = new Production(app, 'production');
const judge = new AnalysisService(production, 'judge', {
  image: images('judge'),
  prometheus: 'http://prometheus.monitoring:9090',
});

// What healthy means: the judge, the alerts and the dashboard all read these lines.
const fewErrors = errorRate.atMost(percent(5));
const fast = p99.atMost(Duration.seconds(1));

const catalog = new CanaryRollout(production, 'catalog', {
  image: images('catalog'),
  host: 'catalog.example.com',
  stages: [10, 25, 50, 75, 100],
  replicas: 5,
  requestsPerSecond: 80,
  healthy: [fewErrors, p99.atMost(timesStable(1.5))],
  mesh: { retries: Retries.safeForWrites() },
  judgedBy: judge,
});

const usersFullName = new Migration(production, 'users-full-name', {
  image: images('myapp-migrations'),
  backup: { image: images('mongodb-tools'), claim: 'mongodb-backups' },
  replaces: { app: 'myapp', version: '1.4.0' },
});
const myapp = new BlueGreenRollout(production, 'myapp', {
  image: images('myapp'),
  host: 'app.example.com',
  requestsPerSecond: 30,
  env: { ENABLE_NEW_FEATURE: EnvValue.fromValue('true') },
  migration: usersFullName,
  smokeTests: ['/health', '/api/version', '/api/db/ping'],
  healthy: [fewErrors, fast],
  watch: Duration.minutes(5),
  keepPrevious: Duration.hours(24),
  judgedBy: judge,
});

// Without Argo Rollouts: the switch is a line in this file.
const orders = new BlueGreenDeployment(production, 'orders', {
  active: 'blue',
  blue: { image: images('orders-blue') },
  green: { image: images('orders-green'), env: { ENABLE_NEW_FEATURE: EnvValue.fromValue('true') } },
  host: 'orders.example.com',
  mesh: {},
  sessionAffinity: Duration.hours(3),
});
const search = new CanaryDeployment(production, 'search', {
  host: 'search.example.com',
  stable: { image: images('search') },
  canary: { image: images('search-canary') },
  weight: 10,
});

new Monitoring(production, 'monitoring', {
  of: [catalog, myapp, orders, search],
  alerts: [fewErrors, fast],
  reports: 'https://judge.example.com',
});

// Who applies it, by choice per release: Argo CD or Flux, told what the controllers write.
const repository = 'https://git.example.com/deploy.git';
new ArgoCdApplication(production, 'catalog-argo-cd', { of: catalog, repository });
new ArgoCdApplication(production, 'myapp-argo-cd', { of: myapp, repository });
new FluxKustomization(production, 'search-flux', { of: search });

app.synth();
