import { App, Duration, Testing } from 'cdk8s';
import { alertRunbookSections } from '../../lib/alerts';
import { CompanionFile } from '../../lib/folder';
import { errorRate, p99 } from '../../lib/metric';
import { Monitoring, type MonitoringProps } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import type { AlertingRule, RuleGroup } from '../../lib/rules';
import { percent } from '../../lib/units';
import { blueGreenRollout, canaryRollout, releases } from './releases';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
  readonly spec?: { readonly groups?: RuleGroup[] } & Record<string, unknown>;
}

function monitored(props: Partial<MonitoringProps> = {}) {
  const production = new Production(new App(), 'production');
  const monitoring = new Monitoring(production, 'monitoring', { of: releases.map((release) => ({ release })), ...props });
  return { monitoring, manifests: Testing.synth(production) as Manifest[] }; // what every object has
}

const { monitoring, manifests } = monitored();
const rules = manifests.filter(({ kind }) => kind === 'PrometheusRule');
const alerts = rules
  .flatMap(({ spec }) => spec?.groups ?? [])
  .flatMap((group) => group.rules.filter((rule): rule is AlertingRule => 'alert' in rule));

test('every release has its rules and its PodMonitor, under names that can be predicted', () => {
  expect(rules.map(({ metadata }) => metadata.name)).toEqual([
    'blue-green-deployment-rules',
    'platform-rules',
    'catalog-rules',
    'myapp-rules',
    'orders-rules',
    'search-rules',
  ]);
  expect(manifests.filter(({ kind }) => kind === 'PodMonitor').map(({ metadata }) => metadata.name)).toEqual([
    'catalog',
    'myapp',
    'orders',
    'search',
  ]);
});

test('rules and monitors carry the labels that Prometheus selects by', () => {
  const selected = [...rules, ...manifests.filter(({ kind }) => kind === 'PodMonitor')];
  expect(selected.every(({ metadata }) => metadata.labels?.['release'] === 'kube-prometheus-stack')).toBe(true);
  const chosen = monitored({ prometheusLabels: { team: 'shop' } }).manifests.filter(({ kind }) => kind === 'PrometheusRule');
  expect(chosen.every(({ metadata }) => metadata.labels?.['team'] === 'shop')).toBe(true);
});

test('pods are scraped four times in a minute, and told apart by app, version, track and hash', () => {
  const monitor = manifests.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === 'catalog');
  expect(monitor?.spec).toEqual({
    selector: { matchLabels: { app: 'catalog' } },
    podTargetLabels: ['app', 'version', 'track', 'rollouts-pod-template-hash'],
    podMetricsEndpoints: [{ port: 'metrics', path: '/metrics', interval: '15s', scrapeTimeout: '10s', honorLabels: false }],
    sampleLimit: 20_000,
    labelLimit: 40,
    fallbackScrapeProtocol: 'PrometheusText0.0.4',
  });
  const mesh = manifests.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === 'search');
  expect(mesh?.spec?.['podMetricsEndpoints']).toMatchObject([{ port: 'http-envoy-prom', path: '/stats/prometheus' }]);
});

test('every alert says how bad, what, how much, and where to read on', () => {
  expect(alerts.length).toBeGreaterThan(60);
  for (const { alert, labels, annotations } of alerts) {
    expect(['critical', 'warning']).toContain(labels['severity']);
    expect(annotations['summary']).toBeTruthy();
    // A bare value is printed with all its digits.
    expect(`${alert}: ${annotations['description']}`).not.toMatch(/\{\{ *\$value *\}\}/);
    expect(annotations['description']).toBeTruthy();
    expect(annotations['runbook_url']).toMatch(
      new RegExp(`^https://runbooks.example.com/([a-z-]+|{{ \\$labels.app }})/runbook.md#${alert.toLowerCase()}$`),
    );
  }
});

