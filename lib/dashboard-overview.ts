import { databaseRow } from './dashboard-database';
import { migrationRow } from './dashboard-migration';
import type { Dashboard, Marker } from './dashboard-model';
import { nowRow } from './dashboard-now';
import { alertsMarker, migrationJobs, sideNames } from './dashboard-queries';
import { errorsRow, trafficRow } from './dashboard-requests';
import { podsRow, verdictRow } from './dashboard-surroundings';
import type { Limits } from './limits';
import type { Release } from './release';
import { recorded } from './rules';

export interface OverviewOptions {
  readonly limits: Limits;
  /** Error rate over 30 days, as a ratio. */
  readonly slo: number | undefined;
  readonly links: Dashboard['links'];
}

/** Everything that somebody on call wants to know of one release, the new side beside the settled one. */
export function overviewDashboard(release: Release, { limits, slo, links }: OverviewOptions): Dashboard {
  const { name, namespace } = release;
  return {
    kind: 'overview',
    title: `Release of ${name}`,
    description: `Whether the ${release.strategy} release of ${name} is well: traffic, errors, latency, the verdict of the judge, pods and database.`,
    namespace,
    app: name,
    choose: recorded.requests,
    rows: [
      nowRow(release, limits, slo),
      trafficRow(release),
      errorsRow(release, limits),
      verdictRow(release),
      podsRow(),
      ...(release.migrations.length > 0 ? [migrationRow(release)] : []),
      ...(release.capacity.connections > 0 ? [databaseRow(release)] : []),
    ],
    markers: markers(release),
    ...(links ? { links } : {}),
  };
}

function markers({ name, machinery, migrations }: Release): Marker[] {
  const migration: Marker = {
    name: 'Migration',
    expr: `kube_job_status_start_time{${migrationJobs(migrations)}} * 1000`,
    title: '{{job_name}}',
    colour: 'purple',
    valueIsTime: true,
  };
  return [machinery === 'rollout' ? events(name) : changes(name), ...(migrations.length > 0 ? [migration] : []), alertsMarker];
}

/** Stages, pauses, switches and ends of a release. */
function events(name: string): Marker {
  const all = `rollout_events_total{namespace="$namespace",name="$app",reason=~"RolloutUpdated|RolloutStepCompleted|RolloutPaused|RolloutAborted|RolloutCompleted|SwitchService"}`;
  return {
    name: 'Release',
    // A counter is born with its first event, which `increase` cannot see.
    expr: `(${all} unless ${all} offset $__rate_interval) or increase(${all}[$__rate_interval]) > 0`,
    title: `{{reason}} ${name}`,
    colour: 'blue',
  };
}

/** Nobody tells of a release of plain Deployments: what is seen is that a template gets pods, be it a new one or one that comes back. */
function changes(name: string): Marker {
  const pods = `max by (replicaset) (kube_replicaset_spec_replicas{namespace="$namespace",replicaset=~"${sideNames(name)}-[0-9a-z]+"}`;
  return {
    name: 'Release',
    expr: `${pods}) > 0 unless ${pods} offset $__rate_interval) > 0`,
    title: '{{replicaset}} gets pods',
    colour: 'blue',
  };
}
