/** The labels are real: a Prometheus that discovers pods as Kubernetes shows them, with the configuration that the operator makes of our PodMonitor. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Testing } from 'cdk8s';
import { stringify } from 'yaml';
import type { PodMonitorSpec } from '../../imports/monitoring.coreos.com';
import { podMonitor } from '../../lib/monitors';
import { describeWithPrometheus, type RunningPrometheus, startPrometheus } from '../support/prometheus';
import { ask } from './ask';

const exposition = 'http_requests_total{status="200",version="what-the-app-believes"} 42\n';
const hash = 'rollouts-pod-template-hash';

interface Pod {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port?: string;
  readonly phase?: string;
  readonly explodes?: boolean;
}

const pods: readonly Pod[] = [
  { name: 'catalog-stable-0', labels: { app: 'catalog', version: '1.0.0', track: 'stable', [hash]: 'aaaaaaaaaa' } },
  { name: 'catalog-canary-0', labels: { app: 'catalog', version: '2.0.0', track: 'canary', [hash]: 'bbbbbbbbbb' } },
  { name: 'catalog-blue-0', labels: { app: 'catalog', version: 'blue' } },
  { name: 'catalog-canary-0', labels: { app: 'catalog', version: '2.0.0', track: 'canary', [hash]: 'bbbbbbbbbb' }, port: 'http' },
  { name: 'catalog-ended-0', labels: { app: 'catalog', version: '1.0.0' }, phase: 'Succeeded' },
  { name: 'catalog-admin-0', labels: { app: 'catalog-admin', version: '7.0.0' } },
  { name: 'catalog-exploding-0', labels: { app: 'catalog', version: '3.0.0', track: 'canary', [hash]: 'cccccccccc' }, explodes: true },
];

jest.setTimeout(30_000);

describeWithPrometheus('the PodMonitor', () => {
  const servers: Server[] = [];
  let prometheus: RunningPrometheus;

  beforeAll(async () => {
    const good = await serve(() => exposition);
    const exploding = await serve(() =>
      Array.from({ length: 20_001 }, (_, i) => `http_requests_total{status="200",user="${i}"} 1\n`).join(''),
    );
    const discovery = await serve(
      () => JSON.stringify(pods.map((pod) => discovered(pod, pod.explodes ? exploding : good))),
      'application/json',
    );
    prometheus = await startPrometheus([], { config: stringify(configuration(monitorSpec(), `http://127.0.0.1:${discovery}/`)) });
    await scraped(prometheus.url, 4);
  }, 30_000);
  afterAll(async () => {
    await prometheus?.stop();
    for (const server of servers) server.close();
  });

  test('tells series apart by app, version, track and pod-template hash', async () => {
    expect(await series('http_requests_total')).toEqual([
      { app: 'catalog', version: '1.0.0', track: 'stable', rollouts_pod_template_hash: 'aaaaaaaaaa', pod: 'catalog-stable-0' },
      { app: 'catalog', version: '2.0.0', track: 'canary', rollouts_pod_template_hash: 'bbbbbbbbbb', pod: 'catalog-canary-0' },
      { app: 'catalog', version: 'blue', pod: 'catalog-blue-0' },
    ]);
  });

  test('what the app says of itself does not replace what Kubernetes says of it', async () => {
    const rows = await ask(prometheus.url, 'http_requests_total{exported_version="what-the-app-believes"}', Date.now() / 1000);
    expect(rows).toHaveLength(3);
  });

  test('a pod that exposes too many series fails its own scrape, and is seen', async () => {
    expect(await series('up == 0')).toEqual([
      { app: 'catalog', version: '3.0.0', track: 'canary', rollouts_pod_template_hash: 'cccccccccc', pod: 'catalog-exploding-0' },
    ]);
  });

  test('the namespace and the job are what the rules select by', async () => {
    const rows = await ask(prometheus.url, 'count by (namespace, job, container) (up == 1)', Date.now() / 1000);
    expect(rows.map(({ labels }) => labels)).toEqual([{ namespace: 'production', job: 'production/catalog', container: 'app' }]);
  });

  async function series(query: string): Promise<Record<string, string>[]> {
    const by = 'app, version, track, rollouts_pod_template_hash, pod';
    const rows = await ask(prometheus.url, `sum by (${by}) (${query})`, Date.now() / 1000);
    return rows.map(({ labels }) => ({ ...labels })).sort((a, b) => ((a['version'] ?? '') < (b['version'] ?? '') ? -1 : 1));
  }

  async function serve(body: () => string, type = 'text/plain; version=0.0.4'): Promise<number> {
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': type }).end(body())).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port; // a listening TCP server has an address with a port
  }
});

function monitorSpec(): PodMonitorSpec {
  const chart = Testing.chart();
  podMonitor(chart, { app: 'catalog', source: 'app', interval: 15, labels: {} });
  const [manifest] = Testing.synth(chart) as [{ spec: PodMonitorSpec }]; // the only object of the chart, in the fields of its CRD
  return manifest.spec;
}

/** What service discovery finds of a pod, one target per container port. */
function discovered({ name, labels, port = 'metrics', phase = 'Running' }: Pod, at: number) {
  const ofPod = Object.entries(labels).flatMap(([label, value]) => [
    [`__meta_kubernetes_pod_label_${sanitized(label)}`, value],
    [`__meta_kubernetes_pod_labelpresent_${sanitized(label)}`, 'true'],
  ]);
  return {
    targets: [`127.0.0.1:${at}`],
    labels: {
      __meta_kubernetes_namespace: 'production',
      __meta_kubernetes_pod_name: name,
      __meta_kubernetes_pod_container_name: 'app',
      __meta_kubernetes_pod_container_port_name: port,
      __meta_kubernetes_pod_phase: phase,
      ...Object.fromEntries(ofPod),
    },
  };
}

