import type { Queries } from '../analysis/contract/catalogue.generated';

/**
 * What callers saw of requests to an app. `reporter="source"` also counts what never reached a pod, which the pod's own proxy cannot know;
 * without a reporter every request counts twice.
 *
 * @param namespace as a string of PromQL
 * @param app with its operator: `="catalog"`, `=~"catalog|myapp"`
 */
export function callsTo(namespace: string, app: string): string {
  return `reporter="source",destination_workload_namespace=${namespace},destination_app${app}`;
}

/** 5xx, and 0: the connection broke before a status came back. */
export const istioFailed = 'response_code=~"5..|0"';

/** Istio knows a version by the pod label `version`; the rest of this project calls it that, too. */
function versioned(vector: string): string {
  return `label_replace(${vector}, "version", "$1", "destination_version", "(.+)")`;
}

/**
 * Istio's buckets are bounded in milliseconds. PromQL cannot divide a label, but it can move the decimal point: `1000` becomes `1.000`, `25` becomes `0.025`.
 */
export function inSeconds(buckets: string): string {
  const steps = [
    ['([0-9])(?:[.]([0-9]+))?', '0.00$1$2'],
    ['([0-9]{2})(?:[.]([0-9]+))?', '0.0$1$2'],
    ['([0-9]{3})(?:[.]([0-9]+))?', '0.$1$2'],
    ['([0-9]+)([0-9]{3})(?:[.]0+)?', '$1.$2'],
  ] as const;
  return steps.reduce((vector, [pattern, seconds]) => `label_replace(${vector}, "le", "${seconds}", "le", "${pattern}")`, buckets);
}

const target = 'namespace="<namespace>",app="<app>"';

/**
 * 1 for the version that the pods of the hash run, as long as no other hash runs it: metrics of callers know the version only,
 * and a verdict on a mixture of both sides would be none. A release that changes nothing but configuration is therefore held.
 */
const versionOfHash = `
    (
        count by (version) (group by (version, rollouts_pod_template_hash) (up{${target}}))
      == 1
      and on (version)
        up{${target},rollouts_pod_template_hash="<hash>"}
    )`.slice(1);

function ofSide(vector: string): string {
  return `
    ${versioned(vector)}
  * on (version) group_left ()
${versionOfHash}`.slice(1);
}

const calls = callsTo('"<namespace>"', '="<app>"');
const requests = ofSide(`increase(istio_requests_total{${calls}}[<window>])`);
const failed = ofSide(`increase(istio_requests_total{${calls},${istioFailed}}[<window>])`);
const buckets = ofSide(inSeconds(`increase(istio_request_duration_milliseconds_bucket{${calls}}[<window>])`));
const seen = ofSide(`timestamp(istio_requests_total{${calls}})`);

/**
 * How one side of a release is counted by Istio's standard metrics, for apps without metrics of their own.
 *
 * The pods' scrape (`up`) tells which version a hash runs; the callers' proxies tell how requests to that version went.
 */
export const istioQueries: Queries = {
  requests: `sum(\n${requests}\n)`,
  errors: `
  sum(
${failed}
  )
or
  0 * sum(
${requests}
  )`.slice(1),
  buckets: `sum by (le) (\n${buckets}\n)`,
  up: `
time() - max(
${seen}
)`.slice(1),
};
