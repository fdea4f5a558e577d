import { databaseRow } from './dashboard-database';
import { migrationRow } from './dashboard-migration';
import type { Dashboard, Marker } from './dashboard-model';
import { nowRow } from './dashboard-now';
import { migrationJobs } from './dashboard-queries';
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
  const events = `rollout_events_total{namespace="$namespace",name="$app",reason=~"RolloutUpdated|RolloutStepCompleted|RolloutPaused|RolloutAborted|RolloutCompleted|SwitchService"}`;
  return [
    {
      name: 'Release',
      // A counter is born with its first event, which `increase` cannot see.
      expr: `(${events} unless ${events} offset $__rate_interval) or increase(${events}[$__rate_interval]) > 0`,
      title: `{{reason}} ${name}`,
      colour: 'blue',
    },
    {
      name: 'Migration',
      expr: `kube_job_status_start_time{${migrationJobs(migrations)}} * 1000`,
      title: '{{job_name}}',
      colour: 'purple',
      valueIsTime: true,
    },
    { name: 'Alerts', expr: `ALERTS{namespace="$namespace",app="$app",alertstate="firing"}`, title: '{{alertname}}', colour: 'red' },
  ].filter(({ name: marker }) => (marker === 'Release' ? machinery === 'rollout' : marker !== 'Migration' || migrations.length > 0));
}
