/** What is copied around the rules: objects that nobody loads, dashboards that Grafana refuses or that hide something. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing } from 'cdk8s';
import { defaultAlerts } from '../../lib/alerts';
import { dashboardJson } from '../../lib/dashboard';
import { deploymentDashboard } from '../../lib/dashboard-deployment';
import { limitsOf } from '../../lib/limits';
import { Monitoring, type MonitoringProps } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import { recorded } from '../../lib/rules';
import { type DashboardModel, lintDashboards, type PanelModel } from './dashboard-lint';
import { canaryRollout } from './releases';

interface Loaded {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

const records = new Set<string>([recorded.requests, 'deployment:error_rate:rate5m', 'deployment:latency:p99']);
const right = JSON.parse(dashboardJson(deploymentDashboard('production', limitsOf(defaultAlerts)))) as DashboardModel & object;
const copied = JSON.parse(readFileSync(join(__dirname, 'copied-dashboard.json'), 'utf8')) as { readonly dashboard: unknown };

test('the generated dashboard has none of these faults', () => {
  expect(lintDashboards([right], records)).toEqual([]);
});

describe('P9', () => {
  test('rules without the label that Prometheus selects by are ignored', () => {
    const unlabelled = { kind: 'PrometheusRule', metadata: { name: 'copied-rules' } };
    expect(ignored([unlabelled], { release: 'kube-prometheus-stack' })).toEqual(['PrometheusRule/copied-rules']);
    expect(ignored(generated(), { release: 'kube-prometheus-stack' })).toEqual([]);
  });

  test('a Prometheus that selects by another label ignores the default one, and is served by choice', () => {
    expect(ignored(generated(), { team: 'shop' })).toContain('PrometheusRule/catalog-rules');
    expect(ignored(generated({ prometheusLabels: { team: 'shop' } }), { team: 'shop' })).toEqual([]);
  });
});

describe('P11', () => {
  test('the envelope of the HTTP API is no dashboard', () => {
    expect(lintDashboards([{ dashboard: right }], records)).toEqual(
      expect.arrayContaining(['dashboard 0: the envelope of the HTTP API', 'dashboard 0: no title']),
    );
  });

  test.each([
    ['uid', 'uid "undefined"'],
    ['schemaVersion', 'schemaVersion undefined'],
    ['templating', 'no data source variable'],
  ])('a model without %s is not complete', (field, fault) => {
    const { [field]: _, ...rest } = right as Record<string, unknown>;
    expect(lintDashboards([rest], records)).toEqual([`Blue/Green Deployment: ${fault}`]);
  });

  test.each([
    ['gridPos', ['no place']],
    ['datasource', ['not the chosen data source']],
  ])('a panel without %s is not complete', (field, faults) => {
    const { [field]: _, ...rest } = panel(1) as Record<string, unknown>;
    expect(lintDashboards([replaced(1, rest)], records)).toEqual(
      faults.map((fault) => `Blue/Green Deployment: Error rate by version: ${fault}`),
    );
  });
});

describe('P12', () => {
  test('panels that Grafana 12 has removed, and axes of theirs', () => {
    const graph = { ...panel(1), type: 'graph', yaxes: [{ format: 'percent' }] };
    expect(lintDashboards([replaced(1, graph)], records)).toEqual([
      'Blue/Green Deployment: Error rate by version: type graph',
      'Blue/Green Deployment: Error rate by version: dead field yaxes',
    ]);
  });

  test('a unit belongs into the configuration of the field', () => {
    const { fieldConfig: _, ...rest } = panel(1);
    expect(lintDashboards([replaced(1, rest)], records)).toEqual(['Blue/Green Deployment: Error rate by version: no unit']);
  });
});

describe('P13', () => {
  test('a legend by a label that the query drops tells no side from the other', () => {
    const targets = (panel(0).targets ?? []).map((target) => ({ ...target, legendFormat: '{{color}}' }));
    expect(lintDashboards([replaced(0, { ...panel(0), targets })], records)).toEqual([
      'Blue/Green Deployment: Traffic distribution: the legend names color, which the query drops',
    ]);
  });

  test('a pie alone hides the side without traffic', () => {
    const alone = { ...right, panels: right.panels?.filter(({ title }) => title !== 'Traffic by version') };
    expect(lintDashboards([alone], records)).toEqual(['Blue/Green Deployment: Traffic distribution: a pie without its values over time']);
  });
});

test('the commonly copied dashboard as a whole', () => {
  expect(lintDashboards([copied], records)).toContain('dashboard 0: the envelope of the HTTP API');
  expect(lintDashboards([copied.dashboard], records)).toEqual(
    expect.arrayContaining([
      'Blue/Green Deployment: uid "undefined"',
      'Blue/Green Deployment: no data source variable',
      'Blue/Green Deployment: schemaVersion undefined',
      'Blue/Green Deployment: Error Rate: type graph',
      'Blue/Green Deployment: Error Rate: dead field yaxes',
      'Blue/Green Deployment: Error Rate: refIds',
      'Blue/Green Deployment: Error Rate: no unit',
      'Blue/Green Deployment: Active Pods: type singlestat',
      'Blue/Green Deployment: Traffic: no place',
      'Blue/Green Deployment: P99: lies over Error Rate',
      'Blue/Green Deployment: P99: ends at column 30',
      'Blue/Green Deployment: P99: nothing records app:p99',
      'Blue/Green Deployment: Traffic: http_requests_total is a counter and stands outside of rate',
    ]),
  );
});

/** What the operator passes over: objects whose labels are not those that Prometheus selects by. */
function ignored(objects: readonly Loaded[], selector: Readonly<Record<string, string>>): string[] {
  return objects
    .filter(({ kind }) => ['PrometheusRule', 'PodMonitor', 'ServiceMonitor'].includes(kind))
    .filter(({ metadata: { labels = {} } }) => Object.entries(selector).some(([label, value]) => labels[label] !== value))
    .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

function generated(props: Partial<MonitoringProps> = {}): Loaded[] {
  const production = new Production(new App(), 'production');
  new Monitoring(production, 'monitoring', { of: [{ release: canaryRollout() }], ...props });
  return Testing.synth(production) as Loaded[]; // what every object has
}

function panel(index: number): PanelModel {
  return right.panels?.[index] ?? {};
}

function replaced(index: number, by: object): object {
  return { ...right, panels: right.panels?.map((one, i) => (i === index ? by : one)) };
}