/** The scrape configuration that prometheus-operator derives from a PodMonitor; only discovery and interval are the test's. */
function configuration(spec: PodMonitorSpec, discovery: string) {
  const [endpoint] = spec.podMetricsEndpoints ?? [];
  const selected = Object.entries(spec.selector.matchLabels ?? {}).map(([label, value]) => ({
    action: 'keep',
    source_labels: [`__meta_kubernetes_pod_label_${sanitized(label)}`, `__meta_kubernetes_pod_labelpresent_${sanitized(label)}`],
    regex: `(${value});true`,
  }));
  const copied = (from: string, to: string) => ({ source_labels: [from], target_label: to });
  return {
    scrape_configs: [
      {
        job_name: 'podMonitor/production/catalog/0',
        http_sd_configs: [{ url: discovery, refresh_interval: '1s' }],
        scrape_interval: '1s',
        scrape_timeout: '1s',
        metrics_path: endpoint?.path,
        honor_labels: endpoint?.honorLabels,
        sample_limit: spec.sampleLimit,
        label_limit: spec.labelLimit,
        relabel_configs: [
          { action: 'drop', source_labels: ['__meta_kubernetes_pod_phase'], regex: '(Failed|Succeeded)' },
          ...selected,
          { action: 'keep', source_labels: ['__meta_kubernetes_pod_container_port_name'], regex: endpoint?.port },
          copied('__meta_kubernetes_namespace', 'namespace'),
          copied('__meta_kubernetes_pod_container_name', 'container'),
          copied('__meta_kubernetes_pod_name', 'pod'),
          ...(spec.podTargetLabels ?? []).map((label) => ({
            ...copied(`__meta_kubernetes_pod_label_${sanitized(label)}`, sanitized(label)),
            regex: '(.+)',
            replacement: '$1',
          })),
          { target_label: 'job', replacement: 'production/catalog' },
          { target_label: 'endpoint', replacement: endpoint?.port },
        ],
      },
    ],
  };
}

function sanitized(label: string): string {
  return label.replaceAll(/[^a-zA-Z0-9_]/g, '_');
}

async function scraped(url: string, targets: number): Promise<void> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const rows = await ask(url, 'up', Date.now() / 1000);
    if (rows.length >= targets) return;
    await pause(100);
  }
  throw new Error(`${targets} targets must be scraped within 15 s`);
}
