import type { Catalogue, Queries } from './catalogue.generated';

const side = 'namespace="<namespace>",app="<app>",rollouts_pod_template_hash="<hash>"';

/** Paths that nobody but probes and scrapes asks, unless an app says otherwise. */
export const probePaths: readonly string[] = ['/health', '/ready', '/metrics'];

/**
 * How one side of a release is counted in apps that expose `http_requests_total{status}` and `http_request_duration_seconds`.
 *
 * The hash tells the versions apart: a role such as `track` moves between pods. Errors that never happened are 0, but only where there were requests.
 * Probes and scrapes are no traffic, and would be evidence for a side that nobody uses. A counter without a label `path` leaves them out itself.
 */
export function queriesWithout(paths: readonly string[]): Queries {
  const pattern = paths.map((path) => path.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\\$&`)).join('|');
  const traffic = `${side},path!~"${pattern}"`;
  return {
    requests: `
sum(increase(http_requests_total{${traffic}}[<window>]))`.trim(),
    errors: `
  sum(increase(http_requests_total{${traffic},status=~"5.."}[<window>]))
or
  0 * sum(increase(http_requests_total{${traffic}}[<window>]))`.trim(),
    buckets: `
sum by (le) (increase(http_request_duration_seconds_bucket{${traffic}}[<window>]))`.trim(),
    up: `
time() - max(timestamp(http_requests_total{${side}}))`.trim(),
  };
}

export const standardQueries: Queries = queriesWithout(probePaths);

/** What the service judges when no catalogue is mounted: one rollout, `production/myapp`, to try it out. */
export const exampleCatalogue: Catalogue = {
  version: 1,
  rollouts: [
    {
      name: 'myapp',
      namespace: 'production',
      windowSeconds: 60,
      horizonSeconds: 7_200,
      alpha: 0.01,
      queries: standardQueries,
      objectives: [
        { metric: 'error-rate', limit: { kind: 'at-most', value: 0.05 } },
        { metric: 'p99', limit: { kind: 'times-stable', times: 1.5 } },
      ],
    },
  ],
};
