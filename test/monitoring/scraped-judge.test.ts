/** What rules and panels ask of the judge is what the running service exposes, under the labels that its ServiceMonitor gives it. */
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { stringify } from 'yaml';
import type { ServiceMonitorSpec } from '../../imports/monitoring.coreos.com';
import { post, request, service } from '../analysis/service/service';
import { fieldsOf, world } from '../lib/support';
import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from '../support/prometheus';
import { ask } from './ask';
import { producers } from './producers';

const migration = {
  migration: '20261101-users-full-name',
  state: 'backfilling',
  states: ['backfilling', 'done'],
  passOpen: true,
  ranges: { done: 3, total: 8, scanned: 1_500 },
  quarantined: 0,
  paused: false,
  drift: 40,
};

jest.setTimeout(30_000);

describeWithPrometheus('the ServiceMonitor of the judge', () => {
  let app: FastifyInstance;
  let prometheus: RunningPrometheus;

  beforeAll(async () => {
    app = await service({ migrations: async () => [migration] });
    await post(app, request);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo; // a listening TCP server has an address with a port
    const spec = fieldsOf(world().app)('ServiceMonitor/judge', 'spec') as ServiceMonitorSpec; // in the fields of its CRD
    prometheus = await startPrometheus([], { config: stringify(configuration(spec, port)) });
    await scraped(prometheus.url);
  }, 30_000);
  afterAll(async () => {
    await prometheus?.stop();
    await app?.close();
  });

  test.each(Object.entries(producers).filter(([metric]) => /^(canary|mig)_/.test(metric)))('%s has its labels', async (metric, labels) => {
    const rows = await ask(prometheus.url, metric, Date.now() / 1000);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row.labels)).toEqual(expect.arrayContaining([...labels]));
    expect(rows.filter((row) => row.labels['namespace'] !== 'production')).toEqual([]);
  });

  test('an app is the one that was judged, and not the judge', async () => {
    const rows = await ask(prometheus.url, 'canary_analysis_verdict_total == 1', Date.now() / 1000);
    expect(rows.map(({ labels }) => [labels['app'], labels['pod']])).toEqual([['myapp', 'judge-0']]);
  });
});

/** The scrape configuration that prometheus-operator derives from a ServiceMonitor, for one endpoint of the Service; the interval is the test's. */
function configuration(spec: ServiceMonitorSpec, port: number) {
  const [endpoint] = spec.endpoints;
  const selected = Object.entries(spec.selector.matchLabels ?? {}).map(([label, value]) => ({
    action: 'keep',
    source_labels: [`__meta_kubernetes_service_label_${label}`],
    regex: value,
  }));
  const copied = (from: string, to: string) => ({ source_labels: [from], target_label: to });
  const pod = {
    __meta_kubernetes_namespace: 'production',
    __meta_kubernetes_service_name: 'judge',
    __meta_kubernetes_service_label_app: 'judge',
    __meta_kubernetes_endpoint_port_name: 'http',
    __meta_kubernetes_pod_name: 'judge-0',
    __meta_kubernetes_pod_container_name: 'judge',
    __meta_kubernetes_pod_label_app: 'judge',
  };
  return {
    scrape_configs: [
      {
        job_name: 'serviceMonitor/production/judge/0',
        static_configs: [{ targets: [`127.0.0.1:${port}`], labels: pod }],
        scrape_interval: '1s',
        scrape_timeout: '1s',
        metrics_path: endpoint?.path,
        honor_labels: endpoint?.honorLabels ?? false,
        relabel_configs: [
          ...selected,
          { action: 'keep', source_labels: ['__meta_kubernetes_endpoint_port_name'], regex: endpoint?.port },
          copied('__meta_kubernetes_namespace', 'namespace'),
          copied('__meta_kubernetes_service_name', 'service'),
          copied('__meta_kubernetes_pod_name', 'pod'),
          copied('__meta_kubernetes_pod_container_name', 'container'),
          ...(spec.targetLabels ?? []).map((label) => copied(`__meta_kubernetes_service_label_${label}`, label)),
          ...(spec.podTargetLabels ?? []).map((label) => copied(`__meta_kubernetes_pod_label_${label}`, label)),
          copied('__meta_kubernetes_service_name', 'job'),
          { target_label: 'endpoint', replacement: endpoint?.port },
        ],
      },
    ],
  };
}

async function scraped(url: string): Promise<void> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    if ((await ask(url, 'up == 1', Date.now() / 1000)).length > 0) return;
    await pause(100);
  }
  throw new Error('the judge must be scraped within 15 s');
}