test('every alert has its section in a generated runbook', () => {
  for (const release of monitoring.releases) {
    const sections = alertRunbookSections(release, monitoring.options);
    const own = alerts.filter(({ annotations }) => annotations['runbook_url']?.includes(`/${release.name}/`)).map(({ alert }) => alert);
    const shared = ['HighErrorRate', 'HighLatency', 'PerformanceDivergence'];
    expect(sections.map(({ title }) => title).sort()).toEqual([...new Set([...own, ...shared])].sort());
    for (const { text } of sections) expect(text).toMatch(/```sh\n(.+\n)+```/);
  }
  const platform = monitoring.node.findAll().find((one) => one instanceof CompanionFile && one.path === 'monitoring/runbook.md');
  const text = platform instanceof CompanionFile ? platform.content() : '';
  for (const { alert, annotations } of alerts)
    if (annotations['runbook_url']?.includes('/monitoring/')) expect(text).toContain(`## ${alert}\n`);
});

test('alerts link to their dashboard where Grafana has an address', () => {
  const linked = monitored({ grafana: 'https://grafana.example.com/' })
    .manifests.flatMap(({ spec }) => spec?.groups ?? [])
    .flatMap((group) => group.rules);
  const urls = new Set(linked.flatMap((rule) => ('alert' in rule ? [rule.annotations['dashboard_url']] : [])));
  expect([...urls]).toEqual([
    'https://grafana.example.com/d/production-deployment?var-app={{ $labels.app }}',
    'https://grafana.example.com/d/production-deployment',
    ...releases.map(({ name }) => `https://grafana.example.com/d/production-${name}-overview`),
  ]);
});

test('only what is there is watched', () => {
  const names = (props: Partial<MonitoringProps>) => JSON.stringify(monitored(props).manifests);
  const simple = canaryRollout({ capacity: { pods: 3, connections: 0, connectionBudget: 0 }, machinery: 'deployment' });
  expect(names({ of: [{ release: simple }] })).not.toMatch(/mongodb_|rollout_info|MigrationJob/);
  expect(names({ of: [{ release: blueGreenRollout() }] })).toMatch(/MongoDBNoPrimary.*MigrationJobFailed/s);
});

test.each([
  { name: 'no release', props: { of: [] }, problem: 'of: at least one release, got an empty list; pass the constructs of the releases' },
  {
    name: 'no objective',
    props: { alerts: [] },
    problem: 'alerts: at least one objective, got an empty list; leave it out or write [errorRate.atMost(percent(5))]',
  },
  {
    name: 'a limit out of range',
    props: { alerts: [errorRate.atMost(percent(120))] },
    problem: 'percent(120): a share is above 0 and at most 100',
  },
  {
    name: 'an error budget of seconds',
    props: { slo: p99.atMost(Duration.seconds(1)) },
    problem: 'slo: an objective on the error rate, got "p99 latency at most 1 s"',
  },
  {
    name: 'a release of elsewhere',
    props: { of: [{ release: canaryRollout({ namespace: 'staging' }) }] },
    problem: 'of: releases of production, got catalog of staging; give that Production its own Monitoring',
  },
  {
    name: 'a slow scrape',
    props: { scrapeInterval: Duration.minutes(2) },
    problem: 'scrapeInterval: 5 to 60 seconds, got 120 s; a rate over five minutes needs at least four scrapes',
  },
  {
    name: 'an address that is none',
    props: { grafana: 'grafana' },
    problem: 'grafana: an address that begins with https://, got "grafana"',
  },
])('$name is one clear message', ({ props, problem }) => {
  const production = new Production(new App(), 'production');
  const broken = new Monitoring(production, 'monitoring', { of: [{ release: canaryRollout() }], ...props });
  expect(broken.node.validate()).toEqual([problem]);
});

test('an error budget of its own goes before the derived one', () => {
  const budget = (props: Partial<MonitoringProps>) =>
    /ratio_rate1h\{namespace=\\"production\\",app=\\"myapp\\"\} > ([\d.]+)/.exec(JSON.stringify(monitored(props).manifests))?.[1];
  expect(budget({})).toBe('0.072'); // 14.4 times a tenth of 5 %
  expect(budget({ slo: errorRate.atMost(percent(0.1)) })).toBe('0.0144');
});
