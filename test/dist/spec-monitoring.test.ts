import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, finder, manifests } from './manifests';

const find = finder(manifests());

interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

describe('the rules of the reference', () => {
  const groups = at(find('PrometheusRule/blue-green-deployment-rules'), 'spec.groups') as readonly { interval: string; rules: Rule[] }[];
  const rules = groups.flatMap((group) => group.rules);
  const rule = (name: string): Rule => {
    const found = rules.find(({ record, alert }) => record === name || alert === name);
    if (!found) throw new Error(`no rule ${name}`);
    return found;
  };

  test('are evaluated every 30 s', () => {
    expect(groups.map(({ interval }) => interval)).toEqual(['30s']);
  });

  test('error rate: percent of 5xx per app and version, aggregated before it is divided, 0 without errors and nothing without traffic', () => {
    const { expr } = rule('deployment:error_rate:rate5m');
    expect(expr).toMatch(/^\s*100 \*/);
    expect(expr).toContain('status=~"5.."');
    const [errors = '', requests = ''] = expr.split(/^\s*\/\s*$/m);
    for (const side of [errors, requests]) expect(side).toMatch(/sum by \(([^)]*\b)app,([^)]*\b)version[^)]*\)/);
    expect(errors).toMatch(/or\s+0 \*/);
    expect(requests).toContain('> 0');
  });

  test('latency: the 99th percentile in seconds per app and version, of buckets that are summed first', () => {
    const { expr } = rule('deployment:latency:p99');
    expect(expr).toMatch(
      /histogram_quantile\(0\.99,\s+sum by \([^)]*app,[^)]*version, le\) \(\s+max_over_time\(http_request_duration_seconds_bucket[^)]*\) \/ 300\s[\s\S]*\s+or\s+rate\(http_request_duration_seconds_bucket[^)]*\)\s+\)\s+\)\s+and on/,
    );
  });

  test.each([
    { alert: 'HighErrorRate', record: 'deployment:error_rate:rate5m', limit: '> 5', wait: '5m', severity: 'critical' },
    { alert: 'HighLatency', record: 'deployment:latency:p99', limit: '> 1', wait: '5m', severity: 'warning' },
    { alert: 'PerformanceDivergence', record: 'deployment:error_rate:rate5m', limit: '> 3', wait: '5m', severity: 'warning' },
  ])('$alert: $record $limit for $wait is $severity', ({ alert, record, limit, wait, severity }) => {
    const { expr, for: after, labels, annotations } = rule(alert);
    expect(expr).toContain(record);
    expect(expr).toMatch(new RegExp(`${limit}\\s`));
    expect(after).toBe(wait);
    expect(labels?.['severity']).toBe(severity);
    expect(annotations?.['summary']).toContain('{{ $labels.app }}');
    expect(annotations?.['description']).not.toMatch(/\{\{ \$value \}\}/);
  });

  test('divergence joins the versions by what they share, never by their version', () => {
    const { expr } = rule('PerformanceDivergence');
    expect(expr).toMatch(/- on \(namespace, app\)/);
    expect(expr).not.toMatch(/version="(blue|green)"/);
  });

  test('every selector says its namespace', () => {
    for (const { expr } of rules) {
      const selectors = [...expr.matchAll(/\b(?:http_request\w*|deployment:\w+:\w+)(\{[^}]*\})?/g)];
      expect(selectors.length).toBeGreaterThan(0);
      for (const [selector, labels] of selectors)
        expect({ selector, labels }).toEqual({ selector, labels: expect.stringContaining('namespace="production"') });
    }
  });
});

describe('the dashboard of the reference', () => {
  const file = readFileSync(join(__dirname, '../../dist/monitoring/deployment.dashboard.json'), 'utf8');
  const dashboard = JSON.parse(file) as {
    title: string;
    uid: string;
    schemaVersion: number;
    panels: {
      type: string;
      title: string;
      gridPos: object;
      datasource: object;
      fieldConfig: { defaults: { unit?: string } };
      targets: { expr: string }[];
    }[];
  };

  test('is the bare model that Grafana provisions', () => {
    expect(dashboard.title).toBe('Blue/Green Deployment');
    expect(dashboard.uid).toMatch(/^[\w-]{1,40}$/);
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(39);
  });

  test.each([
    { title: /traffic distribution/i, type: 'piechart', unit: 'reqps', query: /sum by \(version\)/ },
    { title: /error rate by version/i, type: 'timeseries', unit: 'percent', query: /deployment:error_rate:rate5m/ },
    { title: /p99.*by version/i, type: 'timeseries', unit: 's', query: /deployment:latency:p99/ },
    { title: /active pods per version/i, type: 'stat', unit: 'short', query: /kube_pod_status_ready\{[^}]*condition="true"\}/ },
  ])('$title is a $type in $unit', ({ title, type, unit, query }) => {
    const panel = dashboard.panels.find((one) => title.test(one.title));
    expect(panel).toMatchObject({ type, fieldConfig: { defaults: { unit } }, gridPos: expect.any(Object), datasource: expect.any(Object) });
    expect(panel?.targets[0]?.expr).toMatch(query);
  });

  test('pods are summed, not counted, and find their version by their labels', () => {
    const { expr } = dashboard.panels.find(({ type }) => type === 'stat')?.targets[0] ?? { expr: '' };
    expect(expr).toContain('sum by');
    expect(expr).not.toContain('count by');
    expect(expr).toContain('kube_pod_labels');
  });

  test('has panels of current types only', () => {
    expect(dashboard.panels.filter(({ type }) => ['graph', 'singlestat', 'grafana-piechart-panel'].includes(type))).toEqual([]);
  });

  test('reaches Grafana by the sidecar as well, the same to the byte', () => {
    const config = find('ConfigMap/monitoring-deployment-dashboard');
    expect(at(config, 'metadata.labels.grafana_dashboard')).toBe('1');
    expect(Object.values(at(config, 'data') as Record<string, string>)).toEqual([file]);
  });
});
