import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { App, Testing } from 'cdk8s';
import { uidOf } from '../../lib/dashboard-model';
import { CompanionFile } from '../../lib/folder';
import { Monitoring, type MonitoringProps } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import type { RuleGroup } from '../../lib/rules';
import { lintDashboards, plain } from './dashboard-lint';
import { levels, producers } from './producers';
import { shapeOf } from './promql-shape';
import { releases } from './releases';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
  readonly data?: Record<string, string>;
  readonly spec?: { readonly groups?: RuleGroup[]; readonly json?: string; readonly uid?: string };
}

function monitored(props: Partial<MonitoringProps> = {}) {
  const production = new Production(new App(), 'production');
  const monitoring = new Monitoring(production, 'monitoring', { of: releases.map((release) => ({ release })), ...props });
  const files = new Map(
    monitoring.node.findAll().flatMap((one) => (one instanceof CompanionFile ? [[one.path, one.content()] as const] : [])),
  );
  const manifests = Testing.synth(production) as Manifest[]; // what every object has
  const rules = manifests.flatMap(({ spec }) => spec?.groups ?? []).flatMap((group) => group.rules);
  const dashboards = [...files].filter(([path]) => path.endsWith('.dashboard.json')).map(([, text]) => JSON.parse(text) as Dashboard);
  return { files, manifests, rules, dashboards };
}

const { files, manifests, rules, dashboards } = monitored({ reports: 'https://judge.example.com/' });
const records = new Set(rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])));

test('the dashboards have no fault that Grafana or a reader would find', () => {
  expect(dashboards.map(({ title }) => title)).toEqual([
    'Blue/Green Deployment',
    'Release of catalog',
    'Release of myapp',
    'Release of orders',
    'Release of search',
  ]);
  expect(lintDashboards(dashboards, records)).toEqual([]);
});

test('the reference dashboard has the four panels of the reference and the traffic over time, of types that Grafana still knows', () => {
  const [reference] = dashboards;
  const panels = (reference?.panels ?? []) as { title: string; type: string; fieldConfig: { defaults: { unit: string } } }[]; // no rows in it
  expect(panels.map(({ title, type, fieldConfig }) => [title, type, fieldConfig.defaults.unit])).toEqual([
    ['Traffic distribution', 'piechart', 'reqps'],
    ['Error rate by version', 'timeseries', 'percent'],
    ['Active pods per version', 'stat', 'short'],
    ['P99 latency by version', 'timeseries', 's'],
    ['Traffic by version', 'timeseries', 'reqps'],
  ]);
});

test('every metric and every label that is asked for has a producer', () => {
  const panels = dashboards.flatMap((dashboard) =>
    (JSON.stringify(dashboard).match(/"expr":"(?:[^"\\]|\\.)*"/g) ?? []).map((text) => JSON.parse(`{${text}}`).expr as string),
  );
  const missing = new Set<string>();
  for (const expr of [...panels, ...rules.map((rule) => rule.expr)]) {
    const { selectors, wrong } = shapeOf(plain(expr));
    if (wrong) missing.add(`does not parse: ${expr}`);
    for (const { metric, labels } of selectors) {
      const [level = ''] = metric.split(':');
      const known = records.has(metric) ? levels[level] : producers[metric];
      if (!known) missing.add(`nothing exposes ${metric}`);
      for (const label of labels) if (known && !known.includes(label)) missing.add(`${metric} has no label ${label}`);
    }
  }
  expect([...missing]).toEqual([]);
});

test('links lead to the runbook and to the reports of the judge', () => {
  expect(dashboards.map(({ links }) => links?.map(({ url }) => url))).toEqual([
    ['https://runbooks.example.com/monitoring/runbook.md', 'https://judge.example.com/judgements?namespace=production'],
    ['https://runbooks.example.com/catalog/runbook.md', 'https://judge.example.com/judgements?rollout=catalog&namespace=production'],
    ['https://runbooks.example.com/myapp/runbook.md', 'https://judge.example.com/judgements?rollout=myapp&namespace=production'],
    ['https://runbooks.example.com/orders/runbook.md'],
    ['https://runbooks.example.com/search/runbook.md'],
  ]);
});

test('a uid is the same for ever, and never too long for Grafana', () => {
  expect(uidOf('production', 'catalog', 'overview')).toBe('production-catalog-overview');
  const [one, other] = [uidOf('production', 'a'.repeat(40), 'overview'), uidOf('production', `${'a'.repeat(39)}b`, 'overview')];
  expect(one).toHaveLength(40);
  expect(other).not.toBe(one);
});

describe('delivery', () => {
  test('a ConfigMap that the sidecar finds, under a key that no other namespace has', () => {
    const maps = manifests.filter(({ kind }) => kind === 'ConfigMap');
    expect(maps.map(({ metadata, data }) => [metadata.name, metadata.labels?.['grafana_dashboard'], ...Object.keys(data ?? {})])).toEqual([
      ['monitoring-deployment-dashboard', '1', 'production-monitoring-deployment.json'],
      ['catalog-overview-dashboard', '1', 'production-catalog-overview.json'],
      ['myapp-overview-dashboard', '1', 'production-myapp-overview.json'],
      ['orders-overview-dashboard', '1', 'production-orders-overview.json'],
      ['search-overview-dashboard', '1', 'production-search-overview.json'],
    ]);
    expect(maps[1]?.data?.['production-catalog-overview.json']).toBe(files.get('catalog/overview.dashboard.json'));
  });

  test('a GrafanaDashboard by choice, with the same model', () => {
    const chosen = monitored({ dashboards: 'grafana-operator' });
    const [first, ...more] = chosen.manifests.filter(({ kind }) => kind === 'GrafanaDashboard');
    expect(first?.spec).toMatchObject({ uid: 'production-deployment', json: chosen.files.get('monitoring/deployment.dashboard.json') });
    expect(more).toHaveLength(4);
    expect(chosen.manifests.some(({ kind }) => kind === 'ConfigMap')).toBe(false);
  });

  test('files alone by choice', () => {
    const chosen = monitored({ dashboards: 'files' });
    expect(chosen.manifests.filter(({ kind }) => ['ConfigMap', 'GrafanaDashboard'].includes(kind))).toEqual([]);
    expect(chosen.dashboards).toHaveLength(5);
  });
});
