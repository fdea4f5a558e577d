/** The metrics that pods of a judged app would have exposed, sample by sample: the same numbers on every machine. */
import type { Series } from './prometheus';

/** One pod and what happened to it. Times are seconds since 1970. */
export interface Pod {
  /** Pod template hash: which side of the release this pod is. */
  readonly hash: string;
  /** First and last scrape. */
  readonly from: number;
  readonly to: number;
  /** Requests per second. */
  readonly rps: number;
  /** Share of the requests that answer 500, 0 to 1. @default 0 */
  readonly errors?: number;
  /** Median latency in seconds; the spread is lognormal, sigma 0.5. @default 0.1 */
  readonly median?: number;
  /** Times at which the process starts anew and its counters begin at 0. @default none */
  readonly restarts?: readonly number[];
  /** Whether the error counter is exposed before the first error, as an app should do. @default true */
  readonly initialised?: boolean;
}

export interface Traffic {
  readonly app: string;
  readonly namespace: string;
  readonly pods: readonly Pod[];
  /** Seconds between two scrapes. @default 15 */
  readonly scrape?: number;
  /** Bounds of the latency histogram in seconds; `+Inf` is added. @default prom-client's own */
  readonly bounds?: readonly number[];
  /** Start of the pseudo-random sequence. @default 1 */
  readonly seed?: number;
}

export const defaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** `http_requests_total{status}` and `http_request_duration_seconds_bucket{le}` of every pod, ready for `startPrometheus`. */
export function traffic({ app, namespace, pods, scrape = 15, bounds = defaultBounds, seed = 1 }: Traffic): Series[] {
  const random = uniform(seed);
  return pods.flatMap((pod, index) => {
    const labels = { namespace, app, pod: `${app}-${pod.hash}-${index}`, rollouts_pod_template_hash: pod.hash };
    const shares = [...bounds.map((bound) => lognormalShare(bound, pod.median ?? 0.1)), 1];
    const good: [number, number][] = [];
    const bad: [number, number][] = [];
    const buckets: [number, number][][] = shares.map(() => []);
    const total = { good: 0, bad: 0, buckets: shares.map(() => 0) };
    for (let time = pod.from; time <= pod.to; time += scrape) {
      if (pod.restarts?.some((at) => at > time - scrape && at <= time)) {
        Object.assign(total, { good: 0, bad: 0, buckets: shares.map(() => 0) });
      }
      if (time > pod.from) {
        const requests = binomial(Math.round(pod.rps * scrape * 2), 0.5, random);
        const failed = binomial(requests, pod.errors ?? 0, random);
        total.good += requests - failed;
        total.bad += failed;
        for (const [i, count] of spread(requests, shares, random).entries()) total.buckets[i] = (total.buckets[i] ?? 0) + count;
      }
      good.push([time, total.good]);
      if (total.bad > 0 || pod.initialised !== false) bad.push([time, total.bad]);
      for (const [i, samples] of buckets.entries()) samples.push([time, total.buckets[i] ?? 0]);
    }
    const bucket = 'http_request_duration_seconds_bucket';
    return [
      { name: 'http_requests_total', labels: { ...labels, status: '200' }, samples: good },
      { name: 'http_requests_total', labels: { ...labels, status: '500' }, samples: bad },
      ...buckets.map((samples, i) => ({ name: bucket, labels: { ...labels, le: String(bounds[i] ?? '+Inf') }, samples })),
    ];
  });
}

/** Uniform numbers from 0 to 1, the same on every machine: a linear congruential generator modulo 2^32. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function binomial(trials: number, share: number, random: () => number): number {
  let hits = 0;
  for (let i = 0; i < trials; i += 1) if (random() < share) hits += 1;
  return hits;
}

/** Cumulative counts of `requests` draws over the cumulative `shares`. */
function spread(requests: number, shares: readonly number[], random: () => number): number[] {
  const counts = shares.map(() => 0);
  for (let i = 0; i < requests; i += 1) {
    const at = random();
    for (let j = shares.length - 1; j >= 0 && at <= (shares[j] ?? 0); j -= 1) counts[j] = (counts[j] ?? 0) + 1;
  }
  return counts;
}

/** Share of requests at or below `bound`. The normal law is approximated by its logistic twin, exact enough for test data. */
function lognormalShare(bound: number, median: number): number {
  return 1 / (1 + Math.exp((-1.702 * Math.log(bound / median)) / 0.5));
}
