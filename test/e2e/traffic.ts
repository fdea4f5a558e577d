import { createServer, type Server } from 'node:http';
import { drawsOf } from '../support/draws';
import type { Pod } from './kinds';
import type { World } from './world';

/** How a version answers. */
export interface Health {
  /** Share of the requests that answer 500. @default 0.002 */
  readonly errors?: number;
  /** Median latency in seconds, lognormal with sigma 0.5. @default 0.08 */
  readonly median?: number;
  /** Share of requests that take 2 to 3 seconds besides. @default 0 */
  readonly slow?: number;
}

/** One app under traffic. Everything may change while it runs. */
export interface Load {
  readonly namespace: string;
  readonly app: string;
  /** `weights`: as the VirtualService says; `service`: all to the pods behind the Service named like the app. */
  readonly route: 'weights' | 'service';
  requestsPerSecond: number;
  /** Health by version; `weight` is the share of the traffic of that side in percent. */
  health: (version: string, weight: number) => Health;
  /** Put before the metric names of a version: an app that renamed its metrics. */
  prefix: (version: string) => string;
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Counters {
  readonly labels: string;
  good: number;
  bad: number;
  seconds: number;
  /** Per bound of `bounds` and +Inf, cumulative. */
  readonly buckets: number[];
}

/**
 * Traffic as users would make it, and the metrics that the pods would expose: requests follow the weights of the VirtualService and the
 * selectors of the Services, both as the controller sets them, to the pods that are ready at that moment. One page per namespace.
 */
export class Traffic {
  private readonly loads: Load[] = [];
  private readonly counters = new Map<string, Counters>();
  private readonly draws = drawsOf(1);
  private server: Server | undefined;
  private timer: NodeJS.Timeout | undefined;
  private last = Date.now();

  constructor(private readonly world: World) {}

  add(load: Load): void {
    this.loads.push(load);
  }

  remove(namespace: string): void {
    for (let i = this.loads.length - 1; i >= 0; i -= 1) if (this.loads[i]?.namespace === namespace) this.loads.splice(i, 1);
  }

  async serve(port: number): Promise<void> {
    this.timer = setInterval(() => this.tick(), 500);
    const server = createServer((request, response) => {
      const namespace = new URL(request.url ?? '/', 'http://localhost').searchParams.get('namespace') ?? '';
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(this.page(namespace));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  }

  stop(): void {
    clearInterval(this.timer);
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private tick(): void {
    const seconds = (Date.now() - this.last) / 1_000;
    this.last = Date.now();
    for (const load of this.loads) {
      for (const { weight, pods } of this.sides(load)) {
        const each = (load.requestsPerSecond * seconds * weight) / 100 / pods.length;
        for (const pod of pods) this.answer(pod, this.draws.poisson(each), load.health(pod.metadata?.labels?.['version'] ?? '', weight));
      }
    }
  }

  /** Ready pods by the side that the routing sends traffic to. */
  private sides({ namespace, app, route }: Load): { readonly weight: number; readonly pods: readonly Pod[] }[] {
    const http = route === 'service' ? undefined : this.world.virtualService(namespace, `${app}-canary`)?.spec?.http;
    const destinations = http?.find(({ name }) => name === 'primary')?.route ?? [];
    const weights =
      route === 'service'
        ? [{ service: app, weight: 100 }]
        : destinations.map(({ destination, weight = 0 }) => ({ service: destination.host.split('.')[0] ?? '', weight }));
    return weights
      .filter(({ weight }) => weight > 0)
      .map(({ service, weight }) => ({ weight, pods: this.world.endpoints(namespace, service) }))
      .filter(({ pods }) => pods.length > 0);
  }

  private answer({ metadata }: Pod, requests: number, { errors = 0.002, median = 0.08, slow = 0 }: Health): void {
    const counters = this.countersOf(metadata);
    const bad = this.draws.binomial(requests, errors);
    counters.good += requests - bad;
    counters.bad += bad;
    let left = requests;
    let below = 0;
    const counts = bounds.map((bound) => {
      const share = (1 - slow) * lognormalShare(bound, median) + (bound >= 2.5 ? slow : 0);
      const chance = below >= 1 ? 1 : Math.min(1, (share - below) / (1 - below));
      const count = this.draws.binomial(left, chance);
      left -= count;
      below = share;
      return count;
    });
    let sum = 0;
    for (const [i, count] of [...counts, left].entries()) {
      sum += count;
      counters.buckets[i] = (counters.buckets[i] ?? 0) + sum;
    }
    counters.seconds += requests * median;
  }

  private countersOf(metadata: Pod['metadata']): Counters {
    const uid = metadata?.uid ?? '';
    const known = this.counters.get(uid);
    if (known) return known;
    const { app = '', version = '', track = '' } = metadata?.labels ?? {};
    const hash = metadata?.labels?.['rollouts-pod-template-hash'] ?? '';
    const labels = Object.entries({
      namespace: metadata?.namespace ?? '',
      app,
      pod: metadata?.name ?? '',
      version,
      track,
      rollouts_pod_template_hash: hash,
    })
      .map(([name, value]) => `${name}="${value}"`)
      .join(',');
    const fresh = { labels, good: 0, bad: 0, seconds: 0, buckets: [...bounds, 0].map(() => 0) };
    this.counters.set(uid, fresh);
    return fresh;
  }

  /** Pods that are gone are not scraped: their series end. */
  private page(namespace: string): string {
    const load = this.loads.find((one) => one.namespace === namespace);
    const lines: string[] = [];
    for (const pod of this.world.pods(namespace)) {
      const { metadata, status } = pod;
      if (status?.phase !== 'Running' || metadata?.labels?.['rollouts-pod-template-hash'] === undefined) continue;
      const prefix = load?.prefix(metadata.labels['version'] ?? '') ?? '';
      const { labels, good, bad, seconds, buckets } = this.countersOf(metadata);
      lines.push(
        `${prefix}http_requests_total{${labels},status="200"} ${good}`,
        `${prefix}http_requests_total{${labels},status="500"} ${bad}`,
      );
      for (const [i, count] of buckets.entries())
        lines.push(`${prefix}http_request_duration_seconds_bucket{${labels},le="${bounds[i] ?? '+Inf'}"} ${count}`);
      lines.push(
        `${prefix}http_request_duration_seconds_sum{${labels}} ${seconds}`,
        `${prefix}http_request_duration_seconds_count{${labels}} ${good + bad}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }
}

/** Share of requests at or below `bound`; the logistic law stands in for the normal one. */
function lognormalShare(bound: number, median: number): number {
  return 1 / (1 + Math.exp((-1.702 * Math.log(bound / median)) / 0.5));
}
