import type { Marker, Query } from './dashboard-model';
import { quoted } from './promql';
import { declaredMigrations } from './promql-migrations';
import type { Release } from './release';
import { compared, recorded } from './rules';

/** Matchers of the app that the reader has chosen. */
export const chosen = 'namespace="$namespace",app="$app"';

/** Matchers of its pods in kube-state-metrics. */
export const chosenPods = 'namespace="$namespace",label_app="$app"';

/**
 * What kube-state-metrics or the kubelet knows of pods, by the version and track that the pods carry as labels.
 * Needs `--metric-labels-allowlist=pods=[app,version,track]` of kube-state-metrics.
 *
 * @param vector with the labels `namespace` and `pod`
 * @param of how the pods of a version become one number
 */
export function podsByVersion(vector: string, of: 'sum' | 'max' = 'sum'): Query {
  return {
    expr: `
${of} by (label_track, label_version) (
    sum by (namespace, pod) (${vector})
  * on (namespace, pod) group_left (label_track, label_version)
    max by (namespace, pod, label_track, label_version) (kube_pod_labels{${chosenPods}})
)`.slice(1),
    legend: '{{label_version}} {{label_track}}',
  };
}

/** Ready pods: the metric is 0 for the others, so it is summed and not counted. */
export const readyPods: Query = podsByVersion('kube_pod_status_ready{namespace="$namespace",condition="true"}');

/** When an alert on the app fires. */
export const alertsMarker: Marker = {
  name: 'Alerts',
  expr: `ALERTS{${chosen},alertstate="firing"}`,
  title: '{{alertname}}',
  colour: 'red',
};

/** Names of the Deployments of an app's sides, for `=~`. */
export function sideNames(name: string): string {
  return `${name}-(blue|green|stable|canary)`;
}

/** Matchers of the Jobs of some migrations; their names end with the phase and a hash of their content. */
export function migrationJobs(migrations: readonly string[]): string {
  return `namespace="$namespace",job_name=~${quoted(`(${migrations.join('|')})-(backup|expand|backfill|verify|contract)-[0-9a-f]+`)}`;
}

/** Matchers of some migrations in what the judge says of their ledger. */
export function migrationsOf(migrations: readonly string[]): string {
  return declaredMigrations('"$namespace"', migrations);
}

/** How much worse the new side is than the settled one; of a blue/green release, the worst version than the best. A ratio. */
export function difference(release: Release): string {
  const tracks = compared(release);
  const worst = (more: string) => `max(${recorded.errorRatio}{${chosen}${more}})`;
  return tracks
    ? `${worst(`,track="${tracks.fresh}"`)} - ${worst(`,track="${tracks.settled}"`)}`
    : `${worst('')} - min(${recorded.errorRatio}{${chosen}})`;
}
