import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as monitoring from '../imports/monitoring.coreos.com';
import { label, portName } from './labels';
import { manifest } from './manifest';
import type { MetricSource } from './promql';

/** Pod labels that become labels of every series; dots and hyphens become underscores on the way. */
export const podTargetLabels = [label.app, label.version, label.track, label.podTemplateHash] as const;

export interface PodMonitorOptions {
  /** Name of the app, its label `app`, and of the PodMonitor. */
  readonly app: string;
  readonly source: MetricSource;
  /** Name of the pods' port with the app's own metrics. @default 'metrics' */
  readonly port?: string | undefined;
  /** Seconds between two scrapes. */
  readonly interval: number;
  /** Labels that Prometheus selects its PodMonitors by. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Where an app's pods, or the mesh proxies inside them, expose their metrics. */
const endpoints = {
  app: { port: portName.metrics, path: '/metrics' },
  istio: { port: 'http-envoy-prom', path: '/stats/prometheus' },
} as const;

/**
 * Scrapes the pods of one app and tells their series apart by app, version, track and pod-template hash.
 *
 * A pod that exposes too much fails its own scrape, which is seen at once, instead of filling Prometheus.
 */
export function podMonitor(scope: Construct, { app, source, port, interval, labels }: PodMonitorOptions): ApiObject {
  return manifest(
    scope,
    `${app}-pods`,
    monitoring.PodMonitor.GVK,
    { name: app, labels: { ...labels, [label.app]: app } },
    {
      spec: monitoring.toJson_PodMonitorSpec({
        selector: { matchLabels: { [label.app]: app } },
        podTargetLabels: [...podTargetLabels],
        podMetricsEndpoints: [
          {
            ...endpoints[source],
            ...(source === 'app' && port !== undefined ? { port } : {}),
            interval: `${interval}s`,
            scrapeTimeout: `${Math.min(10, interval)}s`,
            // What the app says of itself never replaces what Kubernetes says of it.
            honorLabels: false,
          },
        ],
        sampleLimit: 20_000,
        labelLimit: 40,
        // Prometheus 3 refuses an answer without a content type, which older client libraries give.
        fallbackScrapeProtocol: monitoring.PodMonitorSpecFallbackScrapeProtocol.PROMETHEUS_TEXT0_0_4,
      }),
    },
  );
}
