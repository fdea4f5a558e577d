import { App, Duration, Testing } from 'cdk8s';
import { alertRunbookSections } from '../../lib/alerts';
import { CompanionFile } from '../../lib/folder';
import { errorRate, type Objectives, p99 } from '../../lib/metric';
import { Monitoring } from '../../lib/monitoring';
import { Production } from '../../lib/production';
import { percent } from '../../lib/units';
import type { DashboardModel } from './dashboard-lint';
import { blueGreenRollout } from './releases';

/** Everything that is derived from two objectives, written once as in `main.ts`. */
function derived(errors: number, seconds: number) {
  const healthy = [errorRate.atMost(percent(errors)), p99.atMost(Duration.millis(seconds * 1000))] as const satisfies Objectives;
  const release = blueGreenRollout({ objectives: healthy });
  const production = new Production(new App(), 'production');
  const monitoring = new Monitoring(production, 'monitoring', { of: [{ release }], alerts: healthy });
  const file = (path: string) => {
    const found = monitoring.node.findAll().find((one) => one instanceof CompanionFile && one.path === path);
    if (!(found instanceof CompanionFile)) throw new Error(`${path} is not written`);
    return found.content();
  };
  const dashboard = (path: string) => (JSON.parse(file(path)) as DashboardModel).panels ?? [];
  const limitOf = (path: string, title: string) =>
    dashboard(path)
      .find((panel) => panel.title === title)
      ?.fieldConfig?.defaults?.thresholds?.steps.at(-1)?.value;
  const rules = `${file('monitoring/rules.yaml')}\n${file('myapp/rules.yaml')}`;
  return {
    reference: rules.match(/deployment:error_rate:rate5m\{namespace="production"\} > (\S+)/)?.[1],
    latency: rules.match(/deployment:latency:p99\{namespace="production"\} > (\S+)/)?.[1],
    burns: [...rules.matchAll(/ratio_rate(?:1h|6h)\{namespace="production",app="myapp"\} > (\S+)/g)].map(([, limit]) => limit),
    slow: rules.match(/le=~"(\S+?)"/)?.[1],
    described: rules.match(/the limit is (\S+ %)/)?.[1],
    panels: {
      'Error rate by version': limitOf('monitoring/deployment.dashboard.json', 'Error rate by version'),
      'P99 latency by version': limitOf('monitoring/deployment.dashboard.json', 'P99 latency by version'),
      'Error ratio by version': limitOf('myapp/overview.dashboard.json', 'Error ratio by version'),
      'Latency by version': limitOf('myapp/overview.dashboard.json', 'Latency by version'),
    },
    tests: file('myapp/rules.test.yaml').includes(`le="${seconds * 4}"`),
    runbook: alertRunbookSections(release, monitoring.options)
      .find(({ title }) => title === 'HighErrorRate')
      ?.text.split('\n')[0],
  };
}

test('one change of an objective changes record, alert, burn rate, dashboard, rule test and runbook', () => {
  expect(derived(5, 1)).toEqual({
    reference: '5',
    latency: '1',
    burns: ['0.072', '0.03', '0.005'],
    slow: '1(\\\\.0+)?',
    described: '5 %',
    panels: { 'Error rate by version': 5, 'P99 latency by version': 1, 'Error ratio by version': 0.05, 'Latency by version': 1 },
    tests: true,
    runbook:
      'More than 5 % of the requests to one version fail, at more than 100 requests in five minutes. Stop a release first and look for the cause after.',
  });
  expect(derived(2, 0.25)).toEqual({
    reference: '2',
    latency: '0.25',
    burns: ['0.0288', '0.012', '0.002'],
    slow: '0\\\\.250*',
    described: '2 %',
    panels: { 'Error rate by version': 2, 'P99 latency by version': 0.25, 'Error ratio by version': 0.02, 'Latency by version': 0.25 },
    tests: true,
    runbook:
      'More than 2 % of the requests to one version fail, at more than 100 requests in five minutes. Stop a release first and look for the cause after.',
  });
});

test('an error budget of its own goes before the derived one', () => {
  const production = new Production(new App(), 'production');
  new Monitoring(production, 'monitoring', { of: [{ release: blueGreenRollout() }], slo: errorRate.atMost(percent(0.1)) });
  expect(JSON.stringify(Testing.synth(production))).toContain('ratio_rate1h{namespace=\\"production\\",app=\\"myapp\\"} > 0.0144');
});
